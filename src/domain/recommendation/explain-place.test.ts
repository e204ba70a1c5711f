import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Certainty, FactorId } from '#domain/evidence/evidence.ts';
import { explainPlace } from './explain-place.ts';
import type { FitAnswer } from './fit.ts';
import type { FitOfIntervention, GroupCandidate, GroupRankingInput } from './rank-for-group.ts';

const candidate = (
	id: string,
	factors: readonly FactorId[],
	certainty: Certainty = 'low',
	studies = 1
): GroupCandidate => ({
	id,
	level: 'group',
	name: { da: id, en: id },
	factors,
	certainty,
	studies,
	reviews: 0,
	contradicting: id === 'a' ? 2 : 0
});
const own = (answer: FitAnswer) => ({ answer, source: 'group' as const });
const given = (
	fit: Readonly<Record<string, FitOfIntervention>> = {},
	done: readonly string[] = []
): GroupRankingInput => ({
	burdens: [
		{ factor: 'workload', score: 70, burden: 70 },
		{ factor: 'support', score: 35, burden: 65 },
		{ factor: 'coping', score: 80, burden: 20 }
	],
	candidates: [
		candidate('a', ['workload', 'support']),
		candidate('b', ['workload']),
		candidate('c', ['support']),
		candidate('d', ['coping'], 'moderate')
	],
	fit: new Map(Object.entries(fit)),
	practices: new Map(done.map((id) => [id, { kind: 'marked' as const }]))
});
const explained = (input: GroupRankingInput, id: string) => explainPlace(input, id) ?? assert.fail(id);

test('need, evidence and level are told as they are', () => {
	const told = explained(given(), 'a');
	assert.deepEqual([told.place, told.placeBefore, told.among, told.shelf], [1, 1, 4, 'suggested']);
	assert.equal(told.need.because.factor, 'workload');
	assert.deepEqual(
		told.need.alsoFor.map(({ factor }) => factor),
		['support']
	);
	assert.deepEqual(told.evidence, { certainty: 'low', studies: 1, reviews: 0, contradicting: 2 });
	assert.deepEqual(told.level, { level: 'group', after: ['organisation'] });
	assert.equal(told.ahead, null);
});

test('each of the five answers is told, with what it alone has moved', () => {
	const told = explained(
		given({ a: { facilitator: own('no'), context: { answer: 'yes', source: 'organisation' } } }),
		'a'
	);
	assert.deepEqual([told.place, told.placeBefore, told.shelf], [4, 1, 'does-not-fit']);
	assert.deepEqual(told.fit, [
		{ dimension: 'intervention', answer: null, source: null, pull: 'none', placesMoved: 0 },
		{ dimension: 'organisation', answer: null, source: null, pull: 'none', placesMoved: 0 },
		{ dimension: 'participants', answer: null, source: null, pull: 'none', placesMoved: 0 },
		{ dimension: 'facilitator', answer: 'no', source: 'group', pull: 'down', placesMoved: -3 },
		{ dimension: 'context', answer: 'yes', source: 'organisation', pull: 'up', placesMoved: 0 }
	]);
	assert.equal(told.ahead?.by, 'shelf');
});

test('what stands right ahead is named with what makes most of the difference', () => {
	assert.deepEqual([explained(given(), 'b').ahead?.intervention.id, explained(given(), 'b').ahead?.by], ['a', 'need']);
	assert.equal(explained(given({ c: { context: own('yes') } }), 'b').ahead?.by, 'need');
	const fitting = given({ c: { context: own('yes'), intervention: own('yes') } });
	assert.deepEqual([explained(fitting, 'b').ahead?.intervention.id, explained(fitting, 'b').ahead?.by], ['c', 'fit']);
	const surer = { ...given(), candidates: [candidate('b', ['workload']), candidate('c', ['support'], 'moderate')] };
	assert.equal(explained(surer, 'b').ahead?.by, 'evidence');
	const more = { ...given(), candidates: [candidate('b', ['workload']), candidate('c', ['workload'], 'low', 4)] };
	assert.equal(explained(more, 'b').ahead?.by, 'studies');
	const same = { ...given(), candidates: [candidate('b', ['workload']), candidate('c', ['workload'])] };
	assert.equal(explained(same, 'c').ahead?.by, 'none');
});

test('what would change the place is found by ranking again', () => {
	const { wouldChange } = explained(given({ a: { facilitator: own('no') } }), 'a');
	assert.deepEqual(
		wouldChange.find((one) => one.kind === 'answer' && one.answer === 'yes'),
		{ kind: 'answer', answer: 'yes', dimensions: ['facilitator'], place: 1 }
	);
	const first = explained(given(), 'a').wouldChange;
	assert.deepEqual(first, [
		{
			kind: 'answer',
			answer: 'no',
			dimensions: ['intervention', 'organisation', 'participants', 'facilitator', 'context'],
			place: 4
		}
	]);
	const second = explained(given(), 'b').wouldChange;
	assert.ok(second.some((one) => one.kind === 'surer-evidence' && one.place === 1));
	const lighter = explained({ ...given(), candidates: given().candidates.slice(1) }, 'b').wouldChange;
	assert.ok(lighter.some((one) => one.kind === 'lighter-burden' && one.points === 10 && one.place === 2));
});

test('what is already done is to be checked where the factor still weighs, and else kept up', () => {
	assert.equal(explained(given({}, ['a']), 'a').practice?.advice, 'check');
	assert.equal(explained(given({}, ['d']), 'd').practice?.advice, 'keep-up');
	assert.deepEqual(explained(given({}, ['d']), 'd').wouldChange, []);
});

test('there is nothing to explain of one that is unknown or meets no factor with a score', () => {
	assert.equal(explainPlace(given(), 'x'), null);
	const other = { ...given(), candidates: [candidate('e', ['influence'])] };
	assert.equal(explainPlace(other, 'e'), null);
});
