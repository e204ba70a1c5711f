import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { addReleasedRound } from '../../../../tests/support/released-round.ts';
import { createPlan } from '../plans/create-plan.ts';
import { printProgramme } from './print-programme.ts';
import { readProgramme } from './read-programme.ts';

const { kysely } = await createTestDatabase();
const context = createTestContext(kysely);
const released = await addReleasedRound(context);
const committee = released.person('committee', ['committee']);
const plan = {
	...{ roundId: released.roundId, groupId: released.leaves[0]?.id ?? '', targetFactor: 'workload', owner: 'director' },
	...{ level: 'individual', resources: '', signs: 'Mere ro', involved: 'Alle', followUpOn: '2026-09-01' },
	title: 'Pas på jer selv'
};
const decided = await createPlan(context, released.lead, {
	...plan,
	steps: [
		{
			...{ description: 'En øvelse', level: 'individual', owner: 'Hver leder' },
			...{ dueOn: '2026-05-01', interventionId: '' }
		}
	]
});
assert.equal(decided.kind, 'decided');

test('the committee sees where it strains, shared causes, plans and dialogues, all from the release', async () => {
	const read = await readProgramme(context, committee, { roundId: null });
	assert.ok(read.kind === 'programme' && read.facts.measured !== null);
	const { measured, plans } = read.facts;
	assert.equal(read.roundId, released.roundId);
	assert.equal(measured.risks.length, 13);
	assert.deepEqual(
		measured.rows.map((row) => row.depth > 1),
		measured.rows.map(() => false)
	);
	assert.ok(measured.causes.every((cause) => cause.groups === released.leaves.length && cause.clear <= cause.told));
	assert.equal(plans.length, 1);
	assert.equal(plans[0]?.hasOnlyIndividualSteps, true);
	assert.equal(measured.dialogues?.held, 0);
	assert.deepEqual(measured.span.points, [], 'the roster knows no spans');
});

test('the span of a released group is that of today’s leaders in it', async () => {
	await kysely
		.updateTable('leaders')
		.set({ span: 20 })
		.where('organisation_id', '=', released.organisationId)
		.execute();
	await kysely.updateTable('leaders').set({ span: 40 }).where('manager_id', '=', 'department-1').execute();
	const read = await readProgramme(context, committee, { roundId: released.roundId });
	assert.ok(read.kind === 'programme' && read.facts.measured !== null);
	const { points, verdict } = read.facts.measured.span;
	assert.equal(points[0]?.span, 40);
	assert.ok(points.slice(1).every((point) => point.span === 20));
	assert.equal(verdict.kind, 'cannot-tell', 'a handful of groups cannot tell');
});

test('without a release plans are shown all the same, and a round that does not exist is the newest', async () => {
	const unknown = await readProgramme(context, committee, { roundId: 'nowhere' });
	assert.ok(unknown.kind === 'programme' && unknown.roundId === released.roundId);
	const elsewhere = context.randomId();
	const empty = await readProgramme(context, { kind: 'system', organisationId: elsewhere }, { roundId: null });
	assert.ok(empty.kind === 'programme' && empty.facts.measured === null);
});

test('the overview on paper is a tagged PDF in both languages', async () => {
	for (const language of ['da', 'en'] as const) {
		const printed = await printProgramme(context, committee, { roundId: null, language });
		assert.ok(printed.kind === 'printed');
		assert.equal(printed.fileName, `ledertrivsel-programme-2026-03-02-${language}.pdf`);
		const text = Buffer.from(printed.bytes).toString('latin1');
		assert.match(text, /\/MarkInfo\s*<<[^>]*\/Marked true/);
		assert.match(text, new RegExp(`/Lang \\(${language}`));
	}
});

test('a manager does not see it', async () => {
	const manager = released.person('department-1', ['manager']);
	assert.deepEqual(await readProgramme(context, manager, { roundId: null }), { kind: 'forbidden' });
});
