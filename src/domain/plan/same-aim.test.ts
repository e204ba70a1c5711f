import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PlanStatus } from './plan.ts';
import { runningFor } from './same-aim.ts';

const aim = { lastingGroup: 'spring/ward', plan: { targetFactor: 'workload' } };
const plan = (id: string, status: PlanStatus, change: { lastingGroup?: string; targetFactor?: string } = {}) => ({
	lastingGroup: change.lastingGroup ?? aim.lastingGroup,
	plan: { targetFactor: change.targetFactor ?? aim.plan.targetFactor, id },
	status
});

test('plans run until they are ended or done, and another group or factor is another aim', () => {
	const plans = [
		plan('planned', 'planned'),
		plan('ended', 'ended'),
		plan('done', 'done'),
		plan('late', 'late'),
		plan('waiting', 'waiting'),
		plan('under way', 'under-way'),
		plan('other group', 'planned', { lastingGroup: 'autumn/ward' }),
		plan('other factor', 'planned', { targetFactor: 'coping' })
	];
	assert.deepEqual(
		runningFor(aim, plans).map((one) => one.plan.id),
		['planned', 'late', 'waiting', 'under way']
	);
	assert.deepEqual(runningFor(aim, []), []);
});
