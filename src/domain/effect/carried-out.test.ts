import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanStep } from '#domain/plan/plan.ts';
import { notCarriedOut } from './carried-out.ts';

const at = new Date('2026-05-01T10:00:00Z');
const step = (doneAt: Date | null): PlanStep => ({
	id: 's',
	description: 'x',
	level: 'organisation',
	owner: 'x',
	ownerLeaderId: null,
	ownerEmail: null,
	dueOn: '2026-05-01',
	interventionId: null,
	targetFactor: 'workload',
	doneAt
});

test('plans of which nothing was done are told apart by whether they were stopped', () => {
	const plans = [
		{ endedAt: null, steps: [step(null), step(null)] },
		{ endedAt: null, steps: [] },
		{ endedAt: at, steps: [step(null)] },
		{ endedAt: at, steps: [step(at), step(null)] },
		{ endedAt: null, steps: [step(at)] }
	];
	assert.deepEqual(notCarriedOut(plans), { stopped: 1, notBegun: 2 });
	assert.deepEqual(notCarriedOut([]), { stopped: 0, notBegun: 0 });
});
