// The knowledge overview of a base in one language, made once for each edition that is read.
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import { composeOverview } from '#domain/overview/compose-overview.ts';
import type { OverviewDocument } from '#domain/overview/document.ts';
import { apaInText, apaReference } from '#server/references/apa-reference.ts';
import { wordOverview } from './overview/word-overview.ts';

/** An edition that nobody reads any more is forgotten with its documents. */
const made = new WeakMap<EvidenceBase, Map<Language, OverviewDocument>>();

export function overviewDocument(base: EvidenceBase, language: Language): OverviewDocument {
	const ofBase = made.get(base) ?? new Map<Language, OverviewDocument>();
	made.set(base, ofBase);
	const before = ofBase.get(language);
	if (before !== undefined) return before;
	const document = wordOverview(composeOverview(base), language, { inText: apaInText, reference: apaReference });
	ofBase.set(language, document);
	return document;
}
