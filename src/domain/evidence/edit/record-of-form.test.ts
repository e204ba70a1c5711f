import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { formOfRecord, type KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FormValues } from '#domain/evidence/edit/form-values.ts';
import { recordOfForm } from '#domain/evidence/edit/record-of-form.ts';
import { changedFields } from '#domain/evidence/merge-record.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';

const base = readEvidence(join(import.meta.dirname, '../../../../evidence'));
const all: readonly KindOfRecord[] = [
	...base.findings.map((record) => ({ kind: 'finding' as const, record })),
	...base.studies.map((record) => ({ kind: 'study' as const, record })),
	...base.interventions.map((record) => ({ kind: 'intervention' as const, record }))
];

test('every shipped record comes out of its form as it went in, but for its version', () => {
	for (const original of all) {
		const read = recordOfForm({ kind: original.kind, id: original.record.id }, formOfRecord(original), {
			base,
			original
		});
		assert.equal(read.kind, 'read', `${original.record.id}: ${JSON.stringify(read)}`);
		if (read.kind !== 'read') continue;
		const changed = changedFields(original.record, read.read.record).filter((field) => field !== 'version');
		assert.deepEqual(changed, [], original.record.id);
		assert.deepEqual(Object.keys(read.read.record), Object.keys(original.record));
	}
});

test('a page that lists choices in another order changes nothing', () => {
	for (const original of all) {
		const values = formOfRecord(original);
		const backwards = Object.fromEntries(
			Object.entries(values)
				.toReversed()
				.map(([field, list]) => [field, list.toReversed()])
		);
		const read = recordOfForm({ kind: original.kind, id: original.record.id }, backwards, { base, original });
		assert.ok(read.kind === 'read');
		const changed = changedFields(original.record, read.read.record).filter((field) => field !== 'version');
		assert.deepEqual(changed, [], original.record.id);
	}
});

const finding = all.find((any) => any.kind === 'finding');
const study = all.find((any) => any.kind === 'study');
const problemsOf = (original: KindOfRecord | undefined, changed: FormValues) => {
	assert.ok(original);
	const values = { ...formOfRecord(original), ...changed };
	const read = recordOfForm({ kind: original.kind, id: original.record.id }, values, { base, original });
	return read.kind === 'unreadable' ? read.problems : [];
};

test('a field holds so much and no more, and says so once', () => {
	const longest = 'x'.repeat(10_000);
	assert.deepEqual(problemsOf(finding, { 'claim.da': [longest] }), []);
	assert.deepEqual(problemsOf(finding, { 'claim.da': [`${longest}x`] }), [
		{ field: 'claim.da', code: 'too-long', detail: '10000' }
	]);
	assert.deepEqual(problemsOf(study, { title: [`${longest}x`], ambiguity: [` ${longest}\n`] }), [
		{ field: 'title', code: 'too-long', detail: '10000' }
	]);
	assert.deepEqual(problemsOf(finding, { outcomes: ['x'.repeat(101)] }), [
		{ field: 'outcomes', code: 'not-chosen', detail: '' }
	]);
	const many = Array.from({ length: 1001 }, (_, place) => `outcome-${place}`);
	assert.deepEqual(problemsOf(finding, { outcomes: many }), [{ field: 'outcomes', code: 'not-chosen', detail: '' }]);
});

test('what cannot be read is named with its field', () => {
	assert.deepEqual(problemsOf(finding, { 'claim.en': [' '] }), [
		{ field: 'claim.en', code: 'one-language', detail: '' }
	]);
	assert.deepEqual(problemsOf(finding, { lines: ['375-376, many, 9-2, 1491'] }), [
		{ field: 'lines', code: 'lines-unreadable', detail: 'many' },
		{ field: 'lines', code: 'line-outside', detail: '9-2' },
		{ field: 'lines', code: 'line-outside', detail: '1491' }
	]);
	assert.deepEqual(problemsOf(finding, { from: ['factor nowhere'], kind: ['rumour'] }), [
		{ field: 'from', code: 'not-chosen', detail: 'factor nowhere' },
		{ field: 'kind', code: 'not-chosen', detail: 'rumour' }
	]);
	for (const from of ['', 'factor workload nothing', 'intervention nothing', 'outcome', 'outcome nothing']) {
		assert.deepEqual(problemsOf(finding, { from: [from] }), [{ field: 'from', code: 'not-chosen', detail: from }]);
	}
	assert.deepEqual(
		problemsOf(study, {
			authors: [', Ida'],
			citedYear: ['i fjor'],
			doi: ['doi:10'],
			url: ['http://example.org'],
			countries: ['DK, Norge'],
			'cautions.da': ['Et.\nTo.'],
			'cautions.en': ['One.']
		}).map(({ field, code }) => [field, code]),
		[
			['doi', 'doi-unreadable'],
			['url', 'address-unreadable'],
			['authors', 'author-unreadable'],
			['citedYear', 'not-a-number'],
			['countries', 'country-unreadable'],
			['cautions.en', 'lists-differ']
		]
	);
});
