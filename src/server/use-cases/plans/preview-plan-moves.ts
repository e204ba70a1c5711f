// Before an import is saved: the open plans that it touches, so that nobody is surprised.
import { applyChanges } from '#domain/organisation/apply-changes.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdImport } from '#server/database/organisation-imports.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import { isUuid } from '../is-uuid.ts';
import { touchedPlans, type TouchedPlan } from './move-plans.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { waitingImport } from '../organisation/read-organisation-import.ts';

export type PreviewPlanMovesOutcome =
	| { readonly kind: 'touched'; readonly plans: readonly TouchedPlan[] }
	| { readonly kind: 'unknown-import' }
	| Forbidden;

/** Empty where the preview no longer fits the organisation: it cannot be saved either. */
export async function previewPlanMoves(
	context: Context,
	actor: Actor,
	input: { readonly importId: string }
): Promise<PreviewPlanMovesOutcome> {
	if (!isAllowed('preview-plan-moves', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const stored = isUuid(input.importId) ? await holdImport(context.db, organisationId, input.importId) : null;
	if (stored === null || stored.appliedAt !== null) return { kind: 'unknown-import' };
	const before = await readOrganisation(context.db, organisationId);
	const after = organisationAfter(before, waitingImport(stored.content).changes);
	return {
		kind: 'touched',
		plans: after === null ? [] : await touchedPlans(context.db, { organisationId, before, after })
	};
}

function organisationAfter(...changed: Parameters<typeof applyChanges>) {
	try {
		return applyChanges(...changed).organisation;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
