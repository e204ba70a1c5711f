// A written document for a word processor: real headings, table heads that repeat, the language and the title of the document.
import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	HeadingLevel,
	LevelFormat,
	Packer,
	PageNumber,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
	type FileChild
} from 'docx';
import type { Cell, Column, WrittenBlock, WrittenDocument } from './written-document.ts';

const languages = { da: 'da-DK', en: 'en-GB' } as const;
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const muted = '526268';
const ink = '1D2A2F';
const shades = {
	strain: ['FFFFFF', 'FDF1E6', 'FAE0C9', 'F5CBA7', 'EEB384'],
	carry: ['FFFFFF', 'EAF5F4', 'D2E9E8', 'B2D9D8', '8FC6C5'],
	warning: ['FFF4D6', 'FFF4D6', 'FFF4D6', 'FFF4D6', 'FFF4D6']
} as const;
const softShade = 2;
/** Twips: the width of the text on a page of A4. */
const textWidth = 9356;
const signs = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** The bytes of a .docx. A chart is told by its text: its figures stand in the table beside it. */
export async function writtenDocx(document: WrittenDocument): Promise<Uint8Array<ArrayBuffer>> {
	const file = new Document({
		title: document.title,
		subject: document.subtitle,
		creator: 'Ledertrivsel',
		description: document.subtitle,
		styles: stylesIn(languages[document.language]),
		numbering: {
			config: [
				{
					reference: 'dashes',
					levels: [
						{
							level: 0,
							format: LevelFormat.BULLET,
							text: '–',
							alignment: AlignmentType.LEFT,
							style: { paragraph: { indent: { left: 360, hanging: 260 } } }
						}
					]
				}
			]
		},
		sections: [
			{
				properties: {
					page: { size: { width: 11906, height: 16838 }, margin: { top: 1247, bottom: 1361, left: 1275, right: 1275 } }
				},
				footers: { default: footerOf(document) },
				children: [...front(document), ...document.blocks.flatMap(childrenOf)]
			}
		]
	});
	return new Uint8Array(await Packer.toArrayBuffer(file));
}

function front(document: WrittenDocument): FileChild[] {
	return [
		new Paragraph({ heading: HeadingLevel.TITLE, children: [run(document.title)] }),
		new Paragraph({ style: 'Subtitle', children: [run(document.subtitle)] }),
		...document.facts.map(
			({ label, value }) =>
				new Paragraph({
					spacing: { after: 40 },
					children: [new TextRun({ text: clean(`${label}: `), bold: true }), run(value)]
				})
		)
	];
}

function childrenOf(block: WrittenBlock): FileChild[] {
	switch (block.kind) {
		case 'heading':
			return [new Paragraph({ heading: headings[block.level], keepNext: true, children: [run(block.text)] })];
		case 'paragraph':
			return [
				block.tone === 'quiet'
					? new Paragraph({ style: 'Quiet', children: [run(block.text)] })
					: new Paragraph({ children: [run(block.text)] })
			];
		case 'list':
			return block.items.map(
				(item) => new Paragraph({ numbering: { reference: 'dashes', level: 0 }, children: [run(item)] })
			);
		case 'table':
			return [
				new Paragraph({ style: 'Caption', keepNext: true, children: [run(block.caption)] }),
				tableOf(block.columns, block.rows),
				new Paragraph({ spacing: { after: 120 }, children: [] })
			];
		case 'scatter':
			return [
				new Paragraph({ style: 'Caption', keepNext: true, children: [run(block.caption)] }),
				new Paragraph({ children: [run(block.alternative)] })
			];
	}
}

function tableOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
	const widths = widthsOf(columns);
	const size = columns.length > 6 ? 16 : 18;
	const cellOf = (cell: Cell, place: number, isHead: boolean) =>
		new TableCell({
			width: { size: widths[place] ?? 0, type: WidthType.DXA },
			margins: { top: 50, bottom: 50, left: 80, right: 80 },
			...(cell.tone === undefined
				? {}
				: { shading: { type: ShadingType.CLEAR, fill: shades[cell.tone][cell.shade ?? softShade] ?? 'FFFFFF' } }),
			children: [
				new Paragraph({
					spacing: { after: 0 },
					alignment: columns[place]?.isNumber === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
					children: [new TextRun({ text: clean(cell.text), size, bold: isHead })]
				})
			]
		});
	const line = { style: BorderStyle.SINGLE, size: 4, color: 'D9D6CD' };
	const edge = { style: BorderStyle.SINGLE, size: 6, color: ink };
	const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
	return new Table({
		layout: TableLayoutType.FIXED,
		width: { size: textWidth, type: WidthType.DXA },
		columnWidths: widths,
		tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
		borders: { top: edge, bottom: edge, left: none, right: none, insideHorizontal: line, insideVertical: none },
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: columns.map(({ label }, place) => cellOf({ text: label }, place, true))
			}),
			...rows.map(
				(row) => new TableRow({ cantSplit: true, children: row.map((cell, place) => cellOf(cell, place, false)) })
			)
		]
	});
}

/** Columns without a width of their own are a narrow one each. */
function widthsOf(columns: readonly Column[]): number[] {
	const narrow = Math.min(0.11, 0.7 / columns.length);
	const shares = columns.map(({ width }) => width);
	const rest = 1 - narrow * shares.filter((share) => share === undefined).length;
	const whole = shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
	return shares.map((share) =>
		Math.floor(textWidth * (share === undefined ? (whole === 0 ? 1 / columns.length : narrow) : (rest * share) / whole))
	);
}

function footerOf({ title, mark }: WrittenDocument): Footer {
	return new Footer({
		children: [
			new Paragraph({
				style: 'Quiet',
				alignment: AlignmentType.RIGHT,
				children: [
					new TextRun({
						children: [
							clean(`${title} · ${mark === undefined ? '' : `${mark} · `}`),
							PageNumber.CURRENT,
							' / ',
							PageNumber.TOTAL_PAGES
						]
					})
				]
			})
		]
	});
}

function stylesIn(language: string) {
	const heading = (size: number, before: number) => ({
		run: { size, bold: true, color: ink, font: 'Calibri' },
		paragraph: { spacing: { before, after: 120 }, keepNext: true }
	});
	return {
		default: {
			document: {
				run: { font: 'Calibri', size: 21, color: ink, language: { value: language, eastAsia: language } },
				paragraph: { spacing: { after: 140, line: 276 } }
			},
			title: { run: { size: 44, bold: true, color: ink, font: 'Calibri' }, paragraph: { spacing: { after: 60 } } },
			heading1: heading(32, 420),
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

function run(text: string): TextRun {
	return new TextRun(clean(text));
}

/** XML has no place for some control signs; one of them must not cost everybody the document. */
function clean(text: string): string {
	return text.replace(signs, '\uFFFD');
}
