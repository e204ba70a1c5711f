// RIS, as EndNote and Zotero write and read it. Citation.js knows which tag holds what; the lines are ours, because its
// own are broken off in mid-word after 70 letters, keys are cut at 20 and an unusual DOI is dropped.
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-ris';
import type { CslJson, CslName } from './csl-json.ts';

type Tags = Readonly<Record<string, string | number | readonly string[]>>;

/** What a person who opens the file looks for first, first. */
const order = ['TY', 'AU', 'PY', 'TI', 'T2', 'VL', 'IS', 'SP', 'EP', 'PB', 'DO', 'UR', 'N1', 'ID'];

export function writeRis(items: readonly CslJson[]): string {
	const records = plugins.output.format('ris', items, { format: 'object' });
	return items.map((item, place) => recordOf(item, records[place] ?? {})).join('');
}

function recordOf(item: CslJson, { TY, DA: _, ...tags }: Tags): string {
	const whole: Tags = {
		TY: TY ?? 'GEN',
		...tags,
		...pagesOf(item.page),
		AU: item.author.map(nameOf),
		...(item.DOI === undefined ? {} : { DO: item.DOI }),
		ID: item.id
	};
	const lines = Object.entries(whole)
		.toSorted(([left], [right]) => placeOf(left) - placeOf(right))
		.flatMap(([tag, values]) => [values].flat().map((value) => `${tag}  - ${onOneLine(String(value))}`));
	return [...lines, 'ER  - ', '', ''].join('\r\n');
}

function placeOf(tag: string): number {
	const place = order.indexOf(tag);
	return place === -1 ? order.length : place;
}

/**
 * The comma behind a name of several words says that all of it is the family's, or a group's. "Jr" should stand behind
 * a comma of its own, but most programs that read RIS then drop it.
 */
function nameOf({ family, given, suffix }: CslName): string {
	if (given === undefined) return family.includes(' ') ? `${family},` : family;
	return suffix === undefined ? `${family}, ${given}` : `${family}, ${given} ${suffix}`;
}

/** First and last page have a tag each; what is no such range stands whole in the first. */
function pagesOf(pages: string | undefined): Tags {
	const range = /^(\w+)\s*[-–—]+\s*(\w+)$/.exec(pages ?? '');
	if (range?.[1] !== undefined && range[2] !== undefined) return { SP: range[1], EP: range[2] };
	return pages === undefined ? {} : { SP: pages };
}

function onOneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
