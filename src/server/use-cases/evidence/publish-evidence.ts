// All drafts become what readers see, at once, where no rule is broken by them.
import type { FieldProblem } from '#domain/evidence/edit/form-values.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findLastPublication, insertPublication } from '#server/database/evidence-publications.ts';
import { holdEvidence } from '#server/database/evidence-revisions.ts';
import { newProblems, readDrafts, type NamedProblem } from './evidence-drafts.ts';
import { editorName, problemsOfReason } from './evidence-editor.ts';
import { draftMark } from './list-evidence-drafts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { forgetPublishedEvidence } from './published-evidence.ts';

export type PublishEvidenceOutcome =
	| { readonly kind: 'published'; readonly publication: number; readonly records: number }
	| { readonly kind: 'nothing-to-publish' }
	/** A draft was saved since the list was looked at. */
	| { readonly kind: 'newer' }
	| { readonly kind: 'rules-broken'; readonly problems: readonly NamedProblem[] }
	| { readonly kind: 'unreadable'; readonly problems: readonly FieldProblem[] }
	| Forbidden;

export async function publishEvidence(
	context: Pick<Context, 'db' | 'shippedEvidence' | 'now'>,
	actor: Actor,
	input: {
		readonly note: string;
		/** The drafts that the editor saw. */
		readonly seen: string;
	}
): Promise<PublishEvidenceOutcome> {
	if (!isAllowed('publish-evidence', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const note = input.note.trim();
	const outcome = await context.db.transaction().execute(async (db): Promise<PublishEvidenceOutcome> => {
		await holdEvidence(db, organisationId);
		const { draft, published, unpublished } = await readDrafts(db, context.shippedEvidence, organisationId);
		if (unpublished.length === 0) return { kind: 'nothing-to-publish' };
		if (draftMark(unpublished) !== input.seen) return { kind: 'newer' };
		const unreadable = problemsOfReason(note, 'note');
		if (unreadable.length > 0) return { kind: 'unreadable', problems: unreadable };
		const problems = newProblems(draft, published, unpublished);
		if (problems.length > 0) return { kind: 'rules-broken', problems };
		const publication = ((await findLastPublication(db, organisationId))?.publication ?? 0) + 1;
		await insertPublication(db, organisationId, {
			publication,
			note,
			publisherName: editorName(actor),
			publishedAt: context.now(),
			records: unpublished
		});
		return { kind: 'published', publication, records: unpublished.length };
	});
	if (outcome.kind === 'published') forgetPublishedEvidence(context.db, organisationId);
	return outcome;
}
