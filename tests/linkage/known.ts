// What anybody knows who reads the tables: who is invited where, who has collected, and which responses, ballots and profiles
// there are in which group.
import type { Evidence, Target, Values } from './evidence.ts';

export type Known = {
	readonly groupOfLeader: ReadonlyMap<string, string>;
	readonly leaderOfAddress: ReadonlyMap<string, string>;
	/** The first night in which the invitation is shown as collected. */
	readonly nightOfLeader: ReadonlyMap<string, number>;
	/** Groups of the items; a profile has none, so that all are one group. */
	readonly groupOf: Readonly<Record<Target, ReadonlyMap<string, string>>>;
	/** The first night in which the ballot was in the box. */
	readonly nightOfBallot: ReadonlyMap<string, number>;
};

export const idColumnOf = {
	response: { table: 'responses', id: 'response_key' },
	ballot: { table: 'ballot_box', id: 'ballot_hash' },
	profile: { table: 'sealed_profiles', id: 'profile_id' }
} as const;

export const everybody = 'everybody';

export function readKnown(evidence: Evidence): Known {
	const groupOfLeader = new Map<string, string>();
	const leaderOfAddress = new Map<string, string>();
	const nightOfLeader = new Map<string, number>();
	const nightOfBallot = new Map<string, number>();
	const groupOf = {
		response: new Map<string, string>(),
		ballot: new Map<string, string>(),
		profile: new Map<string, string>()
	};
	const note = (table: string, values: Values) => {
		for (const target of ['response', 'ballot', 'profile'] as const) {
			const id = idColumnOf[target].table === table ? values[idColumnOf[target].id] : undefined;
			if (typeof id === 'string')
				groupOf[target].set(id, target === 'profile' ? everybody : (values['group_id'] ?? ''));
		}
	};
	for (const { night, tables } of evidence.dumps) {
		for (const { values } of tables['leaders'] ?? [])
			if (values['email'] !== null) leaderOfAddress.set(values['email'] ?? '', values['leader_id'] ?? '');
		for (const { values } of tables['invitations'] ?? []) {
			const leader = values['leader_id'] ?? '';
			groupOfLeader.set(leader, values['group_id'] ?? '');
			if (values['is_collected'] === 't' && !nightOfLeader.has(leader)) nightOfLeader.set(leader, night);
		}
		for (const { table } of Object.values(idColumnOf))
			for (const { values } of tables[table] ?? []) note(table, values);
		for (const { values } of tables['ballot_box'] ?? []) {
			const ballot = values['ballot_hash'] ?? '';
			if (!nightOfBallot.has(ballot)) nightOfBallot.set(ballot, night);
		}
	}
	for (const { operation, table, values } of evidence.wal)
		if (operation === 'insert' && table === 'ballot_box') note(table, values);
	return { groupOfLeader, leaderOfAddress, nightOfLeader, groupOf, nightOfBallot };
}

/** Whose row it is: by a column of that name, else by an address, else by a number made from the leader's. */
export function leaderOfRow(known: Known, values: Values): string | null {
	if (typeof values['leader_id'] === 'string') return values['leader_id'];
	for (const text of Object.values(values)) {
		if (text === null) continue;
		const leader = known.leaderOfAddress.get(text) ?? text.slice(text.lastIndexOf(':') + 1);
		if (known.groupOfLeader.has(leader)) return leader;
	}
	return null;
}
