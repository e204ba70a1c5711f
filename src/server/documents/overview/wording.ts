// What the chapters of the knowledge overview share: the reader's language, and how a work is named.
import type { Study } from '#domain/evidence/evidence.ts';
import type { Language, Localised } from '#domain/language/localised.ts';
import type { Block, Line, Run } from '#domain/overview/document.ts';
import { textsFor, type Texts } from '#texts/texts.ts';

/** How works are named, by whoever knows the style. */
export type Citing = {
	/** In a sentence: "Labrague m.fl., 2018". */
	readonly inText: (study: Study, language: Language) => string;
	/** In the list of references. */
	readonly reference: (
		study: Study,
		language: Language
	) => {
		readonly text: string;
		readonly parts: readonly { readonly text: string; readonly isItalic: boolean; readonly href: string | null }[];
		readonly isVerified: boolean;
	};
};

export type Wording = {
	readonly language: Language;
	readonly texts: Texts;
	readonly citing: Citing;
	readonly say: (text: Localised) => string;
};

export function wordingIn(language: Language, citing: Citing): Wording {
	return { language, texts: textsFor(language), citing, say: (text) => text[language] };
}

export function paragraph(text: string | Line, tone: 'plain' | 'lead' | 'quiet' = 'plain'): Block {
	return { kind: 'paragraph', tone, line: typeof text === 'string' ? [{ text }] : text };
}

export function heading(level: 2 | 3, id: string, text: string, number: string | null = null): Block {
	return { kind: 'heading', level, id, number, text };
}

export function workAnchor(study: Pick<Study, 'id'>): string {
	return `reference-${study.id}`;
}

/** The work's name in a sentence, leading to the list of references. */
export function citationOf(study: Study, { citing, language }: Wording): Run {
	return { text: citing.inText(study, language), to: workAnchor(study) };
}

export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Ends like a sentence, whatever the record ends with. */
export function sentence(text: string): string {
	return /[.!?…]["”»)]?$/.test(text) ? text : `${text}.`;
}

/** As it stands in the middle of a sentence. */
export function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
