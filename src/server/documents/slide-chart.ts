// A slide with a native chart of what strains or carries, beside the organisation.
import type pptxgen from 'pptxgenjs';
import type { WordedBar, WordedPack, WordedStep } from '#texts/word-dialogue.ts';
import { textsFor } from '#texts/texts.ts';
import { colours, font, ink, left, masters, muted, regions, width } from './slide-masters.ts';

/** So many hidden figures are named; the notes name them all. */
const mostNamed = 3;

/** A slide with a chart that can be edited, a text for those who do not see it, and what to say of it in the notes. */
export function addChart(
	deck: pptxgen,
	worded: WordedPack,
	chart: {
		readonly title: string;
		readonly note: string;
		readonly rows: readonly WordedBar[];
		readonly colour: string;
		readonly step: WordedStep | undefined;
	}
): void {
	const lang = regions[worded.language];
	const texts = textsFor(worded.language).dialogue;
	// A bar chart draws its first row at the bottom, and its first series below the second.
	const shown = chart.rows.filter((row) => row.points !== null).toReversed();
	const hidden = chart.rows.filter((row) => row.points === null);
	const slide = deck.addSlide({ masterName: masters.chart });
	slide.addText(chart.title, { placeholder: 'title', objectName: 'Title', lang });
	slide.addText(`${chart.note}. ${worded.answered}`, {
		...{ x: left, y: 1.3, w: width, h: 0.4, margin: 0 },
		...{ fontFace: font, fontSize: 16, color: muted, lang }
	});
	if (shown.length > 0) {
		const labels = shown.map((row) => (row.bound === null ? row.name : `${row.name} (${row.figure})`));
		const hasOrganisation = shown.some((row) => row.organisationPoints !== null);
		slide.addChart(
			'bar',
			[
				...(hasOrganisation
					? [{ name: texts.wholeShort, labels, values: shown.map((row) => Math.round(row.organisationPoints ?? 0)) }]
					: []),
				{ name: texts.here, labels, values: shown.map((row) => Math.round(row.points ?? 0)) }
			],
			{
				...{ x: left, y: 1.75, w: width, h: 4.35 },
				objectName: chart.title,
				altText: `${texts.chartAlt(worded.groupName)} ${chart.rows.map((row) => row.text).join('. ')}.`,
				barDir: 'bar',
				barGapWidthPct: 45,
				chartColors: hasOrganisation ? [colours.organisation, chart.colour] : [chart.colour],
				catAxisLabelFontFace: font,
				catAxisLabelFontSize: 16,
				catAxisLabelColor: ink,
				valAxisMinVal: 0,
				valAxisMaxVal: 100,
				valAxisHidden: true,
				valGridLine: { style: 'none' },
				showValue: true,
				dataLabelFormatCode: '0',
				dataLabelFontFace: font,
				dataLabelFontSize: 14,
				dataLabelColor: ink,
				showLegend: hasOrganisation,
				legendPos: 'b',
				legendFontFace: font,
				legendFontSize: 14,
				legendColor: ink
			}
		);
	}
	if (shown.length === 0)
		slide.addText(texts.withheldAll, {
			...{ x: left, y: 2, w: width, h: 3, margin: 0, valign: 'top', align: 'left' },
			...{ fontFace: font, fontSize: 26, color: ink, lang }
		});
	else addFoot(slide, worded, { hidden, question: chart.step?.question ?? texts.slide.talk });
	slide.addNotes(
		[
			...(chart.step === undefined ? [] : [chart.step.question, ...chart.step.facilitator]),
			...chart.rows.map((row) => row.text),
			...worded.cautions.map(({ title, text }) => `${title}. ${text}`)
		].join('\n')
	);
}

/** What to know of the picture above, or what to talk about where there is nothing to know. */
function addFoot(
	slide: pptxgen.Slide,
	worded: WordedPack,
	told: { readonly hidden: readonly WordedBar[]; readonly question: string }
): void {
	const { hidden, question } = told;
	const texts = textsFor(worded.language).dialogue;
	const names = hidden.map((row) => row.name).join('; ');
	const withheld = hidden.length > mostNamed ? `${texts.withheldTitle}.` : `${texts.withheldTitle}: ${names}.`;
	const known = [
		...(hidden.length === 0 ? [] : [withheld]),
		...worded.cautions.filter(({ title }) => title !== texts.withheldTitle).map(({ title }) => `${title}.`)
	];
	const isKnown = known.length > 0;
	slide.addText(isKnown ? known.join(' ') : question, {
		...{ x: left, y: 6.15, w: width, h: 0.7, margin: 0, valign: 'top', align: 'left' },
		...{ fontFace: font, fontSize: 16, color: isKnown ? ink : colours.carry, bold: !isKnown },
		lang: regions[worded.language]
	});
}
