import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidatesOf, rankInterventions } from '#domain/recommendation/rank-interventions.ts';
import type { Actor } from '#server/actor.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { explainRecommendation, type ExplanationOutcome } from './explain-recommendation.ts';

const database = await createTestDatabase();
const context = createTestContext(database.kysely);
const { evidence } = context;
const visitor: Actor = { kind: 'visitor' };

async function explain(
	interventionId: string,
	factorId: string | null
): Promise<Extract<ExplanationOutcome, { readonly kind: 'explanation' }>> {
	const outcome = await explainRecommendation(context, visitor, { interventionId, factorId });
	assert.ok(outcome.kind === 'explanation', interventionId);
	return outcome;
}

test('every suggestion that can be made is explained: factor, claims with works, and its place', async () => {
	for (const intervention of evidence.interventions) {
		for (const factorId of intervention.factors) {
			const outcome = await explain(intervention.id, factorId);
			const where = `${intervention.id} for ${factorId}`;
			assert.equal(outcome.factor?.id, factorId);
			assert.deepEqual(
				outcome.alsoFor.map((factor) => factor.id),
				intervention.factors.filter((id) => id !== factorId)
			);
			const claims = [...outcome.aboutFactor, ...outcome.effects, ...outcome.aboutOther];
			assert.ok(claims.length > 0, where);
			assert.ok(
				claims.every((claim) => claim.studies.length > 0),
				where
			);
			const leaning = claims.filter((claim) => intervention.findings.includes(claim.id));
			assert.equal(leaning.length, intervention.findings.length, `${where}: each claim behind it once`);
			assert.ok(outcome.placing, where);
		}
	}
});

test('the place is the one that the ranking gives for the factor alone', async () => {
	const candidates = candidatesOf(evidence);
	for (const { level, recommendations } of rankInterventions({
		burdens: [{ factor: 'support', score: 100, burden: 100 }],
		candidates,
		perLevel: candidates.length
	})) {
		for (const [index, { intervention }] of recommendations.entries()) {
			const { placing } = await explain(intervention.id, 'support');
			assert.equal(placing?.position, index + 1, `${intervention.id} at ${level}`);
			assert.equal(placing.among, recommendations.length);
			assert.equal(placing.ahead.length, index);
		}
	}
});

test('who stands ahead is surer, or as sure with more studies, or equal', async () => {
	const order = ['very-low', 'low', 'moderate', 'high'];
	let surer = 0;
	for (const intervention of evidence.interventions) {
		for (const factorId of intervention.factors) {
			const outcome = await explain(intervention.id, factorId);
			for (const other of outcome.placing?.ahead ?? []) {
				const difference = order.indexOf(other.certainty) - order.indexOf(outcome.intervention.certainty);
				assert.ok(difference >= 0, `${other.id} before ${intervention.id}`);
				assert.equal(other.advantage === 'surer', difference > 0);
				if (other.advantage === 'more-studies') assert.ok(other.studies > outcome.intervention.studies);
				if (other.advantage === 'none') assert.equal(other.studies, outcome.intervention.studies);
				if (difference > 0) surer += 1;
			}
		}
	}
	assert.ok(surer > 0);
});

test('a factor that the intervention does not meet, or none, gives the claims without a chain', async () => {
	const [intervention] = evidence.interventions;
	assert.ok(intervention);
	const strange = evidence.factors.find((factor) => !intervention.factors.includes(factor.id));
	for (const factorId of [null, 'none', '__proto__', strange?.id ?? '']) {
		const outcome = await explain(intervention.id, factorId);
		assert.equal(outcome.factor, null);
		assert.equal(outcome.placing, null);
		assert.deepEqual(outcome.aboutFactor, []);
		assert.equal(outcome.alsoFor.length, intervention.factors.length);
	}
});

test('an intervention that does not exist is answered', async () => {
	assert.deepEqual(await explainRecommendation(context, visitor, { interventionId: '__proto__', factorId: null }), {
		kind: 'unknown-intervention'
	});
});
