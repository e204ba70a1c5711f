// What really belongs together in a simulated round: known to the test, never to the attack.
import type { Ballot } from '../support/answering-leader.ts';
import type { Dump } from './evidence.ts';
import type { PlannedEvent } from './plan-events.ts';

export type Person = {
	readonly leader: string;
	readonly group: string;
	readonly token: string;
	readonly ballot: Ballot;
	/** As the column is written as text, like all that follow. */
	readonly ballotHash: string;
	/** Null: does not answer. */
	readonly answers: readonly (number | null)[] | null;
	readonly answersText: string | null;
	readonly profileId: Uint8Array;
};

export type Answered = Person & {
	readonly answersText: string;
	readonly response: string;
	/** Null: keeps none. */
	readonly profile: string | null;
	/** The first night in which a dump shows it. */
	readonly collectedOn: number;
	readonly arrivedOn: number;
};

export type Truth = readonly Answered[];

/** Bytes as PostgreSQL writes them as text. */
export function asColumn(bytes: Uint8Array): string {
	return `\\x${Buffer.from(bytes).toString('hex')}`;
}

/** Which response is whose: found by the answers, which only the simulation knows by leader. */
export function truthOf(
	{ people, events }: { readonly people: ReadonlyMap<string, Person>; readonly events: readonly PlannedEvent[] },
	dumps: readonly Dump[]
): Truth {
	const final = dumps.at(-1)?.tables ?? {};
	const responseOf = new Map<string, string>();
	for (const { values } of final['responses'] ?? []) {
		const content = `${values['group_id']} ${values['answers']}`;
		if (responseOf.has(content)) throw new Error('two leaders of one group answered alike: choose another seed');
		responseOf.set(content, values['response_key'] ?? '');
	}
	const withProfile = new Set(events.flatMap((event) => (event.kind === 'profile' ? [event.leader] : [])));
	const nightOf = (table: string, isThere: (values: Readonly<Record<string, string | null>>) => string | null) => {
		const nights = new Map<string, number>();
		for (const { night, tables } of dumps)
			for (const { values } of tables[table] ?? []) {
				const id = isThere(values);
				if (id !== null && !nights.has(id)) nights.set(id, night);
			}
		return nights;
	};
	const collectedOn = nightOf('invitations', (values) =>
		values['is_collected'] === 't' ? (values['leader_id'] ?? null) : null
	);
	const arrivedOn = nightOf('ballot_box', (values) => values['ballot_hash'] ?? null);
	return [...people.values()].flatMap((person) => {
		if (person.answersText === null) return [];
		const response = responseOf.get(`${person.group} ${person.answersText}`);
		if (response === undefined) throw new Error('a response has got lost');
		return [
			{
				...person,
				answersText: person.answersText,
				response,
				profile: withProfile.has(person.leader) ? asColumn(person.profileId) : null,
				collectedOn: collectedOn.get(person.leader) ?? -1,
				arrivedOn: arrivedOn.get(person.ballotHash) ?? -1
			}
		];
	});
}
