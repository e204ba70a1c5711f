import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { sampleBase, sampleFinding, sampleIntervention, sampleStudy } from '#domain/evidence/sample-records.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { describeMap } from './describe-map.ts';

const evidence = readEvidence(join(projectRoot, 'evidence'));

test('the picture has six and six, every outcome and every intervention once', () => {
	const { factors, outcomes, levels } = describeMap(evidence);
	assert.deepEqual([factors.risk.length, factors.resource.length], [6, 6]);
	assert.deepEqual(
		factors.risk.map((factor) => evidence.factors.find(({ id }) => id === factor.id)?.order),
		[1, 2, 3, 4, 5, 6]
	);
	const ids = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id).toSorted();
	assert.deepEqual(ids(outcomes.flatMap((group) => group.outcomes)), ids(evidence.outcomes));
	assert.deepEqual(ids(levels.flatMap((level) => level.interventions)), ids(evidence.interventions));
});

test('a field counts its claims and says how sure the surest is', () => {
	const [workload, stress] = [
		evidence.factors.find(({ id }) => id === 'workload'),
		evidence.outcomes.find(({ id }) => id === 'stress')
	];
	assert.ok(workload && stress);
	const base = sampleBase({
		factors: [workload],
		outcomes: [stress, { ...stress, id: 'quality', of: 'organisation' }],
		studies: [
			sampleStudy({ id: 'one' }),
			sampleStudy({ id: 'two' }),
			sampleStudy({ id: 'review', design: 'systematic-review' })
		],
		findings: [
			sampleFinding({ id: 'weak', studies: ['one', 'two'] }),
			sampleFinding({ id: 'said', studies: ['one'], notShownBy: ['one'] }),
			sampleFinding({ id: 'sure', studies: ['review'] })
		],
		interventions: [sampleIntervention({ findings: ['weak', 'sure'] })]
	});
	const { factors, outcomes, levels } = describeMap(base);
	const [factor] = factors.risk;
	assert.deepEqual([factor?.findings, factor?.carried, factor?.surest], [3, 2, 'moderate']);
	assert.deepEqual(
		factor?.reaches.map((reach) => [reach.of, reach.findings, reach.surest]),
		[
			['leaders', 3, 'moderate'],
			['employees', 0, null],
			['organisation', 0, null]
		]
	);
	const nodes = outcomes.flatMap((group) => group.outcomes);
	assert.deepEqual(
		nodes.map(({ id, findings, surest }) => [id, findings, surest]),
		[
			['stress', 3, 'moderate'],
			['quality', 0, null]
		]
	);
	// No study tested the effect: one step below what it leans on.
	assert.deepEqual(
		levels[0]?.interventions.map(({ findings, surest }) => [findings, surest]),
		[[2, 'low']]
	);
});
