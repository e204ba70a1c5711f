// Reads a PDF back as far as tests need it: whether it is tagged, and its words in the order of its pages, through each font's own table of
// letters. For the files that Typst makes, whose objects lie open.
import { inflateSync } from 'node:zlib';

export type ReadPdf = {
	readonly pages: number;
	/** It says so, has a structure tree, and everything that is written hangs on it. */
	readonly isTagged: boolean;
	/** A line of text for each piece that was set at once. */
	readonly text: string;
};

/** Throws RangeError for what is no such PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
	const objects = objectsOf(Buffer.from(bytes).toString('latin1'));
	const tree = only(objects, '/Type /Pages');
	const pages = [...(/\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) =>
		object(objects, id)
	);
	const catalogue = only(objects, '/Type /Catalog');
	const contents = pages.map((page) => streamOf(object(objects, /\/Contents (\d+) 0 R/.exec(page)?.[1])));
	const hasTree = /\/StructTreeRoot \d+ 0 R/.test(catalogue) && /\/Marked true/.test(catalogue);
	return {
		pages: pages.length,
		isTagged: hasTree && contents.every(isMarkedThroughout),
		text: pages.map((page, place) => textOf(contents[place] ?? '', fontsOf(page, objects))).join('\n')
	};
}

/** Words alone: what stands between them, and where lines and words are broken, differs from file to file. */
export function bareText(text: string): string {
	return text.normalize('NFC').replaceAll(/[\s\u00ad\u2010\u2011-]/g, '');
}

type Objects = ReadonlyMap<string, string>;
/** Letters by their number in the font. */
type Letters = ReadonlyMap<number, string>;

function objectsOf(file: string): Objects {
	if (!file.startsWith('%PDF-') || !/%%EOF\s*$/.test(file)) throw new RangeError('this is no whole PDF');
	return new Map([...file.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms)].map(([, id = '', body = '']) => [id, body]));
}

function object(objects: Objects, id: string | undefined): string {
	const found = objects.get(id ?? '');
	if (found === undefined) throw new RangeError(`the PDF has no object ${id}`);
	return found;
}

function only(objects: Objects, part: string): string {
	const found = [...objects.values()].filter((body) => new RegExp(`${part}\\b`).test(body));
	if (found.length !== 1) throw new RangeError(`the PDF has ${found.length} objects with ${part}`);
	return found[0] ?? '';
}

function streamOf(body: string): string {
	const [, head = '', stream = ''] = /^(.*?)\nstream\n(.*)\nendstream$/s.exec(body) ?? [];
	const bytes = Buffer.from(stream, 'latin1');
	return head.includes('/FlateDecode') ? inflateSync(bytes).toString('latin1') : stream;
}

/** Parentheses may stand within, unescaped, as long as each has its other half. */
const literal = new RegExp(literalOf(12), 'g');

/** Each text lies within a marked piece, be it content or ornament. */
function isMarkedThroughout(content: string): boolean {
	let depth = 0;
	for (const [operator] of content.replaceAll(literal, '').matchAll(/\b(?:BDC|BMC|EMC|BT)\b/g)) {
		if (operator === 'BDC' || operator === 'BMC') depth++;
		else if (operator === 'EMC') depth--;
		else if (depth === 0) return false;
	}
	return true;
}

function fontsOf(page: string, objects: Objects): ReadonlyMap<string, Letters> {
	const fonts = /\/Font <<(.*?)>>/s.exec(page)?.[1] ?? '';
	return new Map(
		[...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]): [string, Letters] => {
			const table = /\/ToUnicode (\d+) 0 R/.exec(object(objects, id))?.[1];
			return [name, lettersIn(streamOf(object(objects, table)))];
		})
	);
}

function lettersIn(table: string): Letters {
	const single = [...table.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gim)].map(([, from = '', to = '']) => {
		return [Number.parseInt(from, 16), Buffer.from(to, 'hex').swap16().toString('utf16le')] as const;
	});
	const ranges = [...table.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>$/gim)].flatMap(
		([, from = '', to = '', first = '']) => {
			const [begin, end, letter] = [from, to, first].map((number) => Number.parseInt(number, 16)) as [
				number,
				number,
				number
			];
			return Array.from(
				{ length: end - begin + 1 },
				(_, place) => [begin + place, String.fromCharCode(letter + place)] as const
			);
		}
	);
	return new Map([...single, ...ranges]);
}

function textOf(content: string, fonts: ReadonlyMap<string, Letters>): string {
	const lines: string[] = [];
	let letters: Letters = new Map();
	const pieces = new RegExp(`/(\\w+) [\\d.]+ Tf|${literal.source}|<([0-9A-Fa-f]+)>|\\bBT\\b|\\bET\\b`, 'g');
	let line = '';
	for (const [piece, font, hex] of content.matchAll(pieces)) {
		if (font !== undefined) letters = fonts.get(font) ?? new Map();
		// What stands before belongs to marks.
		else if (piece === 'BT') line = '';
		else if (piece === 'ET') lines.push(line);
		else {
			const codes = hex === undefined ? Buffer.from(unescaped(piece.slice(1, -1)), 'latin1') : Buffer.from(hex, 'hex');
			for (let place = 0; place + 1 < codes.length; place += 2)
				line += letters.get(codes.readUInt16BE(place)) ?? '\ufffd';
		}
	}
	return lines.join('\n');
}

function literalOf(depth: number): string {
	const plain = String.raw`\\[\s\S]|[^\\()]`;
	return String.raw`\((?:${depth === 0 ? plain : `${plain}|${literalOf(depth - 1)}`})*\)`;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
	return text.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
		/^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code)
	);
}
