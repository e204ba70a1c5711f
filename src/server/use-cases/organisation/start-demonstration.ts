// The demonstration: a made-up region that anybody may walk into, in one of four roles. It is built when first asked for:
// written in one transaction, then released; whoever comes after an interruption does what is missing.
import { DEFAULT_MINIMUM_INVITED } from '#domain/round/reporting-groups.ts';
import { writeEnvelope } from '#domain/ballot/answer-envelope.ts';
import { writeFragment } from '#domain/ballot/code.ts';
import { publicKeyOf, sealEnvelope } from '#server/ballots/answer-seal.ts';
import { roundSecretBytes } from '#server/ballots/round-keys.ts';
import { makeSigningKeyPair } from '#server/ballots/signing-keys.ts';
import { findManifest } from '#server/database/manifests.ts';
import { freezeManifest } from '../rounds/continue-opening.ts';
import type { Actor, Person } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { deleteOrganisation, findDemonstration, grantRole, writeOrganisation } from '#server/database/organisations.ts';
import { findPerson } from '#server/database/people.ts';
import { listPlans } from '#server/database/plans.ts';
import { findInvitationSecret, listUncollected } from '#server/database/invitations.ts';
import { listRounds, type NewRound, type Round } from '#server/database/rounds.ts';
import { buildRegion, demonstrationName } from '#server/demonstration/build-region.ts';
import { castManager, managerAddress } from '#server/demonstration/cast-manager.ts';
import { claimDemonstration, demonstrationId } from '#server/demonstration/claim-organisation.ts';
import { groupsThatActed, shiftsBefore } from '#server/demonstration/earlier-plans.ts';
import { demonstrationDomain } from '#server/demonstration/person-names.ts';
import { simulatePlan } from '#server/demonstration/planned-answers.ts';
import { seasonBefore, seasonOf, type SeasonOfYear } from '#server/demonstration/season.ts';
import { writeClosedRound, writeOpenRound, type OpeningOfRound } from '#server/demonstration/write-rounds.ts';
import { demonstration as texts } from '#texts/da/demonstration.ts';
import { dayOf } from '../calendar-day.ts';
import { writeDemonstrationPlans } from './demonstration-plans.ts';
import { DEFAULT_THRESHOLD } from '../rounds/create-round.ts';
import { hashToken, invitationToken } from '../ballots/invitation-token.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { planRoundGroups } from '../rounds/plan-round-groups.ts';
import { releaseRound } from '../releases/release-round.ts';

export const demonstrationRoles = ['programme-lead', 'manager', 'leader', 'committee'] as const;
export type DemonstrationRole = (typeof demonstrationRoles)[number];

export type StartDemonstrationOutcome =
	| {
			readonly kind: 'ready';
			readonly role: DemonstrationRole;
			/** For the leader alone: the path of a personal link that nobody has used. */
			readonly leaderLink: string | null;
	  }
	/** A visitor in another role has closed the round. */
	| { readonly kind: 'no-open-round' }
	| { readonly kind: 'nobody-left' }
	/** The operator has left the demonstration out. */
	| { readonly kind: 'not-offered' }
	| Forbidden;

const addresses = {
	'programme-lead': `programleder@${demonstrationDomain}`,
	committee: `udvalg@${demonstrationDomain}`
} as const;

// Chosen so that the manager is one whose group tells a story: much to do, and little say over when.
const seed = 47;
const leaders = 1500;
const instrumentId = 'ledertrivsel-1';
const responseShares = { closed: 0.71, open: 0.4 };
/** Days from now at which each round opened and closes, and was released. */
const earlierDays = { opened: -435, closed: -414, released: -407 };
const closedDays = { opened: -70, closed: -49, released: -42 };
const openDays = { opened: -5, closed: 16 };

export async function startDemonstration(
	context: Context,
	actor: Actor,
	input: { readonly role: DemonstrationRole }
): Promise<StartDemonstrationOutcome> {
	if (!isAllowed('start-demonstration', actor)) return forbidden;
	if (!context.settings.offersDemonstration) return { kind: 'not-offered' };
	const organisationId = await ensureDemonstration(context);
	if (input.role === 'leader') return findLeaderLink(context, organisationId);
	return { kind: 'ready', role: input.role, leaderLink: null };
}

/** Deletes the demonstration, with all that visitors did in it, and builds it again. No other organisation is touched. */
export async function resetDemonstration(context: Context): Promise<void> {
	const found = await findDemonstration(context.db);
	if (found !== null) {
		const rounds = await listRounds(context.db, found.id);
		await context.db.transaction().execute((db) => deleteOrganisation(db, found.id));
		for (const round of rounds) context.roundKeys.destroy(round.id);
	}
	await ensureDemonstration(context);
}

/** The person whom a visitor plays. Null for a leader, who answers as a visitor, and where there is no demonstration. */
export async function personaOf(
	context: Pick<Context, 'db' | 'settings'>,
	cookieValue: string | null
): Promise<Person | null> {
	const role = demonstrationRoles.find((one) => one === cookieValue);
	if (role === undefined || role === 'leader' || !context.settings.offersDemonstration) return null;
	const demonstration = await findDemonstration(context.db);
	if (demonstration === null) return null;
	const address = role === 'manager' ? managerAddress : addresses[role];
	const person = await findPerson(context.db, address, demonstration.id);
	return person === null ? null : { ...person, name: texts.personas[role] };
}

async function ensureDemonstration(context: Context): Promise<string> {
	if ((await findDemonstration(context.db)) === null) await writeDemonstration(context);
	const demonstration = await findDemonstration(context.db);
	if (demonstration === null) throw new Error('the demonstration was written but cannot be found');
	await finishDemonstration(context, demonstration.id);
	return demonstration.id;
}

/** All of it or nothing; does nothing where somebody else was first. */
async function writeDemonstration(context: Context): Promise<void> {
	const instrument = context.instruments.find((one) => one.id === instrumentId);
	if (instrument === undefined) throw new Error(`the demonstration asks with ${instrumentId}, which is gone`);
	const region = buildRegion({ seed, leaders });
	const scope = { scopeUnitId: null, minimumInvited: DEFAULT_MINIMUM_INVITED };
	const { units, plan } = planRoundGroups(region, { ...scope, organisationName: demonstrationName });
	if (plan.kind !== 'planned') throw new Error('the demonstration has too few leaders to plan a round');
	const { groups } = plan;
	const [closed, half] = [responseShares.closed, responseShares.open].map((responseShare, wave) =>
		simulatePlan({ instrument, units, groups, seed: seed + wave, responseShare })
	);
	if (closed === undefined || half === undefined) throw new Error('the demonstration simulates two rounds');
	const acting = groupsThatActed({ instrument, groups, answers: closed });
	const before = { seed: seed + 2, shiftsOf: shiftsBefore({ instrument, groups, acting }) };
	const earlier = simulatePlan({ instrument, units, groups, seed, responseShare: responseShares.closed, before });
	const cast = { organisation: region, groups, instrument, answers: closed };
	const organisation = castManager({ ...cast, fewestResponses: DEFAULT_THRESHOLD + 1 });
	if (organisation === null) throw new Error('no head of department in the demonstration fits the role of manager');

	const common = { ...scope, instrumentId: instrument.id, instrumentVersion: instrument.version };
	const { earlierRound, closedRound, openRound } = roundsOf(context, common);
	const { randomBytes } = context;
	const roundSecret = randomBytes(roundSecretBytes);
	const opening = await prepareOpening(context, { round: openRound, groups: groups.length, roundSecret });
	const at = context.now();
	await context.db.transaction().execute(async (db) => {
		if (!(await claimDemonstration(db, { name: demonstrationName, at }))) return;
		await writeOrganisation(db, demonstrationId, organisation, at);
		for (const [role, email] of Object.entries(addresses)) await grantRole(db, demonstrationId, { email, role, at });
		await writeClosedRound(db, { round: earlierRound, units, groups, answers: earlier, randomBytes });
		await writeClosedRound(db, { round: closedRound, units, groups, answers: closed, randomBytes });
		context.roundKeys.write(openRound.id, roundSecret);
		await writeOpenRound(db, { round: openRound, units, groups, answers: half, randomBytes, ...opening });
	});
}

/** What the opening of the half-answered round takes; its answers are sealed as a browser would seal them. */
async function prepareOpening(
	context: Context,
	wanted: { readonly round: NewRound; readonly groups: number; readonly roundSecret: Uint8Array }
): Promise<OpeningOfRound> {
	const { round } = wanted;
	const secret = context.randomBytes(32);
	const answersKey = await publicKeyOf(wanted.roundSecret);
	return {
		secret,
		tokenHashOf: (leaderId) => hashToken(invitationToken(secret, leaderId)),
		answersKey,
		signingKeys: await Promise.all(Array.from({ length: wanted.groups }, () => makeSigningKeyPair())),
		freeze: async (db) => (await freezeManifest(db, { round, organisationName: demonstrationName })).manifestHash,
		seal: async (manifestHash, { groupId, answers }) => {
			const ballotHash = context.randomBytes(32);
			const instrument = { id: round.instrumentId, version: round.instrumentVersion };
			const envelope = writeEnvelope({ instrument, answers, changes: null });
			const place = { roundId: round.id, groupId, manifestHash };
			return { ballotHash, groupId, sealed: await sealEnvelope(answersKey, envelope, place, ballotHash) };
		}
	};
}

function roundsOf(
	context: Context,
	measured: Pick<Round, 'instrumentId' | 'instrumentVersion' | 'scopeUnitId' | 'minimumInvited'>
): { readonly earlierRound: NewRound; readonly closedRound: NewRound; readonly openRound: NewRound } {
	const from = daysFrom(context);
	const now = seasonOf(from(0).day);
	const round = (days: { readonly opened: number; readonly closed: number }, season: SeasonOfYear): NewRound => {
		const [began, ends] = [from(days.opened), from(days.closed)];
		const isOpen = days.closed > 0;
		return {
			...measured,
			organisationId: demonstrationId,
			id: context.randomId(),
			name: texts.seasons[season.season](season.year),
			source: isOpen ? 'ballots' : 'simulated',
			threshold: DEFAULT_THRESHOLD,
			opensOn: began.day,
			closesOn: ends.day,
			createdAt: began.moment,
			openedAt: began.moment,
			closedAt: isOpen ? null : ends.moment,
			remindedAt: null,
			releasedAt: null
		};
	};
	return {
		earlierRound: round(earlierDays, seasonOf(from(earlierDays.opened).day)),
		closedRound: round(closedDays, seasonBefore(from(closedDays.opened).day, now)),
		openRound: round(openDays, now)
	};
}

async function finishDemonstration(context: Context, organisationId: string): Promise<void> {
	const simulated = (await listRounds(context.db, organisationId))
		.filter((one) => one.source === 'simulated')
		.toSorted((one, other) => (one.opensOn < other.opensOn ? -1 : 1));
	const [earlier, round] = simulated;
	if (earlier === undefined || round === undefined) return;
	for (const [one, days] of [[earlier, earlierDays] as const, [round, closedDays] as const]) {
		if (one.releasedAt !== null) continue;
		const { moment } = daysFrom(context)(days.released);
		const actor: Actor = { kind: 'system', organisationId };
		const outcome = await releaseRound({ ...context, now: () => moment }, actor, { roundId: one.id });
		if (outcome.kind !== 'released' && outcome.kind !== 'already-released') {
			throw new Error(`the demonstration's round could not be released: ${outcome.kind}`);
		}
	}
	if ((await listPlans(context.db, organisationId)).length === 0)
		await writeDemonstrationPlans(context, { earlier, round, daysFromNow: daysFrom(context) });
}

async function findLeaderLink(context: Context, organisationId: string): Promise<StartDemonstrationOutcome> {
	const rounds = await listRounds(context.db, organisationId);
	const open = rounds.find(
		(one) => one.source === 'ballots' && one.openedAt !== null && one.closingAt === null && one.closedAt === null
	);
	if (open === undefined) return { kind: 'no-open-round' };
	const key = { organisationId, roundId: open.id };
	const secret = await findInvitationSecret(context.db, key);
	if (secret === null) return { kind: 'no-open-round' };
	const waiting = await listUncollected(context.db, key);
	if (waiting.length === 0) return { kind: 'nobody-left' };
	// By chance, so that two visitors at the same time hardly get the same leader.
	const place = Buffer.from(context.randomBytes(4)).readUInt32BE() % waiting.length;
	const token = invitationToken(secret, waiting[place]?.leaderId ?? '');
	const manifest = await findManifest(context.db, key);
	const manifestHash = manifest === null ? null : Buffer.from(manifest.hash).toString('base64url');
	return { kind: 'ready', role: 'leader', leaderLink: `/answer/${open.id}#${writeFragment({ token, manifestHash })}` };
}

function daysFrom(context: Pick<Context, 'now'>): (count: number) => { readonly moment: Date; readonly day: string } {
	return (count) => {
		const moment = new Date(context.now().getTime() + count * 86_400_000);
		return { moment, day: dayOf(moment) };
	};
}
