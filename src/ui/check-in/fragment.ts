// What stands behind the # of a check-in link: the token of one step's letter, and the answer that was pressed.
export type CheckInFragment = { readonly token: string; readonly answer: string };

/** `#<token>.<answer>`, or null where it is not one. */
export function readCheckInFragment(hash: string): CheckInFragment | null {
	const found = /^#([\w-]{20,64})\.(done|on-track|stuck)$/.exec(hash);
	return found?.[1] === undefined || found[2] === undefined ? null : { token: found[1], answer: found[2] };
}
