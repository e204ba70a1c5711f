import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	findingsForFactor,
	findingsForIntervention,
	findingsForOutcome,
	findingsForStudy,
	interventionsForFactor,
	interventionsForFinding,
	interventionsForStudy,
	studiesNamed,
	summariseStudies
} from '#domain/evidence/look-up.ts';
import { sampleFinding, sampleIntervention, sampleStudy } from '#domain/evidence/sample-records.ts';

const strain = sampleFinding({ id: 'strain', outcomes: ['stress'], studies: ['a', 'b'] });
const effect = sampleFinding({ id: 'effect', from: { kind: 'intervention', id: null }, outcomes: ['sleep'], studies: ['b'], notShownBy: ['b'] });
const fewer = sampleIntervention({ id: 'fewer', factors: ['workload'], findings: ['strain'], studies: ['a'] });
const course = sampleIntervention({ id: 'course', factors: ['coping', 'workload'], findings: ['effect'], studies: [] });
const base = {
	findings: [strain, effect],
	interventions: [fewer, course],
	studies: [sampleStudy({ id: 'a', design: 'review' }), sampleStudy({ id: 'b' })]
};

test('findings are found by factor, outcome, study and intervention', () => {
	assert.deepEqual(findingsForFactor('workload', base), [strain]);
	assert.deepEqual(findingsForFactor('coping', base), []);
	assert.deepEqual(findingsForOutcome('sleep', base), [effect]);
	assert.deepEqual(findingsForStudy('b', base), [strain, effect]);
	assert.deepEqual(findingsForIntervention(course, base), [effect]);
});

test('interventions are found by factor, finding and study', () => {
	assert.deepEqual(interventionsForFactor('workload', base), [fewer, course]);
	assert.deepEqual(interventionsForFinding('effect', base), [course]);
	assert.deepEqual(interventionsForStudy('a', base), [fewer]);
});

test('studies keep the order in which they are named, each once, unknown names left out', () => {
	assert.deepEqual(
		studiesNamed(['b', 'gone', 'a', 'b'], base).map((study) => study.id),
		['b', 'a']
	);
});

test('a summary counts each work once and knows which are reviews', () => {
	assert.deepEqual(summariseStudies(['a', 'b', 'a', 'gone'], base), { studies: 2, reviews: 1 });
	assert.deepEqual(summariseStudies([], base), { studies: 0, reviews: 0 });
});
