// Planted cases with the order they must give, and what holds for every input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Certainty, FactorId, Level } from '#domain/evidence/evidence.ts';
import { certaintiesInOrder, levelsInOrder } from '#domain/evidence/order.ts';
import { fitDimensionsInOrder, type FitAnswer, type FitDimension } from './fit.ts';
import { firstChoices, rankForGroup, type GroupCandidate, type GroupRankingInput } from './rank-for-group.ts';
import type { GroupRecommendation, Practice } from './rank-for-group.ts';
import { rankInterventions, type FactorBurden } from './rank-interventions.ts';

const candidate = (
	id: string,
	level: Level,
	factors: readonly FactorId[],
	certainty: Certainty = 'low',
	studies = 1
): GroupCandidate => ({
	id,
	level,
	name: { da: id, en: id },
	factors,
	certainty,
	studies,
	reviews: 0,
	contradicting: 0
});
const burdensOf = (given: Partial<Record<FactorId, number>>): FactorBurden[] =>
	(Object.entries(given) as [FactorId, number][]).map(([factor, burden]) => ({ factor, score: burden, burden }));
type Said = Readonly<Record<string, Partial<Record<FitDimension, FitAnswer>>>>;
const fitOf = (said: Said): GroupRankingInput['fit'] =>
	new Map(
		Object.entries(said).map(([id, answers]) => [
			id,
			Object.fromEntries(
				Object.entries(answers).map(([dimension, answer]) => [dimension, { answer, source: 'group' as const }])
			)
		])
	);
const doing = (...ids: string[]): ReadonlyMap<string, Practice> => new Map(ids.map((id) => [id, { kind: 'marked' }]));

const shop = [
	candidate('span', 'organisation', ['workload', 'support']),
	candidate('tasks', 'organisation', ['workload']),
	candidate('roles', 'organisation', ['role-clarity'], 'moderate'),
	candidate('peers', 'group', ['support', 'isolation']),
	candidate('talks', 'leadership', ['support'], 'very-low'),
	candidate('breath', 'individual', ['coping'], 'high', 9)
];

const planted: readonly {
	readonly name: string;
	readonly burdens: Partial<Record<FactorId, number>>;
	readonly said?: Said;
	readonly does?: readonly string[];
	readonly order: readonly string[];
}[] = [
	{
		name: 'need and evidence alone: the heavier factor, and a second factor that weighs',
		burdens: { workload: 80, support: 60, 'role-clarity': 50, coping: 90 },
		order: ['span', 'tasks', 'roles', 'peers', 'talks', 'breath']
	},
	{
		name: 'surer evidence passes a somewhat heavier need',
		burdens: { workload: 60, 'role-clarity': 58 },
		order: ['roles', 'span', 'tasks']
	},
	{
		name: 'three of yes pass one that nobody has answered for',
		burdens: { workload: 80, support: 40 },
		said: { tasks: { intervention: 'yes', organisation: 'yes', context: 'yes' } },
		order: ['tasks', 'span', 'peers', 'talks']
	},
	{
		name: 'partly costs a place where two are close',
		burdens: { workload: 80, support: 30 },
		said: { span: { facilitator: 'partly' } },
		order: ['tasks', 'span', 'peers', 'talks']
	},
	{
		name: 'one no stands after all others of its level, even after a far lighter need',
		burdens: { workload: 95, support: 90, 'role-clarity': 20 },
		said: { span: { organisation: 'no', intervention: 'yes', participants: 'yes' } },
		order: ['tasks', 'roles', 'peers', 'talks', 'span']
	},
	{
		name: 'two of no stand after one',
		burdens: { workload: 80, support: 40, 'role-clarity': 80 },
		said: { span: { organisation: 'no', context: 'no' }, tasks: { organisation: 'no' } },
		order: ['roles', 'peers', 'talks', 'tasks', 'span']
	},
	{
		name: 'what the group already does stands last, and a no to it changes nothing of that',
		burdens: { workload: 80, support: 40, 'role-clarity': 50 },
		said: { span: { organisation: 'no' }, tasks: { context: 'no' } },
		does: ['span', 'peers'],
		order: ['roles', 'talks', 'tasks', 'span', 'peers']
	},
	{
		name: 'do not know is as if nobody had answered',
		burdens: { workload: 80, support: 60 },
		said: { span: Object.fromEntries(fitDimensionsInOrder.map((dimension) => [dimension, 'do-not-know'])) },
		order: ['span', 'tasks', 'peers', 'talks']
	},
	{
		name: 'the individual’s high need and high certainty do not pass the organisation’s',
		burdens: { coping: 100, workload: 5 },
		order: ['span', 'tasks', 'breath']
	},
	{
		name: 'unless the group has said no to all of the organisation’s',
		burdens: { coping: 100, workload: 50 },
		said: { tasks: { organisation: 'no' }, span: { organisation: 'no' } },
		order: ['breath', 'span', 'tasks']
	}
];

for (const { name, burdens, said = {}, does = [], order } of planted) {
	test(`planted: ${name}`, () => {
		const levels = rankForGroup({
			burdens: burdensOf(burdens),
			candidates: shop,
			fit: fitOf(said),
			practices: doing(...does)
		});
		assert.deepEqual(
			firstChoices(levels, 9).map((one) => one.intervention.id),
			order
		);
	});
}

test('a level says whether it has something to suggest, something thin, only what is set aside, or nothing', () => {
	const stateOf = (given: Partial<GroupRankingInput>) =>
		rankForGroup({
			burdens: burdensOf({ workload: 80, support: 60 }),
			candidates: shop,
			fit: new Map(),
			practices: new Map(),
			...given
		}).map(({ state }) => state);
	assert.deepEqual(stateOf({}), ['suggested', 'suggested', 'thin', 'nothing']);
	const peersNot = { fit: fitOf({ peers: { participants: 'no' } }), practices: doing('talks') };
	assert.deepEqual(stateOf(peersNot), ['suggested', 'only-set-aside', 'only-set-aside', 'nothing']);
});

test('nothing is hidden: whatever is answered or done, the same interventions stand in each level', () => {
	fc.assert(
		fc.property(anyInput(), (input) => {
			const ids = (given: GroupRankingInput) =>
				rankForGroup(given).map(({ recommendations }) => recommendations.map((one) => one.intervention.id).toSorted());
			assert.deepEqual(ids(input), ids({ ...input, fit: new Map(), practices: new Map() }));
		})
	);
});

test('without answers and practices the order is that of the private profile', () => {
	fc.assert(
		fc.property(anyInput(), ({ burdens, candidates }) => {
			const bare = rankForGroup({ burdens, candidates, fit: new Map(), practices: new Map() });
			const profile = rankInterventions({ burdens, candidates, perLevel: 99 });
			assert.deepEqual(orderOf(bare), orderOf(profile));
			for (const { recommendations } of bare)
				for (const one of recommendations) assert.deepEqual([one.place, one.shelf], [one.placeBefore, 'suggested']);
		})
	);
});

test('the order of what is given does not matter', () => {
	fc.assert(
		fc.property(anyInput(), fc.infiniteStream(fc.nat()), (input, draws) => {
			const shuffled = <Item>(items: readonly Item[]): Item[] =>
				items
					.map((item) => ({ item, key: draws.next().value ?? 0 }))
					.toSorted((a, b) => a.key - b.key)
					.map(({ item }) => item);
			const other = {
				burdens: shuffled(input.burdens),
				candidates: shuffled(input.candidates),
				fit: new Map(shuffled([...input.fit])),
				practices: new Map(shuffled([...input.practices]))
			};
			assert.deepEqual(orderOf(rankForGroup(other)), orderOf(rankForGroup(input)));
		})
	);
});

test('a better answer never gives an intervention a lower place', () => {
	const worstFirst: readonly (FitAnswer | undefined)[] = ['no', 'partly', undefined, 'yes'];
	fc.assert(
		fc.property(anyInput(), fc.nat(9), anyDimension(), fc.nat(3), fc.nat(3), (input, which, dimension, a, b) => {
			const { id } = input.candidates[which % input.candidates.length]!;
			const placeWith = (answer: FitAnswer | undefined) => {
				const { [dimension]: _old, ...others } = input.fit.get(id) ?? {};
				const own = answer === undefined ? others : { ...others, [dimension]: { answer, source: 'group' as const } };
				return find(rankForGroup({ ...input, fit: new Map([...input.fit, [id, own]]) }), id)?.place ?? 0;
			};
			assert.ok(placeWith(worstFirst[Math.max(a, b)]) <= placeWith(worstFirst[Math.min(a, b)]));
		})
	);
});

test('a heavier burden never lowers a weight, nor the place of the only one that meets it', () => {
	fc.assert(
		fc.property(anyInput(), fc.nat(9), fc.nat(30), (input, which, more) => {
			const heavier = input.burdens[which % input.burdens.length]!;
			const raised = {
				...input,
				burdens: input.burdens.map((one) =>
					one === heavier ? { ...one, burden: Math.min(100, one.burden + more) } : one
				)
			};
			const [before, after] = [rankForGroup(input), rankForGroup(raised)];
			const meeting = input.candidates.filter(({ factors }) => factors.includes(heavier.factor));
			for (const { id } of input.candidates) {
				const [was, is] = [find(before, id), find(after, id)];
				assert.ok((is?.weight ?? 0) >= (was?.weight ?? 0) - 1e-12);
				if (meeting.length === 1 && meeting[0]?.id === id) assert.ok((is?.place ?? 0) <= (was?.place ?? 0));
			}
		})
	);
});

test('an individual suggestion stands before one of the organisation’s only where that one was answered no or is done', () => {
	fc.assert(
		fc.property(anyInput(), fc.integer({ min: 1, max: 9 }), (input, perLevel) => {
			const list = firstChoices(rankForGroup(input), perLevel);
			for (const [index, one] of list.entries()) {
				if (one.intervention.level !== 'individual') continue;
				for (const later of list.slice(index + 1))
					assert.ok(later.intervention.level !== 'organisation' || later.shelf !== 'suggested');
			}
		})
	);
});

test('a burden outside 0-100 is the caller’s mistake', () => {
	const wrong = { burdens: burdensOf({ workload: 101 }), candidates: shop, fit: new Map(), practices: new Map() };
	assert.throws(() => rankForGroup(wrong), RangeError);
});

type Ordered = { readonly recommendations: readonly { readonly intervention: { readonly id: string } }[] };

function orderOf(levels: readonly Ordered[]) {
	return levels.map(({ recommendations }) => recommendations.map((one) => one.intervention.id));
}

function find(levels: ReturnType<typeof rankForGroup>, id: string): GroupRecommendation | undefined {
	return levels.flatMap(({ recommendations }) => recommendations).find((one) => one.intervention.id === id);
}

function anyDimension() {
	return fc.constantFrom(...fitDimensionsInOrder);
}

/** 2-10 interventions over five factors, burdens for some of them, answers and practices for some. */
function anyInput(): fc.Arbitrary<GroupRankingInput> {
	const factor = fc.constantFrom<FactorId>('workload', 'support', 'coping', 'role-clarity', 'influence');
	const known = fc.record({
		answer: fc.constantFrom<FitAnswer>('yes', 'partly', 'no', 'do-not-know'),
		source: fc.constantFrom('group' as const, 'organisation' as const)
	});
	const drawn = fc.record({
		level: fc.constantFrom(...levelsInOrder),
		factors: fc.uniqueArray(factor, { minLength: 1, maxLength: 3 }),
		certainty: fc.constantFrom(...certaintiesInOrder),
		studies: fc.nat(3),
		fit: fc.dictionary(anyDimension(), known, { maxKeys: 3 }),
		isDone: fc.boolean()
	});
	const burdens = fc.uniqueArray(
		fc.record({ factor, burden: fc.integer({ min: 0, max: 100 }) }).map((one) => ({ ...one, score: one.burden })),
		{ minLength: 1, maxLength: 5, selector: (one) => one.factor }
	);
	return fc
		.record({ burdens, all: fc.array(drawn, { minLength: 2, maxLength: 10 }) })
		.map(({ burdens: given, all }) => ({
			burdens: given,
			candidates: all.map((one, index) => candidate(`i${index}`, one.level, one.factors, one.certainty, one.studies)),
			fit: new Map(all.map((one, index) => [`i${index}`, one.fit])),
			practices: doing(...all.flatMap((one, index) => (one.isDone && index % 3 === 0 ? [`i${index}`] : [])))
		}));
}
