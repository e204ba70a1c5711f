/** The number that a cell holds, with a point or (Danish) a comma before the decimals; null for anything else. */
export function readNumber(text: string): number | null {
	const trimmed = text.trim();
	return /^[+-]?(\d+([.,]\d+)?|[.,]\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed.replace(',', '.')) : null;
}

/** True for the same text apart from spaces around it, and for the same number written differently ("1" and "1.0"). */
export function sameValue(one: string, other: string): boolean {
	if (one.trim() === other.trim()) return true;
	const value = readNumber(one);
	return value !== null && value === readNumber(other);
}
