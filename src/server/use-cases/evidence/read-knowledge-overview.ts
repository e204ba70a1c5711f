import type { Language } from '#domain/language/localised.ts';
import type { OverviewDocument } from '#domain/overview/document.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { overviewDocument } from '#server/documents/overview-document.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type KnowledgeOverviewOutcome =
	{ readonly kind: 'knowledge-overview'; readonly document: OverviewDocument } | Forbidden;

/** All that the evidence base knows, as one text with its sources. */
export function readKnowledgeOverview(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	{ language }: { readonly language: Language }
): KnowledgeOverviewOutcome {
	if (!isAllowed('read-knowledge-overview', actor)) return forbidden;
	return { kind: 'knowledge-overview', document: overviewDocument(evidence, language) };
}
