// What the browser keeps of a questionnaire: answers as they are given, the ballot, and whether it was sent.

/**
 * `answering`: nothing left the device. `collected`: the ballot is valid. `sent`: acknowledged by the server. `closed`: the
 * round closed first, so that whether the answers arrived is not known; the profile is the leader's all the same.
 */
export type Draft = {
	readonly state: 'answering' | 'collected' | 'sent' | 'closed';
	readonly answers: Readonly<Record<string, number>>;
	/** Index of the page last shown; -1 is the introduction. */
	readonly page: number;
	/** 64 hexadecimal digits, made on the device when first sending. */
	readonly ballot: string | null;
	readonly instrument: string;
	readonly version: number;
};

export type DraftStore = { readonly read: () => Draft | null; readonly write: (draft: Draft) => boolean };

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
				storage.setItem(key, JSON.stringify(draft));
				return true;
			} catch {
				return false;
			}
		}
	};
}

/** Null where the text is not a draft of ours. */
export function parseDraft(text: string | null): Draft | null {
	if (text === null) return null;
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof value !== 'object' || value === null) return null;
	const { state, answers, page, ballot, instrument, version } = value as Record<string, unknown>;
	const isState = state === 'answering' || state === 'collected' || state === 'sent' || state === 'closed';
	if (!isState || typeof answers !== 'object' || answers === null || typeof page !== 'number') return null;
	if (typeof instrument !== 'string' || typeof version !== 'number') return null;
	const numbers = Object.entries(answers).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
	return {
		state,
		answers: Object.fromEntries(numbers),
		page,
		ballot: typeof ballot === 'string' ? ballot : null,
		instrument,
		version
	};
}

/** 32 bytes of chance as 64 hexadecimal digits. */
export function newBallot(fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>): string {
	return [...fill(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
