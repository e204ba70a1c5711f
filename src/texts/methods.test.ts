// The page says in words what the code does; where the two can be compared, they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FactorId } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import { fitStrengthOf } from '#domain/recommendation/fit.ts';
import { rankInterventions } from '#domain/recommendation/rank-interventions.ts';
import type { Candidate, Recommendation } from '#domain/recommendation/rank-interventions.ts';
import { formatNumber } from './format.ts';
import { textsFor } from './texts.ts';

const facts = { strainedFrom: '62,5', lackingTo: '37,5', threshold: 5, minimumInvited: 8 };
const languages: readonly Language[] = ['da', 'en'];

test('both languages explain the same things in the same order, at as many points', () => {
	const [danish, english] = languages.map((language) =>
		textsFor(language)
			.methods.sections(facts)
			.map(({ id, paragraphs, points, isNumbered, after }) => ({
				id,
				paragraphs: paragraphs.length,
				points: points?.length ?? 0,
				isNumbered: isNumbered ?? false,
				hasAfter: after !== undefined
			}))
	);
	assert.deepEqual(english, danish);
	const ids = danish?.map((section) => section.id) ?? [];
	assert.equal(new Set(ids).size, ids.length);
	assert.ok(ids.includes('certainty'), 'other pages link to #certainty');
});

test('the lines, the threshold and the smallest group stand in the text as they are given', () => {
	const odd = { strainedFrom: '71.25', lackingTo: '12.75', threshold: 1234, minimumInvited: 5678 };
	for (const language of languages) {
		const text = JSON.stringify(textsFor(language).methods.sections(odd));
		for (const fact of Object.values(odd)) assert.ok(text.includes(`${fact}`), `${language}: ${fact}`);
	}
});

test('the weights that the page names for certainty are those of the ranking', () => {
	const certainties = ['high', 'moderate', 'low', 'very-low'] as const;
	const candidates = certainties.map((certainty) => candidate({ id: certainty, certainty, factors: ['workload'] }));
	const ranked = rank(candidates, { workload: 100 });
	assert.deepEqual(
		ranked.map((one) => one.intervention.certainty),
		certainties
	);
	for (const language of languages) {
		const points = rankingPoints(language);
		for (const { intervention, weight } of ranked) {
			const name = textsFor(language).certaintyWords.levels[intervention.certainty].name;
			const word = name.replace(/ (sikkerhed|certainty)$/, '');
			const figure = weight === 1 ? '1' : formatNumber(language, weight, 1);
			assert.match(points, new RegExp(`${figure} (ved|at) ${word}\\b`));
		}
	}
});

test('twice the burden weighs four times, and a further factor a quarter, as the page says', () => {
	const one = candidate({ id: 'one', certainty: 'high', factors: ['workload'] });
	const two = candidate({ id: 'two', certainty: 'high', factors: ['workload', 'isolation'] });
	const [[heavy], [light]] = [rank([one], { workload: 80 }), rank([one], { workload: 40 })];
	assert.ok(Math.abs((heavy?.weight ?? 0) / (light?.weight ?? 1) - 4) < 1e-9);
	const [both] = rank([two], { workload: 80, isolation: 80 });
	assert.ok(Math.abs((both?.weight ?? 0) / (heavy?.weight ?? 1) - 1.25) < 1e-9);
	assert.match(rankingPoints('da'), /fire gange.*en fjerdedel/);
	assert.match(rankingPoints('en'), /four times.*a quarter/);
});

test('what each answer about fit multiplies by is what the page says', () => {
	const words = { da: ['ja med', 'delvist med', 'nej med'], en: ['yes by', 'partly by', 'no by'] };
	const strengths = [fitStrengthOf.yes, fitStrengthOf.partly, fitStrengthOf.no];
	for (const language of languages) {
		const points = rankingPoints(language);
		for (const [index, strength] of strengths.entries()) {
			const said = `${words[language][index]} ${formatNumber(language, strength, 1)}`;
			assert.ok(points.includes(said), `${language}: ${said}`);
		}
	}
	assert.equal(fitStrengthOf['do-not-know'], 1);
});

function candidate(given: Pick<Candidate, 'id' | 'certainty' | 'factors'>): Candidate {
	return { ...given, level: 'organisation', name: { da: given.id, en: given.id }, studies: 1, reviews: 0 };
}

function rank(candidates: readonly Candidate[], burdens: Partial<Record<FactorId, number>>): readonly Recommendation[] {
	const given = Object.entries(burdens) as [FactorId, number][];
	const levels = rankInterventions({
		burdens: given.map(([factor, burden]) => ({ factor, score: burden, burden })),
		candidates,
		perLevel: candidates.length
	});
	return levels[0]?.recommendations ?? [];
}

function rankingPoints(language: Language): string {
	const ranking = textsFor(language)
		.methods.sections(facts)
		.find((section) => section.id === 'ranking');
	return ranking?.points?.join(' ') ?? '';
}
