import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sampleStudy } from '#domain/evidence/sample-records.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { apaInText, apaReference, warmReferences } from './apa-reference.ts';

const { studies } = readEvidence(join(projectRoot, 'evidence'));
const wong = sampleStudy({
	id: 'wong',
	authors: [
		{ family: 'Wong', given: 'Carol A.' },
		{ family: 'von Vultée', given: 'P. J.' },
		{ family: 'Ahlborg', given: 'Gunnar, Jr' }
	],
	year: 2015,
	title: 'The influence of job strain: A study',
	journal: 'Care & Order',
	volume: '52',
	issue: '12',
	pages: '1824-1833',
	doi: '10.1016/j.x.2015.09.006'
});

test('an article is set as the APA style has it, in both languages', () => {
	const text =
		'Wong, C. A., von Vultée, P. J., & Ahlborg, G., Jr. (2015). The influence of job strain: A study. ' +
		'Care & Order, 52(12), 1824–1833. https://doi.org/10.1016/j.x.2015.09.006';
	assert.equal(apaReference(wong, 'en').text, text);
	assert.equal(apaReference(wong, 'da').text, text);
});

test('journal and volume stand in italics, and the DOI leads to the work', () => {
	const { html, parts, text } = apaReference(wong, 'en');
	assert.ok(html.includes('<i>Care &amp; Order</i>, <i>52</i>(12), 1824–1833.'), html);
	const address = 'https://doi.org/10.1016/j.x.2015.09.006';
	assert.ok(html.endsWith(`<a href="${address}">${address}</a>`), html);
	assert.equal(parts.map((part) => part.text).join(''), text);
	assert.deepEqual(parts.at(-1), { text: address, isItalic: false, href: address });
});

test('of more than twenty authors the first nineteen and the last are named', () => {
	const authors = Array.from({ length: 23 }, (_, place) => ({ family: `Name${place + 1}`, given: 'Ann' }));
	const { text } = apaReference({ ...wong, authors }, 'en');
	assert.match(text, /Name19, A\., … Name23, A\. \(2015\)\./);
	assert.doesNotMatch(text, /Name20/);
});

test('one author, names in other scripts and a report without a journal are set as far as they are known', () => {
	const alone = apaReference(sampleStudy({ id: 'alone', authors: [{ family: 'Lindholm', given: 'Margareta' }] }), 'en');
	assert.equal(alone.text, 'Lindholm, M. (2020). A study.');
	const chinese = apaReference(sampleStudy({ id: 'li', authors: [{ family: '李', given: '伟' }] }), 'en');
	assert.match(chinese.text, /^李伟\. \(2020\)/);
	const named = { publicationType: 'report', publisher: 'VIVE', url: 'https://vive.dk/x?a=1&b=2' } as const;
	const report = apaReference(sampleStudy({ id: 'report', ...named }), 'en');
	assert.equal(report.text, 'Author-of-report, A. (2020). A study. VIVE. https://vive.dk/x?a=1&b=2');
	assert.ok(report.html.endsWith('<a href="https://vive.dk/x?a=1&amp;b=2">https://vive.dk/x?a=1&amp;b=2</a>'));
});

test('a work that was not found says so in the reader’s language', () => {
	const lost = sampleStudy({
		id: 'lost',
		status: 'unknown',
		authors: [{ family: 'Thunman', given: null }],
		year: null,
		citedYear: 2015,
		title: null,
		publicationType: null
	});
	assert.equal(apaReference(lost, 'da').text, 'Thunman. (2015). [Værket er ikke fundet].');
	assert.equal(apaReference(lost, 'en').text, 'Thunman. (2015). [Work not found].');
	assert.equal(apaReference(lost, 'en').isVerified, false);
});

test('a work that was not looked up has neither DOI nor link', () => {
	const recalled = apaReference({ ...wong, status: 'recalled', url: 'https://example.org' }, 'en');
	assert.equal(recalled.isVerified, false);
	assert.doesNotMatch(recalled.html, /doi\.org|example\.org|<a /);
});

test('nothing in a record becomes markup of a page', () => {
	const title = '<script>alert(1)</script> & <img src=x onerror="a()"> "quoted" <i>';
	const { html } = apaReference({ ...wong, title, journal: '</i><b>x', doi: '10.1000/"><b>' }, 'en');
	assert.deepEqual([...new Set(html.match(/<[^>]*>/g))].toSorted(), [
		'</a>',
		'</i>',
		'<a href="https://doi.org/10.1000/&quot;&gt;&lt;b&gt;">',
		'<i>'
	]);
	const strange = apaReference({ ...wong, doi: null, url: 'javascript:alert(1)' }, 'en');
	assert.doesNotMatch(strange.html, /<a /);
});

test('in a sentence two authors are joined, and of three only the first is named', () => {
	assert.equal(apaInText(wong, 'da'), 'Wong m.fl., 2015');
	assert.equal(apaInText(wong, 'en'), 'Wong et al., 2015');
	assert.equal(apaInText({ ...wong, authors: wong.authors.slice(0, 2) }, 'en'), 'Wong & von Vultée, 2015');
	assert.equal(apaInText({ ...wong, authors: wong.authors.slice(0, 1) }, 'en'), 'Wong, 2015');
});

test('every work of the base has a reference with authors and year, and a DOI only where verified', () => {
	for (const study of studies) {
		const { text } = apaReference(study, 'en');
		assert.ok(text.includes(study.authors[0]?.family ?? '?'), text);
		assert.ok(text.includes(`(${study.year ?? study.citedYear})`), text);
		assert.equal(text.includes('https://doi.org/'), study.status === 'verified' && study.doi !== null, text);
		assert.doesNotMatch(text, /undefined|null|\.\.|<|&#/, study.id);
	}
});

test('a list of all works that was set once is there at once', async () => {
	await warmReferences(studies);
	const start = performance.now();
	for (const study of studies) apaReference(structuredClone(study), 'en');
	assert.ok(performance.now() - start < 100);
});
