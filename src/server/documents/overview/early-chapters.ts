// The chapters before the factors: why leaders' well-being matters, and how this text was made.
import type { Block } from '#domain/overview/document.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { certaintiesInOrder } from '#domain/evidence/order.ts';
import { formatDay, formatList, formatNumber } from '#texts/format.ts';
import { collectNotes, subjectBlocks } from './claims.ts';
import { capital, heading, lowerFirst, paragraph, type Wording } from './wording.ts';

export function introduction(overview: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.introduction;
	const notes = collectNotes('introduction', wording);
	const blocks: Block[] = words.paragraphs.map((text) => paragraph(text));
	for (const { of, subject } of overview.consequences) {
		blocks.push(heading(2, `consequences-${of}`, words.groups[of]));
		blocks.push(...subjectBlocks({ section: `consequences-${of}`, subject }, notes, wording));
	}
	if (overview.reachingOthers.length > 0) {
		const list = overview.reachingOthers.map(({ factor, outcomes }) => {
			const names = outcomes.map((outcome) => lowerFirst(wording.say(outcome.name)));
			return `${lowerFirst(wording.say(factor.shortName))} (${formatList(wording.language, names)})`;
		});
		blocks.push(
			heading(2, 'reaching-others', words.reachingOthers),
			paragraph(words.reachingOthersText(formatList(wording.language, list)))
		);
	}
	return [...blocks, ...notes.blocks()];
}

export function method(overview: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.method;
	const notes = collectNotes('method', wording);
	return [
		...words.paragraphs.map((text) => paragraph(text)),
		...searchBlocks(overview, wording),
		...criteriaBlocks(overview, wording),
		...certaintyBlocks(overview, wording),
		heading(2, 'not-verified', words.verifiedTitle),
		paragraph(words.verified(overview.works)),
		paragraph(words.abstracts),
		heading(2, 'reading', words.readingTitle),
		paragraph(words.reading),
		heading(2, 'research', words.researchTitle),
		...subjectBlocks({ section: 'research', subject: overview.research }, notes, wording),
		...leftOutBlocks(overview, wording),
		...notes.blocks()
	];
}

/** The day of the last search, or its year where the day is not known. */
export function lastSearchOf({ lastSearch: { day, year } }: Pick<Overview, 'lastSearch'>, wording: Wording): string {
	return day === null ? wording.texts.overview.yearOnly(year) : formatDay(wording.language, day);
}

function searchBlocks(overview: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.method;
	const figure = (value: number) => formatNumber(wording.language, value);
	const facts = {
		found: figure(overview.search.found),
		readInFull: figure(overview.search.readInFull),
		included: figure(overview.search.included),
		works: figure(overview.works.all)
	};
	return [
		heading(2, 'search', words.searchTitle),
		paragraph(
			words.search({
				...facts,
				cited: figure(overview.works.cited),
				lastSearch:
					overview.lastSearch.day === null
						? `${overview.lastSearch.year}`
						: formatDay(wording.language, overview.lastSearch.day)
			})
		),
		{
			kind: 'flow',
			id: 'figure-search',
			caption: words.flowCaption,
			alternative: words.flowAlt(facts),
			steps: [
				{ figure: facts.found, text: words.flow.found },
				{ figure: words.about(facts.readInFull), text: words.flow.readInFull },
				{ figure: facts.included, text: words.flow.included },
				{ figure: facts.works, text: words.flow.works }
			]
		}
	];
}

function criteriaBlocks({ works }: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.method;
	const figure = (value: number) => formatNumber(wording.language, value);
	return [
		heading(2, 'criteria', words.criteriaTitle),
		paragraph(words.criteria),
		{
			kind: 'table',
			id: 'table-criteria',
			caption: words.criteriaCaption,
			columns: words.criteriaColumns.map((label, place) => ({ label, isText: place === 0 })),
			rows: works.criteria.map(({ criterion, yes, no, unknown }) => [
				words.criteriaNames[criterion],
				...[yes, no, unknown].map(figure)
			]),
			hasTotal: false
		}
	];
}

function certaintyBlocks({ conclusion: { all } }: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.method;
	const { levels } = wording.texts.certaintyWords;
	return [
		heading(2, 'certainty', words.certaintyTitle),
		paragraph(words.certainty),
		{ kind: 'list', isNumbered: true, items: words.rule.map((text) => [{ text }]) },
		paragraph(words.ruleMore, 'quiet'),
		{
			kind: 'table',
			id: 'table-certainty',
			caption: words.tallyCaption,
			columns: words.tallyColumns.map((label, place) => ({ label, isText: place < 2 })),
			rows: certaintiesInOrder.map((certainty) => [
				capital(levels[certainty].name),
				levels[certainty].meaning,
				formatNumber(wording.language, all[certainty])
			]),
			hasTotal: false
		}
	];
}

function leftOutBlocks({ leftOut }: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.method;
	if (leftOut.length === 0) return [];
	const ids = leftOut.map(({ finding }) => finding.id);
	return [heading(2, 'left-out', words.leftOutTitle), paragraph(words.leftOut(formatList(wording.language, ids)))];
}
