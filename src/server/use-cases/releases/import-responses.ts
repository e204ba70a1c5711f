// Answers that were collected elsewhere become a round of their own, opened and closed at once: all of it or nothing.
import type { InstrumentProblem } from '#domain/instrument/find-contradictions.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import { DEFAULT_MINIMUM_INVITED } from '#domain/round/reporting-groups.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { storeInstrument } from '#server/database/instruments.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { insertResponses } from '#server/database/responses.ts';
import { insertRound, insertRoundGroups } from '#server/database/rounds.ts';
import {
	parseResponses,
	type ParsedResponses,
	type ResponseColumns,
	type ResponseTable
} from '#server/response-files/parse-responses.ts';
import { unitsOfPaths } from '#server/response-files/units-of-paths.ts';
import { dayOf } from '../calendar-day.ts';
import { DEFAULT_THRESHOLD } from '../rounds/create-round.ts';
import { recordSystem } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ResponsesInput = ResponseColumns & {
	readonly name: string;
	/** The instrument file after `JSON.parse`, see docs/instrument-format.md. */
	readonly instrument: unknown;
	readonly table: ResponseTable;
};

export type ImportResponsesOutcome =
	| {
			readonly kind: 'imported';
			readonly roundId: string;
			readonly respondents: number;
			/** Units with respondents. */
			readonly units: number;
			readonly missingAnswers: number;
			/** Rows that `where` left out. */
			readonly leftOut: number;
	  }
	| { readonly kind: 'name-missing' | 'name-too-long' }
	| { readonly kind: 'faulty-instrument'; readonly problems: readonly InstrumentProblem[] }
	/** The organisation has another text under the same id and version. */
	| { readonly kind: 'other-instrument'; readonly id: string; readonly version: number }
	| Exclude<ParsedResponses, { readonly kind: 'responses' }>
	| Forbidden;

export async function importResponses(
	context: Context,
	actor: Actor,
	input: ResponsesInput
): Promise<ImportResponsesOutcome> {
	if (!isAllowed('import-responses', actor) || actor.kind === 'visitor') return forbidden;
	const name = input.name.trim();
	if (name === '') return { kind: 'name-missing' };
	if (name.length > 200) return { kind: 'name-too-long' };
	const targets = {
		factors: context.evidence.factors.map(({ id }) => id),
		outcomes: context.evidence.outcomes.map(({ id }) => id)
	};
	const read = parseInstrument(input.instrument, targets);
	if (read.kind === 'faulty') return { kind: 'faulty-instrument', problems: read.problems };
	const { instrument } = read;
	const parsed = parseResponses(instrument, input.table, input);
	if (parsed.kind !== 'responses') return parsed;

	const { organisationId } = actor;
	const key = { organisationId, roundId: context.randomId() };
	const organisation = await findOrganisation(context.db, organisationId);
	const { units, groups } = unitsOfPaths(parsed.paths, organisation?.name ?? name);
	const responses = parsed.answers.map((answers, respondent) => ({
		key: context.randomBytes(32),
		groupId: groups[parsed.pathOfRespondent[respondent] ?? -1]?.id ?? '',
		answers
	}));
	// The order of the file may tell who is who.
	responses.sort((one, other) => Buffer.compare(one.key, other.key));
	const now = context.now();
	const imported = await context.db.transaction().execute(async (db): Promise<ImportResponsesOutcome> => {
		if (!(await isKept(context, db, organisationId, instrument, now)))
			return { kind: 'other-instrument', id: instrument.id, version: instrument.version };
		await insertRound(db, {
			...key,
			id: key.roundId,
			name,
			source: 'imported',
			instrumentId: instrument.id,
			instrumentVersion: instrument.version,
			scopeUnitId: null,
			minimumInvited: DEFAULT_MINIMUM_INVITED,
			threshold: DEFAULT_THRESHOLD,
			opensOn: dayOf(now),
			closesOn: dayOf(now),
			createdAt: now,
			openedAt: now,
			remindedAt: null,
			closedAt: now,
			releasedAt: null
		});
		await insertRoundGroups(db, key, {
			units,
			reportingGroups: groups,
			leadershipGroups: groups.map((group) => ({
				id: group.id,
				managerId: null,
				unitId: group.unitId,
				groupId: group.id
			}))
		});
		await insertResponses(db, key, responses);
		const { missingAnswers, leftOut } = parsed;
		return {
			kind: 'imported',
			roundId: key.roundId,
			respondents: responses.length,
			units: groups.length,
			missingAnswers,
			leftOut
		};
	});
	if (imported.kind === 'imported')
		await recordSystem(context, actor, { action: 'import-responses', roundId: key.roundId });
	return imported;
}

/** True where this very text is one of the project's instruments or now kept for the organisation. */
async function isKept(
	context: Context,
	db: Context['db'],
	organisationId: string,
	instrument: Instrument,
	at: Date
): Promise<boolean> {
	const own = context.instruments.find(({ id, version }) => id === instrument.id && version === instrument.version);
	if (own !== undefined) return JSON.stringify(own) === JSON.stringify(instrument);
	return storeInstrument(db, organisationId, instrument, at);
}
