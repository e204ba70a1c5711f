// A document in blocks and one language, before it is set for paper (PDF) or for a word processor (Word). It is plain data, so that
// what was finalised can be kept word for word and set again years later. Nothing in it is markup.
import type { Language } from '#domain/language/localised.ts';

export type Tone = 'strain' | 'carry' | 'warning';

export type Cell = {
	/** Never empty: a figure that is missing is said in words. */
	readonly text: string;
	readonly tone?: Tone;
	/** How strong a heat map's colour is, 0 (none) to 4; with `strain` or `carry`. */
	readonly shade?: number;
};

export type Column = {
	readonly label: string;
	/** Share of the width; columns without one take what they need. */
	readonly width?: number;
	readonly isNumber?: boolean;
};

export type ScatterPoint = { readonly across: number; readonly up: number; readonly name: string };
export type Axis = {
	readonly label: string;
	readonly from: number;
	readonly to: number;
	readonly ticks: readonly { readonly at: number; readonly label: string }[];
};

export type WrittenBlock =
	/** 1 is a chapter, 2 a section of it, 3 a part of a section. */
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
	| { readonly kind: 'paragraph'; readonly tone: 'plain' | 'lead' | 'quiet'; readonly text: string }
	| { readonly kind: 'list'; readonly items: readonly string[] }
	/** The first column names the rows. */
	| {
			readonly kind: 'table';
			readonly caption: string;
			readonly columns: readonly Column[];
			readonly rows: readonly (readonly Cell[])[];
	  }
	/** A picture with a text for those who do not see it; its figures stand in a table beside it. */
	| {
			readonly kind: 'scatter';
			readonly caption: string;
			readonly alternative: string;
			readonly across: Axis;
			readonly up: Axis;
			readonly points: readonly ScatterPoint[];
	  };

export type WrittenDocument = {
	readonly language: Language;
	readonly title: string;
	readonly subtitle: string;
	/** Calendar day, YYYY-MM-DD, that the document bears. */
	readonly day: string;
	/** What every page bears at its foot, such as that it is a draft. */
	readonly mark?: string;
	readonly facts: readonly { readonly label: string; readonly value: string }[];
	readonly blocks: readonly WrittenBlock[];
};

/** A cell of a table. Throws RangeError for an empty text: a blank cell could mean nothing, or anything. */
export function cell(text: string, more: Omit<Cell, 'text'> = {}): Cell {
	if (text.trim() === '') throw new RangeError('a cell of a document is empty');
	return { text, ...more };
}
