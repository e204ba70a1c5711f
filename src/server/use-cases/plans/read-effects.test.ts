// Effects from two released rounds that were written straight into the database, and a light round through all of its life.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { sharedScales } from '#domain/instrument/same-scales.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { Person } from '#server/actor.ts';
import { insertInvitations } from '#server/database/invitations.ts';
import { insertOrganisation, readOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { insertPlan } from '#server/database/plans.ts';
import { insertRelease } from '#server/database/releases.ts';
import { findRound, insertRound, insertRoundGroups } from '#server/database/rounds.ts';
import { answerAs } from '../../../../tests/support/answering-leader.ts';
import { smallOrganisation } from '../../../../tests/support/small-organisation.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { closeRound } from '../rounds/close-round.ts';
import { createFollowUpRound } from '../rounds/create-follow-up-round.ts';
import { createRound } from '../rounds/create-round.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { openRound } from '../rounds/open-round.ts';
import { prepareRound } from '../rounds/prepare-round.ts';
import { readChangeBasis } from '../profiles/read-change-basis.ts';
import { groupsOfLatestRound } from '../rounds/groups-of-latest-round.ts';
import { readAssessments } from '../assessments/read-assessments.ts';
import { readEffects } from './read-effects.ts';
import { readOverview } from '../results/read-overview.ts';
import { sourceEffects } from '../programme/programme-sources.ts';
import { readProgramme } from '../programme/read-programme.ts';
import { readSurvey } from '../ballots/read-survey.ts';
import { releaseRound } from '../releases/release-round.ts';

const groups = Array.from({ length: 24 }, (_, place) => `g${place}`);
const size = 8;

test('plans whose groups moved beyond what was to be expected have helped, alone and together, and the others are told apart', async () => {
	const { context, lead, instrument } = await arrange();
	// The first six act on workload and fall by 25; the others stay, and so do all in everything else.
	const before = await measured(context, lead, instrument, { day: 1, mean: (place) => 60 + (place % 4) });
	for (const place of [0, 1, 2, 3, 4, 5]) await decided(context, lead, { roundId: before, groupId: `g${place}` });
	await decided(context, lead, { roundId: before, groupId: 'g6', targetFactor: 'coping', followUpOn: '2026-06-01' });
	const late = await decided(context, lead, { roundId: before, groupId: 'g7', day: 200 });
	// Two that were stopped, one of them before anything was done: they are counted, and told apart.
	const endedAt = new Date(Date.UTC(2026, 0, 40));
	await decided(context, lead, { roundId: before, groupId: 'g5', endedAt, doneAt: endedAt });
	await decided(context, lead, { roundId: before, groupId: 'g4', endedAt });
	// A second plan for the same group and factor, as a proposal that was accepted makes it.
	const second = await decided(context, lead, { roundId: before, groupId: 'g0' });
	await measured(context, lead, instrument, {
		day: 100,
		mean: (place, scale) => 60 + ((place * 7) % 4) - (place < 6 && scale === 'workload' ? 25 : 0)
	});

	const read = await readEffects(context, lead);
	if (read.kind !== 'effects') return assert.fail(read.kind);
	const verdictOf = (group: string) => read.plans.find(({ plan }) => plan.groupId === group)?.effect;
	for (const place of [0, 1, 2, 3, 4, 5]) {
		assert.deepEqual(
			[verdictOf(`g${place}`)?.verdict, verdictOf(`g${place}`)?.reasons],
			['improved', ['better-than-expected']]
		);
	}
	assert.notEqual(verdictOf('g6')?.verdict, 'improved');
	assert.deepEqual(verdictOf('g7')?.reasons, ['not-measured-again'], 'decided after it was asked again');
	const [programme] = read.programmes;
	const workload = programme?.factors.find(({ factor }) => factor === 'workload');
	assert.deepEqual(
		[programme?.plans, programme?.aims, workload?.verdict, workload?.actingGroups, workload?.comparisonGroups],
		[10, 7, 'improved', 6, 17]
	);
	assert.deepEqual(programme?.notCarriedOut, { stopped: 1, notBegun: 8 });
	assert.equal((await sourceEffects(context, lead)).plans.improved, 6, 'the change of g0 is counted once');
	const ofFirst = read.plans.filter(({ plan }) => plan.groupId === 'g0');
	assert.ok(ofFirst.length === 2 && ofFirst.some(({ plan }) => plan.id === second));
	assert.deepEqual([programme?.together.verdict, programme?.together.aims], ['improved', 7]);
	const others = programme?.factors.filter(({ factor }) => factor !== 'workload') ?? [];
	assert.ok(others.length >= 11 && others.every(({ verdict }) => verdict !== 'improved' && verdict !== 'worse'));
	assert.deepEqual(others.find(({ factor }) => factor === 'coping')?.reasons, ['few-acting-groups']);
	const [own] = read.plans.filter(({ plan }) => plan.groupId === 'g0');
	assert.deepEqual([own?.figures.before?.mean, own?.figures.after?.mean, own?.sameMembers], [60, 35, 1]);
	assert.ok(own?.research.some(({ intervention }) => intervention.id === 'drop-tasks'));

	const one = await readEffects(context, lead, { planId: late });
	assert.deepEqual(one.kind === 'effects' && one.plans.map(({ plan }) => plan.id), [late]);
	await roster(context, lead, (place) => `m${place}`);
	const seen = await readEffects(context, { ...lead, roles: ['manager'], leaderId: 'm3' });
	assert.deepEqual(seen.kind === 'effects' && seen.plans.map(({ plan }) => plan.groupId), ['g3']);
	assert.deepEqual(seen.kind === 'effects' && seen.programmes, []);
});

test('a group that has become another one cannot be told, and its new figure is not shown', async () => {
	const { context, lead, instrument } = await arrange();
	const before = await measured(context, lead, instrument, { day: 1, mean: (place) => 70 + (place % 4) });
	await decided(context, lead, { roundId: before, groupId: 'g0' });
	await decided(context, lead, { roundId: before, groupId: 'g1' });
	await decided(context, lead, { roundId: before, groupId: 'g2' });
	await measured(context, lead, instrument, {
		day: 100,
		mean: (place) => 30 + (place % 3),
		// Three of the eight in g0 are new; g1 has another name and the same leaders; nobody of g2 is left.
		leader: (place, member) => ((place === 0 && member < 3) || place === 2 ? `new-${place}-${member}` : null),
		nameOf: (place) => (place === 1 ? 'renamed' : `g${place}`)
	});
	const read = await readEffects(context, lead);
	if (read.kind !== 'effects') return assert.fail(read.kind);
	const of = (group: string) => read.plans.find(({ plan }) => plan.groupId === group);
	assert.deepEqual([of('g0')?.effect.verdict, of('g0')?.effect.reasons], ['cannot-tell', ['members-changed']]);
	assert.equal(of('g0')?.figures.after, null);
	const { change, expectedChange, effect, interval } = of('g0')?.effect ?? {};
	assert.deepEqual([change, expectedChange, effect, interval], [null, null, null, null]);
	assert.deepEqual([of('g1')?.sameMembers, of('g1')?.figures.after?.mean], [1, 31]);
	assert.deepEqual(of('g2')?.effect.reasons, ['group-not-found']);
});

test('plans follow today’s managers, and figures only those who may open the group’s result in both rounds', async () => {
	const { context, lead, instrument } = await arrange();
	const mean = (place: number) => 60 + (place % 4);
	const before = await measured(context, lead, instrument, { day: 1, mean });
	for (const place of [2, 3, 4]) await decided(context, lead, { roundId: before, groupId: `g${place}` });
	// The groups of m3 and m4 have another manager in the new round; today m3 leads g2 as well, and g3 has gone to m5.
	const managerOf = (place: number) => (place === 3 ? 'm5' : place === 4 ? 'm9' : `m${place}`);
	await measured(context, lead, instrument, { day: 100, mean: (place) => mean(place) - 5, managerOf });
	await roster(context, lead, (place) => (place === 2 ? 'm3' : managerOf(place)));
	const of = async (leaderId: string) => {
		const read = await readEffects(context, { ...lead, roles: ['manager'], leaderId });
		return read.kind === 'effects' ? read.plans : assert.fail(read.kind);
	};
	const told = await readEffects(context, lead);
	assert.ok(told.kind === 'effects' && told.plans.every(({ effect }) => effect.change !== null));
	const [inherited, ...more] = await of('m3');
	assert.deepEqual([inherited?.plan.groupId, more], ['g2', []], 'g3 is not his or hers any more');
	const [taken] = await of('m5');
	for (const plan of [inherited, taken]) {
		assert.deepEqual(plan?.effect, {
			verdict: 'cannot-tell',
			reasons: ['result-not-yours-to-open'],
			change: null,
			expectedChange: null,
			effect: null,
			interval: null
		});
		assert.deepEqual(plan?.figures, { before: null, after: null });
	}
	assert.deepEqual((await of('m4')).length, 0);
});

test('a light round is planned from plans, answered, closed and released like any other, and tells of its factors', async () => {
	const { context, lead } = await arrange();
	await context.db
		.transaction()
		.execute((db) => writeOrganisation(db, lead.organisationId, smallOrganisation, context.now()));
	const created = await createRound(context, lead, {
		name: 'Forår',
		instrumentId: 'ledertrivsel-1',
		scopeUnitId: null,
		opensOn: '2026-03-02',
		closesOn: '2026-03-16'
	});
	if (created.kind !== 'created') return assert.fail(created.kind);
	const first = created.roundId;
	await answered(context, lead, first, 5);
	const nothingYet = await prepareRound(context, lead);
	assert.deepEqual(nothingYet.kind === 'choices' && nothingYet.followUps, []);
	const round = await findRound(context.db, { organisationId: lead.organisationId, roundId: first });
	const group = (await context.db.selectFrom('release_groups').select('group_id').execute())[1]?.group_id ?? '';
	await decided(context, lead, { roundId: first, groupId: group, followUpOn: '2026-03-01' });

	const choices = await prepareRound(context, lead);
	if (choices.kind !== 'choices') return assert.fail(choices.kind);
	const [choice] = choices.followUps;
	assert.deepEqual([choice?.roundId, choice?.plans, choice?.duePlans], [first, 1, 1]);
	assert.deepEqual(choice?.factors[0]?.id, 'workload');

	const input = { name: 'Opfølgning', followsRoundId: first, opensOn: '2026-03-02', closesOn: '2026-03-09' };
	const faulty = async (change: object) => {
		const outcome = await createFollowUpRound(context, lead, { ...input, factors: ['workload'], ...change });
		return outcome.kind === 'faulty' ? outcome.problems : outcome.kind;
	};
	assert.deepEqual(await faulty({ factors: [] }), ['no-factors']);
	assert.deepEqual(await faulty({ factors: choice?.factors.slice(0, 5).map(({ id }) => id) }), ['too-many-factors']);
	assert.deepEqual(await faulty({ name: ' ', closesOn: '2026-02-01' }), ['name-missing', 'closes-before-it-opens']);
	assert.deepEqual(await faulty({ followsRoundId: context.randomId() }), ['unknown-round']);

	const light = await createFollowUpRound(context, lead, { ...input, factors: ['workload', 'coping'] });
	if (light.kind !== 'created') return assert.fail(JSON.stringify(light));
	assert.ok(light.items >= 8 && light.items <= 12);
	// The same questions again are the same questionnaire.
	assert.equal(
		(await createFollowUpRound(context, lead, { ...input, factors: ['coping', 'workload'] })).kind,
		'created'
	);
	const stored = await findRound(context.db, { organisationId: lead.organisationId, roundId: light.roundId });
	if (stored === null || round === null) return assert.fail('the round is gone');
	assert.equal(stored.followsRoundId, first);
	const [long, short] = [await findInstrument(context, round), await findInstrument(context, stored)];
	assert.deepEqual(
		sharedScales(short, long),
		short.scales.map(({ id }) => id)
	);

	const later = { ...context, now: () => new Date('2026-03-03T09:00:00Z') };
	await answered(later, lead, light.roundId, 2);
	const survey = await readSurvey(later, { kind: 'visitor' }, { roundId: light.roundId });
	assert.equal(survey.kind, 'closed');
	const basis = await readChangeBasis(later, { kind: 'visitor' }, { roundId: light.roundId });
	assert.deepEqual(basis.kind === 'basis' && basis.earlierRounds.map(({ id }) => id), [first]);

	// Pages that begin with the newest round begin with the newest whole one; the light one can be chosen.
	const overview = await readOverview(later, lead, { roundId: null });
	assert.deepEqual(overview.kind === 'overview' && [overview.round.id, overview.rounds.length], [first, 2]);
	const chosen = await readOverview(later, lead, { roundId: light.roundId });
	assert.equal(chosen.kind === 'overview' && chosen.round.id, light.roundId);
	const programme = await readProgramme(later, lead, { roundId: null });
	assert.equal(programme.kind === 'programme' && programme.roundId, first);
	const assessments = await readAssessments(later, lead);
	assert.equal(assessments.kind === 'assessments' && assessments.rounds[0]?.id, first);
	const { leaders } = await readOrganisation(context.db, lead.organisationId);
	const groupsOfFirst = await context.db
		.selectFrom('reporting_groups')
		.select('group_id')
		.where('round_id', '=', first)
		.execute();
	await context.db
		.updateTable('reporting_groups')
		.set({ name: 'Den lette' })
		.where('round_id', '=', light.roundId)
		.execute();
	const latest = await groupsOfLatestRound(context, lead.organisationId, leaders);
	assert.equal(latest.length, groupsOfFirst.length);
	assert.ok(latest.every(({ name }) => name !== 'Den lette'));

	const read = await readEffects(later, lead);
	if (read.kind !== 'effects') return assert.fail(read.kind);
	const [own] = read.plans;
	assert.deepEqual([own?.before.id, own?.after?.id, own?.sameMembers], [first, light.roundId, 1]);
	assert.deepEqual([own?.effect.verdict, own?.effect.reasons], ['cannot-tell', ['spread-not-shown']]);
});

async function arrange() {
	const { kysely } = await createTestDatabase();
	const context = createTestContext(kysely);
	const organisationId = context.randomId();
	const createdAt = context.now();
	await insertOrganisation(kysely, { id: organisationId, name: 'Hospitalet', isDemonstration: false, createdAt });
	const instrument = context.instruments.find(({ id }) => id === 'ledertrivsel-1');
	if (instrument === undefined) throw new Error('there is no instrument');
	const lead: Person = {
		kind: 'person',
		organisationId,
		email: 'lead@example.org',
		name: 'Programlederen',
		roles: ['programme-lead'],
		leaderId: null,
		isDemonstration: false
	};
	return { context, lead, instrument };
}

/** Today: one unit and one led leader to each group, under the manager named. */
async function roster(context: TestContext, lead: Person, managerOf: (place: number) => string): Promise<void> {
	const managers = [...new Set(groups.map((_, place) => managerOf(place)))];
	const someone = { email: null, level: null, profession: null, span: null };
	const organisation = {
		units: groups.map((_, place) => ({ id: `u${place}`, code: null, name: `U${place}`, parentId: null })),
		leaders: [
			...managers.map((id) => {
				const unitId = `u${groups.findIndex((_, place) => managerOf(place) === id)}`;
				return { ...someone, id, key: id, name: id, unitId, managerId: null };
			}),
			...groups.map((_, place) => {
				const id = `led-${place}`;
				return { ...someone, id, key: id, name: id, unitId: `u${place}`, managerId: managerOf(place) };
			})
		]
	};
	await context.db
		.transaction()
		.execute((db) => writeOrganisation(db, lead.organisationId, organisation, context.now()));
}

async function answered(context: TestContext, lead: Person, roundId: string, value: number): Promise<void> {
	assert.equal((await openRound(context, lead, { roundId })).kind, 'opened');
	const survey = await readSurvey(context, { kind: 'visitor' }, { roundId });
	if (survey.kind !== 'survey') return assert.fail(survey.kind);
	const key = { organisationId: lead.organisationId, roundId };
	for (const [place, leader] of smallOrganisation.leaders.entries()) {
		const answers = Object.fromEntries(
			survey.instrument.items.map(({ id }, item) => [id, Math.max(1, Math.min(5, value - ((place + item) % 3)))])
		);
		await answerAs(context, key, { leaderId: leader.id, answers });
	}
	assert.equal((await closeRound(context, lead, { roundId })).kind, 'closed');
	assert.equal((await releaseRound(context, lead, { roundId })).kind, 'released');
}

/** A released round of 24 groups of eight, all of whom answered. `mean` by place of the group and scale. */
async function measured(
	context: TestContext,
	lead: Person,
	instrument: Instrument,
	wanted: {
		readonly day: number;
		readonly mean: (place: number, scale: string) => number;
		/** The id of a leader who is not the one of before. */
		readonly leader?: (place: number, member: number) => string | null;
		readonly nameOf?: (place: number) => string;
		readonly managerOf?: (place: number) => string;
	}
): Promise<string> {
	const id = context.randomId();
	const key = { organisationId: lead.organisationId, roundId: id };
	const at = new Date(Date.UTC(2026, 0, wanted.day));
	const idOf = (place: number) => wanted.nameOf?.(place) ?? `g${place}`;
	await insertRound(context.db, {
		organisationId: lead.organisationId,
		id,
		name: `Dag ${wanted.day}`,
		source: 'ballots',
		instrumentId: instrument.id,
		instrumentVersion: instrument.version,
		scopeUnitId: null,
		minimumInvited: 8,
		threshold: 5,
		opensOn: '2026-01-01',
		closesOn: '2026-01-14',
		createdAt: at,
		openedAt: at,
		remindedAt: null,
		closedAt: at,
		releasedAt: at
	});
	await insertRoundGroups(context.db, key, {
		units: groups.map((_, place) => ({ id: `u${place}`, name: `U${place}`, parentId: null })),
		reportingGroups: groups.map((_, place) => ({
			id: idOf(place),
			name: idOf(place),
			unitId: `u${place}`,
			path: [],
			pools: [],
			invited: size
		})),
		leadershipGroups: groups.map((_, place) => ({
			id: `l${place}`,
			managerId: wanted.managerOf?.(place) ?? `m${place}`,
			unitId: `u${place}`,
			groupId: idOf(place)
		}))
	});
	const invitations = groups.flatMap((_, place) =>
		Array.from({ length: size }, (__, member) => ({
			leaderId: wanted.leader?.(place, member) ?? `leader-${place}-${member}`,
			groupId: idOf(place),
			tokenHash: context.randomBytes(32)
		}))
	);
	await insertInvitations(context.db, key, invitations);
	const scales = instrument.scales.map(({ id: scale }) => ({ id: scale, minimum: 0, maximum: 100 }));
	const released = (groupId: string, parent: string | null, n: number, mean: (scale: string) => number) => ({
		id: groupId,
		name: groupId,
		path: ['Hospitalet'],
		pools: [],
		invited: n,
		responses: n,
		kind: parent === null ? 'union' : 'leaf',
		parent,
		units: [],
		reportingGroups: parent === null ? [] : [groupId],
		cells: scales.flatMap(({ id: scale }) => [
			{ scale, statistic: 'mean', n, value: mean(scale), step: 1 },
			...(parent === null
				? [
						{ scale, statistic: 'sd', n, value: 20, step: 1 },
						{ scale, statistic: 'icc1', n, value: 0.1, step: 0.01 }
					]
				: [])
		]),
		withheld: []
	});
	const all = [
		released('all', null, size * groups.length, () => 60),
		...groups.map((_, place) => released(idOf(place), 'all', size, (scale) => wanted.mean(place, factorOf(scale))))
	];
	await insertRelease(context.db, key, {
		releasedAt: at,
		engine: 'test',
		threshold: 5,
		summary: { engine: 'test', round: id, k: 5, scales },
		groups: all.map((group) => ({ id: group.id, parentId: group.parent, released: group }))
	});
	return id;

	function factorOf(scale: string): string {
		return instrument.scales.find((one) => one.id === scale)?.factor ?? scale;
	}
}

async function decided(
	context: TestContext,
	lead: Person,
	wanted: {
		readonly roundId: string;
		readonly groupId: string;
		readonly targetFactor?: string;
		readonly day?: number;
		readonly followUpOn?: string;
		readonly endedAt?: Date;
		readonly doneAt?: Date;
	}
): Promise<string> {
	const id = context.randomId();
	const targetFactor = wanted.targetFactor ?? 'workload';
	const plan: Plan = {
		id,
		roundId: wanted.roundId,
		groupId: wanted.groupId,
		title: 'Plan',
		targetFactor,
		decidedAt: new Date(Date.UTC(2026, 0, wanted.day ?? 20)),
		decidedBy: 'Lederen',
		version: 1,
		owner: null,
		level: null,
		resources: '',
		signs: [],
		involved: '',
		followUpOn: wanted.followUpOn ?? null,
		places: [],
		endedAt: wanted.endedAt ?? null,
		endedReason: wanted.endedAt === undefined ? null : 'Andet kom først',
		steps: [
			{
				id: context.randomId(),
				description: 'Skær ned',
				level: 'organisation',
				owner: 'Lederen',
				ownerLeaderId: null,
				ownerEmail: null,
				dueOn: '2026-02-01',
				interventionId: 'drop-tasks',
				targetFactor,
				doneAt: wanted.doneAt ?? null
			}
		]
	};
	await insertPlan(context.db, lead.organisationId, plan);
	return id;
}
