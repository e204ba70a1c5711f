import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fitAnswersInOrder, fitDimensionsInOrder, fitStrength, fitStrengthOf, fitThatCounts, hasNo } from './fit.ts';

const answers = fc.dictionary(fc.constantFrom(...fitDimensionsInOrder), fc.constantFrom(...fitAnswersInOrder));

test('without answers, and where nobody knows, fit is neutral', () => {
	assert.equal(fitStrength({}), 1);
	assert.equal(fitStrength({ intervention: 'do-not-know', context: 'do-not-know' }), 1);
});

test('five of yes lift by 1.6, one no halves', () => {
	const all = Object.fromEntries(fitDimensionsInOrder.map((dimension) => [dimension, 'yes' as const]));
	assert.ok(Math.abs(fitStrength(all) - 1.61051) < 1e-9);
	assert.equal(fitStrength({ participants: 'no' }), 0.5);
});

test('a better answer to any question never lowers the strength', () => {
	const worstFirst = ['no', 'partly', 'do-not-know', 'yes'] as const;
	fc.assert(
		fc.property(answers, fc.constantFrom(...fitDimensionsInOrder), fc.nat(3), fc.nat(3), (given, dimension, a, b) => {
			const at = (place: number) => fitStrength({ ...given, [dimension]: worstFirst[place] });
			assert.ok(at(Math.min(a, b)) <= at(Math.max(a, b)));
			assert.ok(fitStrength({ ...given, [dimension]: 'do-not-know' }) > 0);
		})
	);
	assert.ok(fitStrengthOf.no < fitStrengthOf.partly && fitStrengthOf.partly < fitStrengthOf.yes);
});

test('one no among five is a no', () => {
	assert.equal(hasNo({ intervention: 'yes', facilitator: 'no' }), true);
	assert.equal(hasNo({ intervention: 'partly', facilitator: 'do-not-know' }), false);
});

test('what the programme lead said counts for all groups, until a group says otherwise', () => {
	assert.deepEqual(
		fitThatCounts({ group: { context: 'no' }, organisation: { context: 'yes', organisation: 'partly' } }),
		{
			context: { answer: 'no', source: 'group' },
			organisation: { answer: 'partly', source: 'organisation' }
		}
	);
	const unsure = fitThatCounts({ group: { context: 'do-not-know' }, organisation: { context: 'no' } });
	assert.deepEqual(unsure.context, { answer: 'do-not-know', source: 'group' });
});

test('what is asked about one group is never answered for all', () => {
	assert.deepEqual(fitThatCounts({ group: {}, organisation: { participants: 'no', intervention: 'no' } }), {});
});
