// Where this leader's ballot belongs, under one manifest for good: the one that the link names, or the first one that was
// found after a typed code. Whatever names another one later is refused.
import type { Invitation } from '#domain/ballot/code.ts';
import type { Place } from '#ui/ballot/manifest-check.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { Exchange } from './exchange.ts';
import { findPlace, type FoundPlace, type PlaceQuestion } from './find-place.ts';

export type OwnPlace = {
	/** Asks until answered, and once only where a place was found; sends and blinds nothing. */
	readonly find: () => Promise<FoundPlace>;
};

export function ownPlace(
	question: Pick<PlaceQuestion, 'roundId' | 'instrument' | 'rules'> & { readonly invitation: Invitation },
	drafts: DraftKeeper,
	exchange: Exchange
): OwnPlace {
	const { invitation } = question;
	let known: Place | null = null;

	/** Which manifest the leader's ballot, the draft or this link names; several of them are no link of this round. */
	function named(): readonly string[] {
		const { ballot, manifestHash } = drafts.now();
		const all = [ballot?.manifestHash, manifestHash, invitation.manifestHash, known?.manifestHash];
		return [...new Set(all.filter((hash) => typeof hash === 'string'))];
	}

	async function find(): Promise<FoundPlace> {
		const [namedHash = null, ...others] = named();
		if (others.length > 0) return { kind: 'refused', message: 'manifest-hash-differs' };
		if (known !== null) return { kind: 'found', place: known };
		const groupId = drafts.now().ballot?.groupId ?? null;
		const found = await findPlace({ ...question, token: invitation.token, namedHash, groupId }, exchange);
		if (found.kind === 'refused') return found;
		known = found.place;
		return pin(found.place);
	}

	/** Another tab may have written meanwhile, and must not lose what it wrote. */
	function pin(place: Place): FoundPlace {
		const { manifestHash } = drafts.reread();
		if (manifestHash === null)
			drafts.keep({ manifestHash: place.manifestHash, isTyped: invitation.manifestHash === null });
		else if (manifestHash !== place.manifestHash) return { kind: 'refused', message: 'manifest-hash-differs' };
		return { kind: 'found', place };
	}

	return { find };
}
