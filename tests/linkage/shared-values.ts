// Values of eight bytes or more that stand both with a leader and with a response, a ballot or a profile: as they are, written
// in another way, hashed, or as a part of something longer; in tables, letters, the write-ahead log or lines of a log.
import { createHash } from 'node:crypto';
import type { Evidence, Target, Values } from './evidence.ts';
import { idColumnOf, leaderOfRow, type Known } from './known.ts';

/** A value that only one leader (or one item) has, and whose it is; `shared` where several have it. */
type Owners = Map<string, string>;
const shared = '';

export type SharedValues = {
	/** By target: the item that a leader shares a value with. */
	readonly items: Readonly<Record<Target, ReadonlyMap<string, string>>>;
	/** Responses that share a value with a ballot. */
	readonly responseOfBallot: ReadonlyMap<string, string>;
	/** The first line of the log that has a value of the leader's, or of the item's. */
	readonly lineOf: ReadonlyMap<string, number>;
};

const targets = ['response', 'ballot', 'profile'] as const;

/** `isThorough`: also looks for parts of eight bytes in everything long. */
export function findSharedValues(evidence: Evidence, known: Known, isThorough: boolean): SharedValues {
	const leaders: Owners = new Map();
	const own: Record<Target, Owners> = { response: new Map(), ballot: new Map(), profile: new Map() };
	const texts: Record<Target, Map<string, string>> = { response: new Map(), ballot: new Map(), profile: new Map() };
	const seen = new Map<string, Set<string>>();
	const claim = (owners: Owners, owner: string, text: string) => {
		const before = seen.get(owner) ?? new Set();
		seen.set(owner, before);
		if (before.has(text)) return;
		before.add(text);
		for (const form of formsOf(text)) {
			const other = owners.get(form);
			owners.set(form, other === undefined || other === owner ? owner : shared);
		}
	};
	const claimed = new WeakSet<Values>();
	const claimRow = (table: string, values: Values) => {
		if (claimed.has(values)) return;
		claimed.add(values);
		for (const target of targets) {
			const column = idColumnOf[target];
			const id = table === column.table ? values[column.id] : undefined;
			if (typeof id !== 'string') continue;
			for (const text of Object.values(values)) {
				if (text === null) continue;
				claim(own[target], id, text);
				if (text.length >= 64) texts[target].set(text, id);
			}
			return;
		}
		const leader = leaderOfRow(known, values);
		if (leader === null) return;
		for (const text of Object.values(values)) {
			// The number of somebody else, such as the own manager's, is not the leader's own.
			if (text !== null && (text === leader || !known.groupOfLeader.has(text))) claim(leaders, leader, text);
		}
	};
	for (const leader of known.groupOfLeader.keys()) claim(leaders, leader, leader);
	for (const { tables } of evidence.dumps)
		for (const [table, rows] of Object.entries(tables)) for (const { values } of rows) claimRow(table, values);
	for (const { table, values } of evidence.wal) claimRow(table, values);
	for (const { to, text } of evidence.letters) {
		const leader = known.leaderOfAddress.get(to);
		if (leader !== undefined) claim(leaders, leader, text);
	}

	const valuesOf = new Map(
		[...known.groupOfLeader.keys()].map((leader) => [leader, seen.get(leader) ?? new Set<string>()])
	);
	const items = {
		response: new Map<string, string>(),
		ballot: new Map<string, string>(),
		profile: new Map<string, string>()
	};
	for (const target of targets) {
		for (const [form, item] of own[target]) {
			const leader = leaders.get(form);
			if (leader !== undefined && leader !== shared && item !== shared) items[target].set(leader, item);
		}
		if (isThorough)
			for (const [leader, item] of partsInCommon(valuesOf, texts[target])) items[target].set(leader, item);
	}
	const lineOf = new Map<string, number>();
	evidence.log.forEach(({ text }, line) => {
		const found = new Set(formsOf(text).flatMap((form) => leaders.get(form) || []));
		const [leader] = found;
		if (leader !== undefined && !lineOf.has(leader)) lineOf.set(leader, line);
		for (const target of targets) {
			const [item, another] = new Set(formsOf(text).flatMap((form) => own[target].get(form) || []));
			if (item === undefined || another !== undefined) continue;
			if (!lineOf.has(item)) lineOf.set(item, line);
			if (leader !== undefined && found.size === 1) items[target].set(leader, item);
		}
	});
	const responseOfBallot = new Map<string, string>();
	for (const [form, ballot] of own.ballot) {
		const response = own.response.get(form);
		if (ballot !== shared && response !== undefined && response !== shared) responseOfBallot.set(ballot, response);
	}
	return { items, responseOfBallot, lineOf };
}

const remembered = new Map<string, readonly string[]>();

/** Every way in which a part of the text may stand somewhere else. */
function formsOf(text: string): readonly string[] {
	const known = remembered.get(text);
	if (known !== undefined) return known;
	const tokens = new Set(text.split(/[^A-Za-z0-9_-]+/).filter((token) => token.length >= 8));
	if (text.length < 200) tokens.add(text);
	const forms = new Set<string>();
	for (const token of tokens) {
		forms.add(token);
		for (const bytes of [Buffer.from(token), ...bytesOf(token)]) {
			if (bytes.length >= 8) forms.add(bytes.toString('hex'));
			forms.add(createHash('sha256').update(bytes).digest('hex'));
		}
	}
	const list = [...forms];
	remembered.set(text, list);
	return list;
}

/** What a token may be the text of: hexadecimal (with or without dashes or the x of PostgreSQL), or base64url. */
function bytesOf(token: string): Buffer[] {
	const digits = token.replace(/^x/, '').replaceAll('-', '');
	const hex = digits.length % 2 === 0 && /^[0-9a-f]{16,}$/i.test(digits) ? [Buffer.from(digits, 'hex')] : [];
	return token.length > 10 ? [...hex, Buffer.from(token, 'base64url')] : hex;
}

const partBytes = 8;

/** Eight bytes in a row of a value that only one leader has, anywhere in something long. */
function partsInCommon(
	valuesOf: ReadonlyMap<string, ReadonlySet<string>>,
	texts: ReadonlyMap<string, string>
): [string, string][] {
	const parts = new Map<string, string>();
	// Which first four bytes there are at all, so that nearly every place is passed over at once.
	const beginnings = new Uint8Array(1 << 24);
	for (const [leader, values] of valuesOf)
		for (const text of values) {
			if (text.length > 150) continue;
			for (const bytes of [Buffer.from(text), ...bytesOf(text.replace(/^\\/, ''))])
				for (let at = 0; at + partBytes <= bytes.length; at++) {
					const part = bytes.toString('hex', at, at + partBytes);
					const other = parts.get(part);
					parts.set(part, other === undefined || other === leader ? leader : shared);
					beginnings[bytes.readUInt32BE(at) >>> 8] = 1;
				}
		}
	const found: [string, string][] = [];
	for (const [text, item] of texts) {
		if (!text.startsWith('\\x')) continue;
		const bytes = Buffer.from(text.slice(2), 'hex');
		for (let at = 0; at + partBytes <= bytes.length; at++) {
			if (beginnings[bytes.readUInt32BE(at) >>> 8] === 0) continue;
			const leader = parts.get(bytes.toString('hex', at, at + partBytes));
			if (leader !== undefined && leader !== shared) found.push([leader, item]);
		}
	}
	return found;
}
