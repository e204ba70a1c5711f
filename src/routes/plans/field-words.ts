// A field of a plan's text in words: what it is called, and its value as a reader writes it.
import { levelsInOrder } from '#domain/evidence/order.ts';
import type { Language, Localised } from '#domain/language/localised.ts';
import { formatDay } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';

type Named = { readonly id: string; readonly name: Localised };

/** `field`: as `planText` names it, such as `title` or `step:<id>:dueOn`. */
export function fieldName(language: Language, field: string): string {
	const texts = textsFor(language).plans;
	const [first = '', , last] = field.split(':');
	const name = Object.entries(texts.fields).find(([key]) => key === (last ?? first))?.[1] ?? field;
	return first === 'step' && last !== 'description' ? texts.stepField(name) : name;
}

export function fieldValue(
	language: Language,
	field: string,
	value: string,
	names: { readonly factors: readonly Named[]; readonly interventions: readonly Named[] }
): string {
	if (value === '') return textsFor(language).plans.empty;
	const key = field.split(':').at(-1);
	const named = [...names.factors, ...names.interventions].find((one) => one.id === value);
	switch (key) {
		case 'targetFactor':
		case 'interventionId':
			return named?.name[language] ?? value;
		case 'level': {
			const level = levelsInOrder.find((one) => one === value);
			return level === undefined ? value : textsFor(language).results.levelTitle[level];
		}
		case 'dueOn':
		case 'followUpOn':
			return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(language, value) : value;
		default:
			return value;
	}
}
