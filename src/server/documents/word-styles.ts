// What every Word file has in common: its styles and language, an A4 page, and a foot with the title and the page's number.
import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun } from 'docx';
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';

export const wordLanguages = { da: 'da-DK', en: 'en-GB' } as const;
export const ink = '1D2A2F';
const muted = '526268';
/** Twips: a page of A4. */
export const wordPage = {
	size: { width: 11906, height: 16838 },
	margin: { top: 1247, bottom: 1361, left: 1275, right: 1275 }
};
/** Within a table; the rule stands beside the number, since some programs else read it as a fixed height. */
export const cellSpacing = { after: 0, line: 252, lineRule: LineRuleType.AUTO };
/** Twips: the width of the text on that page. */
export const textWidth = 9356;
const signs = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** XML has no place for some control signs; one of them must not cost everybody the document. */
export function wordText(text: string): string {
	return text.replace(signs, '\uFFFD');
}

/** "Title · mark · Page 2 of 7". `mark`: what every page bears beside the title, such as that it is a draft. */
export function wordFooter(told: {
	readonly title: string;
	readonly mark?: string;
	readonly language: Language;
}): Footer {
	const { title, mark, language } = told;
	const pages = textsFor(language)
		.overview.pdf.page('{page}', '{all}')
		.split(/(\{page\}|\{all\})/)
		.map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{all}' ? PageNumber.TOTAL_PAGES : part));
	const before = wordText([title, ...(mark === undefined ? [] : [mark]), ''].join(' · '));
	return new Footer({
		children: [
			new Paragraph({
				style: 'Quiet',
				alignment: AlignmentType.RIGHT,
				children: [new TextRun({ children: [before, ...pages] })]
			})
		]
	});
}

export function wordStyles(spoken: Language) {
	const language = wordLanguages[spoken];
	const heading = (size: number, before: number) => ({
		run: { size, bold: true, color: ink, font: 'Calibri' },
		paragraph: { spacing: { before, after: 120 }, keepNext: true }
	});
	return {
		default: {
			document: {
				run: { font: 'Calibri', size: 21, color: ink, language: { value: language, eastAsia: language } },
				paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } }
			},
			title: { run: { size: 44, bold: true, color: ink, font: 'Calibri' }, paragraph: { spacing: { after: 60 } } },
			heading1: heading(32, 340),
			heading2: heading(26, 300),
			heading3: heading(22, 220),
			caption: { run: { size: 18, color: muted, italics: false }, paragraph: { spacing: { before: 160, after: 60 } } }
		},
		paragraphStyles: [
			{
				id: 'Subtitle',
				name: 'Subtitle',
				basedOn: 'Normal',
				run: { size: 24, color: muted },
				paragraph: { spacing: { after: 240 } }
			},
			{ id: 'Quiet', name: 'Quiet', basedOn: 'Normal', run: { size: 18, color: muted } }
		]
	};
}
