// A round is planned: what is asked, of whom, and when. Nothing is frozen and nobody is asked before it opens.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import { insertRound } from '#server/database/rounds.ts';
import { DEFAULT_MINIMUM_INVITED } from '#domain/round/reporting-groups.ts';
import { dayOf, isDay } from './calendar-day.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

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
	const today = dayOf(context.now());
	const problems: RoundProblem[] = [];
	if (name === '') problems.push('name-missing');
	if (name.length > 200) problems.push('name-too-long');
	if (instrument === undefined) problems.push('unknown-instrument');
	if (input.scopeUnitId !== null && !organisation.units.some((unit) => unit.id === input.scopeUnitId))
		problems.push('unknown-unit');
	if (!isDay(input.opensOn)) problems.push('opens-on-not-a-day');
	if (!isDay(input.closesOn)) problems.push('closes-on-not-a-day');
	else if (isDay(input.opensOn) && input.closesOn < input.opensOn) problems.push('closes-before-it-opens');
	else if (input.closesOn < today) problems.push('closes-in-the-past');
	if (problems.length > 0 || instrument === undefined) return { kind: 'faulty', problems };
	const roundId = context.randomId();
	await insertRound(context.db, {
		organisationId,
		id: roundId,
		name,
		source: 'ballots',
		instrumentId: instrument.id,
		instrumentVersion: instrument.version,
		scopeUnitId: input.scopeUnitId,
		minimumInvited: DEFAULT_MINIMUM_INVITED,
		threshold: DEFAULT_THRESHOLD,
		opensOn: input.opensOn,
		closesOn: input.closesOn,
		createdAt: context.now(),
		openedAt: null,
		remindedAt: null,
		closedAt: null,
		releasedAt: null
	});
	return { kind: 'created', roundId };
}
