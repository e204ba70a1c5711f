// What a cell of the personal data says in words: roles, recorded events and how they went. Everything else is shown as it is kept.
import type { Language } from '#domain/language/localised.ts';
import { eventSentence } from '#texts/event-sentence.ts';
import { textsFor } from '#texts/texts.ts';

export function personalValue(language: Language, column: string, value: string): string {
	const { accounts } = textsFor(language);
	const outcomes: Readonly<Record<string, string>> = accounts.events.outcomes;
	switch (column) {
		case 'role':
			return accounts.roleNames[value] ?? value;
		case 'action':
			return eventSentence(language, value);
		case 'outcome':
			return outcomes[value] ?? value;
		default:
			return value;
	}
}
