import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedFields, detailsWithout, planText, textAtVersion, type PlanEvent } from './plan-event.ts';
import type { PlanStep } from './plan.ts';

const step: PlanStep = {
	...{ id: 's', description: 'Stop tre møder', owner: 'HR', dueOn: '2026-03-20' },
	level: 'organisation',
	...{ ownerLeaderId: null, ownerEmail: null, interventionId: null, targetFactor: 'workload', doneAt: null }
};
const plan = {
	...{ title: 'Plan', targetFactor: 'workload', level: null, owner: null, resources: '', signs: ['a', 'b'] },
	...{ involved: '', followUpOn: null, steps: [step] }
};
const changed = (version: number, before: Record<string, string>): PlanEvent => ({
	...{ happenedAt: new Date('2026-03-02T09:00:00Z'), person: 'x', kind: 'changed', details: { version, before } }
});

test('a plan is a text by field, and what is empty is an empty text', () => {
	const text = planText(plan);
	assert.equal(text.signs, 'a\nb');
	assert.deepEqual([text.owner, text.level, text.followUpOn], ['', '', '']);
	assert.equal(text['step:s:dueOn'], '2026-03-20');
});

test('a change tells the fields that differ, also those of a step that was taken out', () => {
	const after = planText({ ...plan, title: 'Planen', steps: [] });
	const { before, after: now } = changedFields(planText(plan), after);
	assert.deepEqual([before.title, now.title], ['Plan', 'Planen']);
	assert.deepEqual([before['step:s:description'], now['step:s:description']], ['Stop tre møder', '']);
	assert.equal('targetFactor' in before, false);
});

test('a person is taken out of owners and receivers, and of nothing that people wrote', () => {
	const isPerson = (text: string) => text === 'Kim';
	const text = { owner: 'Kim', 'step:s:owner': 'Kim', 'step:t:owner': 'Bo', title: 'Kim' };
	const clean = { owner: '–', 'step:s:owner': '–', 'step:t:owner': 'Bo', title: 'Kim' };
	const details = { version: 2, before: text, after: text, reason: 'Kim' };
	assert.deepEqual(detailsWithout({ kind: 'changed', details }, isPerson, '–'), {
		...{ version: 2, before: clean, after: clean, reason: 'Kim' }
	});
	assert.deepEqual(detailsWithout({ kind: 'proposed', details: { subject: 'Kim', reason: 'Kim' } }, isPerson, '–'), {
		...{ subject: 'Kim', reason: '–' }
	});
	assert.deepEqual(detailsWithout({ kind: 'ended', details: {} }, isPerson, '–'), {});
});

test('the text of an earlier version is made by taking the later changes back, newest first', () => {
	const events = [changed(2, { title: 'Første' }), changed(3, { title: 'Anden', involved: '' })];
	const today = { title: 'Tredje', involved: 'alle' };
	assert.deepEqual(textAtVersion(today, events, 3), today);
	assert.deepEqual(textAtVersion(today, events, 2), { title: 'Anden', involved: '' });
	assert.deepEqual(textAtVersion(today, events, 1), { title: 'Første', involved: '' });
});
