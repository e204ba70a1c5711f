// Rounds and their frozen groups.
import type { Kysely } from 'kysely';
import { slices } from '#server/database/slices.ts';
import type { RoundsTable, Tables } from '#server/database/tables.ts';
import type { Selectable } from 'kysely';

export type RoundSource = 'ballots' | 'imported' | 'simulated';

export type Round = {
	readonly organisationId: string;
	readonly id: string;
	readonly name: string;
	readonly source: RoundSource;
	readonly instrumentId: string;
	readonly instrumentVersion: number;
	readonly scopeUnitId: string | null;
	readonly minimumInvited: number;
	readonly threshold: number;
	/** Calendar days, YYYY-MM-DD. */
	readonly opensOn: string;
	readonly closesOn: string;
	readonly keyCustody: KeyCustody;
	readonly createdAt: Date;
	/** The opening has begun: what cannot change later is frozen, and keys are being made. */
	readonly preparingAt: Date | null;
	readonly openedAt: Date | null;
	readonly remindedAt: Date | null;
	/** No ballot is handed out any more. */
	readonly closingAt: Date | null;
	/** The ballot box was opened. */
	readonly closedAt: Date | null;
	readonly releasedAt: Date | null;
	/** Since when the file with the round's key has been missing; null where it lies in its place or is not needed. */
	readonly keyMissingAt: Date | null;
	/** When each half of a split key was typed back by the person who keeps it. */
	readonly firstHalfAt: Date | null;
	readonly secondHalfAt: Date | null;
	/** Responses that could not be read; before the box is opened: when it was tried and left shut for that. */
	readonly unreadable: number | null;
	/** The round that a light round looks back on; null for every other. */
	readonly followsRoundId: string | null;
};

/** Where the secret lies that opens the ballot box: in a file of the server, or in two halves with two people. */
export type KeyCustody = 'file' | 'split';

/** A group whose answers are added up; `pools` names the units whose leadership groups it holds. */
export type StoredReportingGroup = {
	readonly id: string;
	readonly name: string;
	readonly unitId: string;
	readonly path: readonly string[];
	readonly pools: readonly string[];
	/** What all its leaders have in common, such as their level. */
	readonly attributes: Readonly<Record<string, string>>;
	readonly invited: number | null;
};

/** Attributes may be left out where nothing is known of the leaders. */
export type NewReportingGroup = Omit<StoredReportingGroup, 'attributes'> &
	Partial<Pick<StoredReportingGroup, 'attributes'>>;

export type StoredLeadershipGroup = {
	readonly id: string;
	readonly managerId: string | null;
	readonly unitId: string;
	readonly groupId: string;
};

export type StoredUnit = { readonly id: string; readonly name: string; readonly parentId: string | null };

type Key = { readonly organisationId: string; readonly roundId: string };

/** What a round has only later may be left out. */
export type NewRound = Omit<Round, OpeningField> & Partial<Pick<Round, OpeningField>>;
type OpeningField =
	| 'keyCustody'
	| 'preparingAt'
	| 'closingAt'
	| 'keyMissingAt'
	| 'firstHalfAt'
	| 'secondHalfAt'
	| 'unreadable'
	| 'followsRoundId';

export async function insertRound(db: Kysely<Tables>, round: NewRound): Promise<void> {
	await db
		.insertInto('rounds')
		.values({
			organisation_id: round.organisationId,
			round_id: round.id,
			name: round.name,
			source: round.source,
			instrument_id: round.instrumentId,
			instrument_version: round.instrumentVersion,
			scope_unit_id: round.scopeUnitId,
			minimum_invited: round.minimumInvited,
			threshold: round.threshold,
			opens_on: round.opensOn,
			closes_on: round.closesOn,
			key_custody: round.keyCustody ?? 'file',
			created_at: round.createdAt,
			preparing_at: round.preparingAt ?? null,
			opened_at: round.openedAt,
			reminded_at: round.remindedAt,
			closing_at: round.closingAt ?? null,
			closed_at: round.closedAt,
			released_at: round.releasedAt,
			follows_round_id: round.followsRoundId ?? null
		})
		.execute();
}

export async function findRound(db: Kysely<Tables>, key: Key): Promise<Round | null> {
	return firstOf(await ownRow(db, key).execute());
}

/** The same, held until the transaction ends: two people who press at once take turns. */
export async function holdRound(db: Kysely<Tables>, key: Key): Promise<Round | null> {
	return firstOf(await ownRow(db, key).forUpdate().execute());
}

/** The same, held against being closed until the transaction ends; many may hold it so at a time. */
export async function holdRoundShared(db: Kysely<Tables>, key: Key): Promise<Round | null> {
	return firstOf(await ownRow(db, key).forShare().execute());
}

/** By the number in a public address alone: a leader who answers has not said which organisation. */
export async function findRoundAnywhere(db: Kysely<Tables>, roundId: string): Promise<Round | null> {
	return firstOf(await db.selectFrom('rounds').selectAll().where('round_id', '=', roundId).execute());
}

/** Newest first. */
export async function listRounds(db: Kysely<Tables>, organisationId: string): Promise<Round[]> {
	const rows = await db
		.selectFrom('rounds')
		.selectAll()
		.where('organisation_id', '=', organisationId)
		.orderBy('created_at', 'desc')
		.orderBy('round_id')
		.execute();
	return rows.map(roundOf);
}

export async function markRound(
	db: Kysely<Tables>,
	key: Key,
	mark: 'opened_at' | 'reminded_at' | 'closing_at' | 'closed_at' | 'released_at',
	at: Date
): Promise<void> {
	await db
		.updateTable('rounds')
		.set({ [mark]: at })
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.execute();
}

/** Freezes the organisation and its groups as they are when the round opens. */
export async function insertRoundGroups(
	db: Kysely<Tables>,
	key: Key,
	frozen: {
		readonly units: readonly StoredUnit[];
		readonly reportingGroups: readonly NewReportingGroup[];
		readonly leadershipGroups: readonly StoredLeadershipGroup[];
	}
): Promise<void> {
	const own = { organisation_id: key.organisationId, round_id: key.roundId };
	for (const part of slices(frozen.units)) {
		const values = part.map((unit) => ({ ...own, unit_id: unit.id, name: unit.name, parent_unit_id: unit.parentId }));
		await db.insertInto('round_units').values(values).execute();
	}
	for (const part of slices(frozen.reportingGroups)) {
		const values = part.map((group) => ({
			...own,
			group_id: group.id,
			name: group.name,
			unit_id: group.unitId,
			path: JSON.stringify(group.path),
			pools: JSON.stringify(group.pools),
			attributes: JSON.stringify(group.attributes ?? {}),
			invited: group.invited
		}));
		await db.insertInto('reporting_groups').values(values).execute();
	}
	for (const part of slices(frozen.leadershipGroups)) {
		const values = part.map((group) => ({
			...own,
			leadership_group_id: group.id,
			manager_id: group.managerId,
			unit_id: group.unitId,
			group_id: group.groupId
		}));
		await db.insertInto('leadership_groups').values(values).execute();
	}
}

export async function listRoundUnits(db: Kysely<Tables>, key: Key): Promise<StoredUnit[]> {
	const rows = await db
		.selectFrom('round_units')
		.select(['unit_id', 'name', 'parent_unit_id'])
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.orderBy('unit_id')
		.execute();
	return rows.map((row) => ({ id: row.unit_id, name: row.name, parentId: row.parent_unit_id }));
}

export async function listReportingGroups(db: Kysely<Tables>, key: Key): Promise<StoredReportingGroup[]> {
	const rows = await db
		.selectFrom('reporting_groups')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.orderBy('group_id')
		.execute();
	return rows.map((row) => ({
		id: row.group_id,
		name: row.name,
		unitId: row.unit_id,
		path: textsOf(row.path),
		pools: textsOf(row.pools),
		attributes: attributesOf(row.attributes),
		invited: row.invited
	}));
}

export async function listLeadershipGroups(db: Kysely<Tables>, key: Key): Promise<StoredLeadershipGroup[]> {
	const rows = await db
		.selectFrom('leadership_groups')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId)
		.orderBy('leadership_group_id')
		.execute();
	return rows.map((row) => ({
		id: row.leadership_group_id,
		managerId: row.manager_id,
		unitId: row.unit_id,
		groupId: row.group_id
	}));
}

function ownRow(db: Kysely<Tables>, key: Key) {
	return db
		.selectFrom('rounds')
		.selectAll()
		.where('organisation_id', '=', key.organisationId)
		.where('round_id', '=', key.roundId);
}

function firstOf([row]: readonly Selectable<RoundsTable>[]): Round | null {
	return row === undefined ? null : roundOf(row);
}

function roundOf(row: Selectable<RoundsTable>): Round {
	return {
		organisationId: row.organisation_id,
		id: row.round_id,
		name: row.name,
		source: sourceOf(row.source),
		instrumentId: row.instrument_id,
		instrumentVersion: row.instrument_version,
		scopeUnitId: row.scope_unit_id,
		minimumInvited: row.minimum_invited,
		threshold: row.threshold,
		opensOn: row.opens_on,
		closesOn: row.closes_on,
		keyCustody: custodyOf(row.key_custody),
		createdAt: row.created_at,
		preparingAt: row.preparing_at,
		openedAt: row.opened_at,
		remindedAt: row.reminded_at,
		closingAt: row.closing_at,
		closedAt: row.closed_at,
		releasedAt: row.released_at,
		keyMissingAt: row.key_missing_at,
		firstHalfAt: row.first_half_at,
		secondHalfAt: row.second_half_at,
		unreadable: row.unreadable,
		followsRoundId: row.follows_round_id
	};
}

function custodyOf(text: string): KeyCustody {
	if (text === 'file' || text === 'split') return text;
	throw new Error(`unknown place of a round's key: ${text}`);
}

function attributesOf(value: unknown): Readonly<Record<string, string>> {
	if (typeof value !== 'object' || value === null) throw new Error('expected attributes of a group');
	return Object.fromEntries(
		Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
}

function sourceOf(text: string): RoundSource {
	if (text === 'ballots' || text === 'imported' || text === 'simulated') return text;
	throw new Error(`unknown source of a round: ${text}`);
}

function textsOf(value: unknown): string[] {
	if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value;
	throw new Error('expected a list of texts');
}
