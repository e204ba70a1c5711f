// Numbers and days as readers of each language write them.
import type { Language } from '#domain/language/localised.ts';

const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

/** `day`: calendar day YYYY-MM-DD, as "3. maj 2026" / "3 May 2026". */
export function formatDay(language: Language, day: string): string {
	return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);
}

/** A moment, as the calendar day it fell on in Denmark. */
export function formatDate(language: Language, moment: Date): string {
	return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'Europe/Copenhagen' }).format(
		moment
	);
}

/** A moment, with the time in Denmark. */
export function formatMoment(language: Language, moment: Date): string {
	return new Intl.DateTimeFormat(locales[language], {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Europe/Copenhagen'
	}).format(moment);
}

/** The time of day in Denmark, as "14.30" / "14:30". */
export function formatTime(language: Language, moment: Date): string {
	return new Intl.DateTimeFormat(locales[language], { timeStyle: 'short', timeZone: 'Europe/Copenhagen' }).format(
		moment
	);
}

export function formatNumber(language: Language, value: number, decimals = 0): string {
	return new Intl.NumberFormat(locales[language], {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals
	})
		.format(value)
		.replace('-', '−');
}

/** "71 %"; empty where the whole is unknown. */
export function formatShare(language: Language, part: number, whole: number | null): string {
	if (whole === null || whole === 0) return '';
	return new Intl.NumberFormat(locales[language], { style: 'percent' }).format(part / whole);
}

/** "a, b og c". */
export function formatList(language: Language, parts: readonly string[]): string {
	return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(parts);
}

/** Sorted as a reader of the language expects (æ, ø, å last in Danish). */
export function sortTexts(language: Language, texts: readonly string[]): string[] {
	return texts.toSorted(new Intl.Collator(locales[language], { numeric: true }).compare);
}

/** `code`: ISO 3166-1 alpha-2, as "Tyskland" / "Germany"; the code itself where the language has no name for it. */
export function formatCountry(language: Language, code: string): string {
	return new Intl.DisplayNames([locales[language]], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
