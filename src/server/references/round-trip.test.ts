import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Study } from '#domain/evidence/evidence.ts';
import { sampleStudy } from '#domain/evidence/sample-records.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { formatReferences } from './format-references.ts';
import { readBack, type ReadBack } from './read-back.testing.ts';

const { studies } = readEvidence(join(projectRoot, 'evidence'));
const danes = [
	{ family: 'Østergaard', given: 'Åse Ærø' },
	{ family: 'Sørensen-Møller', given: 'Bjørn' }
];
const article = { journal: 'Care & Order', volume: '27', issue: '7–8', pages: '1346–1359', doi: '10.1000/ab_c-(12)3' };

const hard: readonly Study[] = [
	hardStudy({ title: 'Ærlighed, øvelse og håb: Ledelse på æ, ø og å', authors: danes }),
	hardStudy({ title: 'Cost & care: 50% of #1 at $5 in a_b and {braces}, a~b or a^b' }),
	hardStudy({ title: 'The "good" leader’s ‘calling’ – “what I can’t do”' }),
	hardStudy({ title: 'A path C:\\temp, a } brace, n < 5 > 3 and R&D' }),
	hardStudy({ title: `Long ${'and longer '.repeat(60)}without an end` }),
	hardStudy({ title: 'DNA, WHO and COVID-19 in the ICU: An RCT of iPhones, McDonald’s' }),
	hardStudy({ pages: 'e103906' }),
	hardStudy({ pages: 'E12–E19' }),
	hardStudy({ authors: Array.from({ length: 23 }, (_, place) => ({ family: `Name${place}`, given: 'A. B.' })) }),
	hardStudy({
		authors: [
			{ family: 'von Vultée', given: 'P. J.' },
			{ family: 'Van der Berg', given: 'Ann' }
		]
	}),
	hardStudy({ authors: [{ family: 'Łukaszewicz', given: 'Şebnem' }], title: 'Ünlü und groß, ł' }),
	hardStudy({ authors: [{ family: '李', given: '伟' }], title: '领导力与健康' }),
	hardStudy({ authors: [{ family: 'Region Syddanmark', given: null }], issue: null, volume: null, pages: null })
].map((study, place) => ({ ...study, id: `hard-${place}` }));

for (const format of ['ris', 'bibtex', 'csl-json'] as const) {
	for (const [name, list] of [
		['all works of the base', studies],
		['hard records', hard]
	] as const) {
		test(`${format}: ${name} come back the same through another parser`, () => {
			const back = readBack[format](formatReferences(list, format));
			assert.equal(back.length, list.length);
			for (const [place, study] of list.entries()) assert.deepEqual(back[place], asRead(study), study.id);
		});
	}
}

test('RIS holds each field on one line, with both ends of the pages and the whole key', () => {
	const ris = formatReferences([hardStudy({ title: `Two\nlines ${'x'.repeat(200)}` })], 'ris');
	assert.match(ris, /^TI {2}- Two lines x{200}\r$/m);
	assert.match(ris, /^SP {2}- 1346\r\nEP {2}- 1359\r$/m);
	assert.match(ris, /^ID {2}- a-work-whose-key-is-longer-than-twenty\r$/m);
	assert.match(ris, /^TY {2}- JOUR\r[\s\S]*\r\nER {2}- \r\n\r\n$/);
});

test('books, chapters, theses and reports keep their kind and publisher', () => {
	const types = ['book', 'chapter', 'thesis', 'report'] as const;
	const list = types.map((publicationType) =>
		sampleStudy({ id: publicationType, publicationType, publisher: 'Gad & Søn' })
	);
	const ris = formatReferences(list, 'ris');
	assert.deepEqual(ris.match(/(?<=^TY {2}- )\w+/gm), ['BOOK', 'CHAP', 'THES', 'RPRT']);
	assert.equal(ris.match(/^PB {2}- Gad & Søn\r$/gm)?.length, 4);
	const bibtex = formatReferences(list, 'bibtex');
	assert.deepEqual(bibtex.match(/(?<=^@)\w+/gm), ['book', 'inbook', 'phdthesis', 'techreport']);
	assert.equal(bibtex.match(/Gad \\& Søn/g)?.length, 4);
});

test('a work that was not looked up says so in every format and has no DOI', () => {
	const doubtful = sampleStudy({ ...article, id: 'doubtful', status: 'recalled', url: 'https://example.org' });
	for (const format of ['ris', 'bibtex', 'csl-json'] as const) {
		const text = formatReferences([doubtful], format);
		assert.match(text, /Not verified/);
		assert.doesNotMatch(text, /10\.1000|example\.org/);
	}
	assert.match(formatReferences([doubtful], 'apa', 'da'), /\[ikke efterprøvet\]\n$/);
});

test('a record that would leave its field stays in it', () => {
	const evil = sampleStudy({
		...article,
		id: 'evil',
		title: 'a\nTY  - JOUR &lt;b&gt;',
		doi: '10.1234/x},note={evil}}@misc{zz,title={'
	});
	const bibtex = formatReferences([evil], 'bibtex');
	assert.equal(bibtex.match(/^@/gm)?.length, 1);
	assert.doesNotMatch(bibtex, /note=\{evil|\}@misc/);
	assert.equal(formatReferences([evil], 'ris').match(/^TY/gm)?.length, 1);
	const apa = formatReferences([evil], 'apa');
	assert.equal(apa.trimEnd().split('\n').length, 1);
	assert.ok(apa.includes('&lt;b&gt;'), 'what the record spells as an entity stays as it is');
});

test('no works give an empty list in every format', () => {
	assert.equal(formatReferences([], 'ris'), '');
	assert.equal(formatReferences([], 'bibtex'), '');
	assert.equal(formatReferences([], 'apa'), '');
	assert.deepEqual(JSON.parse(formatReferences([], 'csl-json')), []);
});

const exportsFolder = join(projectRoot, '..', 'shared', 'data', 'bib');
const skip = existsSync(exportsFolder) ? false : 'exports of other programs (../shared/data/bib) are not here';

test('our RIS tags are those that EndNote, Zotero and databases use', { skip }, () => {
	const used = new Set(
		readdirSync(exportsFolder)
			.map((name) => readFileSync(join(exportsFolder, name), 'utf8'))
			.flatMap((text) => text.match(/^[A-Z][A-Z0-9](?= {2}-)/gm) ?? [])
	);
	const ours = new Set(formatReferences([...studies, ...hard], 'ris').match(/^[A-Z][A-Z0-9](?= {2}-)/gm));
	assert.ok(ours.size > 10);
	assert.deepEqual(
		[...ours].filter((tag) => !used.has(tag)),
		[]
	);
});

function hardStudy(named: Partial<Study>): Study {
	return sampleStudy({ ...article, ...named, id: 'a-work-whose-key-is-longer-than-twenty' });
}

function asRead(study: Study): ReadBack {
	return {
		authors: study.authors.map(({ family, given }) =>
			given === null ? family : `${family}, ${given.replace(', Jr', ' Jr')}`
		),
		year: `${study.year ?? study.citedYear}`,
		title: study.title ?? '',
		journal: study.journal ?? '',
		volume: study.volume ?? '',
		issue: study.issue ?? '',
		pages: study.pages?.replace('-', '–') ?? '',
		doi: study.doi ?? ''
	};
}
