// Where a group stands with its dialogue; computed from dates, never stored.

export type DialogueState = 'not-planned' | 'planned' | 'held';

/** Weeks after the release by which a group should have talked about its result. */
export const weeksUntilDue = 6;
const weekMilliseconds = 7 * 24 * 3_600_000;

/** Held wins over planned: a meeting that was held is over, whatever date it had. Throws nothing. */
export function dialogueState(dialogue: {
	readonly plannedFor: Date | null;
	readonly heldOn: string | null;
}): DialogueState {
	if (dialogue.heldOn !== null) return 'held';
	return dialogue.plannedFor === null ? 'not-planned' : 'planned';
}

/**
 * True where six weeks have passed since the release and the dialogue has neither been held nor lies ahead. A meeting
 * whose day is past and that nobody has marked as held counts as waiting. Throws nothing.
 */
export function isOverdue(
	dialogue: { readonly plannedFor: Date | null; readonly heldOn: string | null },
	at: { readonly releasedAt: Date; readonly now: Date }
): boolean {
	const isDue = at.now.getTime() - at.releasedAt.getTime() >= weeksUntilDue * weekMilliseconds;
	const liesAhead = dialogue.plannedFor !== null && dialogue.plannedFor > at.now;
	return isDue && dialogue.heldOn === null && !liesAhead;
}
