// The parts of a Word document that a screen reader lives on, read from its XML.
import { inflateRawSync } from 'node:zlib';
import { readZipDirectory } from '#server/organisation-files/zip-directory.ts';

export type ReadDocx = {
	readonly title: string;
	readonly language: string;
	readonly headings: readonly { readonly level: number; readonly text: string }[];
	readonly tables: readonly {
		/** Whether the first row repeats as a head, and no other does. */
		readonly hasHead: boolean;
		readonly rows: readonly (readonly string[])[];
	}[];
	readonly text: string;
};

export function readDocx(bytes: Uint8Array): ReadDocx {
	const document = partOf(bytes, 'word/document.xml');
	const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([paragraph]) => paragraph);
	return {
		title: unescaped(/<dc:title>(.*?)<\/dc:title>/s.exec(partOf(bytes, 'docProps/core.xml'))?.[1] ?? ''),
		language: /<w:docDefaults>.*?<w:lang w:val="([^"]*)"/s.exec(partOf(bytes, 'word/styles.xml'))?.[1] ?? '',
		headings: paragraphs.flatMap((paragraph) => {
			const level = /<w:pStyle w:val="Heading(\d)"/.exec(paragraph)?.[1];
			return level === undefined ? [] : [{ level: Number(level), text: textOf(paragraph) }];
		}),
		tables: [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => {
			const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) => row);
			return {
				hasHead: rows.every((row, place) => row.includes('<w:tblHeader') === (place === 0)),
				rows: rows.map((row) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)))
			};
		}),
		text: paragraphs.map(textOf).join('\n')
	};
}

function partOf(bytes: Uint8Array, name: string): string {
	const entry = readZipDirectory(bytes)?.find((one) => one.name === name);
	if (entry === undefined) throw new Error(`the document has no ${name}`);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const start =
		entry.localOffset +
		30 +
		view.getUint16(entry.localOffset + 26, true) +
		view.getUint16(entry.localOffset + 28, true);
	const packed = bytes.subarray(start, start + entry.packedBytes);
	return (entry.method === 0 ? Buffer.from(packed) : inflateRawSync(packed)).toString('utf8');
}

function textOf(xml: string): string {
	return unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map((match) => match[1] ?? '').join(''));
}

function unescaped(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');
}
