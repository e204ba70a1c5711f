// What the browser keeps of a questionnaire: answers as they are given, the ballot on its way, and whether it was sent.
import type { Change } from '#domain/ballot/answer-envelope.ts';

/**
 * `answering`: nothing of a ballot yet. `blinded`: a value lies ready to be signed, and may have been sent for that.
 * `collected`: the ballot is valid. `sent`: acknowledged by the server. `closed`: the round closed first, so that whether
 * the answers arrived is not known; the profile is the leader's all the same, and the ballot is kept, because whoever has
 * collected it may still send for a while.
 */
export type DraftState = 'answering' | 'blinded' | 'collected' | 'sent' | 'closed';

/** All bytes as base64url. Whoever has `inverse` could join invitation and ballot: it goes when the ballot is collected. */
export type Ballot = {
	readonly secret: string;
	readonly prefix: string;
	/** Of the manifest that was checked before blinding. */
	readonly manifestHash: string;
	readonly groupId: string;
} & (
	| { readonly step: 'blinded'; readonly blinded: string; readonly inverse: string }
	| { readonly step: 'collected'; readonly signature: string }
);

export type Draft = {
	readonly state: DraftState;
	readonly answers: Readonly<Record<string, number>>;
	/** Index of the page last shown; -1 is the introduction. */
	readonly page: number;
	/** Which manifest the link named when it was first opened here, or was found first after a typed code; null before that. */
	readonly manifestHash: string | null;
	/** Nothing named the manifest: the leader is to compare it with the letter. */
	readonly isTyped: boolean;
	/** Kept with the first sending, because sending again must be the same; null: not told. */
	readonly changes: readonly Change[] | null;
	/** Null before anything is blinded and after the answers have arrived. */
	readonly ballot: Ballot | null;
	readonly instrument: string;
	/** Of the instrument. */
	readonly version: number;
};

export type DraftStore = {
	readonly read: () => Draft | null;
	/** False where the browser refuses. */
	readonly write: (draft: Draft) => boolean;
};

/** The place of one invitation's draft; two leaders who share a computer have two. */
export function draftKey(roundId: string, token: string): string {
	return `ledertrivsel:${roundId}:${token}`;
}

/** Keeps a draft in the browser's storage; `write` returns false where the browser refuses (full, or switched off). */
export function draftStore(storage: Pick<Storage, 'getItem' | 'setItem'>, key: string): DraftStore {
	return {
		read: () => {
			try {
				return parseDraft(storage.getItem(key));
			} catch {
				return null;
			}
		},
		write: (draft) => {
			try {
				storage.setItem(key, JSON.stringify({ format: 2, ...draft }));
				return true;
			} catch {
				return false;
			}
		}
	};
}

/** Keeps a draft as long as the page is open: for a kiosk, and where the browser keeps nothing. */
export function memoryStore(): DraftStore {
	let kept: Draft | null = null;
	return {
		read: () => kept,
		write: (draft) => {
			kept = draft;
			return true;
		}
	};
}

/** Null where the text is not a draft of ours. A draft of the first version keeps its answers; its ballot is worth nothing. */
export function parseDraft(text: string | null): Draft | null {
	const value = jsonOf(text);
	if (!isRecord(value)) return null;
	const { state, answers, page, instrument, version } = value;
	if (!isState(state) || !isRecord(answers) || typeof page !== 'number') return null;
	if (typeof instrument !== 'string' || typeof version !== 'number') return null;
	const numbers = Object.entries(answers).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
	const ballot = value.format === 2 && state !== 'sent' ? parseBallot(value.ballot) : null;
	return {
		state: state === 'sent' || state === 'closed' ? state : (ballot?.step ?? 'answering'),
		answers: Object.fromEntries(numbers),
		page,
		manifestHash: typeof value.manifestHash === 'string' ? value.manifestHash : null,
		isTyped: value.isTyped === true,
		changes: Array.isArray(value.changes) && value.changes.every(isChange) ? value.changes : null,
		ballot,
		instrument,
		version
	};
}

function parseBallot(value: unknown): Ballot | null {
	if (!isRecord(value)) return null;
	const { secret, prefix, manifestHash, groupId, blinded, inverse, signature } = value;
	const isOurs = [secret, prefix, manifestHash, groupId].every((text) => typeof text === 'string');
	if (!isOurs) return null;
	const common = { secret, prefix, manifestHash, groupId } as Pick<
		Ballot,
		'secret' | 'prefix' | 'manifestHash' | 'groupId'
	>;
	if (typeof signature === 'string') return { ...common, step: 'collected', signature };
	if (typeof blinded === 'string' && typeof inverse === 'string')
		return { ...common, step: 'blinded', blinded, inverse };
	return null;
}

function jsonOf(text: string | null): unknown {
	try {
		return text === null ? null : JSON.parse(text);
	} catch {
		return null;
	}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isState(value: unknown): value is DraftState {
	return ['answering', 'blinded', 'collected', 'sent', 'closed'].some((state) => state === value);
}

function isChange(value: unknown): value is Change {
	return value === null || value === 1 || value === 0 || value === -1;
}
