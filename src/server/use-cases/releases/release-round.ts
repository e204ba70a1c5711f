// A closed round is released once: the engine computes everything that may be shown, it is attacked together with all that
// was shown before, and it is frozen.
import type { ReleaseBreach } from '#domain/disclosure/audit-releases.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readBallotCounts } from '#server/database/ballot-box.ts';
import { insertLastingGroups } from '#server/database/lasting-groups.ts';
import { queueMails } from '#server/database/mails.ts';
import { insertRelease } from '#server/database/releases.ts';
import { findRound, holdRound, markRound } from '#server/database/rounds.ts';
import { auditInWorker } from '#server/release-audit/audit-in-worker.ts';
import { findLastingGroups } from './find-lasting-groups.ts';
import { findReleasedBefore } from './released-before.ts';
import { isUuid } from '../is-uuid.ts';
import { recordSystem } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { releasedMails } from './released-mails.ts';
import { buildCandidate, readShownBefore } from './release-candidate.ts';

export type ReleaseRoundOutcome =
	| { readonly kind: 'released'; readonly groups: number; readonly cells: number; readonly withheld: number }
	| { readonly kind: 'already-released' }
	| { readonly kind: 'not-closed' }
	| { readonly kind: 'too-few'; readonly responses: number; readonly threshold: number }
	/** More ballots came back from some group than were handed out: somebody has put false answers in the box. */
	| { readonly kind: 'stuffed'; readonly groups: readonly string[] }
	/** The same answers, or nearly, were imported and released as another round. */
	| { readonly kind: 'released-before'; readonly round: string }
	/** The check found a way to a small group's scores; nothing was published. */
	| { readonly kind: 'breach'; readonly breaches: readonly ReleaseBreach[] }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export async function releaseRound(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReleaseRoundOutcome> {
	if (!isAllowed('release-round', actor) || actor.kind === 'visitor') return forbidden;
	if (!isUuid(input.roundId)) return { kind: 'unknown-round' };
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = await findRound(context.db, key);
	if (round === null) return { kind: 'unknown-round' };
	if (round.releasedAt !== null) return { kind: 'already-released' };
	if (round.closedAt === null) return { kind: 'not-closed' };

	const ballots = await readBallotCounts(context.db, key);
	const stuffed = ballots.filter((count) => count.accepted > count.collected).map((count) => count.groupId);
	if (stuffed.length > 0) return { kind: 'stuffed', groups: stuffed };

	const { outcome, roster, scored } = await buildCandidate(context, round);
	const before = await findReleasedBefore(context, round, scored);
	if (before !== null) return { kind: 'released-before', round: before };
	if (outcome.kind === 'too-few') return { kind: 'too-few', responses: outcome.responses, threshold: round.threshold };
	if (outcome.kind === 'breach') return { kind: 'breach', breaches: outcome.breaches };
	const { release } = outcome;
	const shownBefore = await readShownBefore(context, round, roster);
	const audit = await auditInWorker({ releases: [...shownBefore, { release, roster }] });
	if (audit.kind === 'breach') return { kind: 'breach', breaches: audit.breaches };
	const lastingGroups = await findLastingGroups(context, round, release);
	const { groups, ...summary } = release;
	const released = await context.db.transaction().execute(async (db): Promise<ReleaseRoundOutcome> => {
		const held = await holdRound(db, key);
		if (held === null) return { kind: 'unknown-round' };
		if (held.releasedAt !== null) return { kind: 'already-released' };
		if (held.threshold !== release.k) throw new Error(`the threshold of round ${round.id} was changed in mid-release`);
		await insertRelease(db, key, {
			releasedAt: context.now(),
			engine: release.engine,
			threshold: release.k,
			summary,
			groups: groups.map((group) => ({ id: group.id, parentId: group.parent, released: group }))
		});
		await insertLastingGroups(db, key, lastingGroups);
		await markRound(db, key, 'released_at', context.now());
		await queueMails(db, await releasedMails(context, db, { round: held, release }));
		const cells = groups.reduce((sum, group) => sum + group.cells.length, 0);
		const withheld = groups.reduce((sum, group) => sum + group.withheld.length, 0);
		return { kind: 'released', groups: groups.length, cells, withheld };
	});
	if (released.kind === 'released')
		await recordSystem(context, actor, { action: 'release-round', roundId: key.roundId });
	return released;
}
