import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import type { EvidenceBase, Finding } from '#domain/evidence/evidence.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { overviewDocument } from './overview-document.ts';
import { overviewPdf } from './overview-pdf.ts';

const base = readEvidence(join(projectRoot, 'evidence'));
const danish = overviewPdf(overviewDocument(base, 'da'));
const english = overviewPdf(overviewDocument(base, 'en'));

test('the PDF says that it is PDF/UA-1, tagged, in its language and with its title', () => {
	for (const [bytes, language, title] of [
		[danish, 'da', 'Lederes trivsel i sundhedsvæsenet'],
		[english, 'en', 'Leaders’ well-being in health care']
	] as const) {
		const text = contentOf(bytes);
		assert.match(text, /^%PDF-1\.7/);
		assert.match(text, /<pdfuaid:part>1<\/pdfuaid:part>/);
		assert.match(text, /\/MarkInfo\s*<<[^>]*\/Marked true/);
		assert.match(text, /\/StructTreeRoot \d+ 0 R/);
		assert.match(text, new RegExp(`/Lang \\(${language}`));
		assert.match(text, /\/DisplayDocTitle true/);
		assert.ok(Buffer.from(text, 'latin1').toString('utf8').includes(`<rdf:li xml:lang="x-default">${title}`), title);
	}
});

test('headings, lists, tables with heads, links and the figure’s text are in the tags', () => {
	const text = contentOf(danish);
	for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TH', 'TD', 'Link', 'Figure', 'Caption']) {
		assert.match(text, new RegExp(`/S ?/${tag}\\b`), tag);
	}
	assert.match(text, /\/Alt ?[(<]/);
	assert.match(text, /\/Outlines \d+ 0 R/);
});

test('the same base gives the same bytes, and another claim gives others', () => {
	const again = overviewPdf(structuredClone(overviewDocument(base, 'da')));
	assert.ok(Buffer.from(again).equals(Buffer.from(danish)));
	const dated = overviewPdf(overviewDocument({ ...base, publishedOn: '2001-02-03' }, 'da'));
	assert.match(contentOf(dated), /\/CreationDate \(D:20010203/, 'the day of publication, not that of the clock');
	const changed = overviewPdf(overviewDocument(withClaim('Noget andet.'), 'da'));
	assert.ok(!Buffer.from(changed).equals(Buffer.from(danish)));
});

test('signs that mean something in markup are set as they stand, and break nothing', () => {
	const hostile = '#strong[x] #panic() * _u_ $a^2$ @key <label> [b] \\ \\u{41} "q" `raw` // c /* d */ = h ~ -- ---';
	const odd = overviewPdf(overviewDocument({ ...withClaim(hostile), factors: withName(hostile) }, 'da'));
	assert.match(contentOf(odd), /pdfuaid/);
	assert.ok(bookmarksIn(odd).includes(`3.1 ${hostile}`), bookmarksIn(odd).join('\n'));
	assert.equal(linksIn(odd), linksIn(danish));
});

test('the outline names every chapter and every section, with its number', () => {
	const { chapters } = overviewDocument(base, 'da');
	const titles = chapters.flatMap(({ number, title, blocks }) => [
		`${number} ${title}`,
		...blocks.flatMap((block) =>
			block.kind === 'heading' && block.level === 2 ? [`${block.number ?? ''} ${block.text}`] : []
		)
	]);
	assert.deepEqual(
		titles.filter((title) => !bookmarksIn(danish).includes(title)),
		[]
	);
});

test('letters that no font has are replaced, and signs of other alphabets are kept', () => {
	const text = 'Author-李 🙂 \u0000 Ж α ł ≥ 5 → ↑ \u202E e\u0301';
	assert.match(contentOf(overviewPdf(overviewDocument(withClaim(text), 'en'))), /pdfuaid/);
});

function withClaim(text: string): EvidenceBase {
	const [first, ...rest] = base.findings;
	assert.ok(first);
	const odd: Finding = { ...first, claim: { da: text, en: text }, note: { da: text, en: text } };
	return { ...base, findings: [odd, ...rest] };
}

function withName(text: string): EvidenceBase['factors'] {
	return base.factors.map((factor, place) => (place === 0 ? { ...factor, name: { da: text, en: text } } : factor));
}

/** Titles in the outline: plain letters in round brackets, others as UTF-16 in digits. */
function bookmarksIn(bytes: Uint8Array): readonly string[] {
	return [...contentOf(bytes).matchAll(/\/Title (?:\((.*?)\)\n|<FEFF([0-9A-F]+)>)/gs)].map(([, plain, wide]) =>
		wide === undefined ? (plain ?? '').replace(/\\(.)/gs, '$1') : Buffer.from(wide, 'hex').swap16().toString('utf16le')
	);
}

function linksIn(bytes: Uint8Array): number {
	return contentOf(bytes).match(/\/Subtype ?\/Link\b/g)?.length ?? 0;
}

/** The file with what is packed in it unpacked, a letter a byte. */
function contentOf(bytes: Uint8Array): string {
	const file = Buffer.from(bytes).toString('latin1');
	const packed = [...file.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].flatMap((match) => {
		const start = match.index + match[0].length;
		try {
			return [inflateSync(bytes.subarray(start, file.indexOf('endstream', start))).toString('latin1')];
		} catch {
			return [];
		}
	});
	return [file, ...packed].join('\n');
}
