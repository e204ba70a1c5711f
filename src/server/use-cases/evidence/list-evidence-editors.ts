import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listEditors, type EvidenceEditor } from '#server/database/evidence-editors.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ListEvidenceEditorsOutcome =
	{ readonly kind: 'editors'; readonly editors: readonly EvidenceEditor[] } | Forbidden;

/** Who may correct the evidence base; in the demonstration nobody may, and nobody can be given leave. */
export async function listEvidenceEditors(
	context: Pick<Context, 'db'>,
	actor: Actor
): Promise<ListEvidenceEditorsOutcome> {
	if (!isAllowed('list-evidence-editors', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	return { kind: 'editors', editors: await listEditors(context.db, actor.organisationId) };
}
