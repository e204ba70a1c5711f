// What another program's parser (biblatex-csl-converter, of Fidus Writer) finds in our files, in one shape.
import { BibLatexParser, CSLParser, RISParser } from 'biblatex-csl-converter';
import * as v from 'valibot';

export type ReadBack = {
	readonly authors: readonly string[];
	readonly year: string;
	readonly title: string;
	readonly journal: string;
	readonly volume: string;
	readonly issue: string;
	readonly pages: string;
	readonly doi: string;
};

const Item = v.looseObject({ id: v.string() });

/** Reads a file; throws where the parser reports an error in it. */
export const readBack = {
	ris: (text: string) => read(new RISParser(text).parse()),
	bibtex: (text: string) => read(new BibLatexParser(text).parse()),
	'csl-json': (text: string) => {
		// The parser knows CSL 1.0.1, where a work of an unknown kind was an `article`; since 1.0.2 it is a `document`.
		const items = v.parse(v.array(Item), JSON.parse(text.replaceAll('"type": "document"', '"type": "article"')));
		const parser = new CSLParser(Object.fromEntries(items.map((item) => [item.id, item])));
		return read({ entries: parser.parse(), errors: parser.errors });
	}
};

function read(parsed: { readonly entries: object; readonly errors: readonly unknown[] }): readonly ReadBack[] {
	if (parsed.errors.length > 0) throw new Error(`the parser complains: ${JSON.stringify(parsed.errors)}`);
	return Object.values(parsed.entries).map(({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) => ({
		authors: Array.isArray(fields['author']) ? fields['author'].map(nameOf) : [],
		year: words(fields['date']),
		title: words(fields['title']),
		journal: words(fields['journaltitle']),
		volume: words(fields['volume']),
		issue: words(fields['issue'] ?? fields['number']),
		pages: texts(fields['pages']).join('–'),
		doi: words(fields['doi'])
	}));
}

/** A particle (von) or "Jr" may stand apart, and a name alone is read as that of a group: all are the same person. */
function nameOf(name: Readonly<Record<string, unknown>>): string {
	const family = [name['prefix'], name['family'] ?? name['literal']].map(words).filter((part) => part !== '');
	const given = [words(name['given']), words(name['suffix'])].filter((part) => part !== '').join(' ');
	return given === '' ? family.join(' ') : `${family.join(' ')}, ${given}`;
}

function words(value: unknown): string {
	return texts(value).join('');
}

/** All texts in the parser's nested lists of nodes. */
function texts(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(texts);
	if (typeof value === 'object' && value !== null && 'text' in value) return texts(value.text);
	return [];
}
