// A draft of one of the law's documents as a Word file: real headings, lists and tables with a row of headings, so that it can
// be navigated with a screen reader and finished by whoever must sign it.
import {
	BorderStyle,
	Document,
	HeadingLevel,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
	type FileChild
} from 'docx';
import type { Language } from '#domain/language/localised.ts';
import type { DraftSection, PrivacyDraft } from '#domain/privacy/privacy-draft.ts';
import { cellSpacing, ink, textWidth, wordFooter, wordPage, wordStyles, wordText } from './word-styles.ts';

export async function draftDocx(
	draft: PrivacyDraft,
	{ language, author }: { readonly language: Language; readonly author: string }
): Promise<Uint8Array<ArrayBuffer>> {
	const file = new Document({
		title: draft.title,
		creator: author,
		styles: wordStyles(language),
		sections: [
			{
				properties: { page: wordPage },
				footers: { default: wordFooter({ title: draft.title, language }) },
				children: [
					new Paragraph({ heading: HeadingLevel.TITLE, children: [run(draft.title)] }),
					new Paragraph({ children: [run(draft.notice, true)], spacing: { before: 120, after: 240 } }),
					...draft.sections.flatMap(sectionOf)
				]
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(file));
}

function sectionOf(section: DraftSection): FileChild[] {
	return [
		new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(section.heading)] }),
		...(section.paragraphs ?? []).map((text) => new Paragraph({ children: [run(text)] })),
		...(section.points ?? []).map(
			(text) => new Paragraph({ children: [run(text)], bullet: { level: 0 }, spacing: { after: 60 } })
		),
		...(section.table === undefined ? [] : [tableOf(section.table), new Paragraph({ children: [] })])
	];
}

function tableOf({ head, rows }: NonNullable<DraftSection['table']>): Table {
	const width = Math.floor(textWidth / head.length);
	const line = { style: BorderStyle.SINGLE, size: 4, color: 'D9D6CD' };
	const edge = { style: BorderStyle.SINGLE, size: 6, color: ink };
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
	const cell = (text: string, isBold: boolean) =>
		new TableCell({
			width: { size: width, type: WidthType.DXA },
			margins: { top: 60, bottom: 60, left: 80, right: 80 },
			children: [new Paragraph({ spacing: cellSpacing, children: [run(text, isBold)] })]
		});
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: textWidth, type: WidthType.DXA },
		columnWidths: head.map(() => width),
		tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
		borders: { top: edge, bottom: edge, left: none, right: none, insideHorizontal: line, insideVertical: none },
		rows: [
			new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text) => cell(text, true)) }),
			...rows.map(
				(row) => new TableRow({ cantSplit: true, children: row.map((text, place) => cell(text, place === 0)) })
			)
		]
	});
}

function run(text: string, isBold = false): TextRun {
	// Where it is not asked for, the style decides: a heading is bold.
	return new TextRun({ text: wordText(text), ...(isBold ? { bold: true } : {}) });
}
