import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasOnlyIndividualSteps, planStatus, type PlanStatus, type StatusFacts } from './plan.ts';

const today = '2026-03-02';
const doneAt = new Date('2026-02-01T00:00:00Z');
const done = { id: 'a', dueOn: '2026-01-01', doneAt };
const late = { id: 'b', dueOn: '2026-03-01', doneAt: null };
const open = { id: 'c', dueOn: '2026-03-02', doneAt: null };

/** steps, reported, open proposals, ended → status. */
const truth: readonly (readonly [StatusFacts['steps'], readonly string[], number, boolean, PlanStatus])[] = [
	[[], [], 0, false, 'planned'],
	[[open], [], 0, false, 'planned'],
	[[open], ['c'], 0, false, 'under-way'],
	[[open], ['another'], 0, false, 'planned'],
	[[done, open], [], 0, false, 'under-way'],
	[[done], [], 0, false, 'done'],
	[[late], [], 0, false, 'late'],
	[[done, late, open], ['c'], 0, false, 'late'],
	[[late], [], 1, false, 'late'],
	[[open], ['c'], 1, false, 'waiting'],
	[[done], [], 1, false, 'waiting'],
	[[], [], 1, false, 'waiting'],
	[[late, done], ['b'], 1, true, 'ended']
];

test('the status of a plan follows from its times, by the table', () => {
	for (const [steps, reported, openProposals, isEnded, expected] of truth) {
		const facts = { steps, reportedSteps: new Set(reported), openProposals, endedAt: isEnded ? doneAt : null };
		assert.equal(planStatus(facts, today), expected, JSON.stringify(facts));
	}
});

test('a plan is late the day after an open step was due, not on the day', () => {
	const facts = { steps: [open], reportedSteps: new Set<string>(), openProposals: 0, endedAt: null };
	assert.equal(planStatus(facts, '2026-03-02'), 'planned');
	assert.equal(planStatus(facts, '2026-03-03'), 'late');
});

test('the order of the steps does not matter', () => {
	fc.assert(
		fc.property(fc.shuffledSubarray([done, late, open]), fc.nat({ max: 2 }), (steps, openProposals) => {
			const facts = { steps, reportedSteps: new Set<string>(), openProposals, endedAt: null };
			assert.equal(planStatus(facts, today), planStatus({ ...facts, steps: steps.toReversed() }, today));
		})
	);
});

test('a plan is flagged only where every step is individual', () => {
	assert.equal(hasOnlyIndividualSteps([{ level: 'individual' }]), true);
	assert.equal(hasOnlyIndividualSteps([{ level: 'individual' }, { level: 'group' }]), false);
	assert.equal(hasOnlyIndividualSteps([]), false);
});
