// For whoever sets several released rounds side by side: each release is read once, and asked once who may open what in it.
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import type { Round } from '#server/database/rounds.ts';
import { findReadRelease, readableGroupIds } from '../results/readable-groups.ts';

export type ReleaseReader = (round: Round) => Promise<Publishable<Release> | null>;

/** Each release is read once. */
export function releasesReader(context: Pick<Context, 'db'>): ReleaseReader {
	const known = new Map<string, Publishable<Release> | null>();
	return async (round) => {
		const found = known.get(round.id);
		if (found !== undefined) return found;
		const read = await findReadRelease(context, round);
		const release = read === null ? null : read.release;
		known.set(round.id, release);
		return release;
	};
}

export type ReadableReader = (round: Round) => Promise<ReadonlySet<string>>;

/** The groups of a round that the reader may open; each round is asked once. */
export function readableReader(
	context: Pick<Context, 'db'>,
	actor: Exclude<Actor, { kind: 'visitor' }>,
	read: ReleaseReader
): ReadableReader {
	const known = new Map<string, ReadonlySet<string>>();
	return async (round) => {
		const found = known.get(round.id);
		if (found !== undefined) return found;
		const release = await read(round);
		const readable = release === null ? new Set<string>() : await readableGroupIds(context, actor, round, release);
		known.set(round.id, readable);
		return readable;
	};
}
