// A slide of words: what the group is asked, and the lines to talk from, as large as they can be.
import type pptxgen from 'pptxgenjs';
import type { WordedPack } from '#texts/word-dialogue.ts';
import { bodyHeight, colours, masters, muted, regions, width } from './slide-masters.ts';

/** Points of what the group is asked, above the lines. */
const questionSize = 24;
const beforeSize = 22;
const lineSizes = [28, 26, 24, 22, 20, 18];

/** A slide with a title and lines; `question` for the whole group above them, `before` what the lines are. */
export function addWords(
	deck: pptxgen,
	worded: WordedPack,
	slide: {
		readonly title: string;
		readonly question: string | null;
		readonly before?: string | null;
		readonly lines: readonly string[];
		readonly notes: readonly string[];
	}
): void {
	const lang = regions[worded.language];
	const made = deck.addSlide({ masterName: masters.words });
	made.addText(slide.title, { placeholder: 'title', objectName: 'Title', lang });
	const { question, before = null } = slide;
	const fontSize = sizeFor(slide.lines, [question, before]);
	made.addText(
		[
			...(question === null
				? []
				: [
						{
							text: question,
							options: {
								bold: true,
								color: colours.carry,
								bullet: false,
								breakLine: true,
								paraSpaceAfter: 10,
								fontSize: questionSize,
								lang
							}
						}
					]),
			...(before === null
				? []
				: [
						{
							text: before,
							options: { color: muted, bullet: false, breakLine: true, paraSpaceAfter: 6, fontSize: beforeSize, lang }
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

/** Points: the largest that lets every line stand within the slide, never so small that the back row cannot read it. */
function sizeFor(lines: readonly string[], above: readonly (string | null)[]): number {
	const taken = above.reduce((sum, text) => sum + (text === null ? 0 : heightOf(text, questionSize) + 10), 0);
	const fits = (size: number) =>
		taken + lines.reduce((sum, line) => sum + heightOf(line, size) + 6, 0) <= bodyHeight * 72;
	return lineSizes.find(fits) ?? lineSizes.at(-1) ?? 18;
}

/** Points that a paragraph takes; a letter is about half as wide as it is high. */
function heightOf(text: string, size: number): number {
	const lettersInLine = Math.floor((width * 72 - 30) / (size * 0.53));
	return Math.ceil(text.length / lettersInLine) * size * 1.25;
}
