// The opening: groups are frozen, every leader gets an invitation, and the mails are recorded, all or nothing.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { queueMails } from '#server/database/mails.ts';
import { findOrganisation, readOrganisation } from '#server/database/organisations.ts';
import {
	holdRound,
	insertInvitations,
	insertRoundGroups,
	markRound,
	setInvitationSecret
} from '#server/database/rounds.ts';
import { invitationMails } from './invitation-mails.ts';
import { hashToken, invitationToken } from './invitation-token.ts';
import { isUuid } from './is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { planRoundGroups } from './plan-round-groups.ts';

export type OpenRoundOutcome =
	| { readonly kind: 'opened'; readonly invited: number; readonly groups: number }
	| { readonly kind: 'already-open' }
	| { readonly kind: 'too-few'; readonly leaders: number; readonly minimumInvited: number }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function openRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<OpenRoundOutcome> {
	if (!isAllowed('open-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	return context.db.transaction().execute(async (db): Promise<OpenRoundOutcome> => {
		const round = await holdRound(db, key);
		if (round === null || round.source !== 'ballots') return { kind: 'unknown-round' };
		if (round.openedAt !== null) return { kind: 'already-open' };
		const record = await findOrganisation(db, key.organisationId);
		const organisation = await readOrganisation(db, key.organisationId);
		const { units, leaders, plan } = planRoundGroups(organisation, {
			...round,
			organisationName: record?.name ?? round.name
		});
		if (plan.kind === 'too-few') return plan;
		const groupOfLeader = new Map(
			plan.groups.flatMap((group) =>
				group.leadershipGroups.flatMap((own) => own.leaderIds.map((id) => [id, group] as const))
			)
		);
		await insertRoundGroups(db, key, {
			units,
			reportingGroups: plan.groups,
			leadershipGroups: plan.groups.flatMap((group) =>
				group.leadershipGroups.map((own) => ({ ...own, groupId: group.id }))
			)
		});
		const secret = context.randomBytes(32);
		await setInvitationSecret(db, key, secret);
		const invited = leaders.flatMap((leader) => {
			const group = groupOfLeader.get(leader.id);
			return group === undefined ? [] : [{ leader, group, token: invitationToken(secret, leader.id) }];
		});
		await insertInvitations(
			db,
			key,
			invited.map(({ leader, group, token }) => ({
				leaderId: leader.id,
				groupId: group.id,
				tokenHash: hashToken(token)
			}))
		);
		if (record?.isDemonstration !== true) {
			await queueMails(
				db,
				invitationMails(context, {
					kind: 'invitation',
					round,
					organisationName: record?.name ?? '',
					recipients: invited.map(({ leader, token }) => ({
						leaderId: leader.id,
						name: leader.name,
						email: leader.email,
						token
					}))
				})
			);
		}
		await markRound(db, key, 'opened_at', context.now());
		return { kind: 'opened', invited: invited.length, groups: plan.groups.length };
	});
}
