// All sentences of one language, by subject.
import type { Language } from '#domain/language/localised.ts';
import { site as siteDa } from './da/site.ts';
import { survey as surveyDa } from './da/survey.ts';
import { site as siteEn } from './en/site.ts';
import { survey as surveyEn } from './en/survey.ts';

const danish = { site: siteDa, survey: surveyDa };

export type Texts = typeof danish;

const texts: Readonly<Record<Language, Texts>> = { da: danish, en: { site: siteEn, survey: surveyEn } };

export function textsFor(language: Language): Texts {
	return texts[language];
}
