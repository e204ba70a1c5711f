import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { EvidenceRecord, RecordKind } from '#domain/evidence/apply-revisions.ts';
import { findRecord } from '#domain/evidence/edit/form-of-record.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { validateRecord } from '#server/evidence-base/validate-record.ts';
import { readSchemaProblem } from './schema-problem.ts';

const base = readEvidence(join(import.meta.dirname, '../../../evidence'));
const records = { study: base.studies, finding: base.findings, intervention: base.interventions } as const;

/** What the schema really says of the first record of a kind with these fields instead. */
const problemsOf = (kind: RecordKind, changed: object) => {
	const found = findRecord(base, { kind, id: records[kind][0]?.id ?? '' });
	assert.ok(found);
	const record: EvidenceRecord = { ...found.record, ...changed };
	return validateRecord(kind, record).map(({ detail }) => readSchemaProblem(detail));
};

test('each part of a study that nobody has said anything about is named', () => {
	assert.deepEqual(
		problemsOf('study', { confidence: {} }),
		['author', 'issued', 'title', 'DOI'].map((part) => ({
			field: `confidence.${part}`,
			code: 'confidence-missing',
			detail: part
		}))
	);
});

test('what an editor can leave out or write too large in the form has a sentence', () => {
	assert.deepEqual(problemsOf('intervention', { steps: [], findings: [], boosterMonths: 61 }), [
		{ field: 'steps', code: 'too-few', detail: '2' },
		{ field: 'findings', code: 'too-few', detail: '1' },
		{ field: 'boosterMonths', code: 'too-high', detail: '60' }
	]);
	assert.deepEqual(problemsOf('study', { participants: 0 }), [{ field: 'participants', code: 'too-low', detail: '1' }]);
	assert.deepEqual(problemsOf('study', { title: 'x'.repeat(10_001) }), [
		{ field: 'title', code: 'too-long', detail: '10000' }
	]);
	assert.deepEqual(problemsOf('finding', { studies: [] }), [{ field: 'studies', code: 'too-few', detail: '1' }]);
});

test('anything else keeps its own words', () => {
	assert.deepEqual(problemsOf('study', { status: 'guessed' }), [null]);
});
