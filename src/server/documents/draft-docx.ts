// A draft of one of the law's documents as a Word file: real headings, lists and tables with a row of headings, so that it can
// be navigated with a screen reader and finished by whoever must sign it.
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Language } from '#domain/language/localised.ts';
import type { DraftSection, PrivacyDraft } from '#domain/privacy/privacy-draft.ts';

const languageCodes = { da: 'da-DK', en: 'en-GB' } as const;

export async function draftDocx(
	draft: PrivacyDraft,
	{ language, author }: { readonly language: Language; readonly author: string }
): Promise<Uint8Array<ArrayBuffer>> {
	const run = (text: string, isBold = false) =>
		new TextRun({ text, bold: isBold, language: { value: languageCodes[language] } });
	const paragraph = (text: string) => new Paragraph({ children: [run(text)], spacing: { after: 120 } });
	const cell = (text: string, isHead: boolean) =>
		new TableCell({ children: [new Paragraph({ children: [run(text, isHead)] })], margins: cellMargins });
	const table = ({ head, rows }: NonNullable<DraftSection['table']>) =>
		new Table({
			width: { size: 100, type: WidthType.PERCENTAGE },
			rows: [
				new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text) => cell(text, true)) }),
				...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }))
			]
		});
	const file = new Document({
		title: draft.title,
		creator: author,
		styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
		sections: [
			{
				children: [
					new Paragraph({ heading: HeadingLevel.TITLE, children: [run(draft.title)] }),
					new Paragraph({ children: [run(draft.notice, true)], spacing: { after: 240 } }),
					...draft.sections.flatMap((section) => [
						new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(section.heading)] }),
						...(section.paragraphs ?? []).map(paragraph),
						...(section.points ?? []).map((text) => new Paragraph({ children: [run(text)], bullet: { level: 0 } })),
						...(section.table === undefined ? [] : [table(section.table), new Paragraph({ children: [] })])
					])
				]
			}
		]
	});
	return new Uint8Array(await Packer.toBuffer(file));
}

const cellMargins = { top: 60, bottom: 60, left: 100, right: 100 } as const;
