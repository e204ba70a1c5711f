// Orders in which leaders, or responses, ballots and profiles, can be put: by place in a table, by any column, by what
// PostgreSQL writes beside each row, by the write-ahead log, by lines and letters.
import type { Evidence, Row, Target } from './evidence.ts';
import { idColumnOf, leaderOfRow, type Known } from './known.ts';
import type { SharedValues } from './shared-values.ts';

/** `scale`: keys of one scale can be compared with each other, such as two places in the same log. */
export type OrderKey = {
	readonly name: string;
	readonly scale: 'wal' | 'transaction' | 'watch' | null;
	readonly of: ReadonlyMap<string, number>;
};

type Found = { readonly night: number; readonly index: number; readonly row: Row };

export function leaderKeys(evidence: Evidence, known: Known, values: SharedValues): OrderKey[] {
	const keys: OrderKey[] = [];
	const tables = new Set(evidence.dumps.flatMap(({ tables: all }) => Object.keys(all)));
	for (const table of tables) {
		if (Object.values(idColumnOf).some((column) => column.table === table)) continue;
		const idOf = ({ values: own }: Row) => leaderOfRow(known, own);
		keys.push(...rowKeys(evidence, { table, idOf, nightOf: known.nightOfLeader }));
	}
	keys.push(plain('night of collecting', known.nightOfLeader));
	keys.push(plain('line of the log', values.lineOf));
	const letters = new Map<string, number>();
	evidence.letters.forEach(({ to }, place) => {
		const leader = known.leaderOfAddress.get(to);
		if (leader !== undefined) letters.set(leader, place);
	});
	keys.push(plain('last letter', letters));
	const collected = new Map<string, number>();
	const transaction = new Map<string, number>();
	for (const change of evidence.wal) {
		const leader = change.values['leader_id'];
		if (change.table !== 'invitations' || typeof leader !== 'string' || collected.has(leader)) continue;
		if (change.values['is_collected'] !== 't') continue;
		collected.set(leader, change.position);
		transaction.set(leader, change.transaction);
	}
	keys.push({ name: 'collecting in the write-ahead log', scale: 'wal', of: collected });
	keys.push({ name: 'transaction of collecting', scale: 'transaction', of: transaction });
	const earliest = new Map<string, number>();
	for (const { xmin, values: own } of evidence.oldVersions) {
		const leader = own['leader_id'] ?? '';
		if (own['is_collected'] === 't') earliest.set(leader, Math.min(xmin, earliest.get(leader) ?? Infinity));
	}
	keys.push({ name: 'old versions of invitations', scale: 'transaction', of: earliest });
	const watched = new Map(
		evidence.watched.flatMap((one) => (one.kind === 'collect' ? [[one.leader, one.at] as const] : []))
	);
	keys.push({ name: 'watching who collects', scale: 'watch', of: watched });
	return keys;
}

export function itemKeys(evidence: Evidence, target: Target, known: Known, values: SharedValues): OrderKey[] {
	const { table, id } = idColumnOf[target];
	const idOf = ({ values: own }: Row) => own[id] ?? null;
	const keys = rowKeys(evidence, { table, idOf, nightOf: new Map() });
	keys.push(plain('line of the log', values.lineOf));
	const inserted = new Map<string, number>();
	const transaction = new Map<string, number>();
	const deleted = new Map<string, number>();
	for (const change of evidence.wal) {
		const item = change.table === table ? change.values[id] : null;
		if (typeof item !== 'string') continue;
		if (change.operation === 'delete') deleted.set(item, change.position);
		else if (!inserted.has(item)) {
			inserted.set(item, change.position);
			transaction.set(item, change.transaction);
		}
	}
	keys.push({ name: 'insertion in the write-ahead log', scale: 'wal', of: inserted });
	keys.push({ name: 'transaction of insertion', scale: 'transaction', of: transaction });
	keys.push(plain('deletion in the write-ahead log', deleted));
	if (target === 'ballot') {
		keys.push(plain('night of arrival', known.nightOfBallot));
		const seen = evidence.watched.flatMap((one) => (one.kind === 'submit' ? [[one.ballot, one.at] as const] : []));
		keys.push({ name: 'watching what is handed in', scale: 'watch', of: new Map(seen) });
	}
	const recordOf = new Map<string, number>(
		evidence.walRecords
			.filter(({ relation, operation }) => relation === table && operation.includes('INSERT'))
			.map(({ block, offset, position }) => [`${block} ${offset}`, position] as const)
	);
	const records = new Map<string, number>();
	for (const row of evidence.dumps.at(-1)?.tables[table] ?? []) {
		const record = recordOf.get(`${row.hidden?.block} ${row.hidden?.offset}`);
		if (record !== undefined) records.set(idOf(row) ?? '', record);
	}
	keys.push(plain('record in the write-ahead log', records));
	return keys;
}

/** Of one table: as it is after the close, as it was the night before, and as it was when something first changed. */
function rowKeys(
	evidence: Evidence,
	wanted: {
		readonly table: string;
		readonly idOf: (row: Row) => string | null;
		readonly nightOf: ReadonlyMap<string, number>;
	}
): OrderKey[] {
	const first = new Map<string, Found>();
	const changed = new Map<string, Found>();
	const last = new Map<string, Found>();
	const final = new Map<string, Found>();
	for (const [number, { night, tables }] of evidence.dumps.entries()) {
		const isFinal = number === evidence.dumps.length - 1;
		for (const [index, row] of (tables[wanted.table] ?? []).entries()) {
			const id = wanted.idOf(row);
			if (id === null) continue;
			const found = { night, index, row };
			if (!first.has(id)) first.set(id, found);
			if (night === wanted.nightOf.get(id) && !changed.has(id)) changed.set(id, found);
			(isFinal ? final : last).set(id, found);
		}
	}
	const moments = { first, changed, last, final };
	return Object.entries(moments).flatMap(([moment, found]) => keysOfRows(`${wanted.table}, ${moment}`, found));
}

function keysOfRows(name: string, found: ReadonlyMap<string, Found>): OrderKey[] {
	const key = (of: string, value: (one: Found) => number, scale: OrderKey['scale'] = null): OrderKey => ({
		name: `${name}: ${of}`,
		scale,
		of: new Map([...found].map(([id, one]) => [id, value(one)]))
	});
	const columns = new Set([...found.values()].flatMap(({ row }) => Object.keys(row.values)));
	return [
		key('place', ({ night, index }) => night * 1e7 + index),
		key('xmin', ({ row }) => row.hidden?.xmin ?? 0, 'transaction'),
		key('xmax', ({ row }) => row.hidden?.xmax ?? 0),
		key('cmin', ({ row }) => row.hidden?.cmin ?? 0),
		key('ctid', ({ row }) => (row.hidden?.block ?? 0) * 1e4 + (row.hidden?.offset ?? 0)),
		key('commit time', ({ row }) => Number(row.hidden?.committed ?? 0)),
		...[...columns].flatMap((column) => {
			const sorted = [...new Set([...found.values()].map(({ row }) => row.values[column] ?? ''))].sort(byNumberOrText);
			const place = new Map(sorted.map((text, index) => [text, index]));
			return [
				key(column, ({ row }) => place.get(row.values[column] ?? '') ?? 0),
				key(`length of ${column}`, ({ row }) => row.values[column]?.length ?? 0)
			];
		})
	];
}

function byNumberOrText(one: string, other: string): number {
	const difference = Number(one) - Number(other);
	if (!Number.isNaN(difference) && difference !== 0) return difference;
	return one < other ? -1 : one > other ? 1 : 0;
}

function plain(name: string, of: ReadonlyMap<string, number>): OrderKey {
	return { name, scale: null, of };
}
