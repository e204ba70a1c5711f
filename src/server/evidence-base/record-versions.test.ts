import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleBase, sampleFinding } from '#domain/evidence/sample-records.ts';
import { versionsOf } from '#server/evidence-base/record-versions.ts';

const finding = sampleFinding({ studies: ['a'] });
const first = versionsOf(sampleBase({ version: '1.0.0', findings: [finding] }), {});

test('a record that says the same keeps its digest and the version of the base it came with', () => {
	const { id, version, ...rest } = finding;
	const reordered = { ...rest, version, id };
	assert.deepEqual(versionsOf(sampleBase({ version: '2.0.0', findings: [reordered] }), first), first);
});

test('a record that says something else has another digest and came with the base at hand', () => {
	const changed = { ...finding, version: 2, note: { da: 'Læs med forbehold.', en: 'Read with care.' } };
	const entry = versionsOf(sampleBase({ version: '2.0.0', findings: [changed] }), first)['finding a-finding'];
	assert.equal(entry?.version, 2);
	assert.equal(entry?.since, '2.0.0');
	assert.notEqual(entry?.digest, first['finding a-finding']?.digest);
});
