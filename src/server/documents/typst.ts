// Typst, kept ready: sets a template with data to a tagged PDF (PDF/UA-1), which every reader can have read aloud. The
// template gets its data as JSON, so that nothing in a record can be read as markup.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '#server/project-root.ts';
import { keepPrintable } from './printable.ts';
import { unpackWebFont, type Font } from './web-font.ts';

export type Typesetting = {
	/** File name in this folder. */
	readonly template: string;
	readonly data: Readonly<Record<string, unknown>>;
};

const family = 'IBM Plex Sans';
/** The package divides the family by alphabet; names as long as the family's, since they take its place in the files. */
const parts = [
	{ alphabet: 'latin', family: 'Plex Sans Lat' },
	{ alphabet: 'latin-ext', family: 'Plex Sans Ext' },
	{ alphabet: 'greek', family: 'Plex Sans Grk' },
	{ alphabet: 'cyrillic', family: 'Plex Sans Cyr' },
	{ alphabet: 'vietnamese', family: 'Plex Sans Vie' }
];
const styles = ['400-normal', '400-italic', '600-normal', '600-italic'];
/** Comes with Typst, for signs that the site's typeface does not have. */
const familyOfTypst = 'Libertinus Serif';
const signsOfTypst = '≤≥≠≈→←↔∞√†‡•';

type Ready = { readonly compiler: NodeCompiler; readonly codePoints: ReadonlySet<number> };

let ready: Ready | null = null;
const kept = new Map<string, Uint8Array<ArrayBuffer>>();
const mostKept = 8;

/**
 * A PDF with tags, outline and language, the same bytes for the same template and data. What was set before is kept.
 *
 * Letters that no font here has are shown as a replacement sign. Throws with Typst's own words where the template is
 * wrong, or where the document would not be accessible: a picture without a text, a heading level that is skipped.
 */
export function setAsPdf({ template, data }: Typesetting): Uint8Array<ArrayBuffer> {
	const source = readFileSync(join(projectRoot, 'src/server/documents', template), 'utf8');
	const input = JSON.stringify({ ...data, fonts: [...parts.map((part) => part.family), familyOfTypst] });
	const key = createHash('sha256').update(source).update('\0').update(input).digest('hex');
	const before = kept.get(key);
	if (before !== undefined) return before;
	const bytes = compile(source, input);
	const [oldest] = kept.keys();
	if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
	kept.set(key, bytes);
	return bytes;
}

function compile(source: string, input: string): Uint8Array<ArrayBuffer> {
	const { compiler, codePoints } = (ready ??= makeReady());
	const inputs = { data: JSON.stringify(keepPrintable(JSON.parse(input), codePoints)) };
	const compiled = compiler.compile({ mainFileContent: source, inputs });
	const document = compiled.result;
	if (document === null) {
		const error = compiled.takeError();
		const told = error === null ? 'without a reason' : JSON.stringify(compiler.fetchDiagnostics(error));
		throw new Error(`Typst could not set the document: ${told}`);
	}
	const bytes = compiler.pdf(document, { pdfStandard: 'ua-1' });
	// What was remembered of documents before the last few is forgotten.
	compiler.evictCache(2);
	return new Uint8Array(bytes);
}

function makeReady(): Ready {
	const fonts = parts.flatMap((part) => styles.map((style) => readFont({ ...part, style })));
	const codePoints = new Set([...signsOfTypst].map((sign) => sign.codePointAt(0) ?? 0));
	for (const font of fonts) for (const code of font.codePoints) codePoints.add(code);
	const compiler = NodeCompiler.create({
		workspace: join(projectRoot, 'src/server/documents'),
		fontArgs: [{ fontBlobs: fonts.map((font) => font.bytes) }]
	});
	return { compiler, codePoints };
}

function readFont(part: { readonly alphabet: string; readonly family: string; readonly style: string }): Font {
	const file = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-${part.alphabet}-${part.style}.woff`;
	const path = createRequire(join(projectRoot, 'package.json')).resolve(file);
	return unpackWebFont(readFileSync(path), { from: family, to: part.family });
}
