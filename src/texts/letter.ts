// One letter as plain text and as simple HTML that a phone and a screen reader can read. Everything is escaped here, once.
import type { Language } from '#domain/language/localised.ts';

export type LetterPart = string | { readonly link: string; readonly label: string; readonly isMain?: boolean };

export type WrittenLetter = { readonly subject: string; readonly text: string; readonly html: string };

/**
 * The usual letter: paragraphs, then what the reader can do, then small print. The first action is the main one; where the
 * letter is one that may be refused, the link for that is added when it is sent.
 */
export function letterOf(letter: {
	readonly language: Language;
	readonly subject: string;
	readonly paragraphs: readonly string[];
	readonly actions?: readonly { readonly label: string; readonly href: string }[];
	readonly footer: readonly string[];
}): WrittenLetter {
	const actions = (letter.actions ?? []).map(({ label, href }, index) => ({ label, link: href, isMain: index === 0 }));
	return writeLetter({ ...letter, parts: [...letter.paragraphs, ...actions] });
}

/** For letters whose links stand between the paragraphs. */
export function writeLetter(letter: {
	readonly language: Language;
	readonly subject: string;
	readonly parts: readonly LetterPart[];
	readonly footer?: readonly LetterPart[];
}): WrittenLetter {
	const footer = letter.footer ?? [];
	return {
		subject: letter.subject.replace(/\s+/g, ' ').trim(),
		text: [...letter.parts.map(asText), ...footerText(footer)].join('\n\n') + '\n',
		html: [
			`<!doctype html><html lang="${letter.language}"><head><meta charset="utf-8">`,
			'<meta name="viewport" content="width=device-width,initial-scale=1">',
			`<title>${escapeHtml(letter.subject)}</title></head>`,
			"<body style=\"margin:0;padding:16px;background:#fbfaf7;color:#1d2a2f;font:17px/1.5 'IBM Plex Sans','Segoe UI',Arial,sans-serif\">",
			'<div style="max-width:36em;margin:0 auto;padding:20px;background:#ffffff;border:1px solid #d9d6cd;border-radius:10px">',
			...letter.parts.map(asHtml),
			...footerHtml(footer),
			letterEnd
		].join('\n')
	};
}

/** The same letter with more small print at its foot: what is only known when it is sent. */
export function withFooter(letter: WrittenLetter, footer: readonly LetterPart[]): WrittenLetter {
	return {
		subject: letter.subject,
		text: [letter.text.trimEnd(), ...footerText(footer)].join('\n\n') + '\n',
		html: letter.html.endsWith(letterEnd)
			? [letter.html.slice(0, -letterEnd.length).trimEnd(), ...footerHtml(footer), letterEnd].join('\n')
			: letter.html
	};
}

const letterEnd = '</div></body></html>\n';

export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function footerText(footer: readonly LetterPart[]): string[] {
	return footer.length === 0 ? [] : ['--', ...footer.map(asText)];
}

function footerHtml(footer: readonly LetterPart[]): string[] {
	return footer.length === 0
		? []
		: [
				'<div style="margin:24px 0 0;padding:16px 0 0;border-top:1px solid #d9d6cd;color:#4a565b;font-size:15px">',
				...footer.map(asHtml),
				'</div>'
			];
}

function asText(part: LetterPart): string {
	return typeof part === 'string' ? part : `${part.label}:\n${part.link}`;
}

function asHtml(part: LetterPart): string {
	if (typeof part === 'string') return `<p style="margin:0 0 16px">${escapeHtml(part).replaceAll('\n', '<br>')}</p>`;
	const style = part.isMain
		? 'display:inline-block;padding:12px 20px;border-radius:4px;background:#1d2a2f;color:#ffffff;font-weight:600;text-decoration:none'
		: 'color:#1b4f9c';
	return `<p style="margin:0 0 16px"><a href="${escapeHtml(part.link)}" style="${style}">${escapeHtml(part.label)}</a></p>`;
}
