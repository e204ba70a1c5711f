// The subjects of the pages that have a script. Only these travel to a browser: `textsFor` would take every subject along,
// in both languages.
import type { Language } from '#domain/language/localised.ts';
import { leaderKey as danishLeaderKey } from './da/leader-key.ts';
import { library as danishLibrary } from './da/library.ts';
import { profile as danishProfile } from './da/profile.ts';
import { site as danishSite } from './da/site.ts';
import { leaderKey as englishLeaderKey } from './en/leader-key.ts';
import { library as englishLibrary } from './en/library.ts';
import { profile as englishProfile } from './en/profile.ts';
import { site as englishSite } from './en/site.ts';
import type { Texts } from './texts.ts';

export type BrowserTexts = Pick<Texts, 'leaderKey' | 'profile' | 'site'> & {
	readonly library: Pick<Texts['library'], 'printed'>;
};

const texts: Readonly<Record<Language, BrowserTexts>> = {
	da: { leaderKey: danishLeaderKey, library: danishLibrary, profile: danishProfile, site: danishSite },
	en: { leaderKey: englishLeaderKey, library: englishLibrary, profile: englishProfile, site: englishSite }
};

export function browserTextsFor(language: Language): BrowserTexts {
	return texts[language];
}
