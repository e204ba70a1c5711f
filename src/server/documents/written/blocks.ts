// The small blocks that every document is made of.
import type { WrittenBlock } from './written-document.ts';

export function heading(level: 1 | 2 | 3, text: string): WrittenBlock {
	return { kind: 'heading', level, text };
}

export function paragraph(text: string): WrittenBlock {
	return { kind: 'paragraph', tone: 'plain', text };
}

export function quiet(text: string): WrittenBlock {
	return { kind: 'paragraph', tone: 'quiet', text };
}

export function list(items: readonly string[]): WrittenBlock {
	return { kind: 'list', items };
}

/** What people wrote, paragraph by paragraph; `otherwise` where they wrote nothing. */
export function written(text: string | undefined, otherwise: string): readonly WrittenBlock[] {
	const lines = (text ?? '')
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	return lines.length === 0 ? (otherwise === '' ? [] : [paragraph(otherwise)]) : lines.map(paragraph);
}
