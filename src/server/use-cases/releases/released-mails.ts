// A letter to each manager who can open a group of a result that has just been released.
import { groupsOfManager } from '#domain/disclosure/groups-of-manager.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Kysely } from 'kysely';
import type { Context } from '#server/context.ts';
import { listMailLanguages } from '#server/database/mail-preferences.ts';
import type { QueuedMail } from '#server/database/mails.ts';
import { findOrganisation, readOrganisation } from '#server/database/organisations.ts';
import { listLeadershipGroups, listRoundUnits, type Round } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import { textsFor } from '#texts/texts.ts';

/** None for answers that came from elsewhere (they may be years old), and none in a demonstration. */
export async function releasedMails(
	context: Pick<Context, 'settings' | 'now'>,
	db: Kysely<Tables>,
	{ round, release }: { readonly round: Round; readonly release: Release }
): Promise<QueuedMail[]> {
	const { organisationId } = round;
	const organisation = await findOrganisation(db, organisationId);
	if (round.source !== 'ballots' || organisation === null || organisation.isDemonstration) return [];
	const key = { organisationId, roundId: round.id };
	const units = await listRoundUnits(db, key);
	const leadershipGroups = await listLeadershipGroups(db, key);
	const languages = await listMailLanguages(db, organisationId);
	const { leaders } = await readOrganisation(db, organisationId);
	const managerIds = new Set(leadershipGroups.map((group) => group.managerId));
	return leaders.flatMap((leader): QueuedMail[] => {
		if (leader.email === null || !managerIds.has(leader.id)) return [];
		const [group, ...more] = groupsOfManager({ release, units, leadershipGroups, managerId: leader.id });
		if (group === undefined) return [];
		// Who leads one group begins with it.
		const results = `${context.settings.publicUrl}/results`;
		const link =
			more.length > 0 ? `${results}?round=${round.id}` : `${results}/${round.id}/${encodeURIComponent(group)}`;
		const letter = textsFor(languages.get(leader.email) ?? 'da').mail.released({
			organisation: organisation.name,
			round: round.name,
			name: leader.name,
			link
		});
		return [
			{
				organisationId,
				mailId: `released:${round.id}:${leader.id}`,
				kind: 'released',
				recipient: leader.email,
				...letter,
				isOptional: true,
				intendedAt: context.now()
			}
		];
	});
}
