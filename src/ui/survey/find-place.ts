// Where a leader's ballot belongs: the group that the server names, looked up in the public manifest. Asked for when the
// page opens, so that the leader sees it first, and required before anything is blinded or sent.
import { judgeManifest, type ManifestRefusal, type Place } from '#ui/ballot/manifest-check.ts';
import { fieldOf, untilAnswered, type Exchange } from './exchange.ts';

/** Names of sentences on the page. */
export type ManifestMessage = `manifest-${ManifestRefusal}`;
export type InvitationMessage = 'unknownInvitation' | 'notOpen' | 'closed';

export type FoundPlace =
	| { readonly kind: 'found'; readonly place: Place }
	| { readonly kind: 'refused'; readonly message: ManifestMessage | InvitationMessage };

export type PlaceQuestion = {
	readonly roundId: string;
	readonly token: string;
	/** What the link names, or what was found before; null at first after a typed code. */
	readonly namedHash: string | null;
	readonly instrument: { readonly id: string; readonly version: number };
	/** As the page tells them. */
	readonly rules: { readonly threshold: number; readonly minimumInvited: number };
	/** Known already where a ballot was blinded for it; then the invitation is not asked about: it may be closed to new ones. */
	readonly groupId: string | null;
};

/** Asks until answered. Whether the invitation has been used is not told here: the leader learns it when collecting. */
export async function findPlace(input: PlaceQuestion, exchange: Exchange): Promise<FoundPlace> {
	const { roundId, token } = input;
	let { groupId } = input;
	if (groupId === null) {
		const invitation = await untilAnswered(exchange, () => exchange.post(`/answer/${roundId}/invitation`, { token }));
		const group = fieldOf(invitation, 'group');
		if (invitation.kind !== 'invitation' || typeof group !== 'string')
			return { kind: 'refused', message: refusalOf(invitation.kind) };
		groupId = group;
	}
	const manifest = await untilAnswered(
		exchange,
		() => exchange.get(`/answer/${roundId}/manifest`),
		(reply) => reply.status === 200 || reply.status === 404
	);
	if (manifest.status === 404) return { kind: 'refused', message: 'unknownInvitation' };
	const place = await judgeManifest({ ...input, groupId, text: manifest.text });
	if (place.kind === 'refused') return { kind: 'refused', message: `manifest-${place.problems[0] ?? 'not-readable'}` };
	return { kind: 'found', place };
}

function refusalOf(kind: string | null): InvitationMessage {
	if (kind === 'closed') return 'closed';
	return kind === 'not-open' ? 'notOpen' : 'unknownInvitation';
}
