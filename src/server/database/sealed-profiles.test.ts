// Somebody with the whole database in hand: every column, the hidden ones, and the pieces that long values are kept in.
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { sql, type Kysely } from 'kysely';
import { deriveRoundKeys, type RoundKeys } from '#ui/leader-key/derive.ts';
import { newLeaderKey } from '#ui/leader-key/key.ts';
import { openProfile, sealProfile, type KeptProfile } from '#ui/leader-key/seal-profile.ts';
import { forEachDatabase } from '../../../tests/support/each-database.ts';
import {
	holdSealedProfiles,
	shuffleSealedProfiles,
	writeSealedProfile,
	type SealedProfile
} from './sealed-profiles.ts';
import type { Tables } from './tables.ts';

const organisationId = randomUUID();
const rounds = [randomUUID(), randomUUID()] as const;
const leaderCount = 60;

forEachDatabase('sealed profiles', (open) => {
	test('two rounds of sealed profiles can neither be opened nor joined by whoever holds the database', async () => {
		const { kysely: db } = await open();
		const leaders = await keepTwoRounds(db);
		assert.deepEqual(await findings(db, leaders), []);
		for (const leader of leaders) {
			const kept = await openFrom(await dump(db), leader.key, rounds[0]);
			assert.equal(kept?.roundId, rounds[0], 'the leader opens it');
		}
	});

	test('the close alone hides the order, even of rows that were written one by one', async () => {
		const { kysely: db } = await open();
		assert.deepEqual(await findings(db, await keepTwoRounds(db, { store: writeAlone })), []);
	});

	const planted: readonly [string, PlantedLeak, RegExp][] = [
		['an identifier that begins alike in every round', { change: withSharedStart }, /two rows share/],
		['one writer’s token for all rounds', { change: withOneWriter }, /two rows share/],
		['a profile that is not sealed', { change: withoutSeal }, /a profile is not sealed/],
		['profiles as long as their text', { change: withOwnSize }, /rows differ in size/],
		['one key and one nonce for all rounds', { change: withOneNonce }, /two rows share/],
		['the leader’s key beside it', { change: withKeyBeside }, /a leader’s key lies in the database/],
		['rows in the order in which leaders came', { store: writeAlone, shuffle: async () => {} }, /the order of xmin/],
		['a close that updates rows in place', { store: writeAlone, shuffle: updateInPlace }, /the order of pieces/]
	];
	for (const [name, leak, finding] of planted) {
		test(`planted and caught: ${name}`, async () => {
			const { kysely: db } = await open();
			assert.match((await findings(db, await keepTwoRounds(db, leak))).join('; '), finding);
		});
	}

	test('while the round is open, any of eight rows may be the newest', async () => {
		const { kysely: db } = await open();
		let [isLastPiece, isLowest, isHighest] = [0, 0, 0];
		const written = 200;
		for (let index = 0; index < written; index++) {
			const profile = randomRow();
			await write(db, profile);
			if (index < 20) continue;
			const rows = await dump(db);
			const newest = rows.toSorted((one, other) => other.xmin - one.xmin)[0] ?? assert.fail();
			const together = rows.filter((row) => row.xmin === newest.xmin);
			assert.equal(together.length, 8);
			const own = Buffer.from(profile.profileId).toString('hex');
			assert.ok(together.some((row) => row.profileId === own));
			const last = together.toSorted((one, other) => other.piece - one.piece)[0];
			if (last?.profileId === own) isLastPiece += 1;
			// The eight stand side by side in the circle of identifiers; where the new one stands among them says nothing.
			const order = rows.map((row) => row.profileId).toSorted();
			const start = together
				.map((row) => order.indexOf(row.profileId))
				.find((place) => !together.some((row) => row.profileId === order[(place + order.length - 1) % order.length]));
			const place = (order.indexOf(own) - (start ?? 0) + order.length) % order.length;
			if (place === 0) isLowest += 1;
			if (place === 7) isHighest += 1;
		}
		// One of eight of 180 is 22.5, with a spread of 4.4: six spreads on either side.
		for (const count of [isLastPiece, isLowest, isHighest]) assert.ok(count > 0 && count < 50, `${count} of 180`);
	});

	test('a profile that is written again replaces the one before and nothing else', async () => {
		const { kysely: db } = await open();
		const rows = Array.from({ length: 12 }, randomRow);
		for (const row of rows) await write(db, row);
		const again = { ...(rows[3] ?? assert.fail()), sealed: randomBytes(4096) };
		await write(db, again);
		const expected = rows.map((row) => (row === rows[3] ? again : row));
		assert.deepEqual(
			(await dump(db)).map((row) => [row.profileId, row.sealed]).toSorted(byFirst),
			expected
				.map((row) => [Buffer.from(row.profileId).toString('hex'), Buffer.from(row.sealed).toString('hex')])
				.toSorted(byFirst)
		);
	});

	test('leaders who store at the same time as the close lose nothing', async () => {
		const { kysely: db } = await open();
		const rows = Array.from({ length: 24 }, randomRow);
		await Promise.all([
			...rows.map((row) => write(db, row)),
			...[1, 2, 3].map(() => db.transaction().execute((inside) => shuffleSealedProfiles(inside, organisationId)))
		]);
		assert.deepEqual(
			(await dump(db)).map((row) => row.profileId).toSorted(),
			rows.map((row) => Buffer.from(row.profileId).toString('hex')).toSorted()
		);
	});

	test('the close of one organisation leaves the profiles of another as they are', async () => {
		const { kysely: db } = await open();
		const other = { ...randomRow(), organisationId: randomUUID() };
		await write(db, other);
		await shuffleSealedProfiles(db, organisationId);
		const [row] = await db.selectFrom('sealed_profiles').selectAll().execute();
		assert.equal(row?.organisation_id, other.organisationId);
		assert.deepEqual(new Uint8Array(row?.sealed ?? []), new Uint8Array(other.sealed));
	});
});

type Leader = { readonly number: number; readonly key: Uint8Array<ArrayBuffer> };
type Made = SealedProfile & { readonly round: number; readonly keys: RoundKeys; readonly profile: KeptProfile };
type PlantedLeak = {
	readonly change?: (made: Made, leader: Leader) => SealedProfile | Promise<SealedProfile>;
	readonly store?: (db: Kysely<Tables>, row: SealedProfile) => Promise<void>;
	readonly shuffle?: (db: Kysely<Tables>) => Promise<void>;
};
/** What lies in the database of a row, with what no page shows. */
type DumpedRow = {
	readonly profileId: string;
	readonly writerHash: string;
	readonly sealed: string;
	readonly xmin: number;
	readonly page: number;
	readonly line: number;
	/** Running number of the pieces that the sealed bytes are kept in. */
	readonly piece: number;
};

/** Leaders come in the same order in both rounds, which is the worst case for whoever wants to hide it. */
async function keepTwoRounds(db: Kysely<Tables>, leak: PlantedLeak = {}): Promise<readonly Leader[]> {
	const leaders = Array.from({ length: leaderCount }, (_, number) => ({ number, key: newLeaderKey() }));
	for (const [round, roundId] of rounds.entries()) {
		for (const leader of leaders) {
			const keys = await deriveRoundKeys(leader.key, roundId);
			const profile = profileOf(leader, roundId);
			const sealed = (await sealProfile(profile, keys)) ?? assert.fail('too long');
			const writerHash = createHash('sha256').update(keys.writer).digest();
			const row = { organisationId, profileId: keys.profileId, writerHash, sealed };
			await (leak.store ?? write)(db, (await leak.change?.({ ...row, round, keys, profile }, leader)) ?? row);
		}
		await (leak.shuffle ?? ((own) => shuffleSealedProfiles(own, organisationId)))(db);
	}
	return leaders;
}

function profileOf(leader: Leader, roundId: string): KeptProfile {
	const answers = Object.fromEntries(
		Array.from({ length: 60 }, (_, item) => [`item-${item}`, (leader.number + item) % 5])
	);
	const scores = Object.fromEntries(Array.from({ length: 20 }, (_, scale) => [`scale-${scale}`, leader.number * 1.25]));
	return { roundId, roundName: 'Efterår', instrument: { id: 'ledertrivsel-1', version: 1 }, answers, scores };
}

async function openFrom(
	rows: readonly DumpedRow[],
	key: Uint8Array<ArrayBuffer>,
	roundId: string
): Promise<KeptProfile | null> {
	const keys = await deriveRoundKeys(key, roundId);
	const wanted = Buffer.from(keys.profileId).toString('hex');
	const row = rows.find((one) => one.profileId === wanted);
	return row === undefined ? null : openProfile(new Uint8Array(Buffer.from(row.sealed, 'hex')), keys);
}

async function write(db: Kysely<Tables>, row: SealedProfile): Promise<void> {
	await db.transaction().execute(async (inside) => {
		await holdSealedProfiles(inside, row.organisationId);
		await writeSealedProfile(inside, row, randomBytes);
	});
}

async function writeAlone(db: Kysely<Tables>, row: SealedProfile): Promise<void> {
	const values = {
		organisation_id: row.organisationId,
		profile_id: Buffer.from(row.profileId),
		writer_hash: Buffer.from(row.writerHash),
		sealed: Buffer.from(row.sealed)
	};
	await db.insertInto('sealed_profiles').values(values).execute();
}

function randomRow(): SealedProfile {
	return {
		organisationId,
		profileId: randomBytes(32),
		writerHash: randomBytes(32),
		sealed: randomBytes(4096)
	};
}

async function dump(db: Kysely<Tables>): Promise<DumpedRow[]> {
	const { rows: toast } = await sql<{ name: string }>`
		select reltoastrelid::regclass::text as name from pg_class where oid = 'sealed_profiles'::regclass`.execute(db);
	// The pieces are found by what they hold: a value's number is not shown by its row.
	const { rows: pieces } = await sql<{ piece: number; start: string }>`
		select chunk_id::bigint::integer as piece, encode(substr(chunk_data, 1, 32), 'hex') as start
		from ${sql.raw(toast[0]?.name ?? '')} where chunk_seq = 0`.execute(db);
	const pieceOf = new Map(pieces.map((piece) => [piece.start, piece.piece]));
	const { rows } = await sql<Record<'profile_id' | 'writer_hash' | 'sealed' | 'place' | 'xmin', string>>`
		select encode(profile_id, 'hex') as profile_id, encode(writer_hash, 'hex') as writer_hash,
			encode(sealed, 'hex') as sealed, ctid::text as place, xmin::text as xmin
		from sealed_profiles order by ctid`.execute(db);
	return rows.map((row) => {
		const [page, line] = row.place.slice(1, -1).split(',').map(Number);
		return {
			profileId: row.profile_id,
			writerHash: row.writer_hash,
			sealed: row.sealed,
			xmin: Number(row.xmin),
			page: page ?? 0,
			line: line ?? 0,
			piece: pieceOf.get(row.sealed.slice(0, 64)) ?? 0
		};
	});
}

/** All that an intruder finds who holds the database; the leaders' keys only tell whether a guess was right. */
async function findings(db: Kysely<Tables>, leaders: readonly Leader[]): Promise<string[]> {
	const rows = await dump(db);
	assert.equal(rows.length, leaderCount * 2);
	return [
		...sizesOf(rows),
		...equalBytes(rows),
		...unevenBits(rows),
		...(await opened(rows)),
		...(await joinedByOrder(rows, leaders))
	];
}

function sizesOf(rows: readonly DumpedRow[]): string[] {
	const sizes = new Set(
		rows.map((row) => [row.profileId, row.writerHash, row.sealed].map((text) => text.length).join())
	);
	return sizes.size === 1 ? [] : ['rows differ in size'];
}

/** Eight bytes in a row that stand in two rows: by chance once in 2⁶⁴ · pairs. */
function equalBytes(rows: readonly DumpedRow[]): string[] {
	const seen = new Map<string, number>();
	for (const [index, row] of rows.entries()) {
		for (const text of [row.profileId, row.writerHash, row.sealed]) {
			for (let at = 0; at + 16 <= text.length; at += 2) {
				const part = text.slice(at, at + 16);
				const other = seen.get(part);
				if (other !== undefined && other !== index) return [`two rows share ${part}`];
				seen.set(part, index);
			}
		}
	}
	return [];
}

/** Each bit of the identifiers and each value of a sealed byte comes about equally often; bounds of six spreads. */
function unevenBits(rows: readonly DumpedRow[]): string[] {
	const ids = Buffer.from(rows.map((row) => row.profileId + row.writerHash).join(''), 'hex');
	let ones = 0;
	for (const byte of ids) ones += byte.toString(2).replaceAll('0', '').length;
	const bits = ids.length * 8;
	const isEven = Math.abs(ones - bits / 2) < 6 * Math.sqrt(bits / 4);
	const bytes = Buffer.from(rows.map((row) => row.sealed).join(''), 'hex');
	const counts = new Array<number>(256).fill(0);
	for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
	const mean = bytes.length / 256;
	const isUniform = counts.every((count) => Math.abs(count - mean) < 6 * Math.sqrt(mean));
	return isEven && isUniform ? [] : ['bytes that are not random'];
}

/** Tries everything that lies in the database as a leader's key and as the key of a row, and looks for plain text. */
async function opened(rows: readonly DumpedRow[]): Promise<string[]> {
	for (const row of rows) {
		const sealed = new Uint8Array(Buffer.from(row.sealed, 'hex'));
		if (Buffer.from(sealed).includes('ledertrivsel')) return ['a profile is not sealed'];
		for (const text of [row.profileId, row.writerHash]) {
			const bytes = new Uint8Array(Buffer.from(text, 'hex'));
			const sealingKey = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
			const keys = { profileId: new Uint8Array(Buffer.from(row.profileId, 'hex')), writer: bytes, sealingKey };
			if ((await openProfile(sealed, keys)) !== null) return ['a row opens itself'];
			for (const half of [bytes.slice(0, 16), bytes.slice(16)])
				for (const roundId of rounds)
					if ((await openFrom(rows, half, roundId)) !== null) return ['a leader’s key lies in the database'];
		}
	}
	return [];
}

/**
 * Takes what hints at the order of writing, pairs the rows of the two rounds place by place, and counts the pairs that are
 * one leader: by chance one, with a spread of one (eight or more: once in 100,000). And how far each order goes with the order
 * in which leaders came: by chance 0.1 each, and 1.5 together never.
 */
async function joinedByOrder(rows: readonly DumpedRow[], leaders: readonly Leader[]): Promise<string[]> {
	const leaderOf = new Map<string, { number: number; round: number }>();
	for (const { key, number } of leaders)
		for (const [round, roundId] of rounds.entries()) {
			const { profileId } = await deriveRoundKeys(key, roundId);
			leaderOf.set(Buffer.from(profileId).toString('hex'), { number, round });
		}
	const orders: Record<string, (row: DumpedRow) => number> = {
		xmin: (row) => row.xmin,
		place: (row) => row.page * 1000 + row.line,
		pieces: (row) => row.piece
	};
	return Object.entries(orders).flatMap(([name, orderOf]) => {
		const inOrder = rows.toSorted((one, other) => orderOf(one) - orderOf(other));
		const ofRound = (round: number) =>
			inOrder.flatMap((row) => {
				const made = leaderOf.get(row.profileId);
				return made?.round === round ? [made.number] : [];
			});
		const [first, second] = [ofRound(0), ofRound(1)];
		const joined = first.filter((number, place) => second[place] === number).length;
		const along = Math.abs(correlation(first)) + Math.abs(correlation(second));
		return joined >= 8 || along > 1.5 ? [`the order of ${name} joins ${joined} leaders (${along.toFixed(2)})`] : [];
	});
}

/** Of the order with who came first to last. */
function correlation(numbers: readonly number[]): number {
	const mean = (numbers.length - 1) / 2;
	let [together, spread] = [0, 0];
	for (const [place, number] of numbers.entries()) {
		together += (place - mean) * (number - mean);
		spread += (place - mean) ** 2;
	}
	return spread === 0 ? 0 : together / spread;
}

function withSharedStart(made: Made, leader: Leader): SealedProfile {
	const profileId = Buffer.from(made.profileId);
	createHash('sha256').update(leader.key).digest().copy(profileId, 0, 0, 8);
	return { ...made, profileId };
}

function withOneWriter(made: Made, leader: Leader): SealedProfile {
	return { ...made, writerHash: createHash('sha256').update(leader.key).digest() };
}

function withoutSeal(made: Made): SealedProfile {
	return { ...made, sealed: Buffer.from(JSON.stringify(made.profile).padEnd(4096)) };
}

function withOwnSize(made: Made): SealedProfile {
	return { ...made, sealed: randomBytes(2000 + made.profile.roundName.length + (made.profileId[0] ?? 0)) };
}

async function withOneNonce(made: Made, leader: Leader): Promise<SealedProfile> {
	const key = await crypto.subtle.importKey('raw', leader.key, 'AES-GCM', false, ['encrypt']);
	const iv = new Uint8Array(leader.key.slice(0, 12));
	const text = new TextEncoder().encode(JSON.stringify({ answers: made.profile.answers }).padEnd(4068));
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
	return { ...made, sealed: Buffer.concat([randomBytes(12), new Uint8Array(sealed)]) };
}

function withKeyBeside(made: Made, leader: Leader): SealedProfile {
	return { ...made, writerHash: Buffer.concat([leader.key, randomBytes(16)]) };
}

async function updateInPlace(db: Kysely<Tables>): Promise<void> {
	await sql`update sealed_profiles set writer_hash = writer_hash`.execute(db);
}

function byFirst([one = '']: readonly string[], [other = '']: readonly string[]): number {
	return one < other ? -1 : 1;
}
