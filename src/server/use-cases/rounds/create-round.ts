// A round is planned: what is asked, of whom, and when. Nothing is frozen and nobody is asked before it opens.
import type { Instrument } from '#domain/instrument/instrument.ts';
import { DEFAULT_MINIMUM_INVITED } from '#domain/round/reporting-groups.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import { insertRound, type NewRound } from '#server/database/rounds.ts';
import { dayOf, isDay } from '../calendar-day.ts';
import { recordSystem } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type RoundInput = {
	readonly name: string;
	readonly instrumentId: string;
	/** Null: the whole organisation. */
	readonly scopeUnitId: string | null;
	/** Calendar days, YYYY-MM-DD. */
	readonly opensOn: string;
	readonly closesOn: string;
};

export type RoundProblem =
	| 'name-missing'
	| 'name-too-long'
	| 'unknown-instrument'
	| 'unknown-unit'
	| 'opens-on-not-a-day'
	| 'closes-on-not-a-day'
	| 'closes-before-it-opens'
	| 'closes-in-the-past';

export type CreateRoundOutcome =
	| { readonly kind: 'created'; readonly roundId: string }
	| { readonly kind: 'faulty'; readonly problems: readonly RoundProblem[] }
	| Forbidden;

/** Fewest responses behind anything that is shown. */
export const DEFAULT_THRESHOLD = 5;

export async function createRound(context: Context, actor: Actor, input: RoundInput): Promise<CreateRoundOutcome> {
	if (!isAllowed('create-round', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const organisation = await readOrganisation(context.db, organisationId);
	const instrument = context.instruments.find((one) => one.id === input.instrumentId && one.pages.length > 0);
	const name = input.name.trim();
	const isUnknownUnit = input.scopeUnitId !== null && !organisation.units.some((unit) => unit.id === input.scopeUnitId);
	const problems: readonly RoundProblem[] = [
		...nameProblems(name),
		...(instrument === undefined ? (['unknown-instrument'] as const) : []),
		...(isUnknownUnit ? (['unknown-unit'] as const) : []),
		...periodProblems(input, dayOf(context.now()))
	];
	if (problems.length > 0 || instrument === undefined) return { kind: 'faulty', problems };
	const { opensOn, closesOn } = input;
	const round = ballotRound(context, { organisationId, name, instrument, opensOn, closesOn });
	await insertRound(context.db, { ...round, scopeUnitId: input.scopeUnitId });
	await recordSystem(context, actor, { action: 'create-round', roundId: round.id });
	return { kind: 'created', roundId: round.id };
}

/** A round that will be answered by ballots, as it stands before anything has happened to it. */
export function ballotRound(
	context: Pick<Context, 'now' | 'randomId'>,
	of: {
		readonly organisationId: string;
		readonly name: string;
		readonly instrument: Instrument;
		readonly opensOn: string;
		readonly closesOn: string;
	}
): NewRound {
	const { instrument, ...rest } = of;
	return {
		...rest,
		id: context.randomId(),
		source: 'ballots',
		instrumentId: instrument.id,
		instrumentVersion: instrument.version,
		scopeUnitId: null,
		minimumInvited: DEFAULT_MINIMUM_INVITED,
		threshold: DEFAULT_THRESHOLD,
		createdAt: context.now(),
		openedAt: null,
		remindedAt: null,
		closedAt: null,
		releasedAt: null
	};
}

export function nameProblems(name: string): ('name-missing' | 'name-too-long')[] {
	if (name === '') return ['name-missing'];
	return name.length > 200 ? ['name-too-long'] : [];
}

/** `today`: calendar day, YYYY-MM-DD. */
export function periodProblems(
	{ opensOn, closesOn }: Pick<RoundInput, 'opensOn' | 'closesOn'>,
	today: string
): ('opens-on-not-a-day' | 'closes-on-not-a-day' | 'closes-before-it-opens' | 'closes-in-the-past')[] {
	const opens = isDay(opensOn) ? [] : (['opens-on-not-a-day'] as const);
	if (!isDay(closesOn)) return [...opens, 'closes-on-not-a-day'];
	if (isDay(opensOn) && closesOn < opensOn) return [...opens, 'closes-before-it-opens'];
	return closesOn < today ? [...opens, 'closes-in-the-past'] : [...opens];
}
