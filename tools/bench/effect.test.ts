// The promise of "improved", on fewer programmes than `npm run bench -- --only effect` tries; seeds are fixed, so it cannot
// fail by chance, and a rule that forgets regression to the mean, chance or the number of factors does fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeProgrammes } from './judged-programmes.ts';
import { judgeUnadjusted } from './unadjusted-rules.ts';
import { simulateProgramme, usualProgramme } from './simulated-programme.ts';

const many = { programmes: 200, seed: 11 };

test('without an effect "improved" is said of any factor in at most 5 of 100 programmes', () => {
	const { falselyImproved, falselyWorse, bias } = judgeProgrammes(usualProgramme, many);
	assert.ok(falselyImproved <= 0.05, `${falselyImproved}`);
	assert.ok(falselyWorse <= 0.075, `${falselyWorse}`);
	assert.ok(Math.abs(bias) < 0.05, `${bias}`);
});

test('an effect of 0.6 of the person SD is found in at least 80 of 100', () => {
	const { first, bias } = judgeProgrammes({ ...usualProgramme, effects: { 0: 0.6 } }, many);
	assert.ok(first.improved >= 0.8, `${first.improved}`);
	assert.ok(first.worse === 0 && Math.abs(bias) < 0.06, `${bias}`);
});

test('what means of five and more show is not enough to say much, and little is said', () => {
	const shown = { ...usualProgramme, shownFrom: 5 };
	const none = judgeProgrammes(shown, many);
	assert.ok(none.falselyImproved <= 0.05 && none.actingGroups < 10);
	assert.ok(none.first['cannot-tell'] > 0.6);
});

test('the programmes are what they are said to be: the worst act, and without an effect they too draw nearer', () => {
	let [gapBefore, gapAfter] = [0, 0];
	for (let seed = 0; seed < 40; seed += 1) {
		const [factor] = simulateProgramme(usualProgramme, seed);
		const meanOf = (part: string, when: 'before' | 'after') => {
			const means = (factor?.groups ?? []).flatMap((group) => (group.part === part ? (group[when]?.mean ?? []) : []));
			return means.reduce((sum, mean) => sum + mean, 0) / means.length;
		};
		gapBefore += (meanOf('acts', 'before') - meanOf('compares', 'before')) / 40;
		gapAfter += (meanOf('acts', 'after') - meanOf('compares', 'after')) / 40;
	}
	assert.ok(gapBefore > 15 && gapBefore < 25, `${gapBefore}`);
	assert.ok(gapAfter > 0.35 * gapBefore && gapAfter < 0.65 * gapBefore, `${gapAfter} of ${gapBefore}`);
});

test('the test can fail: change as it is would be called improved in most programmes without an effect', () => {
	const few = { programmes: 40, seed: 11 };
	assert.ok(judgeUnadjusted('against-others', usualProgramme, few) > 0.5);
	assert.ok(judgeUnadjusted('before-after', usualProgramme, few) > 0.3);
});
