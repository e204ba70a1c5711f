// What becomes of the draft on this device when another one arrives from the leader's other device.
import type { Ballot, Draft } from './draft.ts';

/** `ask`: both hold answers, and they differ, so that the leader has to choose. `kept`: this one was sent already. */
export type TakeOver =
	{ readonly kind: 'taken'; readonly draft: Draft } | { readonly kind: 'ask' } | { readonly kind: 'kept' };

/**
 * `choice`: whose answers, where the leader was asked. The ballot is chosen apart from the answers: the server signs one for
 * an invitation, so the one that has got further is the only one that can be used.
 */
export function takeOver(here: Draft | null, arrived: Draft, choice: 'here' | 'arrived' | null): TakeOver {
	if (here === null) return { kind: 'taken', draft: arrived };
	if (here.state === 'sent' || here.state === 'closed') return { kind: 'kept' };
	const isSame = sameAnswers(here, arrived);
	if (!isSame && Object.keys(here.answers).length > 0 && choice === null) return { kind: 'ask' };
	const chosen = choice === 'here' ? here : arrived;
	const ballot = furtherBallot(chosen.ballot, (choice === 'here' ? arrived : here).ballot);
	return { kind: 'taken', draft: { ...chosen, ballot, state: ballot?.step ?? 'answering' } };
}

function furtherBallot(chosen: Ballot | null, other: Ballot | null): Ballot | null {
	return rank(other) > rank(chosen) ? other : chosen;
}

function rank(ballot: Ballot | null): number {
	return ballot === null ? 0 : ballot.step === 'blinded' ? 1 : 2;
}

function sameAnswers(one: Draft, other: Draft): boolean {
	const [a, b] = [Object.entries(one.answers), Object.keys(other.answers)];
	return a.length === b.length && a.every(([item, value]) => other.answers[item] === value);
}
