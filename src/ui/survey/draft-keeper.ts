// The draft that the page works on, and its copy in the browser: other tabs of the same invitation write there, too.
import { memoryStore, type Ballot, type Draft, type DraftStore } from './draft.ts';

export type DraftKeeper = {
	readonly now: () => Draft;
	/** Takes over what another tab has written, and returns it. */
	readonly reread: () => Draft;
	/** What lies in the browser; null where nothing does, or nothing that fits this questionnaire. */
	readonly stored: () => Draft | null;
	readonly keep: (change: Partial<Draft>) => void;
	/** Returns the ballot to go on with: another tab may have kept one while this one was blinding. */
	readonly keepBallot: (ballot: Ballot) => Ballot;
	/** False where the draft is gone when the page is. */
	readonly isKept: () => boolean;
};

export function draftKeeper(input: {
	/** Null: in memory only. Throws where the browser refuses. */
	readonly openStore: () => DraftStore | null;
	readonly instrument: { readonly id: string; readonly version: number };
	/** What the link names. */
	readonly manifestHash: string | null;
	/** The browser keeps nothing; the page goes on from memory. */
	readonly onRefused: () => void;
}): DraftKeeper {
	const { instrument } = input;
	let isKept = true;
	let store = open();
	let draft = stored() ?? {
		state: 'answering',
		answers: {},
		page: -1,
		manifestHash: input.manifestHash,
		isTyped: false,
		changes: null,
		ballot: null,
		instrument: instrument.id,
		version: instrument.version
	};

	function open(): DraftStore {
		try {
			const opened = input.openStore();
			isKept = opened !== null;
			return opened ?? memoryStore();
		} catch {
			isKept = false;
			input.onRefused();
			return memoryStore();
		}
	}

	/** A draft of another version of the questionnaire does not fit. */
	function stored(): Draft | null {
		const read = store.read();
		return read?.instrument === instrument.id && read.version === instrument.version ? read : null;
	}

	function keep(change: Partial<Draft>): void {
		draft = { ...draft, ...change };
		if (store.write(draft)) return;
		isKept = false;
		store = memoryStore();
		store.write(draft);
		input.onRefused();
	}

	return {
		now: () => draft,
		reread: () => (draft = stored() ?? draft),
		stored,
		keep,
		keepBallot: (ballot) => {
			const earlier = stored()?.ballot ?? null;
			const used = earlier !== null && earlier.secret !== ballot.secret ? earlier : ballot;
			keep({ ballot: used, state: used.step });
			return used;
		},
		isKept: () => isKept
	};
}
