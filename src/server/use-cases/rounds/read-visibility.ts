// What anybody may know before answering: the rules of an open round as they really are, with one of its groups as the example.
import type { RosterAttribute } from '#domain/round/group-attributes.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findManifest } from '#server/database/manifests.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { findGroupChoices } from '#server/database/round-groups.ts';
import {
	findRoundAnywhere,
	listLeadershipGroups,
	listReportingGroups,
	listRoundUnits,
	type KeyCustody,
	type Round
} from '#server/database/rounds.ts';
import { graceOf } from './grace-of.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadVisibilityOutcome =
	| {
			readonly kind: 'visibility';
			readonly name: string;
			readonly isDemonstration: boolean;
			readonly minimumInvited: number;
			readonly threshold: number;
			/** Calendar day, YYYY-MM-DD. */
			readonly closesOn: string;
			/** How long a ballot that was handed out may still come in after the close. */
			readonly graceMinutes: number;
			/** Where the key lies that opens the answers. */
			readonly keyCustody: KeyCustody;
			/** Without one, programme leads can read the letters that were sent. */
			readonly hasMailServer: boolean;
			readonly state: 'open' | 'closing' | 'closed' | 'released';
			/** False for a round whose answers were collected elsewhere or made up: it had no ballots. */
			readonly hasBallots: boolean;
			/** Whether groups and keys are published as a list. */
			readonly hasManifest: boolean;
			readonly groups: number;
			/** Leaders who share this were kept together where sizes allowed. */
			readonly keptTogether: RosterAttribute | null;
			readonly example: VisibilityExample;
	  }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export type VisibilityExample = {
	readonly id: string;
	readonly name: string;
	/** True where the address asked for this group. */
	readonly isAsked: boolean;
	readonly path: readonly string[];
	/** Units whose leaders are in the group. */
	readonly units: readonly string[];
	/** What all its leaders have in common, such as their level. */
	readonly attributes: Readonly<Record<string, string>>;
	readonly invited: number | null;
	/** Units whose heads are nearest managers of leaders in the group: they may open its result. */
	readonly seenBy: readonly string[];
};

/** `groupId` null or unknown: the first group of the round is the example. */
export async function readVisibility(
	context: Pick<Context, 'db' | 'settings' | 'mailer'>,
	actor: Actor,
	input: { readonly roundId: string; readonly groupId?: string | null }
): Promise<ReadVisibilityOutcome> {
	if (!isAllowed('read-visibility', actor)) return forbidden;
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null) return { kind: 'unknown-round' };
	const key = { organisationId: round.organisationId, roundId: round.id };
	const groups = await listReportingGroups(context.db, key);
	const asked = groups.find((group) => group.id === input.groupId);
	const shown = asked ?? groups[0];
	if (shown === undefined) return { kind: 'unknown-round' };
	const organisation = await findOrganisation(context.db, round.organisationId);
	return {
		kind: 'visibility',
		name: round.name,
		isDemonstration: organisation?.isDemonstration ?? false,
		minimumInvited: round.minimumInvited,
		threshold: round.threshold,
		closesOn: round.closesOn,
		graceMinutes: Math.round((await graceOf(context, round.organisationId)) / 60_000),
		keyCustody: round.keyCustody,
		hasMailServer: context.mailer.hasServer,
		state: stateOf(round),
		hasBallots: round.source === 'ballots',
		hasManifest: (await findManifest(context.db, key)) !== null,
		groups: groups.length,
		keptTogether: (await findGroupChoices(context.db, key)).alikeIn,
		example: {
			id: shown.id,
			name: shown.name,
			isAsked: asked !== undefined,
			path: shown.path,
			units: shown.pools.length > 0 ? shown.pools : [shown.name],
			attributes: shown.attributes,
			invited: shown.invited,
			seenBy: await managingUnits(context, key, shown.id)
		}
	};
}

/** A leadership group lies at its manager's unit; where nobody is above the leaders, there is no manager who sees it. */
async function managingUnits(
	context: Pick<Context, 'db'>,
	key: { readonly organisationId: string; readonly roundId: string },
	groupId: string
): Promise<readonly string[]> {
	const nameOf = new Map((await listRoundUnits(context.db, key)).map((unit) => [unit.id, unit.name]));
	const managed = (await listLeadershipGroups(context.db, key)).filter(
		(group) => group.groupId === groupId && group.managerId !== null
	);
	return [...new Set(managed.map((group) => nameOf.get(group.unitId) ?? ''))].filter((name) => name !== '');
}

function stateOf(round: Round): 'open' | 'closing' | 'closed' | 'released' {
	if (round.releasedAt !== null) return 'released';
	if (round.closedAt !== null) return 'closed';
	return round.closingAt === null ? 'open' : 'closing';
}
