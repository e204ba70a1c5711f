// A written document for a word processor: real headings, table heads that repeat, the language and the title of the document.
import {
	AlignmentType,
	BorderStyle,
	Document,
	HeadingLevel,
	LevelFormat,
	Packer,
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
import { cellSpacing, ink, textWidth, wordFooter, wordPage, wordStyles, wordText } from '../word-styles.ts';
import type { Cell, Column, WrittenBlock, WrittenDocument } from './written-document.ts';

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const shades = {
	strain: ['FFFFFF', 'FDF1E6', 'FAE0C9', 'F5CBA7', 'EEB384'],
	carry: ['FFFFFF', 'EAF5F4', 'D2E9E8', 'B2D9D8', '8FC6C5'],
	warning: ['FFF4D6', 'FFF4D6', 'FFF4D6', 'FFF4D6', 'FFF4D6']
} as const;
const softShade = 2;
/** Twips at each side of a cell's text. */
const cellSide = 80;
/** Of the height of a letter; a little more than most letters take. */
const letterWidth = 0.56;
/** Share of the page that columns without a width of their own may take together, where others stand beside them. */
const mostForNarrow = 0.7;

/** The bytes of a .docx. A chart is told by its text: its figures stand in the table beside it. */
export async function writtenDocx(document: WrittenDocument): Promise<Uint8Array<ArrayBuffer>> {
	const file = new Document({
		title: document.title,
		subject: document.subtitle,
		creator: 'Ledertrivsel',
		description: document.subtitle,
		styles: wordStyles(document.language),
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
					page: wordPage
				},
				footers: { default: wordFooter(document) },
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
					children: [new TextRun({ text: wordText(`${label}: `), bold: true }), run(value)]
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
					: new Paragraph({ keepNext: block.text.endsWith(':'), children: [run(block.text)] })
			];
		case 'list':
			return block.items.map(
				(item) =>
					new Paragraph({
						numbering: { reference: 'dashes', level: 0 },
						spacing: { after: 60 },
						children: [run(item)]
					})
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
	const size = columns.length > 6 ? 16 : 18;
	const widths = widthsOf(columns, rows, size);
	const cellOf = (cell: Cell, place: number, isHead: boolean) =>
		new TableCell({
			width: { size: widths[place] ?? 0, type: WidthType.DXA },
			margins: { top: 50, bottom: 50, left: cellSide, right: cellSide },
			...(cell.tone === undefined
				? {}
				: { shading: { type: ShadingType.CLEAR, fill: shades[cell.tone][cell.shade ?? softShade] ?? 'FFFFFF' } }),
			children: [
				new Paragraph({
					spacing: cellSpacing,
					alignment: columns[place]?.isNumber === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
					children: [new TextRun({ text: wordText(cell.text), size, bold: isHead })]
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

/**
 * Twips for each column. Those without a width of their own are as wide as their longest line, so that no figure, date or state is
 * divided; the others share what is left.
 */
function widthsOf(columns: readonly Column[], rows: readonly (readonly Cell[])[], size: number): number[] {
	const needed = columns.map(({ label, width }, place) =>
		width === undefined
			? Math.max(...[label, ...rows.map((row) => row[place]?.text ?? '')].map((text) => lineTwips(text, size)))
			: null
	);
	const taken = needed.reduce<number>((sum, twips) => sum + (twips ?? 0), 0);
	const shares = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
	// Where nothing is left to share, or more is needed than there is, everybody gets in proportion.
	const shrink = Math.min(1, (shares === 0 ? 1 : mostForNarrow) * (textWidth / Math.max(1, taken)));
	const left = textWidth - taken * shrink;
	return columns.map(({ width }, place) =>
		Math.floor(width === undefined ? (needed[place] ?? 0) * shrink : (left * width) / shares)
	);
}

/** `size`: half points. Bold text, which is the wider, of a usual office typeface. */
function lineTwips(text: string, size: number): number {
	return Math.ceil(text.length * (size / 2) * 20 * letterWidth) + 2 * cellSide;
}

function run(text: string): TextRun {
	return new TextRun(wordText(text));
}
