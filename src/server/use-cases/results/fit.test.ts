// What people say of fit and of what they already do: who may say it, what counts, and what it moves.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#server/actor.ts';
import { addFacilitator } from '#server/database/dialogue-people.ts';
import { listGroupFit, listOrganisationFit } from '#server/database/fit.ts';
import { ownLastingId } from '#server/database/lasting-groups.ts';
import { inHeavyRound, type GroupKey } from '../../../../tests/support/heavy-round.ts';
import { repeatRound } from '../../../../tests/support/repeat-round.ts';
import type { TestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { answerFit, type FitInput } from './answer-fit.ts';
import { explainRecommendation } from '../evidence/explain-recommendation.ts';
import { rankingInputOf } from './group-ranking.ts';
import { markAlreadyDone } from './mark-already-done.ts';
import { readFit, type ReadFitOutcome } from './read-fit.ts';
import { readGroupResult, type ReadGroupResultOutcome } from './read-group-result.ts';

const database = await createTestDatabase();

const lastingIdOf = (key: GroupKey) => ownLastingId(key.roundId, key.groupId);

test('a no moves a suggestion after the others of its level and says so, and a yes again brings it back', async () => {
	await inHeavyRound(database, async ({ context, manager, key }) => {
		const before = await result(context, manager, key);
		const first = before.ranking[0]?.recommendations[0] ?? assert.fail('no suggestion');
		const { id } = first.intervention;
		assert.deepEqual([first.place, first.explanation.place, first.shelf], [1, 1, 'suggested']);

		const no = said(id, 'facilitator', 'no');
		assert.deepEqual(await answerFit(context, manager, { ...key, answers: [no], isForAll: false }), {
			kind: 'answered',
			changed: 1,
			keptOfOthers: 0
		});
		const after = await result(context, manager, key);
		const [level] = after.ranking;
		assert.ok(level?.recommendations.every((one) => one.intervention.id !== id));
		assert.equal(level?.recommendations.length, 2, 'the next one moves up');
		const aside = level?.setAside[0] ?? assert.fail('hidden');
		assert.deepEqual([aside.intervention.id, aside.placeBefore, aside.place], [id, 1, aside.among]);
		const reason = aside.explanation.fit.find((one) => one.dimension === 'facilitator');
		assert.deepEqual([reason?.answer, reason?.source, reason?.pull], ['no', 'group', 'down']);
		assert.ok((reason?.placesMoved ?? 0) < 0);

		const shown = await fit(context, manager, key);
		assert.ok(shown.moved.some((one) => one.id === id && one.placeBefore === 1 && one.place === one.among));

		const yes = { ...said(id, 'facilitator', 'yes'), was: 'no' };
		await answerFit(context, manager, { ...key, answers: [yes], isForAll: false });
		assert.equal((await result(context, manager, key)).ranking[0]?.recommendations[0]?.intervention.id, id);
	});
});

test('the programme lead answers once for all groups, and a group may say otherwise', async () => {
	await inHeavyRound(database, async ({ context, lead, manager, key, otherKey }) => {
		const id = (await fit(context, lead, key)).asked[0]?.id ?? '';
		const all = [said(id, 'organisation', 'no'), said(id, 'participants', 'no')];
		const { organisationId } = lead;
		assert.equal((await answerFit(context, lead, { ...key, answers: all, isForAll: true })).kind, 'answered');
		const general = await listOrganisationFit(context.db, organisationId);
		assert.deepEqual(
			general.map((one) => [one.dimension, one.answer, one.answeredBy]),
			[['organisation', 'no', 'Programlederen']]
		);
		const own = await listGroupFit(context.db, { organisationId, lastingId: lastingIdOf(key) });
		assert.deepEqual(
			own.map((one) => one.dimension),
			['participants'],
			'what is asked about the group is never answered for all'
		);

		const elsewhere = await fit(context, lead, { ...otherKey });
		const question = elsewhere.asked.find((one) => one.id === id)?.questions[1];
		assert.deepEqual([question?.dimension, question?.standing, question?.forAll], ['organisation', 'as-all', 'no']);

		const otherwise = { interventionId: id, dimension: 'organisation', answer: 'yes', was: 'as-all' };
		await answerFit(context, manager, { ...key, answers: [otherwise], isForAll: false });
		const [ours] = (await fit(context, manager, key)).asked.filter((one) => one.id === id);
		assert.deepEqual([ours?.questions[1]?.standing, ours?.questions[1]?.by?.name], ['yes', 'Leder department-1']);
		const back = { ...otherwise, answer: 'as-all', was: 'yes' };
		await answerFit(context, manager, { ...key, answers: [back], isForAll: false });
		assert.equal(
			(await fit(context, manager, key)).asked.find((one) => one.id === id)?.questions[1]?.standing,
			'as-all'
		);
		assert.equal((await answerFit(context, manager, { ...key, answers: all, isForAll: true })).kind, 'forbidden');
	});
});

test('what somebody else has answered since the form was opened stands', async () => {
	await inHeavyRound(database, async ({ context, lead, manager, key }) => {
		const id = (await fit(context, manager, key)).asked[0]?.id ?? '';
		await answerFit(context, lead, { ...key, answers: [said(id, 'context', 'partly')], isForAll: false });
		const late = [said(id, 'context', 'no'), said(id, 'intervention', 'yes')];
		assert.deepEqual(await answerFit(context, manager, { ...key, answers: late, isForAll: false }), {
			kind: 'answered',
			changed: 1,
			keptOfOthers: 1
		});
		const { questions } = (await fit(context, manager, key)).asked[0] ?? assert.fail();
		assert.deepEqual(
			questions.map((one) => [one.dimension, one.standing, one.by?.name]),
			[
				['intervention', 'yes', 'Leder department-1'],
				['organisation', '', undefined],
				['participants', '', undefined],
				['facilitator', '', undefined],
				['context', 'partly', 'Programlederen']
			]
		);
		const unchanged = [{ interventionId: id, dimension: 'context', answer: 'partly', was: 'partly' }];
		await answerFit(context, manager, { ...key, answers: unchanged, isForAll: false });
		const still = (await fit(context, manager, key)).asked[0]?.questions[4]?.by?.name;
		assert.equal(still, 'Programlederen', 'an answer that was not touched keeps its name');
	});
});

test('nobody answers for a group that is not theirs, nor a question or answer that is none', async () => {
	await inHeavyRound(database, async ({ context, manager, committee, both, key, otherKey }) => {
		const answers = [said('drop-tasks', 'context', 'yes')];
		const asked = { answers, isForAll: false };
		assert.deepEqual(await answerFit(context, manager, { ...otherKey, ...asked }), { kind: 'unknown-group' });
		assert.deepEqual(await answerFit(context, both, { ...otherKey, ...asked }), { kind: 'unknown-group' });
		assert.equal((await answerFit(context, both, { ...key, ...asked })).kind, 'answered');
		assert.equal((await answerFit(context, committee, { ...key, ...asked })).kind, 'forbidden');
		const seen = await fit(context, committee, key);
		assert.deepEqual([seen.mayAnswer, seen.mayAnswerForAll], [false, false]);
		for (const [wrong, problem] of [
			[said('no-such', 'context', 'yes'), 'unknown-question'],
			[said('drop-tasks', '__proto__', 'yes'), 'unknown-question'],
			[said('drop-tasks', 'context', 'maybe'), 'unknown-answer']
		] as const) {
			const outcome = await answerFit(context, manager, { ...key, answers: [wrong], isForAll: false });
			assert.deepEqual(outcome, { kind: 'faulty', problem });
		}
		const mark = { interventionId: 'drop-tasks', isDone: true };
		assert.equal((await markAlreadyDone(context, manager, { ...otherKey, ...mark })).kind, 'unknown-group');
		assert.equal(
			(await markAlreadyDone(context, manager, { ...key, ...mark, interventionId: 'x' })).kind,
			'unknown-intervention'
		);
		assert.equal(
			(await readFit(context, manager, { ...otherKey, interventionId: null, part: 1 })).kind,
			'unknown-group'
		);
	});
});

test('a facilitator reads and answers for the groups of the own dialogues, and for no other', async () => {
	await inHeavyRound(database, async ({ context, facilitator, key, otherKey }) => {
		const asked = { answers: [said('drop-tasks', 'context', 'yes')], isForAll: false };
		assert.deepEqual(await answerFit(context, facilitator, { ...key, ...asked }), { kind: 'unknown-group' });
		const assigned = { email: facilitator.email, by: 'Programlederen', at: context.now() };
		await addFacilitator(context.db, { organisationId: facilitator.organisationId, ...key }, assigned);
		assert.equal((await answerFit(context, facilitator, { ...key, ...asked })).kind, 'answered');
		assert.equal((await fit(context, facilitator, key)).mayAnswer, true);
		assert.equal((await answerFit(context, facilitator, { ...key, ...asked, isForAll: true })).kind, 'forbidden');
		assert.deepEqual(await answerFit(context, facilitator, { ...otherKey, ...asked }), { kind: 'unknown-group' });
		assert.equal(
			(await readFit(context, facilitator, { ...otherKey, interventionId: null, part: 1 })).kind,
			'unknown-group'
		);
	});
});

test('fit and practices are answered from the newest round that has the group, and an old one says so', async () => {
	await inHeavyRound(database, async ({ context, manager, key }) => {
		const before = { organisationId: manager.organisationId, roundId: key.roundId };
		await repeatRound(context, before, { name: 'Efterår', followsRoundId: null });
		const asked = { answers: [said('drop-tasks', 'context', 'yes')], isForAll: false };
		assert.deepEqual(await answerFit(context, manager, { ...key, ...asked }), { kind: 'newer-round' });
		const mark = { ...key, interventionId: 'drop-tasks', isDone: true };
		assert.deepEqual(await markAlreadyDone(context, manager, mark), { kind: 'newer-round' });
		const shown = await fit(context, manager, key);
		assert.deepEqual([shown.mayAnswer, shown.newerRound?.name], [false, 'Efterår']);
		assert.deepEqual(
			await listGroupFit(context.db, { organisationId: manager.organisationId, lastingId: lastingIdOf(key) }),
			[]
		);
	});
});

test('a facilitator of a group of groups sees the figures of none of them, nor ways that are shut', async () => {
	await inHeavyRound(database, async ({ context, lead, facilitator, key }) => {
		const whole = { ...key, groupId: 'hospital' };
		const assigned = { email: facilitator.email, by: 'Programlederen', at: context.now() };
		await addFacilitator(context.db, { organisationId: facilitator.organisationId, ...whole }, assigned);
		const seen = await result(context, facilitator, whole);
		assert.deepEqual(
			seen.map.rows.map(({ group }) => group.id),
			['hospital']
		);
		assert.deepEqual([seen.dimensions.rows, seen.result.children, seen.result.dimensions], [[], [], []]);
		assert.deepEqual(seen.may, { plan: false, readPlans: false, readOverview: false });
		const all = await result(context, lead, whole);
		assert.deepEqual([all.map.rows.length, all.result.children.length], [3, 2]);
		assert.deepEqual(all.may, { plan: true, readPlans: true, readOverview: true });
	});
});

test('who leads leaders no more, and has another role, opens no group of a round that froze it otherwise', async () => {
	await inHeavyRound(database, async ({ context, manager, key }) => {
		const former = { ...manager, roles: ['facilitator'] } as const;
		assert.equal((await readGroupResult(context, former, key)).kind, 'unknown-group');
	});
});

test('what a group already does stands apart, to be checked where the factor still weighs', async () => {
	await inHeavyRound(database, async ({ context, manager, key }) => {
		const first = (await result(context, manager, key)).ranking[0]?.recommendations[0] ?? assert.fail();
		const mark = { ...key, interventionId: first.intervention.id };
		await markAlreadyDone(context, manager, { ...mark, isDone: true });
		await markAlreadyDone(context, manager, { ...mark, isDone: true });
		const level = (await result(context, manager, key)).ranking[0];
		const [done] = level?.alreadyDone ?? [];
		assert.equal(done?.intervention.id, first.intervention.id);
		assert.equal(done?.explanation.practice?.advice, 'check');
		await markAlreadyDone(context, manager, { ...mark, isDone: false });
		assert.deepEqual((await result(context, manager, key)).ranking[0]?.alreadyDone, []);
	});
});

test('a step of a plan counts as done or under way, but not what was given up undone; the newest plan is named', async () => {
	await inHeavyRound(database, async ({ context, manager, key }) => {
		const given = { organisationId: manager.organisationId, lastingId: lastingIdOf(key), scales: [] };
		const step = (interventionId: string | null, doneAt: Date | null = null) => ({ interventionId, doneAt });
		const now = context.now();
		const newest = { id: 'b', title: 'Ny', endedAt: null, steps: [step('drop-tasks'), step(null)] };
		const ended = {
			id: 'a',
			title: 'Opgivet',
			endedAt: now,
			steps: [step('drop-tasks'), step('co-management', now), step('team-building')]
		};
		const { practices } = await rankingInputOf(context, { ...given, plans: [{ plan: newest }, { plan: ended }] });
		assert.deepEqual(Object.fromEntries(practices), {
			'co-management': { kind: 'planned', planId: 'a', planTitle: 'Opgivet' },
			'drop-tasks': { kind: 'planned', planId: 'b', planTitle: 'Ny' }
		});
	});
});

test('three are asked about at a time, organisation first, and a question keeps its page whatever is answered', async () => {
	await inHeavyRound(database, async ({ context, manager, key }) => {
		const pages = async () => {
			const first = await fit(context, manager, key);
			return Promise.all(
				Array.from({ length: first.parts }, async (_, index) =>
					(await fit(context, manager, { ...key, part: index + 1 })).asked.map((one) => one.id)
				)
			);
		};
		const before = await pages();
		assert.ok(before.every((page) => page.length >= 1 && page.length <= 3));
		assert.equal((await fit(context, manager, key)).asked[0]?.level, 'organisation');
		const answers = before
			.flat()
			.slice(0, 4)
			.map((id) => said(id, 'participants', 'no'));
		await answerFit(context, manager, { ...key, answers, isForAll: false });
		assert.deepEqual(await pages(), before);
		const one = await fit(context, manager, { ...key, interventionId: 'three-good-things' });
		assert.deepEqual([one.asked.map(({ id }) => id), one.part], [['three-good-things'], null]);
		assert.equal((await fit(context, manager, { ...key, part: 99 })).part, before.length);
	});
});

test('the page that explains a suggestion tells the place in the group to whoever may read it, and to nobody else', async () => {
	await inHeavyRound(database, async ({ context, manager, key, otherKey }) => {
		const asked = { interventionId: 'drop-tasks', factorId: 'workload' };
		const explain = async (actor: Actor, group: typeof key | null) => {
			const outcome = await explainRecommendation(context, actor, { ...asked, group });
			return outcome.kind === 'explanation' ? outcome.inGroup : assert.fail(outcome.kind);
		};
		const told = await explain(manager, key);
		assert.equal(told?.group.id, key.groupId);
		assert.equal(told.explanation.need.because.factor, 'workload');
		assert.equal(await explain(manager, otherKey), null);
		assert.equal(await explain({ kind: 'visitor' }, key), null);
		assert.equal(await explain(manager, null), null);
	});
});

/** An unchanged form says what stood in it; these stood open. */
function said(interventionId: string, dimension: string, answer: string): FitInput {
	return { interventionId, dimension, answer, was: '' };
}

async function result(context: TestContext, actor: Actor, key: GroupKey) {
	const outcome: ReadGroupResultOutcome = await readGroupResult(context, actor, key);
	return outcome.kind === 'group-result' ? outcome : assert.fail(outcome.kind);
}

async function fit(
	context: TestContext,
	actor: Actor,
	input: GroupKey & { readonly part?: number; readonly interventionId?: string }
) {
	const outcome: ReadFitOutcome = await readFit(context, actor, { interventionId: null, part: 1, ...input });
	return outcome.kind === 'fit' ? outcome : assert.fail(outcome.kind);
}
