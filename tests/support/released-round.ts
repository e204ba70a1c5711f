// The small organisation with one closed and released round of simulated answers: for what begins after a release.
import type { ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Actor, Person, Role } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { findRound } from '#server/database/rounds.ts';
import { simulatePlan } from '#server/demonstration/planned-answers.ts';
import { writeClosedRound } from '#server/demonstration/write-rounds.ts';
import { planRoundGroups } from '#server/use-cases/rounds/plan-round-groups.ts';
import { findReadRelease } from '#server/use-cases/results/readable-groups.ts';
import { releaseRound } from '#server/use-cases/releases/release-round.ts';
import { smallOrganisation } from './small-organisation.ts';

export type ReleasedRound = {
	readonly organisationId: string;
	readonly roundId: string;
	readonly leaves: readonly ReleasedGroup[];
	readonly groups: readonly ReleasedGroup[];
	readonly lead: Person;
	readonly person: (id: string, roles: readonly Role[]) => Person;
};

export async function addReleasedRound(
	context: Context,
	{
		name = 'Efterår',
		organisationName = 'Hospitalet'
	}: { readonly name?: string; readonly organisationName?: string } = {}
): Promise<ReleasedRound> {
	const organisationId = context.randomId();
	const roundId = context.randomId();
	const instrument = context.instruments.find((one) => one.id === 'ledertrivsel-1');
	if (instrument === undefined) throw new Error('there is no instrument ledertrivsel-1');
	const at = context.now();
	const { units, plan } = planRoundGroups(smallOrganisation, {
		scopeUnitId: null,
		minimumInvited: 8,
		organisationName
	});
	if (plan.kind !== 'planned') throw new Error('the small organisation is too small');
	await context.db.transaction().execute(async (db) => {
		await insertOrganisation(db, { id: organisationId, name: organisationName, isDemonstration: false, createdAt: at });
		await writeOrganisation(db, organisationId, smallOrganisation, at);
		await writeClosedRound(db, {
			round: {
				organisationId,
				id: roundId,
				name,
				source: 'simulated',
				instrumentId: instrument.id,
				instrumentVersion: instrument.version,
				scopeUnitId: null,
				minimumInvited: 8,
				threshold: 5,
				opensOn: '2026-02-01',
				closesOn: '2026-02-14',
				createdAt: at,
				openedAt: at,
				remindedAt: null,
				closedAt: at,
				releasedAt: null
			},
			units,
			groups: plan.groups,
			answers: simulatePlan({ instrument, units, groups: plan.groups, seed: 5, responseShare: 1 }),
			randomBytes: context.randomBytes
		});
	});
	const system: Actor = { kind: 'system', organisationId };
	const outcome = await releaseRound(context, system, { roundId });
	if (outcome.kind !== 'released') throw new Error(`the round could not be released: ${outcome.kind}`);
	const round = await findRound(context.db, { organisationId, roundId });
	const read = round === null ? null : await findReadRelease(context, round);
	const groups = read?.release.groups ?? [];
	const person = (id: string, roles: readonly Role[]): Person => ({
		kind: 'person',
		organisationId,
		email: `${id}@example.org`,
		name: `Leder ${id}`,
		roles,
		leaderId: smallOrganisation.leaders.some((leader) => leader.id === id) ? id : null,
		isDemonstration: false
	});
	return {
		organisationId,
		roundId,
		groups,
		leaves: groups.filter((group) => group.kind === 'leaf'),
		lead: person('lead', ['programme-lead']),
		person
	};
}
