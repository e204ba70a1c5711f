// How the work environment organisation took part, as a log that only grows: a mistake is put right by a later entry.

export type Participation = {
	readonly id: string;
	/** Calendar day, YYYY-MM-DD. */
	readonly heldOn: string;
	readonly what: string;
	/** Who took part, by role. */
	readonly who: string;
	readonly writtenAt: Date;
	readonly writtenBy: string;
	/** The entry that this one puts right, or null. */
	readonly corrects: string | null;
};

export type LoggedParticipation = Participation & { readonly correctedBy: Participation | null };

/**
 * The log by day, each entry with the one that put it right. `entries`: any order; one that was put right twice shows the
 * later. A correction stands for itself as well.
 */
export function readLog(entries: readonly Participation[]): readonly LoggedParticipation[] {
	const inOrder = entries.toSorted((a, b) => a.writtenAt.getTime() - b.writtenAt.getTime());
	const correctionOf = new Map(inOrder.flatMap((entry) => (entry.corrects === null ? [] : [[entry.corrects, entry]])));
	return inOrder
		.map((entry) => ({ ...entry, correctedBy: correctionOf.get(entry.id) ?? null }))
		.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
}

/** What holds: entries that nothing has put right, by day. */
export function entriesThatHold(entries: readonly Participation[]): readonly LoggedParticipation[] {
	return readLog(entries).filter((entry) => entry.correctedBy === null);
}
