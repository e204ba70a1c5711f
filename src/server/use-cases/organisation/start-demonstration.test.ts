// The demonstration as visitors meet it, on both databases. Making one takes seconds (a key for every group), so that one is
// made for all tests that can share it; they run in the order in which they stand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFragment } from '#domain/ballot/code.ts';
import type { Actor } from '#server/actor.ts';
import {
	findDemonstration,
	insertOrganisation,
	listOrganisations,
	readOrganisation,
	writeOrganisation
} from '#server/database/organisations.ts';
import { countSealedBallots } from '#server/database/ballot-box.ts';
import { findLastingId } from '#server/database/lasting-groups.ts';
import { demonstrationId } from '#server/demonstration/claim-organisation.ts';
import { collect, sealed } from '../../../../tests/support/answering-leader.ts';
import { forEachDatabase, type OpenDatabase } from '../../../../tests/support/each-database.ts';
import { smallOrganisation } from '../../../../tests/support/small-organisation.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { closeRound } from '../rounds/close-round.ts';
import { collectBallot } from '../ballots/collect-ballot.ts';
import { listRounds } from '../rounds/list-rounds.ts';
import { readEffects } from '../plans/read-effects.ts';
import { readFit } from '../results/read-fit.ts';
import { readGroupResult } from '../results/read-group-result.ts';
import { readInvitation } from '../ballots/read-invitation.ts';
import { readManifest } from '../ballots/read-manifest.ts';
import { readOverview } from '../results/read-overview.ts';
import { readPlans, type ReadPlansOutcome } from '../plans/read-plans.ts';
import { readRound } from '../rounds/read-round.ts';
import { personaOf, resetDemonstration, startDemonstration } from './start-demonstration.ts';
import { submitResponse } from '../ballots/submit-response.ts';

const visitor: Actor = { kind: 'visitor' };

forEachDatabase('the demonstration', (open) => {
	test('two clicks at once make one organisation, and both are ready', async () => {
		const own = await arrange(open);
		const outcomes = await Promise.all(
			(['programme-lead', 'manager'] as const).map((role) => startDemonstration(own, visitor, { role }))
		);
		assert.deepEqual(
			outcomes.map((outcome) => outcome.kind),
			['ready', 'ready']
		);
		assert.equal((await listOrganisations(own.db)).length, 1);
		const lead = await play(own, 'programme-lead');
		const rounds = await listRounds(own, lead);
		assert.equal(rounds.kind === 'rounds' && rounds.rounds.length, 3);
		const plans = await readPlans(own, lead);
		assert.equal(underWay(plans).length, 2);
	});

	test('that is made once and visited by many', async (t) => {
		const context = await arrange(open);

		await t.test('what an interruption left undone is done by the next who asks', async () => {
			const broken = { ...context, randomId: failingAfter(context.randomId, 3) };
			await assert.rejects(startDemonstration(broken, visitor, { role: 'manager' }), /interrupted/);
			const halfway = await play(context, 'programme-lead');
			const before = await readPlans(context, halfway);
			assert.equal(before.kind === 'plans' && before.plans.length, 0);
			await startDemonstration(context, visitor, { role: 'manager' });
			const after = await readPlans(context, halfway);
			assert.equal(underWay(after).length, 2);
		});

		await t.test('one round is released and one is open, about 40 % answered; nothing is mailed', async () => {
			const lead = await play(context, 'programme-lead');
			const listed = await context.db
				.selectFrom('rounds')
				.select(['round_id', 'name', 'source', 'released_at', 'closed_at'])
				.execute();
			const [earlier, past] = listed
				.filter((round) => round.source === 'simulated')
				.toSorted(
					(one, other) => (one.closed_at ?? context.now()).getTime() - (other.closed_at ?? context.now()).getTime()
				);
			assert.ok(earlier?.released_at && past?.released_at && earlier.released_at < past.released_at);
			const now = listed.find((round) => round.source === 'ballots');
			assert.ok(past && now && past.released_at !== null && now.closed_at === null);
			assert.deepEqual(
				[earlier.name, past.name, now.name],
				['Vintermåling 2024', 'Vintermåling 2025', 'Forårsmåling 2026']
			);
			const followed = await readRound(context, lead, { roundId: now.round_id });
			if (followed.kind !== 'round') return assert.fail(followed.kind);
			assert.equal(followed.invited, 1500);
			const { submitted, collected } = followed;
			assert.ok(submitted !== null && submitted > 500 && submitted < 700, String(submitted));
			assert.ok(collected !== null && collected > submitted && collected < 750);
			assert.equal((await context.db.selectFrom('mails').selectAll().execute()).length, 0);
		});

		await t.test('each role sees what it should', async () => {
			const lead = await play(context, 'programme-lead');
			const committee = await play(context, 'committee');
			const manager = await play(context, 'manager');
			assert.deepEqual([lead.roles, committee.roles, manager.roles], [['programme-lead'], ['committee'], ['manager']]);
			assert.ok([lead, committee, manager].every((person) => person.isDemonstration));
			assert.equal(new Set([lead, committee, manager].map((person) => person.name)).size, 3);

			const [all, own] = [
				await readOverview(context, committee, { roundId: null }),
				await readOverview(context, manager, { roundId: null })
			];
			if (all.kind !== 'overview' || own.kind !== 'overview') return assert.fail('nothing was released');
			assert.ok(all.readable.size > 50);
			assert.equal(own.readable.size, 1);
			const [groupId = ''] = own.readable;
			const shown = await readGroupResult(context, manager, { roundId: own.round.id, groupId });
			if (shown.kind !== 'group-result') return assert.fail(shown.kind);
			assert.equal(shown.result.group.kind, 'leaf');
			// Eight to ten were invited: too few to say so beside how many answered.
			assert.ok(shown.result.group.responses >= 5 && shown.result.group.responses <= 10);
			assert.equal(shown.result.group.invited, null);
			assert.equal(shown.result.group.reportingGroups.length, 1);
			assert.deepEqual(
				shown.standsOut.weighsMost.map((scale) => scale.factor),
				['workload']
			);
			assert.ok(shown.ranking.some((level) => level.recommendations.length > 0));
			assert.equal(shown.plans.length, 1);
		});

		await t.test('a few groups have said what fits, and it has moved suggestions up and down', async () => {
			const lead = await play(context, 'programme-lead');
			const manager = await play(context, 'manager');
			const own = await readOverview(context, manager, { roundId: null });
			if (own.kind !== 'overview') return assert.fail(own.kind);
			const all = await readOverview(context, lead, { roundId: null });
			if (all.kind !== 'overview') return assert.fail(all.kind);
			const rows = await context.db.selectFrom('group_fit_answers').select('lasting_id').distinct().execute();
			const lasting = new Set(rows.map(({ lasting_id }) => lasting_id));
			const key = { organisationId: demonstrationId, roundId: own.round.id };
			const answered: string[] = [];
			for (const groupId of all.readable)
				if (lasting.has(await findLastingId(context.db, { ...key, groupId }))) answered.push(groupId);
			assert.ok(answered.length >= 3 && answered.some((groupId) => own.readable.has(groupId)), answered.join(' '));
			for (const groupId of answered) {
				const wanted = { roundId: own.round.id, groupId, interventionId: null, part: 1 };
				const read = await readFit(context, lead, wanted);
				if (read.kind !== 'fit') return assert.fail(read.kind);
				const isSaid = read.moved.filter(({ fit }) => Object.keys(fit).length > 0);
				assert.ok(
					isSaid.some((one) => one.place < one.placeBefore),
					`${groupId}: none up`
				);
				assert.ok(
					isSaid.some((one) => one.place > one.placeBefore && one.shelf === 'does-not-fit'),
					`${groupId}: none down`
				);
			}
			const [first] = await context.db.selectFrom('group_fit_answers').select('answered_by').execute();
			assert.notEqual(first?.answered_by, '');
			assert.ok((await context.db.selectFrom('group_practices').selectAll().execute()).length > 0);
		});

		await t.test('of the two plans under way, one mixes levels and one is flagged as individual only', async () => {
			const read = await readPlans(context, await play(context, 'committee'));
			if (read.kind !== 'plans') return assert.fail(read.kind);
			assert.deepEqual(
				underWay(read)
					.map((plan) => plan.hasOnlyIndividualSteps)
					.sort(),
				[false, true]
			);
			for (const { plan } of read.plans) {
				for (const step of plan.steps) {
					const intervention = context.evidence.interventions.find((one) => one.id === step.interventionId);
					assert.equal(intervention?.level, step.level);
					assert.ok(
						intervention?.factors.some((factor) => factor === plan.targetFactor),
						`${step.interventionId} ${plan.targetFactor}`
					);
				}
			}
		});

		await t.test(
			'the plans of the round before were followed up: together they helped, one by one nobody can tell',
			async () => {
				const read = await readEffects(context, await play(context, 'committee'));
				if (read.kind !== 'effects') return assert.fail(read.kind);
				const [programme] = read.programmes;
				assert.equal(programme?.together.verdict, 'improved');
				assert.equal(programme.factors.find(({ factor }) => factor === 'workload')?.verdict, 'improved');
				assert.ok(programme.factors.every(({ isTargeted, verdict }) => isTargeted || verdict !== 'improved'));
				const followed = read.plans.filter((one) => one.after !== null);
				assert.ok(followed.length >= 10 && followed.every((one) => one.effect.verdict === 'cannot-tell'));
			}
		);

		await t.test('the leader’s link collects a ballot and takes answers for real', async () => {
			const started = await startDemonstration(context, visitor, { role: 'leader' });
			if (started.kind !== 'ready' || started.leaderLink === null) return assert.fail(started.kind);
			const [, roundId = '', fragment = ''] = /^\/answer\/([^#]+)#(.+)$/.exec(started.leaderLink) ?? [];
			const link = readFragment(fragment);
			const manifest = await readManifest(context, visitor, { roundId });
			if (link === null || manifest.kind !== 'manifest') return assert.fail(fragment);
			assert.equal(link.manifestHash, manifest.hash);
			const invitation = await readInvitation(context, visitor, { roundId, token: link.token });
			if (invitation.kind !== 'invitation') return assert.fail(invitation.kind);
			const before = await countOf(context, roundId);
			const key = { organisationId: demonstrationId, roundId };
			const ballot = await collect(context, key, { token: link.token, group: invitation.group });
			const response = await sealed(context, key, { ...ballot, answers: { 'workload-1': 4, 'workload-2': 5 } });
			assert.deepEqual(await submitResponse(context, visitor, response), { kind: 'stored' });
			assert.deepEqual(await countOf(context, roundId), before + 1);
			const blinded = Buffer.alloc(256).toString('base64url');
			const other = await collectBallot(context, visitor, { roundId, token: link.token, blinded });
			assert.deepEqual(other, { kind: 'already-collected' });
		});

		await t.test('a cookie that names no role, or the leader, is a visitor’s', async () => {
			for (const value of [null, '', 'operator', 'evidence-editor', 'leader', '__proto__']) {
				assert.equal(await personaOf(context, value), null);
			}
			assert.notEqual(await personaOf(context, 'committee'), null);
		});

		await t.test('where the operator has left it out, no cookie opens what was made before', async () => {
			assert.equal(await personaOf(withoutIt(context), 'committee'), null);
		});

		await t.test('without an open round a leader is told so', async () => {
			const lead = await play(context, 'programme-lead');
			const now = await context.db
				.selectFrom('rounds')
				.select('round_id')
				.where('source', '=', 'ballots')
				.executeTakeFirstOrThrow();
			await context.db.updateTable('invitations').set({ is_collected: true }).execute();
			assert.deepEqual(await startDemonstration(context, visitor, { role: 'leader' }), { kind: 'nobody-left' });
			const sealedBefore = await countOf(context, now.round_id);
			const closed = await closeRound(context, lead, { roundId: now.round_id });
			assert.deepEqual(
				closed,
				{ kind: 'closed', responses: sealedBefore, unreadable: 0, stuffed: [] },
				'what was made up was sealed as a browser would, and opens'
			);
			assert.deepEqual(await startDemonstration(context, visitor, { role: 'leader' }), { kind: 'no-open-round' });
		});

		await t.test('a reset deletes what visitors did and touches no other organisation', async () => {
			const organisationId = context.randomId();
			await insertOrganisation(context.db, {
				id: organisationId,
				name: 'Region Prøve',
				isDemonstration: false,
				createdAt: context.now()
			});
			await writeOrganisation(context.db, organisationId, smallOrganisation, context.now());
			const manager = await play(context, 'manager');
			const rounds = await context.db.selectFrom('rounds').select('round_id').execute();
			await context.db.updateTable('plans').set({ title: 'Skrevet af en gæst' }).execute();

			await resetDemonstration(context);
			assert.deepEqual(await readOrganisation(context.db, organisationId), sorted(smallOrganisation));
			assert.equal((await listOrganisations(context.db)).length, 2);
			assert.deepEqual(await play(context, 'manager'), manager);
			const now = await context.db.selectFrom('rounds').select('round_id').execute();
			assert.equal(now.length, 3);
			assert.ok(now.every((round) => !rounds.some((old) => old.round_id === round.round_id)));
			const titles = await context.db.selectFrom('plans').select('title').execute();
			assert.ok(titles.length > 10 && titles.every(({ title }) => title !== 'Skrevet af en gæst'));
			for (const table of ['responses', 'ballot_box'] as const) {
				const rests = await context.db.selectFrom(table).select('round_id').distinct().execute();
				assert.equal(rests.length, table === 'responses' ? 2 : 1, `${table}: nothing is left of what was there before`);
			}
		});
	});
});

forEachDatabase('without a demonstration', (open) => {
	test('a cookie opens nothing', async () => {
		const context = await arrange(open);
		for (const value of [null, '', 'programme-lead', 'operator', 'leader'])
			assert.equal(await personaOf(context, value), null);
	});

	test('where the operator has left it out, nothing is made', async () => {
		const context = await arrange(open);
		const outcome = await startDemonstration(withoutIt(context), visitor, { role: 'leader' });
		assert.deepEqual(outcome, { kind: 'not-offered' });
		assert.equal(await findDemonstration(context.db), null);
	});
});

async function arrange(open: OpenDatabase): Promise<TestContext> {
	return createTestContext((await open()).kysely);
}

function withoutIt(context: TestContext): TestContext {
	return { ...context, settings: { ...context.settings, offersDemonstration: false } };
}

async function play(context: TestContext, role: string) {
	return (await personaOf(context, role)) ?? assert.fail(`nobody plays ${role}`);
}

async function countOf(context: TestContext, roundId: string): Promise<number> {
	const { organisation_id: organisationId } = await context.db
		.selectFrom('rounds')
		.select('organisation_id')
		.where('round_id', '=', roundId)
		.executeTakeFirstOrThrow();
	return countSealedBallots(context.db, { organisationId, roundId });
}

function failingAfter(randomId: () => string, calls: number): () => string {
	let made = 0;
	return () => {
		made += 1;
		if (made > calls) throw new Error('interrupted');
		return randomId();
	};
}

function sorted(organisation: typeof smallOrganisation): typeof smallOrganisation {
	const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);
	return { units: organisation.units.toSorted(byId), leaders: organisation.leaders.toSorted(byId) };
}

function underWay(read: ReadPlansOutcome) {
	return read.kind === 'plans' ? read.plans.filter(({ status }) => status !== 'done') : [];
}
