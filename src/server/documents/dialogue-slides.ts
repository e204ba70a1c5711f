// The slides of a dialogue meeting: ten at most, native charts, and what to say in the notes. The same words as the page.
import pptxgen from 'pptxgenjs';
import type { WordedPack, WordedStep } from '#texts/word-dialogue.ts';
import { formatDate } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { finishSlides } from './finish-slides.ts';
import { addChart } from './slide-chart.ts';
import { colours, defineMasters, font, masters, regions } from './slide-masters.ts';
import { addWords } from './slide-words.ts';

/** A .pptx file: front, agenda, ground rules, what strains, what carries, and a slide for each part that follows. */
export async function dialogueSlides(input: {
	readonly worded: WordedPack;
	readonly roundName: string;
	readonly releasedAt: Date;
}): Promise<Uint8Array<ArrayBuffer>> {
	const { worded, roundName } = input;
	const { language } = worded;
	const texts = textsFor(language).dialogue;
	const deck = new pptxgen();
	deck.layout = 'LAYOUT_WIDE';
	deck.title = worded.title;
	deck.author = 'Ledertrivsel';
	deck.company = 'Ledertrivsel';
	deck.subject = texts.subtitle(roundName);
	deck.theme = { headFontFace: font, bodyFontFace: font };
	defineMasters(deck, `${worded.groupName} · ${roundName}`, regions[language]);

	const front = deck.addSlide({ masterName: masters.front });
	front.addText(worded.title, { placeholder: 'title', objectName: 'Title', lang: regions[language] });
	const lines = [
		`${texts.subtitle(roundName)} ${worded.answered}`,
		`${texts.sourceOf(formatDate(language, input.releasedAt))} ${texts.safe}`
	];
	front.addText(
		lines.map((text, place) => ({
			text,
			options: { breakLine: place < lines.length - 1, paraSpaceAfter: 8, fontSize: 22, lang: regions[language] }
		})),
		{ placeholder: 'body', objectName: 'Body', lang: regions[language] }
	);
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
			title: texts.slide.decide,
			question: decide.question,
			lines: [...decide.lines, ...close.lines],
			notes: [...decide.facilitator, ...close.facilitator]
		});

	const written = await deck.write({ outputType: 'nodebuffer' });
	if (!(written instanceof Uint8Array)) throw new Error('the slides could not be written as bytes');
	return finishSlides(written, regions[language]);
}

function addStep(deck: pptxgen, worded: WordedPack, step: WordedStep): void {
	const isSuggested = step.id === 'choose' && worded.hasSuggestions;
	const before = isSuggested ? `${textsFor(worded.language).dialogue.suggestionsTitle}:` : null;
	addWords(deck, worded, { ...step, before, notes: step.facilitator });
}
