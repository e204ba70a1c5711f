// What really belongs together in a simulated round: known to the test, never to the attack.
import type { Ballot } from '../support/answering-leader.ts';

export type Person = {
	readonly leader: string;
	readonly group: string;
	readonly token: string;
	readonly ballot: Ballot;
	/** As the column is written as text, like all that follow. */
	readonly ballotHash: string;
	/** Null: does not answer. */
	readonly answers: readonly (number | null)[] | null;
	readonly answersText: string | null;
	readonly profileId: Uint8Array;
};

export type Answered = Person & {
	readonly answersText: string;
	readonly response: string;
	/** Null: keeps none. */
	readonly profile: string | null;
	/** The first night in which a dump shows it. */
	readonly collectedOn: number;
	readonly arrivedOn: number;
};

export type Truth = readonly Answered[];
