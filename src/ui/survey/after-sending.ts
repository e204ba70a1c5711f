// What is kept after an attempt to send, and whether the next opening of the page tries again.
import type { Draft } from './draft.ts';
import type { SendOutcome } from './send-response.ts';

/** Null: nothing changes. Where the round is closed the ballot stays: who had collected may still send for a while. */
export function draftAfter(outcome: SendOutcome): Partial<Draft> | null {
	if (outcome === 'stored') return { state: 'sent', ballot: null };
	return outcome === 'closed' ? { state: 'closed' } : null;
}

/** A ballot on its way: collected, or stopped by a close that may have left it time. */
export function isUnderWay({ ballot, state }: Draft): boolean {
	return ballot !== null && (state === 'collected' || state === 'closed');
}
