// Planted profiles against the real evidence base: which suggestions come first, and which levels have something to say.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FactorId } from '#domain/evidence/evidence.ts';
import { fitDimensionsInOrder } from '#domain/recommendation/fit.ts';
import { firstChoices, groupCandidatesOf, rankForGroup } from '#domain/recommendation/rank-for-group.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { shownRanking } from './group-ranking.ts';

const evidence = readEvidence(join(projectRoot, 'evidence'));
const candidates = groupCandidatesOf(evidence);
const risks = new Set(evidence.factors.filter((factor) => factor.kind === 'risk').map((factor) => factor.id));

/** All factors at a middling burden of 35, but those named. */
function inputOf(heavy: Partial<Record<FactorId, number>>) {
	const burdens = evidence.factors
		.filter((factor) => factor.kind !== 'context')
		.map(({ id }) => {
			const burden = heavy[id] ?? 35;
			return { factor: id, burden, score: risks.has(id) ? burden : 100 - burden };
		});
	return { burdens, candidates, fit: new Map(), practices: new Map() };
}

for (const factor of evidence.factors.filter(({ kind }) => kind !== 'context')) {
	test(`planted: where ${factor.id} alone is heavy, the first suggestion of each level that can meets it`, () => {
		for (const { level, state, recommendations } of shownRanking(inputOf({ [factor.id]: 90 }))) {
			assert.notEqual(state, 'nothing', level);
			const canMeet = candidates.some((one) => one.level === level && one.factors.includes(factor.id));
			if (canMeet) assert.equal(recommendations[0]?.because.factor, factor.id, level);
		}
	});
}

test('each suggestion of the base, answered no, stands lower than before wherever its level has another without a no', () => {
	const input = inputOf({ workload: 70, support: 60, coping: 65 });
	for (const { id } of candidates) {
		const fit = new Map([[id, { context: { answer: 'no' as const, source: 'group' as const } }]]);
		const ranked = rankForGroup({ ...input, fit }).flatMap(({ recommendations }) => recommendations);
		const own = ranked.find((one) => one.intervention.id === id) ?? assert.fail(`${id} is hidden`);
		assert.equal(own.place, own.among, id);
	}
});

test('five of yes lift the second of a level past the first where they are as close as one step of certainty', () => {
	const input = inputOf({ workload: 80 });
	for (const { recommendations } of rankForGroup(input)) {
		const [first, second] = recommendations;
		if (first === undefined || second === undefined || first.weight / second.weight > 1.5) continue;
		const yes = Object.fromEntries(
			fitDimensionsInOrder.map((dimension) => [dimension, { answer: 'yes' as const, source: 'group' as const }])
		);
		const fit = new Map([[second.intervention.id, yes]]);
		const moved = rankForGroup({ ...input, fit }).flatMap((level) => level.recommendations);
		assert.equal(moved.find((one) => one.intervention.id === second.intervention.id)?.place, 1);
	}
});

test('on the real base the list across levels begins with the organisation, whatever is heavy', () => {
	for (const { id } of evidence.factors) {
		const [first] = firstChoices(rankForGroup(inputOf({ [id]: 100 })), 2);
		assert.equal(first?.intervention.level, 'organisation', id);
	}
});
