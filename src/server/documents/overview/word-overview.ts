// The knowledge overview in one language: the composed findings with the words between them.
import { evidenceLicence } from '#domain/evidence/exported-evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Block, Chapter, ChapterId, Line, OverviewDocument } from '#domain/overview/document.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { formatDay, formatList } from '#texts/format.ts';
import { introduction, lastSearchOf, method } from './early-chapters.ts';
import { factorChapter } from './factor-chapters.ts';
import { conclusion, fit, highestOf, interventions, references } from './late-chapters.ts';
import { lowerFirst, wordingIn, type Citing, type Wording } from './wording.ts';

export const chapterIds: readonly ChapterId[] = [
	'introduction',
	'method',
	'strains',
	'carries',
	'context',
	'interventions',
	'fit',
	'conclusion',
	'references'
];

/** The same overview, language and way of citing give the same document. */
export function wordOverview(overview: Overview, language: Language, citing: Citing): OverviewDocument {
	const wording = wordingIn(language, citing);
	const { texts } = wording;
	const words = texts.overview;
	return {
		language,
		version: overview.version,
		publishedOn: overview.publishedOn,
		title: words.title,
		subtitle: words.subtitle,
		facts: [
			{ label: words.facts.edition, value: overview.version },
			{ label: words.facts.publishedOn, value: formatDay(language, overview.publishedOn) },
			{ label: words.facts.lastSearch, value: lastSearchOf(overview, wording) },
			{ label: words.facts.source, value: words.facts.sourceValue },
			{ label: words.facts.licence, value: evidenceLicence }
		],
		summary: { title: words.summaryTitle, lines: summaryLines(overview, wording) },
		chapters: chapterIds.map((id, place) => chapterOf(id, place + 1, overview, wording))
	};
}

function chapterOf(id: ChapterId, number: number, overview: Overview, wording: Wording): Chapter {
	const blocks = numbered(blocksOf(id, overview, wording), number);
	return { id, number, title: wording.texts.overview.chapters[id], blocks };
}

function blocksOf(id: ChapterId, overview: Overview, wording: Wording): readonly Block[] {
	switch (id) {
		case 'introduction':
			return introduction(overview, wording);
		case 'method':
			return method(overview, wording);
		case 'strains':
			return factorChapter('risk', overview, wording);
		case 'carries':
			return factorChapter('resource', overview, wording);
		case 'context':
			return factorChapter('context', overview, wording);
		case 'interventions':
			return interventions(overview, wording);
		case 'fit':
			return fit(overview, wording);
		case 'conclusion':
			return conclusion(overview, wording);
		case 'references':
			return references(overview, wording);
	}
}

/** Sections are numbered within their chapter; parts of sections are not. */
function numbered(blocks: readonly Block[], chapter: number): readonly Block[] {
	let section = 0;
	return blocks.map((block) =>
		block.kind === 'heading' && block.level === 2 ? { ...block, number: `${chapter}.${++section}` } : block
	);
}

function summaryLines({ factors, conclusion: known, levels }: Overview, wording: Wording): readonly Line[] {
	const { language, texts, say } = wording;
	const words = texts.overview.summary;
	const all = levels.flatMap((level) => level.interventions);
	const surest = known.surest.map(({ factor }) => lowerFirst(say(factor.shortName)));
	return [
		words.factors(factors.risk.length, factors.resource.length),
		...(surest.length === 0 ? [] : [words.surest(formatList(language, surest))]),
		words.certainty(known.all),
		...(known.others.all === 0 ? [] : [words.others(known.others.all, highestOf(known.others, wording))]),
		words.interventions(all.length, all.filter((one) => one.isMeasured).length)
	].map((text) => [{ text }]);
}
