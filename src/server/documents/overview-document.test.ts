import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import { anchorsIn, anchorsOf, linesIn, plainText, type OverviewDocument } from '#domain/overview/document.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { apaReference } from '#server/references/apa-reference.ts';
import { overviewDocument } from './overview-document.ts';

const base = readEvidence(join(projectRoot, 'evidence'));
const languages: readonly Language[] = ['da', 'en'];

for (const language of languages) {
	const document = overviewDocument(base, language);

	test(`${language}: each claim stands once, word for word`, () => {
		const sentences = linesOf(document).map(plainText);
		for (const finding of base.findings) {
			const claim = finding.claim[language].trim().replace(/\.$/, '');
			const standing = sentences.reduce((sum, line) => sum + line.split(claim).length - 1, 0);
			const among = base.findings.filter((other) => other.claim[language].includes(claim)).length;
			assert.equal(standing, among, `${finding.id}: ${claim}`);
		}
	});

	test(`${language}: what a reader must know of a claim stands in a note`, () => {
		const notes = document.chapters
			.flatMap(({ blocks }) => blocks)
			.flatMap((block) => (block.kind === 'notes' ? block.notes.map((note) => plainText(note.line)) : []))
			.join('\n');
		for (const { id, note } of base.findings) if (note !== null) assert.ok(notes.includes(note[language]), id);
	});

	test(`${language}: every link leads to one anchor, and every work in the list is named somewhere`, () => {
		const all = document.chapters.flatMap(({ blocks }) => blocks.flatMap(anchorsIn));
		assert.equal(new Set(all).size, all.length, 'an anchor stands twice');
		const targets = new Set(linesOf(document).flatMap((line) => line.flatMap((run) => run.to ?? [])));
		const anchors = anchorsOf(document);
		assert.deepEqual(
			[...targets].filter((to) => !anchors.has(to)),
			[]
		);
		const listed = [...anchors.keys()].filter((anchor) => anchor.startsWith('reference-'));
		assert.deepEqual(
			listed.filter((anchor) => !targets.has(anchor)),
			[]
		);
		assert.equal(listed.length, base.studies.length);
	});

	test(`${language}: a work that was not looked up is marked and has no DOI`, () => {
		const mark = language === 'da' ? '[ikke efterprøvet]' : '[not verified]';
		const lines = new Map(
			document.chapters
				.flatMap(({ blocks }) => blocks)
				.flatMap((block) => (block.kind === 'references' ? block.entries : []))
				.map(({ id, line }) => [id, plainText(line)])
		);
		for (const study of base.studies) {
			const line = lines.get(`reference-${study.id}`) ?? '';
			assert.ok(line.startsWith(apaReference(study, language).text), line);
			assert.equal(line.includes(mark), study.status !== 'verified', line);
			if (study.status !== 'verified') assert.doesNotMatch(line, /doi\.org|https?:/);
		}
	});

	test(`${language}: edition, day of publication and last search stand on the front`, () => {
		const front = document.facts.map(({ value }) => value).join('\n');
		assert.ok(front.includes(base.version));
		assert.match(front, /2026/);
		assert.ok(front.includes(`${base.lastSearch.year}`));
		const dated = overviewDocument({ ...base, lastSearch: { year: 2027, day: '2027-03-01' } }, language);
		assert.match(dated.facts.map(({ value }) => value).join('\n'), /1\.? (marts|March) 2027/);
	});
}

test('the two languages have the same build', () => {
	const shape = ({ chapters }: OverviewDocument) =>
		chapters.map(({ id, blocks }) => [id, ...blocks.map(({ kind }) => kind)]);
	assert.deepEqual(shape(overviewDocument(base, 'en')), shape(overviewDocument(base, 'da')));
});

test('the summary and the tables say what the base says', () => {
	const fewer: EvidenceBase = { ...base, findings: base.findings.slice(0, 14), interventions: [] };
	const before = JSON.stringify(overviewDocument(base, 'en').summary);
	const after = JSON.stringify(overviewDocument(fewer, 'en').summary);
	assert.notEqual(after, before);
	assert.match(after, /Of 14 claims/);
	const table = overviewDocument(base, 'en')
		.chapters.flatMap(({ blocks }) => blocks)
		.find((block) => block.kind === 'table' && block.id === 'table-factors');
	assert.ok(table?.kind === 'table' && table.hasTotal);
	const figures = table.rows.map((row) => row.slice(1).map(Number));
	const sums = figures
		.slice(0, -1)
		.reduce((sum, row) => row.map((value, at) => value + (sum[at] ?? 0)), [] as number[]);
	assert.deepEqual(figures.at(-1), sums);
	assert.equal(table.rows.length, base.factors.length + 1);
});

function linesOf({ chapters }: OverviewDocument) {
	return chapters.flatMap(({ blocks }) => blocks.flatMap(linesIn));
}
