import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportedEvidence } from '#domain/evidence/exported-evidence.ts';
import { sampleBase, sampleFinding, sampleIntervention, sampleStudy } from '#domain/evidence/sample-records.ts';

const study = sampleStudy({ id: 'review', design: 'review', isNordic: true });
const note = { da: 'Læs med forbehold.', en: 'Read with care.' };
const base = sampleBase({
	studies: [study],
	findings: [sampleFinding({ studies: ['review'], certainty: 'moderate' }), sampleFinding({ id: 'noted', note })],
	interventions: [sampleIntervention({ studies: ['review'] })]
});
const exported = exportedEvidence(base, ({ id }) => `reference of ${id}`);

test('a work stands with its reference and its whole record', () => {
	assert.deepEqual(exported.works, [{ ...study, citation: 'reference of review' }]);
});

test('a finding says what it claims, from what to what, where, by which works and how surely', () => {
	const [finding, noted] = exported.findings;
	assert.deepEqual(finding, {
		id: 'a-finding',
		version: 1,
		statement: { da: 'tekst', en: 'text' },
		kind: 'strains',
		from: { kind: 'factor', id: 'workload', subTheme: null },
		to: ['stress'],
		direction: 'raises',
		works: ['review'],
		lines: [[400, 400]],
		moderator: null,
		population: { da: 'tekst', en: 'text' },
		certainty: { grade: 'moderate', reasons: ['review-among-studies'] }
	});
	assert.deepEqual(noted?.note, note);
});

test('an intervention stands with its level, findings and certainty', () => {
	const [intervention] = exported.interventions;
	assert.equal(intervention?.level, 'organisation');
	assert.deepEqual(intervention?.works, ['review']);
	assert.deepEqual(intervention?.certainty, {
		grade: 'low',
		reasons: ['effect-not-measured', 'review-among-studies']
	});
});

test('version, licence and the last search stand on the document', () => {
	assert.equal(exported.version, 'test');
	assert.equal(exported.licence, 'EUPL-1.2');
	assert.deepEqual(exported.lastSearch, { year: 2025, day: null });
});
