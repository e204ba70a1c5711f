// How a number of a chart is said: as text in the picture, in the table and to a screen reader.
import type { Language } from '#domain/language/localised.ts';
import { uiWords } from '#ui/words.ts';
import type { ChartValue } from './bar.ts';
import { decimalsFor } from './scale.ts';
import type { Range } from './scale.ts';

const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };

export function formatNumber(value: number, language: Language, range: Range): string {
	const digits = decimalsFor(range);
	return new Intl.NumberFormat(locales[language], {
		maximumFractionDigits: digits,
		minimumFractionDigits: digits
	}).format(value);
}

/** The number in words and digits, or the word for why there is none. Never empty. */
export function valueInWords(shown: ChartValue, language: Language, range: Range): string {
	const words = uiWords(language).value;
	if (shown.state === 'withheld') return words.withheld;
	if (shown.value === null) return words.notAnswered;
	const number = formatNumber(shown.value, language, range);
	if (shown.bound === 'at-most') return words.atMost(number);
	if (shown.bound === 'at-least') return words.atLeast(number);
	return number;
}

export function referenceInWords(reference: number | null | undefined, language: Language, range: Range): string {
	if (reference === null || reference === undefined) return uiWords(language).value.none;
	return formatNumber(reference, language, range);
}

export function intervalInWords(
	interval: readonly [number, number] | null | undefined,
	language: Language,
	range: Range
): string {
	const words = uiWords(language).value;
	if (!interval) return words.none;
	return words.range(formatNumber(interval[0], language, range), formatNumber(interval[1], language, range));
}
