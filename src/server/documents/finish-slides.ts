// What the package for slides leaves undone: notes in paragraphs, the language of every text, a list of parts that are there,
// and charts that are counted within the file instead of since the program began.
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** Files in a zip carry a time; always the same, so that the same pack gives the same bytes. */
const packedAt = new Date(2000, 0, 1);
const chartPart = /(?<=charts\/chart|charts\/_rels\/chart|Microsoft_Excel_Worksheet)\d+(?=\.xml|\.xlsx)/g;

/**
 * `region`: language tag such as da-DK, which replaces the American English that the package writes where it knows none.
 * Throws where the bytes are no zip file.
 */
export function finishSlides(bytes: Uint8Array, region: string): Uint8Array<ArrayBuffer> {
	const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
	const numbers = chartNumbers(parts.map(([name]) => name));
	const renumbered = (text: string) => text.replaceAll(chartPart, (number) => numbers.get(number) ?? number);
	const names = new Set(parts.map(([name]) => `/${renumbered(name)}`));
	const files: Zippable = {};
	for (const [name, content] of parts) {
		if (!/\.(xml|rels)$/.test(name)) {
			files[renumbered(name)] = content;
			continue;
		}
		const text = finish(name, renumbered(strFromU8(content)), region);
		files[renumbered(name)] = strToU8(name === '[Content_Types].xml' ? withoutMissing(text, names) : text);
	}
	return new Uint8Array(zipSync(files, { mtime: packedAt }));
}

function chartNumbers(names: readonly string[]): ReadonlyMap<string, string> {
	const found = names.flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? []);
	const inOrder = found.toSorted((left, right) => Number(left) - Number(right));
	return new Map(inOrder.map((number, place) => [number, String(place + 1)]));
}

/** The list of parts names masters that were never written. */
function withoutMissing(xml: string, names: ReadonlySet<string>): string {
	return xml.replaceAll(/<Override PartName="([^"]*)"[^>]*\/>/g, (whole, part: string) =>
		names.has(part) ? whole : ''
	);
}

function finish(name: string, xml: string, region: string): string {
	const inRegion = xml.replaceAll(/\b(lang|altLang)="en-US"/g, `$1="${region}"`);
	if (/^ppt\/notesSlides\/[^/]*\.xml$/.test(name)) return inParagraphs(inRegion, region);
	if (name !== 'docProps/core.xml') return inRegion;
	return inRegion
		.replace('</cp:coreProperties>', `<dc:language>${region}</dc:language></cp:coreProperties>`)
		.replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*/g, '$12000-01-01T00:00:00Z');
}

function inParagraphs(xml: string, region: string): string {
	return xml.replaceAll(/<a:t>([^<]*)<\/a:t>/g, (_whole, text: string) => {
		const next = `</a:t></a:r></a:p><a:p><a:r><a:rPr lang="${region}" dirty="0"/><a:t>`;
		return `<a:t>${text.split(/\r?\n/).join(next)}</a:t>`;
	});
}
