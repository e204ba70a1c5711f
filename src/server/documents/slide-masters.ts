// What all slides of a dialogue have in common: typeface, colours, the places of title and text, and whose result it is.
import type pptxgen from 'pptxgenjs';

export const regions = { da: 'da-DK', en: 'en-GB' } as const;
/** Every office has it, and it is easy to read on a wall. */
export const font = 'Arial';
export const ink = '1D2A2F';
export const muted = '526268';
export const colours = { strain: 'A9501B', carry: '17646B', organisation: '8B9294', paper: 'FBFAF7' } as const;
export const left = 0.6;
export const width = 12.1;
const bodyTop = 1.55;
export const bodyHeight = 5.2;
export const masters = { front: 'FRONT', words: 'WORDS', chart: 'CHART' } as const;

/** `foot`: whose result it is, on every slide: one slide alone, on a wall or in a mail, still says it. */
export function defineMasters(deck: pptxgen, foot: string, lang: string): void {
	const all = { fontFace: font, color: ink, align: 'left', margin: 0 } as const;
	const title = { ...all, x: left, y: 0.45, w: width, h: 0.95, fontSize: 32, bold: true } as const;
	const body = { ...all, x: left, y: bodyTop, w: width, h: bodyHeight, fontSize: 22 } as const;
	const footer = {
		text: {
			text: foot,
			options: { ...all, x: left, y: 6.95, w: 11.3, h: 0.3, fontSize: 12, color: muted, fit: 'shrink', lang }
		}
	} as const;
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
			{ placeholder: { options: { ...body, name: 'body', type: 'body', y: 4.1, h: 2, valign: 'top' }, text: '' } }
		]
	});
	deck.defineSlideMaster({
		title: masters.words,
		background,
		slideNumber,
		objects: [
			footer,
			{ placeholder: { options: { ...title, name: 'title', type: 'title', valign: 'middle' }, text: '' } },
			{ placeholder: { options: { ...body, name: 'body', type: 'body', valign: 'top' }, text: '' } }
		]
	});
	deck.defineSlideMaster({
		title: masters.chart,
		background,
		slideNumber,
		objects: [
			footer,
			{ placeholder: { options: { ...title, name: 'title', type: 'title', valign: 'middle' }, text: '' } }
		]
	});
}
