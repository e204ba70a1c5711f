import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';
import { sampleFinding } from '#domain/evidence/sample-records.ts';
import { projectRoot } from '#server/project-root.ts';
import { readEvidence } from './read-evidence.ts';
import { validateEvidenceFiles } from './validate-evidence-files.ts';
import { companionFiles, evidenceFiles, topicOf } from './write-evidence.ts';

const directory = join(projectRoot, 'evidence');
const base = readEvidence(directory);

test('a base that nobody edited is written byte for byte as it ships', () => {
	const written = [...evidenceFiles(base), ...companionFiles(base)];
	const shipped = readdirSync(directory, { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(json|md)$/.test(path))
		.toSorted();
	assert.deepEqual(written.map((file) => file.path).toSorted(), shipped);
	for (const { path, text } of written) assert.equal(text, readFileSync(join(directory, path), 'utf8'), path);
});

test('fields that come in another order are written in the files’ order', () => {
	const shuffled = JSON.parse(JSON.stringify(base, (_, value) => (isRecord(value) ? reversed(value) : value)));
	assert.deepEqual(evidenceFiles(shuffled), evidenceFiles(base));
});

test('an edited base is written, holds, and is read back as it was', (t) => {
	const [first, ...others] = base.studies;
	assert.ok(first);
	const added = { ...first, version: first.version + 1, participants: 999 };
	const edited: EvidenceBase = { ...base, version: '9.9.9', studies: [added, ...others] };
	const copy = mkdtempSync(join(tmpdir(), 'ledertrivsel-written-'));
	t.after(() => rmSync(copy, { recursive: true }));
	for (const { path, text } of [...evidenceFiles(edited), ...companionFiles(edited)]) {
		mkdirSync(dirname(join(copy, path)), { recursive: true });
		writeFileSync(join(copy, path), text);
	}
	assert.deepEqual(readEvidence(copy), edited);
	assert.deepEqual(validateEvidenceFiles(copy), []);
});

test('a finding stands in the file of what it is about', () => {
	assert.equal(topicOf(sampleFinding()), 'workload');
	assert.equal(topicOf({ from: { kind: 'intervention', id: null } }), 'interventions');
	assert.equal(topicOf({ from: { kind: 'outcome', id: 'well-being' } }), 'consequences');
	assert.equal(topicOf({ from: { kind: 'research' } }), 'research');
});

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reversed(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(value).toReversed());
}
