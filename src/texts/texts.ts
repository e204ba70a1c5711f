// All sentences of one language, by subject.
import type { Language } from '#domain/language/localised.ts';
import * as danish from './da/index.ts';
import * as english from './en/index.ts';

export type Texts = typeof danish;

const texts: Readonly<Record<Language, Texts>> = { da: danish, en: english };

export function textsFor(language: Language): Texts {
	return texts[language];
}
