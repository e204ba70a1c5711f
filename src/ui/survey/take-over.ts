// What becomes of the draft on this device when another one arrives in a link. A link can be written by anybody, with a
// ballot that its writer would recognise: so nothing of it is used before the leader has said that it is the own.
import type { Ballot, Draft } from './draft.ts';

/** What the leader has been asked; null: not yet. */
export type Said = {
	/** Whether the link was made by the leader, on another device. */
	readonly isOwn: boolean | null;
	/** Whose answers, where those on this device differ. */
	readonly choice: 'here' | 'arrived' | null;
};

/** `kept`: nothing is taken, because this one was sent already or the link is not the leader's own. */
export type TakeOver =
	| { readonly kind: 'taken'; readonly draft: Draft }
	| { readonly kind: 'confirm' }
	| { readonly kind: 'choose' }
	| { readonly kind: 'kept' };

/**
 * Of a draft that is the leader's own, the ballot is chosen apart from the answers: the server signs one for an invitation,
 * so the one that has got further is the only one that can be used.
 */
export function takeOver(here: Draft | null, arrived: Draft, { isOwn, choice }: Said): TakeOver {
	if (here?.state === 'sent' || here?.state === 'closed') return { kind: 'kept' };
	if (isOwn === null) return { kind: 'confirm' };
	if (!isOwn) return { kind: 'kept' };
	if (here === null) return { kind: 'taken', draft: arrived };
	const isSame = sameAnswers(here, arrived);
	if (!isSame && Object.keys(here.answers).length > 0 && choice === null) return { kind: 'choose' };
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
