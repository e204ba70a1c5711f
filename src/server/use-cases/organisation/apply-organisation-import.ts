// The preview is saved: all of it or nothing, and what changed is kept as history.
import { applyChanges } from '#domain/organisation/apply-changes.ts';
import type { OrganisationChange } from '#domain/organisation/compare-organisations.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdImport, markImportApplied } from '#server/database/organisation-imports.ts';
import { readOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { closeAccess, type ClosedAccess } from '../accounts/close-access.ts';
import { isUuid } from '../is-uuid.ts';
import { movePlans } from '../plans/move-plans.ts';
import { recordSystem } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { waitingImport } from './read-organisation-import.ts';

export type ApplyOrganisationImportOutcome =
	| {
			readonly kind: 'saved';
			readonly changes: number;
			/** Who has lost which access, because their address belongs to no leader any more. */
			readonly closedAccess: ClosedAccess;
	  }
	| { readonly kind: 'already-saved' }
	/** Somebody changed the organisation after the preview, so that it no longer fits: read the file again. */
	| { readonly kind: 'outdated' }
	| { readonly kind: 'unknown-import' }
	| Forbidden;

export async function applyOrganisationImport(
	context: Context,
	actor: Actor,
	input: { readonly importId: string }
): Promise<ApplyOrganisationImportOutcome> {
	if (!isAllowed('apply-organisation-import', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.importId)) return { kind: 'unknown-import' };
	const { organisationId } = actor;
	const outcome = await context.db.transaction().execute(async (db): Promise<ApplyOrganisationImportOutcome> => {
		const stored = await holdImport(db, organisationId, input.importId);
		if (stored === null) return { kind: 'unknown-import' };
		if (stored.appliedAt !== null) return { kind: 'already-saved' };
		const { changes } = waitingImport(stored.content);
		const current = await readOrganisation(db, organisationId);
		const applied = applyIfFitting(current, changes);
		if (applied === null) return { kind: 'outdated' };
		const { organisation, history } = applied;
		await movePlans(db, { organisationId, before: current, after: organisation }, context.now());
		await writeOrganisation(db, organisationId, organisation, context.now());
		await markImportApplied(db, organisationId, { importId: stored.id, at: context.now(), changes: history });
		const closedAccess = await closeAccess({ ...context, db }, actor, { before: current, after: organisation });
		return { kind: 'saved', changes: changes.length, closedAccess };
	});
	if (outcome.kind === 'saved') await recordSystem(context, actor, { action: 'import-organisation' });
	return outcome;
}

/** Null where a change no longer fits the organisation, which `applyChanges` says with a RangeError. */
function applyIfFitting(
	current: Organisation,
	changes: readonly OrganisationChange[]
): ReturnType<typeof applyChanges> | null {
	try {
		return applyChanges(current, changes);
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
