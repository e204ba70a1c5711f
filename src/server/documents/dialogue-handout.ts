// The sheet for those who take part in a dialogue meeting: two sides of A4, the same words as the page.
import { dayOf } from '#domain/calendar/danish-time.ts';
import type { WordedPack } from '#texts/word-dialogue.ts';
import { formatDate } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { setAsPdf } from './typst.ts';

/** Points; the largest that keeps the sheet on two sides is used. */
const sizes = [11, 10.5, 10, 9.5, 9];
const smallest = 8.5;
const mostPages = 2;
const regions = { da: 'DK', en: 'GB' } as const;

/** The same bytes for the same pack: the day on it is that of the release. */
export function dialogueHandout(input: {
	readonly worded: WordedPack;
	readonly roundName: string;
	readonly releasedAt: Date;
}): Uint8Array<ArrayBuffer> {
	const { worded, roundName, releasedAt } = input;
	const { language } = worded;
	const texts = textsFor(language).dialogue;
	const meeting = textsFor(language).dialogueMeeting;
	const [year, month, day] = dayOf(releasedAt).split('-').map(Number);
	const data = {
		language,
		region: regions[language],
		day: { year, month, day },
		pack: worded,
		words: {
			subtitle: texts.subtitle(roundName),
			released: texts.sourceOf(formatDate(language, releasedAt)),
			rules: texts.rulesTitle,
			cautions: texts.cautionsTitle,
			figures: texts.slide.figures,
			strains: texts.strainsTitle,
			strainsNote: texts.strainsNote,
			carries: texts.carriesTitle,
			carriesNote: texts.carriesNote,
			chartAlt: texts.chartAlt(worded.groupName),
			organisation: texts.wholeShort,
			here: worded.groupName,
			interval: texts.keyInterval,
			safe: texts.safe,
			agenda: texts.agendaTitle,
			minutes: worded.steps.map((step) => texts.minutes(step.minutes)),
			suggestions: texts.suggestionsTitle,
			decided: meeting.notesTitle,
			fields: [meeting.themesLabel, meeting.agreementLabel, meeting.ownerLabel, meeting.upwardLabel],
			followUp: meeting.followUpLabel,
			warning: meeting.notesWarning,
			page: texts.handoutPage('{page}', '{all}')
		}
	};
	for (const size of sizes) {
		const bytes = setAsPdf({ template: 'dialogue-handout.typ', data: { ...data, size } });
		if (countPages(bytes) <= mostPages) return bytes;
	}
	return setAsPdf({ template: 'dialogue-handout.typ', data: { ...data, size: smallest } });
}

/** One sheet of paper: the page tree says how many there are. */
function countPages(bytes: Uint8Array): number {
	const counts = [
		...Buffer.from(bytes)
			.toString('latin1')
			.matchAll(/\/Type \/Pages[^>]*?\/Count (\d+)/g)
	];
	return Math.max(0, ...counts.map(([, count]) => Number(count)));
}
