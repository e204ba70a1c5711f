// The slides of a dialogue meeting: ten at most, native charts, and what to say in the notes. The same words as the page.
import pptxgen from 'pptxgenjs';
import type { WordedBar, WordedPack, WordedStep } from '#texts/word-dialogue.ts';
import { textsFor } from '#texts/texts.ts';
import { finishSlides } from './finish-slides.ts';

const regions = { da: 'da-DK', en: 'en-GB' } as const;
/** Every office has it, and it is easy to read on a wall. */
const font = 'Arial';
const ink = '1D2A2F';
const muted = '526268';
const colours = { strain: 'A9501B', carry: '17646B', organisation: '8B9294', paper: 'FBFAF7' } as const;
const left = 0.6;
const width = 12.1;
const masters = { front: 'FRONT', words: 'WORDS', chart: 'CHART' } as const;

/** A .pptx file: front, agenda, ground rules, what strains, what carries, and a slide for each part that follows. */
export async function dialogueSlides(input: {
	readonly worded: WordedPack;
	readonly roundName: string;
}): Promise<Uint8Array<ArrayBuffer>> {
	const { worded } = input;
	const { language } = worded;
	const texts = textsFor(language).dialogue;
	const deck = new pptxgen();
	deck.layout = 'LAYOUT_WIDE';
	deck.title = worded.title;
	deck.author = 'Ledertrivsel';
	deck.company = 'Ledertrivsel';
	deck.subject = texts.subtitle(input.roundName);
	deck.theme = { headFontFace: font, bodyFontFace: font };
	defineMasters(deck);

	const front = deck.addSlide({ masterName: masters.front });
	front.addText(worded.title, { placeholder: 'title', lang: regions[language] });
	front.addText(`${texts.subtitle(input.roundName)} ${worded.answered}`, {
		placeholder: 'body',
		lang: regions[language]
	});
	front.addNotes([texts.lead, ...worded.cautions.map(({ title, text }) => `${title}. ${text}`)].join('\n'));

	const agenda = worded.steps.map((step) => `${step.title} – ${texts.minutes(step.minutes)}`);
	addWords(deck, worded, { title: texts.slide.agenda, question: null, lines: agenda, notes: [texts.lead] });
	const stepOf = (id: WordedStep['id']) => worded.steps.find((step) => step.id === id);
	const spoken = (...ids: readonly WordedStep['id'][]) => ids.flatMap((id) => stepOf(id) ?? []);

	for (const step of spoken('welcome')) addStep(deck, worded, step);
	const [answered] = spoken('answered');
	addChart(deck, worded, {
		title: texts.strainsTitle,
		note: texts.strainsNote,
		rows: worded.strains,
		colour: colours.strain,
		step: answered
	});
	addChart(deck, worded, {
		title: texts.carriesTitle,
		note: texts.carriesNote,
		rows: worded.carries,
		colour: colours.carry,
		step: answered
	});
	for (const step of spoken('surprises', 'weighs', 'causes', 'choose')) addStep(deck, worded, step);
	const [decide] = spoken('decide');
	const [close] = spoken('close');
	if (decide !== undefined && close !== undefined)
		addWords(deck, worded, {
			title: decide.title,
			question: decide.question,
			lines: [...decide.lines, ...close.lines],
			notes: [...decide.facilitator, ...close.facilitator]
		});

	const written = await deck.write({ outputType: 'nodebuffer' });
	if (!(written instanceof Uint8Array)) throw new Error('the slides could not be written as bytes');
	return finishSlides(written, regions[language]);
}

function defineMasters(deck: pptxgen): void {
	const title = { x: left, y: 0.45, w: width, h: 0.95, fontFace: font, fontSize: 32, bold: true, color: ink } as const;
	const body = { x: left, y: 1.55, w: width, h: 5.1, fontFace: font, fontSize: 22, color: ink } as const;
	const slideNumber = { x: 12.3, y: 6.95, w: 0.6, h: 0.3, fontFace: font, fontSize: 12, color: muted } as const;
	const background = { color: colours.paper };
	deck.defineSlideMaster({
		title: masters.front,
		background,
		objects: [
			{ rect: { x: left, y: 2.1, w: 1.6, h: 0.08, fill: { color: colours.carry } } },
			{
				placeholder: {
					options: { ...title, name: 'title', type: 'title', y: 2.3, h: 1.6, fontSize: 40, valign: 'top' },
					text: ''
				}
			},
			{ placeholder: { options: { ...body, name: 'body', type: 'body', y: 4.1, h: 1.4, valign: 'top' }, text: '' } }
		]
	});
	deck.defineSlideMaster({
		title: masters.words,
		background,
		slideNumber,
		objects: [
			{ placeholder: { options: { ...title, name: 'title', type: 'title', valign: 'middle' }, text: '' } },
			{ placeholder: { options: { ...body, name: 'body', type: 'body', valign: 'top' }, text: '' } }
		]
	});
	deck.defineSlideMaster({
		title: masters.chart,
		background,
		slideNumber,
		objects: [{ placeholder: { options: { ...title, name: 'title', type: 'title', valign: 'middle' }, text: '' } }]
	});
}

function addStep(deck: pptxgen, worded: WordedPack, step: WordedStep): void {
	addWords(deck, worded, { ...step, notes: step.facilitator });
}

function addWords(
	deck: pptxgen,
	worded: WordedPack,
	slide: {
		readonly title: string;
		readonly question: string | null;
		readonly lines: readonly string[];
		readonly notes: readonly string[];
	}
): void {
	const lang = regions[worded.language];
	const made = deck.addSlide({ masterName: masters.words });
	made.addText(slide.title, { placeholder: 'title', objectName: 'Title', lang });
	const fontSize = sizeFor(slide.lines);
	made.addText(
		[
			...(slide.question === null
				? []
				: [
						{
							text: slide.question,
							options: {
								bold: true,
								color: colours.carry,
								bullet: false,
								breakLine: true,
								paraSpaceAfter: 10,
								fontSize: 24,
								lang
							}
						}
					]),
			...slide.lines.map((text, place) => ({
				text,
				options: {
					bullet: { indent: 18 },
					breakLine: place < slide.lines.length - 1,
					paraSpaceAfter: 6,
					fontSize,
					lang
				}
			}))
		],
		{ placeholder: 'body', objectName: 'Body', lang }
	);
	made.addNotes(slide.notes.join('\n'));
}

/** Points: as large as the text allows, never so small that it cannot be read from the back row. */
function sizeFor(lines: readonly string[]): number {
	const letters = lines.reduce((sum, line) => sum + line.length, 0);
	if (letters > 620) return 18;
	if (letters > 450) return 20;
	return letters > 300 ? 22 : 26;
}

function addChart(
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
	const small = [
		...(hidden.length === 0 ? [] : [`${texts.withheldTitle}: ${hidden.map((row) => row.name).join('; ')}.`]),
		...worded.cautions.map(({ title }) => `${title}.`)
	];
	slide.addText(small.length === 0 ? (chart.step?.question ?? texts.slide.talk) : small.join(' '), {
		...{ x: left, y: 6.2, w: 11.4, h: 0.7, margin: 0, valign: 'top' },
		...{ fontFace: font, fontSize: 16, color: small.length === 0 ? colours.carry : ink, bold: small.length === 0, lang }
	});
	slide.addNotes(
		[
			...(chart.step === undefined ? [] : [chart.step.question, ...chart.step.facilitator]),
			...chart.rows.map((row) => row.text),
			...worded.cautions.map(({ title, text }) => `${title}. ${text}`)
		].join('\n')
	);
}
