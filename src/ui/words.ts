import type { Language } from '#domain/language/localised.ts';
import type { UiTexts } from '#texts/da/ui.ts';
import { ui as danish } from '#texts/da/ui.ts';
import { ui as english } from '#texts/en/ui.ts';

const words: Readonly<Record<Language, UiTexts>> = { da: danish, en: english };

/** The components' own words in the reader's language. */
export function uiWords(language: Language): UiTexts {
	return words[language];
}
