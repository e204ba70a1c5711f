// The small organisation with a released round, in which two departments are groups of their own: what plans are made for.
import type { Person, Role } from '#server/actor.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Context } from '#server/context.ts';
import { grantRole, insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { insertRelease } from '#server/database/releases.ts';
import { insertRound, insertRoundGroups } from '#server/database/rounds.ts';
import { createPlan, type PlanInput } from '#server/use-cases/plans/create-plan.ts';
import { smallOrganisation } from './small-organisation.ts';

export type PlannedOrganisation = {
	readonly organisationId: string;
	readonly roundId: string;
	/** Somebody of the roster, with the role of manager unless others are named. */
	readonly personOf: (leaderId: string, roles?: readonly Role[]) => Person;
	readonly lead: Person;
	readonly committee: Person;
};

/** Groups: `group-1` and `group-2`, led by the heads of the first two departments; `group-0`, led by the director. */
export async function addPlannedOrganisation(
	context: Context,
	organisation: Organisation = smallOrganisation
): Promise<PlannedOrganisation> {
	const { db } = context;
	const organisationId = context.randomId();
	const roundId = context.randomId();
	const key = { organisationId, roundId };
	await db.transaction().execute(async (inside) => {
		const made = { id: organisationId, name: 'Hospitalet', isDemonstration: false, createdAt: context.now() };
		await insertOrganisation(inside, made);
		await writeOrganisation(inside, organisationId, organisation, context.now());
		for (const role of ['programme-lead', 'committee'])
			await grantRole(inside, organisationId, { email: `${role}@example.org`, role, at: context.now() });
	});
	await insertRound(db, {
		...{ organisationId, id: roundId, name: 'Måling', source: 'imported', instrumentId: 'ledertrivsel-1' },
		...{ instrumentVersion: 1, scopeUnitId: null, minimumInvited: 8, threshold: 5, alikeIn: null, groupMerges: [] },
		...{ opensOn: '2026-01-01', closesOn: '2026-01-14', createdAt: context.now(), openedAt: context.now() },
		...{ remindedAt: null, closedAt: context.now(), releasedAt: context.now() }
	});
	const groups = [
		{ id: 'group-0', unitId: 'hospital', managerId: 'director', name: 'Hospitalet' },
		{ id: 'group-1', unitId: 'department-1', managerId: 'department-1', name: 'Afdeling 1' },
		{ id: 'group-2', unitId: 'department-2', managerId: 'department-2', name: 'Afdeling 2' }
	];
	await insertRoundGroups(db, key, {
		units: organisation.units,
		reportingGroups: groups.map(({ id, unitId, name }) => ({ id, name, unitId, path: [], pools: [], invited: 8 })),
		leadershipGroups: groups.map(({ id, unitId, managerId }) => ({
			...{ id: `${unitId}:leaders`, managerId, unitId, groupId: id }
		}))
	});
	await insertRelease(db, key, {
		releasedAt: context.now(),
		engine: 'test',
		threshold: 5,
		summary: { engine: 'test', round: roundId, k: 5, scales: [] },
		groups: groups.map(({ id, unitId, name }, place) => ({
			id,
			parentId: place === 0 ? null : 'group-0',
			released: {
				...{ id, name, path: ['Hospitalet', name], pools: [], invited: 8, responses: 6, cells: [], withheld: [] },
				kind: place === 0 ? 'union' : 'leaf',
				parent: place === 0 ? null : 'group-0',
				units: place === 0 ? groups.map((group) => group.unitId) : [unitId],
				reportingGroups: place === 0 ? groups.map((group) => group.id) : [id]
			}
		}))
	});
	const person = (email: string, roles: readonly Role[], leaderId: string | null): Person => ({
		...{ kind: 'person', organisationId, email, roles, leaderId, isDemonstration: false },
		name: leaderId === null ? email : `Leder ${leaderId}`
	});
	return {
		organisationId,
		roundId,
		personOf: (leaderId, roles = ['manager']) => person(`${leaderId}@example.org`, roles, leaderId),
		lead: person('programme-lead@example.org', ['programme-lead'], null),
		committee: person('committee@example.org', ['committee'], null)
	};
}

/** A plan for the first department with one step of its head; `change` makes another. Returns its id. */
export async function decidePlan(
	context: Context,
	{ roundId, personOf }: PlannedOrganisation,
	change: Partial<PlanInput> = {}
): Promise<string> {
	const outcome = await createPlan(context, personOf('department-1'), { ...planInput(roundId), ...change });
	if (outcome.kind !== 'decided') throw new Error(`the plan was not decided: ${JSON.stringify(outcome)}`);
	return outcome.planId;
}

export function planInput(roundId: string): PlanInput {
	return {
		...{ roundId, groupId: 'group-1', title: 'Færre møder', targetFactor: 'workload', owner: 'department-1' },
		...{ level: 'organisation', resources: 'To timer', signs: 'Færre møder\nMere ro', involved: 'Alle ni' },
		followUpOn: '2026-09-01',
		steps: [
			{
				...{ description: 'Stop tre møder', level: 'organisation', owner: 'Leder department-1' },
				...{ dueOn: '2026-03-20', interventionId: 'drop-tasks' }
			}
		]
	};
}
