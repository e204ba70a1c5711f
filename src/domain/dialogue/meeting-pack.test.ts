import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Factor, FactorId } from '#domain/evidence/evidence.ts';
import type { ScalePoints } from '#domain/recommendation/scale-points.ts';
import { agendaOf, meetingLengths } from './agenda.ts';
import { leafResult, scaleOf } from './dialogue.testing.ts';
import { buildMeetingPack, type Suggestion } from './meeting-pack.ts';

const factors: readonly Factor[] = JSON.parse(
	readFileSync(new URL('../../../evidence/factors.json', import.meta.url), 'utf8')
);

const packOf = (
	scales: readonly ScalePoints[],
	more: { suggestions?: readonly Suggestion[]; result?: ReturnType<typeof leafResult> } = {}
) =>
	buildMeetingPack({
		result: more.result ?? leafResult(),
		scales,
		factors,
		organisationSpread: new Map(),
		suggestions: more.suggestions ?? [],
		minutes: 60
	});

test('the parts of a meeting follow each other without a gap and fill it exactly', () => {
	for (const length of meetingLengths) {
		const agenda = agendaOf(length);
		let at = 0;
		for (const step of agenda) {
			assert.equal(step.beginsAfterMinutes, at, step.id);
			at += step.minutes;
		}
		assert.equal(at, length);
		const minutesOf = (id: string) => agenda.find((step) => step.id === id)?.minutes ?? 0;
		assert.ok(agenda.every((step) => step.id === 'causes' || step.minutes < minutesOf('causes')));
	}
});

test('what weighs most is what strains most or carries least, at most three, and never the middle or below', () => {
	const pack = packOf([
		scaleOf('workload', 'strain', 60),
		scaleOf('support', 'resource', 30),
		scaleOf('isolation', 'strain', 50),
		scaleOf('role-conflict', 'strain', 55),
		scaleOf('emotional-demands', 'strain', 52),
		scaleOf('influence', 'resource', 80),
		scaleOf('coping', 'resource', 50)
	]);
	assert.deepEqual(
		pack.weighs.map(({ factor }) => factor.id),
		['support', 'workload', 'role-conflict']
	);
	assert.deepEqual(
		pack.carries.map(({ factor }) => factor.id),
		['influence']
	);
});

test('the safety to speak up is shown, and is no theme of its own', () => {
	const pack = packOf([scaleOf('psychological-safety', 'resource', 20)]);
	assert.deepEqual([pack.themes.length, pack.weighs, pack.carries], [1, [], []]);
});

test('the order is called unsure where intervals overlap or are missing', () => {
	const unsure = (first: readonly [number, number] | null, second: readonly [number, number] | null) =>
		packOf([
			scaleOf('workload', 'strain', 80, { interval: first }),
			scaleOf('isolation', 'strain', 60, { interval: second })
		]).isOrderUnsure;
	assert.equal(unsure([75, 85], [55, 65]), false);
	assert.equal(unsure([65, 95], [55, 65]), true);
	assert.equal(unsure(null, [55, 65]), true);
	assert.equal(packOf([scaleOf('workload', 'strain', 80)]).isOrderUnsure, false, 'one alone has no order');
});

test('where little is shown the pack says so, and is a pack all the same', () => {
	const pooled = packOf(
		[scaleOf('workload', 'strain', null), scaleOf('support', 'resource', 40, { weightOfGroup: 0.4 })],
		{
			result: leafResult({}, { pools: ['Øst', 'Vest'], responses: 5 })
		}
	);
	assert.deepEqual(pooled.cautions, [
		{ kind: 'pooled', names: ['Øst', 'Vest'] },
		{ kind: 'estimated', responses: 5, isFew: true },
		{ kind: 'withheld', count: 1, all: 2 }
	]);
	const nothing = packOf([scaleOf('workload', 'strain', null)]);
	assert.deepEqual([nothing.weighs, nothing.carries, nothing.surprises], [[], [], []]);
	assert.equal(nothing.agenda.length, 8);
});

test('a hundred answers are not called few, though the figures are estimates', () => {
	const cautionsOf = (responses: number) =>
		packOf([scaleOf('support', 'resource', 40, { weightOfGroup: 0.93 })], { result: leafResult({}, { responses }) })
			.cautions;
	assert.deepEqual(cautionsOf(131), [{ kind: 'estimated', responses: 131, isFew: false }]);
	assert.deepEqual(cautionsOf(19), [{ kind: 'estimated', responses: 19, isFew: true }]);
});

test('suggestions are for what weighs, from the organisation down, at most two a theme', () => {
	const suggestion = (level: Suggestion['level'], factor: FactorId, id: string): Suggestion => ({
		...{ level, factor },
		intervention: { id, name: { da: id, en: id } }
	});
	const pack = packOf(
		[scaleOf('workload', 'strain', 80), scaleOf('isolation', 'strain', 60), scaleOf('support', 'resource', 90)],
		{
			suggestions: [
				suggestion('individual', 'workload', 'a'),
				suggestion('group', 'isolation', 'b'),
				suggestion('organisation', 'workload', 'c'),
				suggestion('group', 'workload', 'd'),
				suggestion('organisation', 'support', 'e')
			]
		}
	);
	assert.deepEqual(
		pack.suggestions.map(({ intervention }) => intervention.id),
		['c', 'b', 'a']
	);
});

test('whatever the figures, nothing that is not shown is among the themes to talk about', () => {
	const figure = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
	fc.assert(
		fc.property(fc.array(figure, { minLength: 13, maxLength: 13 }), (figures) => {
			const scales = factors.map((factor, place) =>
				scaleOf(factor.id, factor.kind === 'risk' ? 'strain' : 'resource', figures[place] ?? null)
			);
			const pack = packOf(scales);
			for (const { scale } of [...pack.weighs, ...pack.carries]) assert.notEqual(scale.points, null);
			assert.ok(pack.weighs.length <= 3 && pack.carries.length <= 2);
			const told = pack.cautions.find((caution) => caution.kind === 'withheld');
			const hidden = figures.filter((one) => one === null).length;
			assert.equal(told?.kind === 'withheld' ? told.count : 0, hidden);
		})
	);
});
