// What the columns and codes of the file mean, what was asked, and how it was scored: as Markdown, which any editor opens.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import { rowStatuses } from '#domain/disclosure/release-rows.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Instrument, Scale } from '#domain/instrument/instrument.ts';
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';
import { researchColumns } from './columns.ts';

export function writeCodebook(given: {
	readonly release: Publishable<Release>;
	readonly instrument: Instrument;
	readonly evidence: Pick<EvidenceBase, 'factors'>;
	readonly roundName: string;
	readonly language: Language;
}): Uint8Array<ArrayBuffer> {
	const { release, instrument, language } = given;
	const words = textsFor(language).research;
	const published = new Map(release.scales.map((scale) => [scale.id, scale]));
	const lines = [
		`# ${words.codebook(given.roundName)}`,
		'',
		words.about(release.k),
		'',
		`## ${words.headings.columns}`,
		'',
		...tableOf(
			[words.table.column, words.table.meaning],
			researchColumns.map(({ name }) => [name, words.columns[name]])
		),
		`## ${words.headings.statuses}`,
		'',
		...tableOf(
			[words.table.code, words.table.meaning],
			statusNames.map((name) => [String(rowStatuses[name]), words.statuses[name]])
		),
		words.missing,
		'',
		`## ${words.headings.statistics}`,
		'',
		...tableOf([words.table.code, words.table.meaning], Object.entries(words.statistics)),
		`## ${words.headings.instrument}`,
		'',
		`${instrument.name[language]} (${instrument.id}, ${words.version(instrument.version)}). ${instrument.validation[language]}`,
		'',
		`${words.licence}: ${instrument.licence}`,
		'',
		words.scoring,
		'',
		...instrument.scales.flatMap((scale) => {
			const shown = published.get(scale.id);
			return [
				`### ${scale.id}: ${scale.name[language]}`,
				'',
				...scaleFacts(scale, given, shown),
				'',
				...itemLines(scale, instrument, language),
				''
			];
		})
	];
	return new TextEncoder().encode(`${lines.join('\n').trimEnd()}\n`);
}

const statusNames = ['shown', 'atMost', 'atLeast', 'withheld'] as const;

function scaleFacts(
	scale: Scale,
	{ evidence, language }: { readonly evidence: Pick<EvidenceBase, 'factors'>; readonly language: Language },
	shown: Release['scales'][number] | undefined
): readonly string[] {
	const words = textsFor(language).research;
	const factor = evidence.factors.find(({ id }) => id === scale.factor);
	return [
		`- ${words.direction}: ${words.directions[scale.direction]}`,
		`- ${words.metric}: ${words.metrics[scale.metric]}`,
		...(shown === undefined
			? [`- ${words.notPublished}`]
			: [
					`- ${words.range(shown.minimum, shown.maximum)}`,
					...(shown.strainedAt === undefined
						? []
						: [`- ${words.strained[shown.strainedAt.direction](shown.strainedAt.cut)}`])
				]),
		...(factor === undefined ? [] : [`- ${words.factor}: ${factor.name[language]} (${factor.id})`])
	];
}

function itemLines(scale: Scale, instrument: Instrument, language: Language): readonly string[] {
	const words = textsFor(language).research;
	const items = new Map(instrument.items.map((item) => [item.id, item]));
	const formats = new Map(instrument.formats.map((format) => [format.id, format]));
	return scale.items.map((id) => {
		const item = items.get(id);
		const format = formats.get(item?.format ?? '');
		const options = format?.options?.map(({ value, label }) => `${value} = ${label[language]}`).join(', ');
		const range = format === undefined ? '' : `${format.minimum}–${format.maximum}`;
		const turned = item?.isReversed === true ? ` ${words.reversed}` : '';
		return `- ${id}: ${item?.wording?.[language] ?? words.noWording} [${options ?? range}]${turned}`;
	});
}

function tableOf(head: readonly [string, string], rows: readonly (readonly string[])[]): readonly string[] {
	const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	return [line(head), line(['---', '---']), ...rows.map(line), ''];
}
