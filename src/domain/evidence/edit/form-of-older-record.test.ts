import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { formOfOlderRecord } from '#domain/evidence/edit/form-of-older-record.ts';
import { formOfRecord, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FormValues } from '#domain/evidence/edit/form-values.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';

const base = readEvidence(join(import.meta.dirname, '../../../../evidence'));
const [finding, study, intervention] = [base.findings[0], base.studies[0], base.interventions[0]];
assert.ok(finding && study && intervention);
const records: readonly KindOfRecord[] = [
	{ kind: 'finding', record: finding },
	{ kind: 'study', record: study },
	{ kind: 'intervention', record: intervention }
];

/** An empty field and one that is not there are the same to the form. */
function filled(values: FormValues): FormValues {
	return Object.fromEntries(Object.entries(values).filter(([, texts]) => texts.some((text) => text !== '')));
}

test('a record of today is shown as ever', () => {
	for (const any of records) assert.deepEqual(filled(formOfOlderRecord(any, base)), filled(formOfRecord(any)));
});

test('a field that a record does not have stands empty, and every other as it was saved', () => {
	for (const any of records) {
		const whole = formOfRecord(any);
		for (const field of Object.keys(any.record).filter((name) => name !== 'id' && name !== 'version')) {
			const older = { ...any, record: { ...any.record } } as KindOfRecord;
			Reflect.deleteProperty(older.record, field);
			const isOfField = (name: string) => name === field || name.startsWith(`${field}.`);
			const expected = Object.fromEntries(Object.entries(whole).filter(([name]) => !isOfField(name)));
			assert.deepEqual(filled(formOfOlderRecord(older, base)), filled(expected), `${any.kind} without ${field}`);
		}
	}
});
