import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { textsFor } from '#texts/texts.ts';
import { exportHref, findingHref, fullNames, lineRanges, originalOf, shortName } from './citation.ts';
import { formatCountry } from '#texts/format.ts';

const { studies, outcomes } = readEvidence(join(projectRoot, 'evidence'));

test('a work is named by one author, two, or the first and others, in the language of the reader', () => {
	assert.equal(shortName('da', { authors: ['Shirey'], year: 2010 }), 'Shirey (2010)');
	assert.equal(shortName('da', { authors: ['Wong', 'Laschinger'], year: 2015 }), 'Wong og Laschinger (2015)');
	assert.equal(shortName('en', { authors: ['Wong', 'Laschinger'], year: 2015 }), 'Wong and Laschinger (2015)');
	assert.equal(shortName('da', { authors: ['A', 'B', 'C'], year: 2018 }), 'A m.fl. (2018)');
	assert.equal(shortName('en', { authors: ['A', 'B', 'C'], year: 2018 }), 'A et al. (2018)');
});

test('names are told as far as they are known, and a missing first name is left out', () => {
	const authors = [
		{ family: 'Lin', given: 'Szu-Han' },
		{ family: 'De Saá-Pérez', given: 'Petra J.' },
		{ family: 'Hemberg', given: null }
	];
	assert.equal(fullNames('en', { authors }), 'Szu-Han Lin, Petra J. De Saá-Pérez and Hemberg');
});

test('only a work that was looked up leads to its original', () => {
	assert.equal(originalOf({ status: 'verified', doi: '10.1/x', url: 'https://y.dk' }), 'https://doi.org/10.1/x');
	assert.equal(originalOf({ status: 'verified', doi: null, url: 'https://y.dk' }), 'https://y.dk');
	assert.equal(originalOf({ status: 'recalled', doi: '10.1/x', url: 'https://y.dk' }), null);
	for (const study of studies) assert.ok(originalOf(study) === null || study.status === 'verified', study.id);
});

test('lines that meet or overlap are drawn together whatever their order', () => {
	const lines = [
		[421, 422],
		[375, 376],
		[9, 9],
		[376, 380],
		[381, 382],
		[377, 378]
	] as const;
	assert.equal(lineRanges(lines), '9, 375–382, 421–422');
	assert.equal(lineRanges([]), '');
});

test('a finding has an address of its own, and works are exported by name', () => {
	assert.equal(findingHref({ id: 'f' }), '/findings/f');
	assert.equal(exportHref('ris', [{ id: 'a' }, { id: 'b' }]), '/knowledge/export?study=a&study=b&format=ris');
});

test('every country, design and outcome group of the base has words in both languages', () => {
	for (const language of ['da', 'en'] as const) {
		const { designs, outcomeGroups } = textsFor(language).knowledge;
		for (const study of studies) {
			for (const code of study.countries) assert.match(formatCountry(language, code), /^\p{L}{3}/u, code);
			assert.ok(designs[study.design].name, study.design);
		}
		for (const outcome of outcomes) assert.ok(outcomeGroups[outcome.of], outcome.id);
	}
	assert.equal(formatCountry('da', 'DE'), 'Tyskland');
	assert.equal(formatCountry('en', 'DE'), 'Germany');
});
