import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { sampleBase, sampleStudy } from '#domain/evidence/sample-records.ts';
import type { Actor } from '#server/actor.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { exportEvidence } from './export-evidence.ts';
import { exportReferences } from './export-references.ts';

const visitor: Actor = { kind: 'visitor' };
const library = {
	evidence: sampleBase({ version: '1.2.3', studies: ['a', 'b', 'c'].map((id) => sampleStudy({ id })) })
};

test('all works are exported, or those named in the order named, each once', () => {
	const all = exportReferences(library, visitor, { studyIds: null, format: 'csl-json' });
	assert.equal(all.kind, 'references');
	assert.equal(all.kind === 'references' && all.works, 3);
	const some = exportReferences(library, visitor, { studyIds: ['c', 'a', 'c'], format: 'csl-json' });
	assert.ok(some.kind === 'references');
	assert.deepEqual(
		JSON.parse(some.text).map((item: { readonly id: string }) => item.id),
		['c', 'a']
	);
});

test('the file is named after the version of the base and its format', () => {
	const names = ['ris', 'bibtex', 'csl-json', 'apa'].map((format) => {
		const outcome = exportReferences(library, visitor, { studyIds: null, format });
		return outcome.kind === 'references' ? outcome.fileName : outcome.kind;
	});
	assert.deepEqual(names, [
		'ledertrivsel-1.2.3.ris',
		'ledertrivsel-1.2.3.bib',
		'ledertrivsel-1.2.3.json',
		'ledertrivsel-1.2.3.txt'
	]);
});

test('an unknown format or work is told, and nothing is exported', () => {
	assert.equal(exportReferences(library, visitor, { studyIds: null, format: 'doc' }).kind, 'unknown-format');
	assert.deepEqual(exportReferences(library, visitor, { studyIds: ['a', 'x'], format: 'ris' }), {
		kind: 'unknown-study',
		studyId: 'x'
	});
});

test('the download holds the files of the base as they are, references, licence and how to cite it', () => {
	const evidence = readEvidence(join(projectRoot, 'evidence'));
	const outcome = exportEvidence({ evidence }, visitor);
	assert.ok(outcome.kind === 'evidence-download');
	assert.equal(outcome.fileName, `ledertrivsel-evidence-${evidence.version}.zip`);
	const files = unzipSync(outcome.bytes);
	const textOf = (path: string) =>
		strFromU8(files[`ledertrivsel-evidence-${evidence.version}/${path}`] ?? new Uint8Array());
	for (const path of [
		'studies/wong-laschinger-2015.json',
		'findings/workload.json',
		'schema/study.schema.json',
		'README.md'
	]) {
		assert.equal(textOf(path), readFileSync(join(projectRoot, 'evidence', path), 'utf8'), path);
	}
	assert.equal(textOf('LICENCE'), readFileSync(join(projectRoot, 'LICENCE'), 'utf8'));
	assert.match(textOf('references.ris'), /^TY {2}- JOUR\r\n/);
	assert.match(textOf('references.bib'), /^@article\{/);
	assert.equal(JSON.parse(textOf('references.json')).length, evidence.studies.length);
	assert.ok(textOf('CITATION.cff').includes(`version: "${evidence.version}"\n`));
	assert.match(textOf('CITATION.cff'), /^license: "EUPL-1\.2"$/m);
});

test('the same base gives the same download, byte for byte', () => {
	const digest = () => {
		const outcome = exportEvidence({ evidence: readEvidence(join(projectRoot, 'evidence')) }, visitor);
		assert.ok(outcome.kind === 'evidence-download');
		return createHash('sha256').update(outcome.bytes).digest('hex');
	};
	assert.equal(digest(), digest());
});
