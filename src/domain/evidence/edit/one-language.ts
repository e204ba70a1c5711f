// A text is written in two languages: where only one of them was changed, the other may have been forgotten.
import type { Language, Localised } from '#domain/language/localised.ts';
import { isSame } from '#domain/evidence/merge-record.ts';

/** `field`: as the form names it, "claim" or "fit.context". `changed`: the only language in which it says something else. */
export type OneLanguageChange = { readonly field: string; readonly changed: Language };

/**
 * The texts of a field that were changed in one language only.
 *
 * Shape: a field as it was and as it is: a text, a list of texts, or named parts with a text each; other fields give nothing.
 * Missing: null is a text that is not there; one that is written or taken away is changed in both languages. Throws nothing.
 */
export function oneLanguageChanges({
	field,
	before,
	after
}: {
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
}): readonly OneLanguageChange[] {
	const [was, is] = [textsOf(before), textsOf(after)];
	if (was !== null && is !== null) {
		const changed = onlyChanged(was, is);
		return changed === null ? [] : [{ field, changed }];
	}
	if (!hasParts(before) || !hasParts(after)) return [];
	const parts = new Map(Object.entries(after));
	return Object.entries(before).flatMap(([part, value]) =>
		oneLanguageChanges({ field: `${field}.${part}`, before: value, after: parts.get(part) ?? null })
	);
}

function onlyChanged(was: readonly Localised[], is: readonly Localised[]): Language | null {
	const isChanged = (language: Language) =>
		!isSame(
			was.map((text) => text[language]),
			is.map((text) => text[language])
		);
	if (isChanged('da') === isChanged('en')) return null;
	return isChanged('da') ? 'da' : 'en';
}

/** Null where it is something else than texts. */
function textsOf(value: unknown): readonly Localised[] | null {
	if (isLocalised(value)) return [value];
	return Array.isArray(value) && value.every(isLocalised) ? value : null;
}

function isLocalised(value: unknown): value is Localised {
	return typeof value === 'object' && value !== null && 'da' in value && 'en' in value;
}

function hasParts(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
