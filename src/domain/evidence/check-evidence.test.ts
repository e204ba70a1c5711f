// The rules against a base made up for the purpose; tests/evidence.test.ts plants an error for every rule in the real one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceCheckers } from '#domain/evidence/check-evidence.ts';
import type { EvidenceBase, Finding, Study } from '#domain/evidence/evidence.ts';
import { sampleBase, sampleFinding, sampleMention, sampleStudy } from '#domain/evidence/sample-records.ts';

function baseOf(finding: Finding, studies: readonly Study[]): EvidenceBase {
	return sampleBase({ studies, findings: [finding], mentions: [sampleMention({ study: 'a', lines: [400, 400] })] });
}

test('a line that mentions none of the cited studies is reported with its number', () => {
	const finding = sampleFinding({ studies: ['a'], lines: [[400, 400], [402, 403]] });
	assert.deepEqual(evidenceCheckers['lines-name-the-study'](baseOf(finding, [sampleStudy({ id: 'a' })])), [
		{ rule: 'lines-name-the-study', record: 'a-finding', detail: 'lines 402 to 403 mention none of its studies' }
	]);
});

test('a study from outside the overview excuses lines and itself from the comparison', () => {
	const outside = sampleStudy({ id: 'b' });
	const finding = sampleFinding({ studies: ['a', 'b'], lines: [[400, 400], [402, 403]] });
	const problems = evidenceCheckers['lines-name-the-study'](baseOf(finding, [sampleStudy({ id: 'a' }), outside]));
	assert.deepEqual(problems, []);
});

test('a doubt about a study needs a note, and a note is enough', () => {
	const doubted = sampleFinding({ studies: ['a'], contradictedBy: ['a'] });
	const check = evidenceCheckers['doubts-are-noted'];
	assert.equal(check(baseOf(doubted, [sampleStudy({ id: 'a' })])).length, 1);
	const noted = { ...doubted, note: { da: 'Kilden siger det modsatte.', en: 'The source says the opposite.' } };
	assert.deepEqual(check(baseOf(noted, [sampleStudy({ id: 'a' })])), []);
});

test('an empty text is found however deep it lies', () => {
	const study = sampleStudy({ id: 'a', cautions: [{ da: 'Lille.', en: ' ' }] });
	const problems = evidenceCheckers['languages-are-filled'](baseOf(sampleFinding(), [study]));
	assert.deepEqual(problems, [
		{ rule: 'languages-are-filled', record: 'a', detail: '"cautions" is empty in one language' }
	]);
});
