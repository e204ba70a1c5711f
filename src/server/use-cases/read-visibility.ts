// What anybody may know before answering: the groups of an open round with their names and sizes, and the rules.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { findRoundAnywhere, listReportingGroups, type StoredReportingGroup } from '#server/database/rounds.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';

export type ReadVisibilityOutcome =
	| {
			readonly kind: 'visibility';
			readonly name: string;
			readonly isDemonstration: boolean;
			readonly minimumInvited: number;
			readonly threshold: number;
			readonly groups: readonly StoredReportingGroup[];
	  }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function readVisibility(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadVisibilityOutcome> {
	if (!isAllowed('read-visibility', actor)) return forbidden;
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null) return { kind: 'unknown-round' };
	const organisation = await findOrganisation(context.db, round.organisationId);
	return {
		kind: 'visibility',
		name: round.name,
		isDemonstration: organisation?.isDemonstration ?? false,
		minimumInvited: round.minimumInvited,
		threshold: round.threshold,
		groups: await listReportingGroups(context.db, { organisationId: round.organisationId, roundId: round.id })
	};
}
