// The groups of a round before it opens: seen, put together, taken apart, kept from the last round, on both databases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Actor } from '#server/actor.ts';
import { insertInvitations } from '#server/database/invitations.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { findGroupChoices, findPreviousRound } from '#server/database/round-groups.ts';
import { findRound, insertRound, insertRoundGroups, markRound } from '#server/database/rounds.ts';
import { forEachDatabase, type OpenDatabase } from '../../../../tests/support/each-database.ts';
import { smallOrganisation } from '../../../../tests/support/small-organisation.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { beginOpening } from './begin-opening.ts';
import { chooseAlikeAttribute } from './choose-alike-attribute.ts';
import { createRound } from './create-round.ts';
import { mergeRoundGroups } from './merge-round-groups.ts';
import { planStoredRound } from './plan-round-groups.ts';
import { readRoundGroups, type ReadRoundGroupsOutcome } from './read-round-groups.ts';
import { undoRoundMerge } from './undo-round-merge.ts';

type Shown = Extract<ReadRoundGroupsOutcome, { kind: 'groups' }>;

forEachDatabase('the groups of a round', (open) => {
	test('are shown in the order of the tree, with how likely each is to get enough answers', async () => {
		const { context, lead, roundId } = await arrange(open);
		const shown = await groupsOf(context, lead, roundId);
		assert.equal(shown.invited, 46);
		assert.equal(
			shown.rows.reduce((sum, row) => sum + row.invited, 0),
			46
		);
		assert.deepEqual(
			shown.rows.map((row) => [row.name, row.invited]),
			[
				['Afdeling 4, Hospitalet', 10],
				['Afdeling 1', 9],
				['Afdeling 2', 8],
				['Afdeling 3', 10],
				['Afdeling 5', 9]
			]
		);
		assert.ok(Math.abs((shown.rows.find((row) => row.invited === 8)?.chance ?? 0) - 0.8237) < 0.001);
		assert.equal(shown.previous, null);
		assert.equal(shown.branch, null);
	});

	test('include leaders without an e-mail address, who are given a printed code', async () => {
		const leaders = smallOrganisation.leaders.map((leader) => ({
			...leader,
			email: leader.id === 'director' ? null : leader.email
		}));
		const { context, key } = await arrange(open, { ...smallOrganisation, leaders });
		const round = await findRound(context.db, key);
		assert.ok(round !== null);
		const planned = await planStoredRound(context.db, round);
		assert.equal(planned.leaders.length, 46);
		assert.deepEqual(
			planned.withoutEmail.map((leader) => leader.id),
			['director']
		);
	});

	test('are put together and taken apart again, step by step', async () => {
		const { context, lead, roundId } = await arrange(open);
		const before = await groupsOf(context, lead, roundId);
		const idOf = (name: string, shown: Shown) => shown.rows.find((row) => row.name === name)?.id ?? '';
		const first = [idOf('Afdeling 1', before), idOf('Afdeling 2', before)];
		assert.deepEqual(await mergeRoundGroups(context, lead, { roundId, groupIds: first }), { kind: 'merged' });
		const once = await groupsOf(context, lead, roundId);
		const second = [idOf('Afdeling 1, Afdeling 2', once), idOf('Afdeling 5', once)];
		assert.deepEqual(await mergeRoundGroups(context, lead, { roundId, groupIds: second }), { kind: 'merged' });
		const twice = await groupsOf(context, lead, roundId);
		const merged = twice.rows.find((row) => row.isMerged);
		assert.equal(merged?.name, 'Afdeling 1, Afdeling 2, Afdeling 5');
		assert.equal(merged?.invited, 26);
		assert.deepEqual(twice.unitsWithoutResult, [
			'Hospitalet › Afdeling 1',
			'Hospitalet › Afdeling 2',
			'Hospitalet › Afdeling 5'
		]);
		const groupId = merged?.id ?? '';
		assert.deepEqual(await undoRoundMerge(context, lead, { roundId, groupId }), { kind: 'undone' });
		assert.deepEqual((await groupsOf(context, lead, roundId)).rows, once.rows);
		assert.deepEqual(await undoRoundMerge(context, lead, { roundId, groupId }), { kind: 'undone' });
		assert.deepEqual((await groupsOf(context, lead, roundId)).rows, before.rows);
		assert.deepEqual(await undoRoundMerge(context, lead, { roundId, groupId }), { kind: 'nothing-to-undo' });
	});

	test('are not put together where one was chosen, is gone, or lies elsewhere', async () => {
		const { context, lead, roundId } = await arrange(open, withSecondHospital());
		const shown = await groupsOf(context, lead, roundId);
		const [own = '', near = ''] = shown.rows.filter((row) => row.path.includes('Hospitalet')).map((row) => row.id);
		const far = shown.rows.find((row) => row.name === 'Klinik 1')?.id ?? '';
		const merge = async (groupIds: string[]) => (await mergeRoundGroups(context, lead, { roundId, groupIds })).kind;
		assert.equal(await merge([own]), 'too-few-chosen');
		assert.equal(await merge([own, own]), 'too-few-chosen');
		assert.equal(await merge([own, 'gone']), 'unknown-group');
		const ward = shown.rows.find((row) => row.name === 'Afdeling 1')?.id ?? '';
		assert.equal(await merge([ward, far]), 'not-neighbours');
		assert.equal(await merge([own, near]), 'merged');
	});

	test('tell of merges that a later import has made impossible, and forget them', async () => {
		const { context, lead, roundId, key } = await arrange(open);
		const { rows } = await groupsOf(context, lead, roundId);
		const groupIds = ['Afdeling 1', 'Afdeling 2'].map((name) => rows.find((row) => row.name === name)?.id ?? '');
		await mergeRoundGroups(context, lead, { roundId, groupIds });
		const smaller: Organisation = {
			units: smallOrganisation.units.filter((unit) => !unit.id.startsWith('department-1')),
			leaders: smallOrganisation.leaders.filter((leader) => !leader.unitId.startsWith('department-1'))
		};
		await context.db.transaction().execute((db) => writeOrganisation(db, key.organisationId, smaller, context.now()));
		const after = await groupsOf(context, lead, roundId);
		assert.deepEqual(after.mergeProblems, [{ kind: 'unknown-groups', merge: 0, groupIds: [groupIds[0]] }]);
		assert.deepEqual(await undoRoundMerge(context, lead, { roundId, groupId: null }), { kind: 'undone' });
		assert.deepEqual((await groupsOf(context, lead, roundId)).mergeProblems, []);
		assert.deepEqual(await undoRoundMerge(context, lead, { roundId, groupId: null }), { kind: 'nothing-to-undo' });
	});

	test('keep leaders of one level together where that is chosen', async () => {
		const { context, lead, roundId, key } = await arrange(open, withLevels());
		const attributesOf = async () => (await groupsOf(context, lead, roundId)).rows.map((row) => row.attributes.level);
		assert.deepEqual(await chooseAlikeAttribute(context, lead, { roundId, attribute: 'shoe size' }), {
			kind: 'unknown-attribute'
		});
		const before = (await attributesOf()).filter((level) => level !== undefined).length;
		assert.deepEqual(await chooseAlikeAttribute(context, lead, { roundId, attribute: 'level' }), { kind: 'chosen' });
		assert.deepEqual(await findGroupChoices(context.db, key), { alikeIn: 'level', merges: [] });
		assert.ok((await attributesOf()).filter((level) => level !== undefined).length > before);
		await chooseAlikeAttribute(context, lead, { roundId, attribute: '' });
		assert.equal((await findGroupChoices(context.db, key)).alikeIn, null);
	});

	test('are those of the last round where the roster allows, and say who is moved', async () => {
		const { context, lead, roundId, key } = await arrange(open);
		await writeOpenedRound(context, key.organisationId);
		const kept = await groupsOf(context, lead, roundId);
		assert.deepEqual(kept.previous, { name: 'Sidste år', moved: [] });
		// The department that answered with the director goes to another hospital.
		const moved = withSecondHospital();
		await context.db.transaction().execute((db) =>
			writeOrganisation(
				db,
				key.organisationId,
				{
					...moved,
					units: moved.units.map((unit) => (unit.id === 'department-4' ? { ...unit, parentId: 'second' } : unit))
				},
				context.now()
			)
		);
		const after = await groupsOf(context, lead, roundId);
		assert.ok(after.previous?.moved !== null && after.previous !== null);
		const leaders = after.previous.moved.reduce((sum, part) => sum + part.leaders, 0);
		assert.ok(leaders > 0 && leaders <= 10, `${leaders} moved`);
		assert.ok(after.previous.moved.every((part) => after.nameOf[part.to] !== undefined));
		assert.equal(
			await findPreviousRound(context.db, { ...key, scopeUnitId: 'second' }).then((one) => one?.name),
			'Sidste år'
		);
	});

	test('that two of last year were put together in are a third, and stay together in the year after', async () => {
		const { context, lead, roundId, key } = await arrange(open);
		await writeOpenedRound(context, key.organisationId);
		const before = await groupsOf(context, lead, roundId);
		const parts = before.rows.filter(({ name }) => ['Afdeling 1', 'Afdeling 5'].includes(name)).map(({ id }) => id);
		assert.deepEqual(await mergeRoundGroups(context, lead, { roundId, groupIds: parts }), { kind: 'merged' });
		const round = await findRound(context.db, key);
		assert.ok(round !== null);
		await context.db.transaction().execute(async (db) => {
			assert.equal((await beginOpening(context, db, { round, custody: 'file' })).kind, 'begun');
		});
		await markRound(context.db, key, 'opened_at', context.now());
		const after = await findPreviousRound(context.db, { ...key, roundId: context.randomId(), scopeUnitId: null });
		const merged = after?.groups.filter(({ isMerged }) => isMerged) ?? [];
		assert.deepEqual(
			merged.map(({ name, leaderIds }) => [name, leaderIds.length]),
			[['Afdeling 1, Afdeling 5', 18]]
		);
		assert.ok(before.rows.every(({ id }) => id !== merged[0]?.id));
		const kept = before.rows.filter(({ id }) => !parts.includes(id)).map(({ id }) => id);
		assert.ok(kept.every((id) => after?.groups.some((group) => group.id === id)));
	});

	test('are fixed once the opening has begun, and belong to one organisation', async () => {
		const { context, lead, roundId, key } = await arrange(open);
		const stranger: Actor = { kind: 'system', organisationId: context.randomId() };
		assert.equal((await readRoundGroups(context, stranger, { roundId, unitId: null })).kind, 'unknown-round');
		assert.equal((await mergeRoundGroups(context, stranger, { roundId, groupIds: ['a', 'b'] })).kind, 'unknown-round');
		assert.equal((await chooseAlikeAttribute(context, lead, { roundId: 'x', attribute: '' })).kind, 'unknown-round');
		await markRound(context.db, key, 'opened_at', context.now());
		assert.deepEqual(await readRoundGroups(context, lead, { roundId, unitId: null }), { kind: 'already-open' });
		assert.deepEqual(await mergeRoundGroups(context, lead, { roundId, groupIds: ['a', 'b'] }), {
			kind: 'already-open'
		});
		assert.deepEqual(await undoRoundMerge(context, lead, { roundId, groupId: null }), { kind: 'already-open' });
		assert.deepEqual(await chooseAlikeAttribute(context, lead, { roundId, attribute: 'level' }), {
			kind: 'already-open'
		});
	});
});

async function arrange(open: OpenDatabase, organisation: Organisation = smallOrganisation) {
	const context = createTestContext((await open()).kysely);
	const organisationId = context.randomId();
	await context.db.transaction().execute(async (db) => {
		await insertOrganisation(db, {
			id: organisationId,
			name: 'Region',
			isDemonstration: false,
			createdAt: context.now()
		});
		await writeOrganisation(db, organisationId, organisation, context.now());
	});
	const lead: Actor = { kind: 'system', organisationId };
	const created = await createRound(context, lead, {
		...{ name: 'Måling', instrumentId: 'ledertrivsel-1', scopeUnitId: null },
		...{ opensOn: '2026-03-02', closesOn: '2026-03-20' }
	});
	assert.ok(created.kind === 'created');
	const { roundId } = created;
	return { context, lead, roundId, key: { organisationId, roundId } };
}

async function groupsOf(context: TestContext, lead: Actor, roundId: string): Promise<Shown> {
	const outcome = await readRoundGroups(context, lead, { roundId, unitId: null });
	assert.ok(outcome.kind === 'groups', outcome.kind);
	return outcome;
}

/** A round of last year with the groups that the organisation has now. */
async function writeOpenedRound(context: TestContext, organisationId: string): Promise<void> {
	const [now] = await context.db.selectFrom('rounds').select('round_id').execute();
	const planned = await findRound(context.db, { organisationId, roundId: now?.round_id ?? '' });
	assert.ok(planned !== null);
	const { plan, units } = await planStoredRound(context.db, planned);
	assert.ok(plan.kind === 'planned');
	const key = { organisationId, roundId: context.randomId() };
	await insertRound(context.db, { ...planned, id: key.roundId, name: 'Sidste år', openedAt: new Date('2025-03-01') });
	await insertRoundGroups(context.db, key, {
		units,
		reportingGroups: plan.groups,
		leadershipGroups: plan.groups.flatMap((group) =>
			group.leadershipGroups.map((own) => ({ ...own, groupId: group.id }))
		)
	});
	const invited = plan.groups.flatMap((group) =>
		group.leadershipGroups.flatMap((own) => own.leaderIds.map((leaderId) => ({ leaderId, groupId: group.id })))
	);
	await insertInvitations(
		context.db,
		key,
		invited.map((invitation) => ({ ...invitation, tokenHash: context.randomBytes(32) }))
	);
}

function withSecondHospital(): Organisation {
	const unit = (id: string, name: string, parentId: string | null) => ({ id, code: null, name, parentId });
	const [template] = smallOrganisation.leaders;
	assert.ok(template !== undefined);
	const leader = (id: string, unitId: string, managerId: string | null) => ({
		...template,
		...{ id, key: id, name: id, email: `${id}@example.org`, unitId, managerId }
	});
	const clinics = [1, 2].flatMap((clinic) =>
		Array.from({ length: 9 }, (_, i) => leader(`c${clinic}-${i}`, `clinic-${clinic}`, `clinic-head-${clinic}`))
	);
	const top = smallOrganisation.units.map((one) => (one.parentId === null ? { ...one, parentId: 'region' } : one));
	return {
		units: [
			unit('region', 'Region', null),
			...top,
			unit('second', 'Klinikkerne', 'region'),
			unit('clinic-1', 'Klinik 1', 'second'),
			unit('clinic-2', 'Klinik 2', 'second')
		],
		leaders: [
			...smallOrganisation.leaders,
			leader('clinic-head-1', 'clinic-1', 'director'),
			leader('clinic-head-2', 'clinic-2', 'director'),
			...clinics
		]
	};
}

/** Under each of two departments four teams of four, of two levels in turn. */
function withLevels(): Organisation {
	const [root] = smallOrganisation.units;
	const [director] = smallOrganisation.leaders;
	assert.ok(root !== undefined && director !== undefined);
	const teams = [1, 2, 3, 4].flatMap((team) => {
		const unit = { ...root, id: `team-${team}`, name: `Team ${team}`, parentId: root.id };
		const head = {
			...director,
			id: `head-${team}`,
			key: `head-${team}`,
			email: null,
			unitId: unit.id,
			managerId: 'director'
		};
		const level = team % 2 === 1 ? 'en' : 'to';
		const others = [1, 2, 3, 4].map((n) => ({
			...head,
			id: `t${team}-${n}`,
			key: `t${team}-${n}`,
			managerId: head.id,
			level
		}));
		return [{ unit, leaders: [head, ...others] }];
	});
	const alone = [1, 2, 3, 4].map((n) => ({
		...director,
		id: `d${n}`,
		key: `d${n}`,
		email: null,
		managerId: 'director'
	}));
	return {
		units: [root, ...teams.map((team) => team.unit)],
		leaders: [director, ...alone, ...teams.flatMap((team) => team.leaders)]
	};
}
