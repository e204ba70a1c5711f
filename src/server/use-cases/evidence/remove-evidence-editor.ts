import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { removeEditor } from '#server/database/evidence-editors.ts';
import { endSessionsOf } from '#server/database/sessions.ts';
import { recordOf } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type RemoveEvidenceEditorOutcome =
	{ readonly kind: 'removed' } | { readonly kind: 'unknown-editor' } | Forbidden;

/** From then on the person cannot correct the evidence base; what was saved and published stays. */
export async function removeEvidenceEditor(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	actor: Actor,
	input: { readonly email: string }
): Promise<RemoveEvidenceEditorOutcome> {
	if (!isAllowed('remove-evidence-editor', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	const isRemoved = await removeEditor(context.db, actor.organisationId, input.email);
	// What is open in a browser somewhere ends now.
	if (isRemoved) {
		await endSessionsOf(context.db, [input.email]);
		await recordOf(context, actor, { action: 'take-role evidence-editor', email: input.email });
	}
	return { kind: isRemoved ? 'removed' : 'unknown-editor' };
}
