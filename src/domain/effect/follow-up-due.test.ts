import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleIntervention } from '#domain/evidence/sample-records.ts';
import type { PlanStep } from '#domain/plan/plan.ts';
import { addMonths, dueBoosters, followUpDay } from './follow-up-due.ts';

const step = (change: Partial<PlanStep> = {}): PlanStep => ({
	id: 's',
	description: 'x',
	level: 'organisation',
	owner: 'x',
	ownerLeaderId: null,
	ownerEmail: null,
	dueOn: '2026-05-01',
	interventionId: 'fading',
	targetFactor: 'workload',
	doneAt: new Date('2026-03-02T10:00:00Z'),
	...change
});
const interventions = [
	sampleIntervention({ id: 'fading', boosterMonths: 6 }),
	sampleIntervention({ id: 'lasting', boosterMonths: null })
];
const due = (today: string, steps: readonly PlanStep[], endedAt: Date | null = null) =>
	dueBoosters({ plan: { endedAt, steps }, interventions, today }).map(({ dueOn }) => dueOn);

test('a month later is the same day, or the last of a shorter month', () => {
	assert.equal(addMonths('2026-01-15', 1), '2026-02-15');
	assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
	assert.equal(addMonths('2027-08-31', 6), '2028-02-29');
	assert.equal(addMonths('2026-11-30', 3), '2027-02-28');
	assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
	assert.throws(() => addMonths('soon', 1), RangeError);
});

test('a booster falls due so many months after a step was done, where research says that its effect fades', () => {
	assert.deepEqual(due('2026-09-01', [step()]), []);
	assert.deepEqual(due('2026-09-02', [step()]), ['2026-09-02']);
	assert.deepEqual(due('2027-09-02', [step()]), ['2026-09-02']);
	const never = [step({ doneAt: null }), step({ interventionId: 'lasting' }), step({ interventionId: null })];
	assert.deepEqual(due('2030-01-01', [...never, step({ interventionId: 'gone' })]), []);
	assert.deepEqual(due('2030-01-01', [step()], new Date('2026-04-01T00:00:00Z')), []);
});

test('a plan is followed up on its own day, else after its last step, else after it was decided', () => {
	const decidedAt = new Date('2026-01-31T10:00:00Z');
	assert.equal(followUpDay({ followUpOn: '2026-12-01', decidedAt, steps: [step()] }), '2026-12-01');
	assert.equal(
		followUpDay({ followUpOn: null, decidedAt, steps: [step({ dueOn: '2026-02-01' }), step()] }),
		'2026-08-01'
	);
	assert.equal(followUpDay({ followUpOn: null, decidedAt, steps: [] }), '2026-04-30');
});

test('what happened after midnight belongs to that day in Denmark, also while it is the day before elsewhere', () => {
	const july = new Date('2026-06-30T22:30:00Z');
	assert.equal(followUpDay({ followUpOn: null, decidedAt: july, steps: [] }), '2026-10-01');
	assert.deepEqual(due('2026-12-31', [step({ doneAt: july })]), []);
	assert.deepEqual(due('2027-01-01', [step({ doneAt: july })]), ['2027-01-01']);
	const january = new Date('2026-12-31T23:30:00Z');
	assert.equal(followUpDay({ followUpOn: null, decidedAt: january, steps: [] }), '2027-04-01');
});
