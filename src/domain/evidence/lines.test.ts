import assert from 'node:assert/strict';
import { test } from 'node:test';
import { covers, mentionsOf, uncoveredMentions } from '#domain/evidence/lines.ts';
import { sampleFinding, sampleMention } from '#domain/evidence/sample-records.ts';

const mention = sampleMention({ study: 'a', lines: [400, 401] });

test('a range covers itself and what lies within, not what sticks out', () => {
	assert.ok(covers([400, 402], [400, 402]));
	assert.ok(covers([400, 402], [401, 401]));
	assert.ok(!covers([400, 402], [402, 403]));
});

test('a mention is carried by a finding that names the work and stands on all of its lines', () => {
	const uncovered = (named: Parameters<typeof sampleFinding>[0]) =>
		uncoveredMentions({ mentions: [mention], findings: [sampleFinding(named)] });
	assert.deepEqual(uncovered({ studies: ['a'], lines: [[399, 401]] }), []);
	assert.deepEqual(uncovered({ studies: ['a'], lines: [[400, 400]] }), [mention]);
	assert.deepEqual(uncovered({ studies: ['b'], lines: [[400, 401]] }), [mention]);
});

test('mentions are found by work, in their order', () => {
	const other = sampleMention({ study: 'b', lines: [10, 10] });
	assert.deepEqual(mentionsOf({ id: 'a' }, { mentions: [other, mention] }), [mention]);
});
