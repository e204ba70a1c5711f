// Which round is meant: by its id, by its name where only one has it, or the latest.
import type { Context } from '#server/context.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { findRoundAnywhere, listRounds, type Round } from '#server/database/rounds.ts';
import { isUuid } from '#server/use-cases/is-uuid.ts';
import { requireOrganisation } from './find-organisation.ts';
import { refuse } from './refusal.ts';

export async function findRound(
	context: Pick<Context, 'db'>,
	wanted: string,
	organisation: string | undefined
): Promise<Round> {
	if (isUuid(wanted)) {
		return (await findRoundAnywhere(context.db, wanted.toLowerCase())) ?? refuse(`there is no round ${wanted}`);
	}
	const rounds = await roundsOf(context, organisation);
	if (rounds.length === 0) refuse('there is no round yet');
	if (wanted === 'latest') return latestOf(context, rounds);
	const text = wanted.trim().toLocaleLowerCase('da');
	const found = rounds.filter((round) => round.name.toLocaleLowerCase('da') === text);
	if (found.length > 1) {
		refuse(`several rounds are called "${wanted}": give the id, one of ${found.map(({ id }) => id).join(', ')}`);
	}
	const names = rounds.slice(0, 10).map(({ name }) => `"${name}"`);
	return found[0] ?? refuse(`there is no round "${wanted}"; there is: ${names.join(', ')}`);
}

/** Newest first; without a named organisation those of all, so that a demonstration's round is found by its name too. */
export async function roundsOf(
	context: Pick<Context, 'db'>,
	organisation: string | undefined
): Promise<readonly Round[]> {
	const organisations =
		organisation === undefined
			? await listOrganisations(context.db)
			: [await requireOrganisation(context, organisation)];
	const rounds = await Promise.all(organisations.map(({ id }) => listRounds(context.db, id)));
	return rounds.flat().toSorted((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
}

/** The demonstration's only where nobody else has one: its rounds are made anew at any time. */
async function latestOf(context: Pick<Context, 'db'>, rounds: readonly Round[]): Promise<Round> {
	const demonstrations = (await listOrganisations(context.db)).filter(({ isDemonstration }) => isDemonstration);
	const isOwn = (round: Round) => demonstrations.every(({ id }) => id !== round.organisationId);
	const meant = rounds.some(isOwn) ? rounds.filter(isOwn) : rounds;
	if (new Set(meant.map((round) => round.organisationId)).size > 1) {
		refuse('several organisations have rounds: say which with --organisation, or give the id of the round');
	}
	return meant[0] ?? refuse('there is no round yet');
}

/** The command line acts as the machine itself, in the organisation of the round. */
export function actorFor(round: Round) {
	return { kind: 'system', organisationId: round.organisationId } as const;
}
