// A figure of sickness absence as it is shown: never nothing at all, and never all the time.
import { isHighest, isLowest } from '#domain/work-environment/rounded-days.ts';
import type { Language } from '#domain/language/localised.ts';
import { formatNumber } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';

export function absenceDaysInWords(language: Language, daysPerLeader: number, daysInPeriod: number): string {
	const texts = textsFor(language).apv.absence;
	const figure = formatNumber(language, daysPerLeader, 1);
	if (isLowest(daysPerLeader)) return texts.atMost(figure);
	return isHighest(daysPerLeader, daysInPeriod) ? texts.atLeast(figure) : figure;
}
