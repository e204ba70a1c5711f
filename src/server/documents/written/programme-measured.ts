// The measured part of the overview's document: where it strains, shared causes, span of control, and change over rounds.
import type { Language } from '#domain/language/localised.ts';
import type { Factor } from '#domain/evidence/evidence.ts';
import type { ProgrammeFacts } from '#domain/programme/programme-facts.ts';
import { leastGroups, spanTicks, type SpanAndWorkload } from '#domain/programme/span-and-workload.ts';
import { groupLabel } from '#texts/apv-figures.ts';
import { formatNumber } from '#texts/format.ts';
import { factorName, spanSentence, weighsLines, whereLines } from '#texts/programme-lines.ts';
import { textsFor } from '#texts/texts.ts';
import { heading, list, paragraph, quiet } from './blocks.ts';
import { cell, type Cell, type WrittenBlock } from './written-document.ts';

type Measured = NonNullable<ProgrammeFacts['measured']>;

/** Rows of the table beside the chart. */
const mostRows = 20;

export function measuredBlocks(facts: ProgrammeFacts, measured: Measured, language: Language): WrittenBlock[] {
	const words = textsFor(language).programme;
	const lines = weighsLines(facts, language);
	const where = whereLines(facts, language);
	const shared = measured.causes.filter((cause) => cause.clear > 0);
	return [
		heading(1, words.weighs.title),
		...(lines.length === 0 ? [paragraph(words.weighs.none)] : [list(lines)]),
		heading(2, words.weighs.whereTitle),
		...(where.length === 0 ? [paragraph(words.weighs.whereNone)] : [list(where)]),
		...heatBlocks(measured, facts.factors, language),
		heading(1, words.causes.title),
		paragraph(words.causes.lead),
		...(shared.length === 0
			? [paragraph(measured.causes.some((cause) => cause.told > 0) ? words.causes.none : words.causes.cannotTell)]
			: [
					{
						kind: 'table',
						caption: words.causes.caption,
						columns: [
							{ label: words.causes.factor, width: 2.2 },
							{ label: words.causes.count, width: 1.4, isNumber: true },
							{ label: words.causes.told, isNumber: true },
							{ label: words.causes.what, width: 4 }
						],
						rows: shared.map((cause) => [
							cell(factorName(facts.factors, cause.factor, language)),
							cell(formatNumber(language, cause.clear)),
							cell(formatNumber(language, cause.told)),
							cell(facts.factors.find((one) => one.id === cause.factor)?.organisationOnly[language] ?? '–')
						])
					} as const
				]),
		quiet(words.causes.rule),
		...spanBlocks(measured.span, language)
	];
}

export function trendBlocks(facts: ProgrammeFacts, { trend }: Measured, language: Language): WrittenBlock[] {
	const { programme: words, apv } = textsFor(language);
	if (trend.rounds.length < 2) return [heading(1, words.trend.title), paragraph(words.trend.one)];
	return [
		heading(1, words.trend.title),
		{
			kind: 'table',
			caption: words.trend.caption,
			columns: [
				{ label: words.trend.factor, width: 3 },
				{ label: words.trend.direction, width: 1.6 },
				...trend.rounds.map((round) => ({ label: round.name, width: 1.2, isNumber: true }))
			],
			rows: trend.rows.map((row) => [
				cell(factorName(facts.factors, row.factor, language)),
				cell(apv.mapping.direction[row.direction]),
				...row.points.map((points) => cell(points === null ? words.notShown : formatNumber(language, points)))
			])
		},
		quiet(words.trend.note)
	];
}

function heatBlocks(measured: Measured, factors: readonly Factor[], language: Language): WrittenBlock[] {
	const words = textsFor(language).programme.heat;
	const columns = factors.flatMap((factor) => {
		const scale = measured.instrument.find((one) => one.factor === factor.id && one.outcome === null);
		if (scale === undefined || scale.direction === 'neutral') return [];
		return [{ factor, scale }];
	});
	if (columns.length === 0) return [];
	const cellFor = (row: Measured['rows'][number], { scale }: (typeof columns)[number]): Cell => {
		const found = row.cells[measured.scales.indexOf(scale.id)] ?? null;
		const range = measured.ranges.find((one) => one.id === scale.id);
		if (found === null || range === undefined) return cell('–');
		const points = (100 * (found.value - range.minimum)) / (range.maximum - range.minimum);
		const sign = found.bound === 'at-most' ? '≤ ' : found.bound === 'at-least' ? '≥ ' : '';
		return cell(`${sign}${formatNumber(language, points)}`, {
			tone: scale.direction === 'strain' ? 'strain' : 'carry',
			shade: Math.max(0, Math.min(4, Math.floor(points / 20)))
		});
	};
	return (['strain', 'resource'] as const).flatMap((direction, place): WrittenBlock[] => {
		const own = columns.filter(({ scale }) => scale.direction === direction);
		if (own.length === 0) return [];
		return [
			...(place === 0 ? [heading(1, words.title)] : []),
			{
				kind: 'table',
				caption: `${words.caption}. ${textsFor(language).apv.mapping.direction[direction]}.`,
				columns: [
					{ label: words.unit, width: 2.4 },
					...own.map(({ factor }) => ({ label: factor.shortName[language], width: 1.2, isNumber: true }))
				],
				rows: measured.rows.map((row) => [
					cell(row.depth === 0 ? words.whole(row.group.name) : groupLabel(row.group, language)),
					...own.map((column) => cellFor(row, column))
				])
			},
			...(place === 1 ? [quiet(words.note)] : [])
		];
	});
}

function spanBlocks(span: SpanAndWorkload, language: Language): WrittenBlock[] {
	const words = textsFor(language).programme.span;
	const sentence = spanSentence(span.verdict, language);
	const one = (value: number) => formatNumber(language, value, 1);
	if (span.points.length === 0) return [heading(1, words.title), paragraph(words.noData)];
	const ticks = spanTicks(span.points).map((at) => ({ at, label: formatNumber(language, at) }));
	const chart: WrittenBlock = {
		kind: 'scatter',
		caption: words.caption,
		alternative: words.alternative(
			sentence,
			span.points.length,
			one(Math.min(...span.points.map((point) => point.span))),
			one(Math.max(...span.points.map((point) => point.span)))
		),
		across: { label: words.span, from: 0, to: ticks.at(-1)?.at ?? 0, ticks },
		up: {
			label: words.workload,
			from: 0,
			to: 100,
			ticks: [0, 25, 50, 75, 100].map((at) => ({ at, label: String(at) }))
		},
		points: span.points.map(({ span: across, points: up, name }) => ({ across, up, name }))
	};
	return [
		heading(1, words.title),
		paragraph(words.lead),
		paragraph(sentence),
		...(span.points.length < leastGroups ? [] : [chart]),
		{
			kind: 'table',
			caption: words.tableCaption,
			columns: [
				{ label: words.group, width: 1 },
				{ label: words.span, isNumber: true },
				{ label: words.workload, isNumber: true },
				{ label: words.answers, isNumber: true }
			],
			rows: span.points
				.slice(0, mostRows)
				.map((point) => [
					cell(point.name),
					cell(one(point.span)),
					cell(formatNumber(language, point.points)),
					cell(formatNumber(language, point.responses))
				])
		},
		...(span.points.length <= mostRows ? [] : [quiet(words.largest(mostRows, span.points.length))]),
		...(span.leftOut === 0 ? [] : [quiet(words.leftOut(span.leftOut))]),
		quiet(words.caution)
	];
}
