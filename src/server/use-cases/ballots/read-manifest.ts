// The public list of a round's groups and keys, as it was frozen; what came back is added once the box has been opened.
import { LEAST_INVITED_TO_SHOW } from '#domain/disclosure/participation.ts';
import { parseManifest, type Manifest } from '#domain/ballot/manifest.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readBallotCounts, type BallotCount } from '#server/database/ballot-box.ts';
import { findManifest } from '#server/database/manifests.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { findRoundAnywhere } from '#server/database/rounds.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadManifestOutcome =
	| {
			readonly kind: 'manifest';
			/** The text that was hashed, byte for byte. */
			readonly content: string;
			/** SHA-256 of the text, base64url. */
			readonly hash: string;
			readonly manifest: Manifest;
			readonly isDemonstration: boolean;
			/** Null until the box has been opened. */
			readonly counts: PublicCounts | null;
	  }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

/** What went out and what came back. Small groups are counted, not told. */
export type PublicCounts = {
	/** Null where the total would tell of a group whose own number is not told. */
	readonly total: { readonly collected: number; readonly accepted: number } | null;
	/** Groups of which more came back than went out. */
	readonly stuffed: readonly string[];
	readonly groups: readonly {
		readonly groupId: string;
		/** Told where it says of nobody whether they answered: 20 invited or more, and enough of them did not. */
		readonly accepted: number | null;
		readonly isWithinCollected: boolean;
	}[];
};

export async function readManifest(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadManifestOutcome> {
	if (!isAllowed('read-manifest', actor)) return forbidden;
	const round = isUuid(input.roundId) ? await findRoundAnywhere(context.db, input.roundId) : null;
	if (round === null || round.openedAt === null) return { kind: 'unknown-round' };
	const key = { organisationId: round.organisationId, roundId: round.id };
	const stored = await findManifest(context.db, key);
	if (stored === null) return { kind: 'unknown-round' };
	const parsed = parseManifest(stored.content);
	if (parsed.kind === 'faulty') throw new Error(`the manifest of round ${round.id} cannot be read: ${parsed.reason}`);
	const organisation = await findOrganisation(context.db, round.organisationId);
	const counts = await readBallotCounts(context.db, key);
	return {
		kind: 'manifest',
		content: stored.content,
		hash: Buffer.from(stored.hash).toString('base64url'),
		manifest: parsed.manifest,
		isDemonstration: organisation?.isDemonstration ?? false,
		counts: counts.length === 0 ? null : publicCounts(counts, round.threshold)
	};
}

export function publicCounts(counts: readonly BallotCount[], threshold: number): PublicCounts {
	const isTold = ({ invited, accepted }: { readonly invited: number | null; readonly accepted: number }) =>
		accepted >= threshold && invited !== null && invited >= LEAST_INVITED_TO_SHOW && invited - accepted >= threshold;
	const sum = (some: readonly BallotCount[]) => ({
		invited: some.reduce((total, count) => total + (count.invited ?? 0), 0),
		collected: some.reduce((total, count) => total + count.collected, 0),
		accepted: some.reduce((total, count) => total + count.accepted, 0)
	});
	const untold = counts.filter((count) => !isTold(count));
	const { collected, accepted } = sum(counts);
	return {
		// Less the groups that are told, the total leaves the others together.
		total: untold.length === 0 || isTold(sum(untold)) ? { collected, accepted } : null,
		stuffed: counts.filter((count) => count.accepted > count.collected).map((count) => count.groupId),
		groups: counts.map((count) => ({
			groupId: count.groupId,
			accepted: isTold(count) ? count.accepted : null,
			isWithinCollected: count.accepted <= count.collected
		}))
	};
}
