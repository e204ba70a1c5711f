// Change over time, only if the leader says so: the browser compares with the leader's own earlier answers when the box is
// ticked, not before, so that without consent nothing is even asked for.
import type { Change } from '#domain/ballot/answer-envelope.ts';
import { findElement } from './find-element.ts';

export type Consent = {
	/** Shows the box where a comparison may be possible. */
	readonly offer: () => Promise<void>;
	/** What goes with the answers; null where the box is not ticked or nothing can be said. */
	readonly changes: () => readonly Change[] | null;
};

export function consentTo(
	main: HTMLElement,
	input: { readonly roundId: string; readonly answers: () => Readonly<Record<string, number>> }
): Consent {
	const section = findElement(main, '[data-changes]');
	const box = section.querySelector('input');
	const nothing = findElement(section, '[data-nothing]');
	const compared = findElement(section, '[data-compared]');
	const earlier = findElement(section, '[data-earlier]');
	let prepared: { readonly of: string; readonly changes: readonly Change[] } | null = null;
	const answersNow = () => JSON.stringify(input.answers());
	box?.addEventListener('change', () => void compare());

	async function compare(): Promise<void> {
		nothing.hidden = true;
		compared.hidden = true;
		if (box === null || !box.checked) return;
		const of = answersNow();
		box.disabled = true;
		const found = await leaderKey()
			.then((module) => module.prepareChanges({ roundId: input.roundId, answers: input.answers() }))
			.catch(() => null);
		box.disabled = false;
		prepared = found === null ? null : { of, changes: found.changes };
		box.checked = prepared !== null;
		nothing.hidden = prepared !== null;
		compared.hidden = prepared === null;
		earlier.textContent = found?.earlierRound ?? '';
	}

	return {
		offer: async () => {
			const isPossible = await leaderKey()
				.then((module) => module.hasLeaderKey())
				.catch(() => false);
			section.hidden = !isPossible;
			// Answers that were changed since make another comparison.
			if (box !== null && prepared?.of !== answersNow()) {
				box.checked = false;
				compared.hidden = true;
			}
		},
		changes: () => (box?.checked && prepared?.of === answersNow() ? prepared.changes : null)
	};
}

function leaderKey() {
	return import('#ui/leader-key/changes.ts');
}
