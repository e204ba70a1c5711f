// A text in blocks, in one language: what a page and a PDF are both set from. Nothing in it is markup; what comes from
// records stands as it is and is escaped by whoever sets it.
import type { Certainty } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';

/** A piece of a line. */
export type Run = {
	readonly text: string;
	readonly style?: 'strong' | 'italic' | 'note';
	/** The anchor in the same document that it leads to. */
	readonly to?: string;
	/** The address outside the document that it leads to. */
	readonly href?: string;
};

export type Line = readonly Run[];

export type Block =
	| {
			readonly kind: 'heading';
			/** 2 is a section of a chapter, 3 a part of a section. */
			readonly level: 2 | 3;
			readonly id: string;
			/** "3.1"; null where it is not numbered. */
			readonly number: string | null;
			readonly text: string;
	  }
	| { readonly kind: 'paragraph'; readonly tone: 'plain' | 'lead' | 'quiet'; readonly line: Line }
	| { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly Line[] }
	| { readonly kind: 'notes'; readonly label: string; readonly notes: readonly Note[] }
	/** The first column names the rows; the others are figures unless `isText`. */
	| {
			readonly kind: 'table';
			readonly id: string;
			readonly caption: string;
			readonly columns: readonly Column[];
			readonly rows: readonly (readonly string[])[];
			/** Whether the last row sums up the others. */
			readonly hasTotal: boolean;
	  }
	| {
			readonly kind: 'flow';
			readonly id: string;
			readonly caption: string;
			/** The figure in words, for those who do not see it. */
			readonly alternative: string;
			readonly steps: readonly { readonly figure: string; readonly text: string }[];
	  }
	| {
			readonly kind: 'interventions';
			readonly id: string;
			readonly caption: string;
			readonly columns: readonly [what: string, who: string, certainty: string];
			readonly entries: readonly InterventionEntry[];
	  }
	| { readonly kind: 'references'; readonly entries: readonly { readonly id: string; readonly line: Line }[] };

export type Column = { readonly label: string; readonly isText: boolean };

export type Note = { readonly id: string; readonly number: string; readonly line: Line };

export type InterventionEntry = {
	readonly id: string;
	/** Its id in the base: the page about it is named so. */
	readonly intervention: string;
	readonly name: string;
	readonly text: string;
	readonly aimedAt: string;
	readonly who: string;
	readonly certainty: Certainty;
	/** "moderat sikkerhed". */
	readonly certaintyWords: string;
	/** Whether an effect was measured, in a word. */
	readonly measured: string;
};

export type ChapterId =
	'introduction' | 'method' | 'strains' | 'carries' | 'context' | 'interventions' | 'fit' | 'conclusion' | 'references';

export type Chapter = {
	readonly id: ChapterId;
	readonly number: number;
	readonly title: string;
	readonly blocks: readonly Block[];
};

export type OverviewDocument = {
	readonly language: Language;
	readonly version: string;
	/** YYYY-MM-DD. */
	readonly publishedOn: string;
	readonly title: string;
	readonly subtitle: string;
	/** Edition, days, licence: what stands on the front. */
	readonly facts: readonly { readonly label: string; readonly value: string }[];
	readonly summary: { readonly title: string; readonly lines: readonly Line[] };
	readonly chapters: readonly Chapter[];
};

/** Every anchor of a document with the chapter in which it stands, in reading order. An anchor stands once. */
export function anchorsOf(document: Pick<OverviewDocument, 'chapters'>): ReadonlyMap<string, ChapterId> {
	return new Map(
		document.chapters.flatMap(({ id, blocks }) => blocks.flatMap(anchorsIn).map((anchor) => [anchor, id]))
	);
}

/** Anchors of one block, in reading order. */
export function anchorsIn(block: Block): readonly string[] {
	switch (block.kind) {
		case 'heading':
		case 'table':
		case 'flow':
			return [block.id];
		case 'notes':
			return block.notes.map((note) => note.id);
		case 'interventions':
			return [block.id, ...block.entries.map((entry) => entry.id)];
		case 'references':
			return block.entries.map((entry) => entry.id);
		case 'paragraph':
		case 'list':
			return [];
	}
}

/** Every line of a block: what is said in it, without captions and tables. */
export function linesIn(block: Block): readonly Line[] {
	switch (block.kind) {
		case 'paragraph':
			return [block.line];
		case 'list':
			return block.items;
		case 'notes':
			return block.notes.map((note) => note.line);
		case 'references':
			return block.entries.map((entry) => entry.line);
		case 'heading':
		case 'table':
		case 'flow':
		case 'interventions':
			return [];
	}
}

/** A line as it is read, without links. */
export function plainText(line: Line): string {
	return line.map((run) => run.text).join('');
}
