// The chapters after the factors: what can be done, whether it fits, what it all amounts to, and the works.
import type { Certainty } from '#domain/evidence/evidence.ts';
import type { Block, Line } from '#domain/overview/document.ts';
import type { Conclusion, LevelSection, Overview, Tally, ToldIntervention } from '#domain/overview/overview.ts';
import { certaintiesInOrder } from '#domain/evidence/order.ts';
import { sureOnes } from '#domain/overview/told-findings.ts';
import { formatList, formatNumber, sortTexts } from '#texts/format.ts';
import { collectNotes, subjectBlocks } from './claims.ts';
import { heading, lowerFirst, paragraph, workAnchor, type Wording } from './wording.ts';

export function interventions(overview: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.interventions;
	const notes = collectNotes('interventions', wording);
	return [
		paragraph(words.lead),
		paragraph(words.lead2),
		heading(2, 'interventions-general', words.generalTitle),
		...subjectBlocks({ section: 'interventions-general', subject: overview.generalEffects }, notes, wording),
		...notes.blocks(),
		...overview.levels.flatMap((section) => levelSection(section, wording))
	];
}

function levelSection({ level, interventions: own, effects }: LevelSection, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.interventions;
	const notes = collectNotes(level, wording);
	const [what = '', who = '', certainty = ''] = words.columns;
	const hasEffects = effects.steps.length + effects.uncarried.length > 0;
	return [
		heading(2, `level-${level}`, words.levels[level]),
		paragraph(words.levelLines[level]),
		{
			kind: 'interventions',
			id: `table-${level}`,
			caption: words.tableCaption(words.levels[level]),
			columns: [what, who, certainty],
			entries: own.map((one) => entryOf(one, wording))
		},
		heading(3, `effects-${level}`, words.effectsTitle),
		...(hasEffects
			? subjectBlocks({ section: `effects-${level}`, subject: effects }, notes, wording)
			: [paragraph(words.effectsNone)]),
		...notes.blocks()
	];
}

function entryOf({ intervention, certainty, isMeasured, factors }: ToldIntervention, wording: Wording) {
	const words = wording.texts.overview.interventions;
	const names = factors.map((factor) => lowerFirst(wording.say(factor.shortName)));
	return {
		id: `intervention-${intervention.id}`,
		intervention: intervention.id,
		name: wording.say(intervention.name),
		text: wording.say(intervention.description),
		aimedAt: names.length === 0 ? '' : `${words.aimedAt}: ${formatList(wording.language, names)}.`,
		who: wording.say(intervention.mandate),
		certainty,
		certaintyWords: nameOf(certainty, wording),
		measured: isMeasured ? words.measured : words.notMeasured
	};
}

export function fit(overview: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.fit;
	const notes = collectNotes('fit', wording);
	const hasFindings = overview.fit.steps.length + overview.fit.uncarried.length > 0;
	return [
		paragraph(words.lead),
		{
			kind: 'list',
			isNumbered: false,
			items: words.parts.map(([name, question]) => [
				{ text: `${name}.`, style: 'strong' as const },
				{ text: ` ${question}` }
			])
		},
		paragraph(words.more),
		...(hasFindings ? [heading(2, 'fit-findings', words.findingsTitle)] : []),
		...subjectBlocks({ section: 'fit-findings', subject: overview.fit }, notes, wording),
		...notes.blocks()
	];
}

export function conclusion(overview: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.conclusion;
	const { surest, thin, all } = overview.conclusion;
	const nameFactor = ({ factor }: Conclusion['factors'][number]) => lowerFirst(wording.say(factor.shortName));
	const surestList = surest.map((one) => words.surestItem(nameFactor(one), sureOnes(one.tally), one.tally.all));
	return [
		heading(2, 'surest', words.surestTitle),
		paragraph(surest.length === 0 ? words.surestNone : words.surest(formatList(wording.language, surestList))),
		heading(2, 'thin', words.thinTitle),
		paragraph(thin.length === 0 ? words.thinNone : words.thin(formatList(wording.language, thin.map(nameFactor)))),
		...othersBlocks(overview, wording),
		paragraph(words.uncarried(all.uncarried, all.all)),
		factorsTable(overview.conclusion, wording),
		...interventionFigures(overview.conclusion, wording)
	];
}

/** The highest certainty that any of the claims has. */
export function highestOf(tally: Tally, wording: Wording): string {
	const highest = certaintiesInOrder.find((certainty) => tally[certainty] > 0) ?? 'very-low';
	return nameOf(highest, wording);
}

function othersBlocks({ conclusion: { others } }: Overview, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.conclusion;
	return others.all === 0 ? [] : [paragraph(words.others(others.all, others.uncarried, highestOf(others, wording)))];
}

function factorsTable({ factors }: Conclusion, wording: Wording): Block {
	const words = wording.texts.overview.conclusion;
	const figure = (value: number) => formatNumber(wording.language, value);
	const cells = (tally: Tally) => [...certaintiesInOrder.map((certainty) => tally[certainty]), tally.uncarried];
	const sums = cellsSum(factors.map(({ tally }) => cells(tally)));
	return {
		kind: 'table',
		id: 'table-factors',
		caption: words.factorsCaption,
		columns: words.factorsColumns.map((label, place) => ({ label, isText: place === 0 })),
		rows: [
			...factors.map(({ factor, tally }) => [wording.say(factor.name), ...cells(tally).map(figure)]),
			[words.total, ...sums.map(figure)]
		],
		hasTotal: true
	};
}

function interventionFigures({ levels }: Conclusion, wording: Wording): readonly Block[] {
	const words = wording.texts.overview.conclusion;
	const names = wording.texts.overview.interventions.levels;
	const figure = (value: number) => formatNumber(wording.language, value);
	const cells = levels.map(({ interventions: all, measured, certainties }) => [
		all,
		measured,
		...certaintiesInOrder.map((certainty) => certainties[certainty])
	]);
	const [all = 0, measured = 0, ...rest] = cellsSum(cells);
	return [
		heading(2, 'interventions-known', words.interventionsTitle),
		paragraph(words.interventions(all, measured)),
		{
			kind: 'table',
			id: 'table-levels',
			caption: words.levelsCaption,
			columns: words.levelsColumns.map((label, place) => ({ label, isText: place === 0 })),
			rows: [
				...levels.map(({ level }, place) => [names[level], ...(cells[place] ?? []).map(figure)]),
				[words.levelsTotal, ...[all, measured, ...rest].map(figure)]
			],
			hasTotal: true
		}
	];
}

export function references(overview: Overview, wording: Wording): readonly Block[] {
	const { texts, citing, language } = wording;
	const entries = overview.references.map((study) => {
		const { text, parts, isVerified } = citing.reference(study, language);
		const line: Line = parts.map((part) => ({
			text: part.text,
			...(part.isItalic ? { style: 'italic' as const } : {}),
			...(part.href === null ? {} : { href: part.href })
		}));
		const mark: Line = isVerified ? [] : [{ text: ` [${texts.references.notVerified}]` }];
		return { id: workAnchor(study), text, isVerified, line: [...line, ...mark] };
	});
	const order = new Map(
		sortTexts(language, [...new Set(entries.map(({ text }) => text))]).map((text, at) => [text, at])
	);
	const sorted = entries.toSorted((left, right) => (order.get(left.text) ?? 0) - (order.get(right.text) ?? 0));
	const notVerified = entries.filter((entry) => !entry.isVerified).length;
	return [
		paragraph(texts.overview.references.lead(entries.length, notVerified)),
		{ kind: 'references', entries: sorted.map(({ id, line }) => ({ id, line })) }
	];
}

function nameOf(certainty: Certainty, { texts }: Wording): string {
	return texts.certaintyWords.levels[certainty].name;
}

function cellsSum(rows: readonly (readonly number[])[]): readonly number[] {
	return rows.reduce<readonly number[]>((sums, row) => row.map((value, at) => value + (sums[at] ?? 0)), []);
}
