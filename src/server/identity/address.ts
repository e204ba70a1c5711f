// Which addresses can sign in: the same that better-auth accepts, so that it never refuses one later.
const pattern = /^(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}$/;

/** Lower case and trimmed, or null where it is not an address. */
export function parseAddress(text: string): string | null {
	const address = text.trim().toLowerCase();
	return address.length <= 254 && pattern.test(address) ? address : null;
}
