import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasOnlyIndividualSteps, planStatus, type Plan, type PlanStep } from './plan.ts';

const step = (dueOn: string, doneAt: Date | null, level: PlanStep['level'] = 'organisation'): PlanStep => ({
	id: dueOn,
	description: 'x',
	level,
	owner: 'x',
	dueOn,
	interventionId: null,
	targetFactor: 'workload',
	doneAt
});
const plan = (steps: readonly PlanStep[]): Plan => ({
	id: 'p',
	roundId: 'r',
	groupId: 'g',
	title: 'x',
	targetFactor: 'workload',
	decidedAt: new Date('2026-01-01T00:00:00Z'),
	decidedBy: 'x',
	steps
});
const done = new Date('2026-02-01T00:00:00Z');

test('a plan is late the day after an open step was due, not on the day', () => {
	assert.equal(planStatus(plan([step('2026-03-01', null)]), '2026-03-01'), 'under-way');
	assert.equal(planStatus(plan([step('2026-03-01', null)]), '2026-03-02'), 'late');
});

test('a plan is done when every step is, however late', () => {
	assert.equal(planStatus(plan([step('2026-01-01', done), step('2026-01-02', done)]), '2026-03-01'), 'done');
	assert.equal(planStatus(plan([step('2026-01-01', done), step('2026-04-02', null)]), '2026-03-01'), 'under-way');
});

test('a plan without steps is under way and not flagged', () => {
	assert.equal(planStatus(plan([]), '2026-03-01'), 'under-way');
	assert.equal(hasOnlyIndividualSteps([]), false);
});

test('a plan is flagged only where every step is individual', () => {
	assert.equal(hasOnlyIndividualSteps([step('a', null, 'individual')]), true);
	assert.equal(hasOnlyIndividualSteps([step('a', null, 'individual'), step('b', null, 'group')]), false);
});
