/** The languages a reader can choose. Danish is written first; English must say the same. */
export type Language = 'da' | 'en';

/** One text in every language. */
export type Localised = { readonly da: string; readonly en: string };
