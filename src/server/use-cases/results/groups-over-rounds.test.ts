// Groups change from round to round: what was said of one must not pass to another, and no old round is a way to a group of today.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Person } from '#server/actor.ts';
import { insertInvitations } from '#server/database/invitations.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { findPreviousRound, listUsedGroupIds } from '#server/database/round-groups.ts';
import { simulatePlan } from '#server/demonstration/planned-answers.ts';
import { writeClosedRound } from '#server/demonstration/write-rounds.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { createPlan } from '../plans/create-plan.ts';
import { preparePlan } from '../plans/prepare-plan.ts';
import { releaseRound } from '../releases/release-round.ts';
import { planRoundGroups } from '../rounds/plan-round-groups.ts';
import { answerFit } from './answer-fit.ts';
import { markAlreadyDone } from './mark-already-done.ts';
import { readFit } from './read-fit.ts';
import { readGroupResult } from './read-group-result.ts';

const context = createTestContext((await createTestDatabase()).kysely);

test("a department's doctors get a new head: their no stays theirs, and the nurses beside them are asked as before", async () => {
	for (const [isKnown, isKeeping] of [
		[true, true],
		[true, false],
		[false, true]
	] as const) {
		const year = await beginYear();
		const spring = await year.ask(hospital({ doctors: 'm1', nurses: 'm2' }), { isKnown });
		const [doctors, nurses] = [spring.groupOf('doctors-0'), spring.groupOf('nurses-0')];
		const before = { roundId: spring.roundId, groupId: doctors };
		const id = (await fit(year.person('m1'), before)).asked[0]?.id ?? '';
		const answers = [{ interventionId: id, dimension: 'participants', answer: 'no', was: '' }];
		assert.equal(
			(await answerFit(context, year.person('m1'), { ...before, answers, isForAll: false })).kind,
			'answered'
		);
		await markAlreadyDone(context, year.person('m1'), { ...before, interventionId: id, isDone: true });

		const autumn = await year.ask(hospital({ doctors: 'z3', nurses: 'm2' }), { isKnown, isKeeping });
		const said = async (head: string, groupId: string) => {
			const shown = await fit(year.person(head), {
				roundId: autumn.roundId,
				groupId,
				interventionId: id
			});
			return [shown.asked[0]?.questions[2]?.standing, shown.asked[0]?.practice?.kind];
		};
		const nursesNow = autumn.groupOf('nurses-0');
		// Made anew, the nurses bear the id that the doctors had.
		assert.equal(nursesNow, isKeeping ? nurses : doctors);
		assert.deepEqual(await said('m2', nursesNow), ['', undefined], 'the nurses have said nothing');
		const doctorsNow = autumn.groupOf('doctors-0');
		// Nobody knows who was asked: a new head might have a new team.
		assert.deepEqual(await said('z3', doctorsNow), isKnown ? ['no', 'marked'] : ['', undefined]);
		assert.equal(doctorsNow === doctors, isKnown && isKeeping);
	}
});

test('heads who change places do not take along what their teams had said', async () => {
	const year = await beginYear();
	const spring = await year.ask(hospital({ doctors: 'm1', nurses: 'm2' }));
	const doctors = { roundId: spring.roundId, groupId: spring.groupOf('doctors-0') };
	const mark = { interventionId: 'drop-tasks', isDone: true };
	assert.equal((await markAlreadyDone(context, year.person('m1'), { ...doctors, ...mark })).kind, 'marked');
	const autumn = await year.ask(hospital({ doctors: 'm2', nurses: 'm1' }));
	const doneIn = async (head: string, leader: string) => {
		const place = { roundId: autumn.roundId, groupId: autumn.groupOf(leader), interventionId: 'drop-tasks' };
		return (await fit(year.person(head), place)).asked[0]?.practice?.kind;
	};
	assert.deepEqual([await doneIn('m2', 'doctors-0'), await doneIn('m1', 'nurses-0')], ['marked', undefined]);
});

test('a plan of a round counts in the ranking of the same group only, whoever bears its id later', async () => {
	const year = await beginYear();
	const spring = await year.ask(hospital({ doctors: 'm1', nurses: 'm2' }));
	const doctors = { roundId: spring.roundId, groupId: spring.groupOf('doctors-0') };
	assert.equal((await createPlan(context, year.person('m1'), planFor(doctors))).kind, 'decided');
	const plannedIn = async (round: Awaited<ReturnType<typeof year.ask>>, leader: string) => {
		const place = { roundId: round.roundId, groupId: round.groupOf(leader) };
		const read = await readGroupResult(context, { kind: 'system', organisationId: year.organisationId }, place);
		return read.kind === 'group-result' ? read.rankingInput.practices.get('drop-tasks')?.kind : assert.fail(read.kind);
	};
	const without = await year.ask(hospital({ doctors: 'z3', nurses: 'm2' }), { isKeeping: false });
	assert.equal(without.groupOf('nurses-0'), doctors.groupId, 'as if the groups had been made anew');
	assert.deepEqual(
		[await plannedIn(without, 'doctors-0'), await plannedIn(without, 'nurses-0')],
		['planned', undefined]
	);
});

test('nobody plans or answers through an old round, also where no group bears the old id any more', async () => {
	const year = await beginYear();
	const spring = await year.ask(hospital({ doctors: 'm1', nurses: 'm2' }));
	const nurses = { roundId: spring.roundId, groupId: spring.groupOf('nurses-0') };
	// The first head leads both teams now, the second another department.
	const autumn = await year.ask(hospital({ doctors: 'm1', nurses: 'm1', others: 'm2' }));
	assert.notEqual(autumn.groupOf('nurses-0'), nurses.groupId);
	const head = year.person('m2');
	assert.deepEqual(await createPlan(context, head, planFor(nurses)), {
		kind: 'faulty',
		problems: [{ code: 'newer-round', step: null }]
	});
	const answers = [{ interventionId: 'drop-tasks', dimension: 'context', answer: 'no', was: '' }];
	assert.equal((await answerFit(context, head, { ...nurses, answers, isForAll: false })).kind, 'newer-round');
	const mark = { ...nurses, interventionId: 'drop-tasks', isDone: true };
	assert.equal((await markAlreadyDone(context, head, mark)).kind, 'newer-round');
	const read = await readGroupResult(context, head, nurses);
	assert.ok(read.kind === 'group-result');
	assert.deepEqual([read.may.plan, read.newerRound?.id], [false, autumn.roundId]);
});

test('also where the department is closed and its leaders are spread, a later round that asked one of them takes over', async () => {
	const year = await beginYear();
	const spring = await year.ask(hospital({ doctors: 'm1', nurses: 'm2', others: 'm4' }));
	const others = { roundId: spring.roundId, groupId: spring.groupOf('others-0') };
	const closed = hospital({ doctors: 'm1', nurses: 'm2' });
	const moved = { ...leader('others-3', 'u', 'm1') };
	await year.ask({ ...closed, leaders: [...closed.leaders, leader('m4', 'h', 'top'), moved] });
	assert.equal((await createPlan(context, year.person('m4'), planFor(others))).kind, 'faulty');
	const read = await readGroupResult(context, year.person('m4'), others);
	assert.ok(read.kind === 'group-result' && read.newerRound !== null);
});

test('a round that asked another part of the organisation takes nothing over', async () => {
	const year = await beginYear();
	const spring = await year.ask(hospital({ doctors: 'm1', nurses: 'm2', others: 'm4' }));
	const organisation = hospital({ doctors: 'm1', nurses: 'm2', others: 'm4' });
	const leaders = organisation.leaders.map((one) => (one.id === 'doctors-3' ? leader('doctors-3', 'v', 'm4') : one));
	await year.ask({ ...organisation, leaders }, { scopeUnitId: 'v' });
	const doctors = { roundId: spring.roundId, groupId: spring.groupOf('doctors-0') };
	assert.equal((await createPlan(context, year.person('m1'), planFor(doctors))).kind, 'decided');
});

test('who has other work since the last round plans no more for the team that others lead today', async () => {
	const year = await beginYear();
	const spring = await year.ask(hospital({ doctors: 'm1', nurses: 'm2' }));
	const nurses = { roundId: spring.roundId, groupId: spring.groupOf('nurses-0') };
	assert.equal((await preparePlan(context, year.person('m2'), nurses)).kind, 'choices');
	await year.import(hospital({ doctors: 'm1', nurses: 'm1', others: 'm2' }));
	const head = year.person('m2');
	assert.equal((await preparePlan(context, head, nurses)).kind, 'not-in-line');
	assert.deepEqual(await createPlan(context, head, planFor(nurses)), {
		kind: 'faulty',
		problems: [{ code: 'not-in-line', step: null }]
	});
	const read = await readGroupResult(context, head, nurses);
	assert.ok(read.kind === 'group-result');
	assert.deepEqual([read.may.plan, read.newerRound], [false, null]);
	const whole = { roundId: spring.roundId, groupId: 'h' };
	assert.equal((await createPlan(context, year.person('top'), planFor(whole))).kind, 'decided', 'the line above');
	const lead: Person = { ...year.person('lead'), roles: ['programme-lead'], leaderId: null };
	const outcome = await createPlan(context, lead, { ...planFor(nurses), owner: 'm1' });
	assert.equal(outcome.kind, 'decided');
});

type Heads = { readonly doctors: string; readonly nurses: string; readonly others?: string };

function leader(id: string, unitId: string, managerId: string | null): Organisation['leaders'][number] {
	const unknown = { level: null, profession: null, span: null };
	return { id, key: id, name: `Leder ${id}`, email: `${id}@example.org`, unitId, managerId, ...unknown };
}

/** Doctors and nurses of one department, each with a head; with `others`, another department. */
function hospital({ doctors, nurses, others }: Heads): Organisation {
	const team = (name: string, unitId: string, managerId: string) =>
		Array.from({ length: 9 }, (_, place) => leader(`${name}-${place}`, unitId, managerId));
	const heads = new Set([doctors, nurses].filter((id) => id !== others));
	return {
		units: [
			{ id: 'h', code: 'h', name: 'Hospital', parentId: null },
			{ id: 'u', code: 'u', name: 'Afdeling', parentId: 'h' },
			...(others === undefined ? [] : [{ id: 'v', code: 'v', name: 'Anden afdeling', parentId: 'h' }])
		],
		leaders: [
			leader('top', 'h', null),
			...Array.from({ length: 8 }, (_, place) => leader(`staff-${place}`, 'h', 'top')),
			...[...heads].map((id) => leader(id, 'u', 'top')),
			...team('doctors', 'u', doctors),
			...team('nurses', 'u', nurses),
			...(others === undefined ? [] : [leader(others, 'v', 'top'), ...team('others', 'v', others)])
		]
	};
}

async function beginYear() {
	const organisationId = context.randomId();
	await insertOrganisation(context.db, {
		...{ id: organisationId, name: 'Hospital', isDemonstration: false, createdAt: context.now() }
	});
	let rounds = 0;
	const write = (organisation: Organisation) =>
		context.db
			.transaction()
			.execute((db) => writeOrganisation(db, organisationId, organisation, new Date(Date.UTC(2026, 2 * rounds, 2))));
	return {
		organisationId,
		import: write,
		person: (leaderId: string): Person => ({
			...{ kind: 'person', organisationId, email: `${leaderId}@example.org`, name: `Leder ${leaderId}` },
			...{ roles: ['manager'], leaderId, isDemonstration: false }
		}),
		ask: (organisation: Organisation, given: Asking = {}) => {
			rounds += 1;
			return ask({ organisationId, organisation, at: new Date(Date.UTC(2026, 2 * rounds, 2)) }, given);
		}
	};
}

type Asking = {
	/** Whether it is known who was asked; else only whose teams are. */
	readonly isKnown?: boolean;
	/** False: the groups are numbered anew, as they would be by the roster alone. */
	readonly isKeeping?: boolean;
	readonly scopeUnitId?: string | null;
};

/** A round that everybody has answered, released. */
async function ask(
	of: { readonly organisationId: string; readonly organisation: Organisation; readonly at: Date },
	{ isKnown = true, isKeeping = true, scopeUnitId = null }: Asking
) {
	const { organisationId, organisation, at } = of;
	const instrument = context.instruments.find(({ id }) => id === 'ledertrivsel-1') ?? assert.fail();
	const key = { organisationId, roundId: context.randomId() };
	const previous = isKeeping ? await findPreviousRound(context.db, { ...key, scopeUnitId }) : null;
	const { units, plan } = planRoundGroups(organisation, {
		...{ scopeUnitId, minimumInvited: 8, organisationName: 'Hospital', previous },
		usedIds: isKeeping ? await listUsedGroupIds(context.db, key) : []
	});
	if (plan.kind !== 'planned') return assert.fail('too few');
	const { groups } = plan;
	await context.db.transaction().execute(async (db) => {
		await writeOrganisation(db, organisationId, organisation, at);
		await writeClosedRound(db, {
			round: {
				...{ organisationId, id: key.roundId, name: `Måling ${at.getUTCMonth()}`, source: 'simulated', scopeUnitId },
				...{ instrumentId: instrument.id, instrumentVersion: instrument.version, minimumInvited: 8, threshold: 5 },
				...{ opensOn: '2026-02-01', closesOn: '2026-02-14', createdAt: at, openedAt: at, remindedAt: null },
				...{ closedAt: at, releasedAt: null }
			},
			units,
			groups,
			answers: simulatePlan({ instrument, units, groups, seed: 5, responseShare: 1 }),
			randomBytes: context.randomBytes
		});
		const invitations = groups.flatMap((group) =>
			group.leadershipGroups.flatMap(({ leaderIds }) =>
				leaderIds.map((leaderId) => ({ leaderId, groupId: group.id, tokenHash: context.randomBytes(32) }))
			)
		);
		if (isKnown) await insertInvitations(db, key, invitations);
	});
	const outcome = await releaseRound(context, { kind: 'system', organisationId }, { roundId: key.roundId });
	assert.equal(outcome.kind, 'released');
	const groupOf = (leaderId: string): string =>
		groups.find((group) => group.leadershipGroups.some((own) => own.leaderIds.includes(leaderId)))?.id ?? '';
	return { roundId: key.roundId, groupOf };
}

function planFor(place: { readonly roundId: string; readonly groupId: string }) {
	return {
		...place,
		title: 'Færre opgaver',
		targetFactor: 'workload',
		steps: [
			{
				...{ description: 'Tre opgaver stoppes', level: 'organisation', owner: 'Leder', dueOn: '2027-12-31' },
				interventionId: 'drop-tasks'
			}
		]
	};
}

async function fit(
	reader: Person,
	of: { readonly roundId: string; readonly groupId: string; readonly interventionId?: string }
) {
	const outcome = await readFit(context, reader, { part: 1, interventionId: null, ...of });
	return outcome.kind === 'fit' ? outcome : assert.fail(outcome.kind);
}
