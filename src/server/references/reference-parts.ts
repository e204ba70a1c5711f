// Takes the processor's markup apart, so that nothing of it reaches a page but words, italics and the one address.

export type ReferencePart = {
	readonly text: string;
	readonly isItalic: boolean;
	/** Where the part leads, or null. */
	readonly href: string | null;
};

/** `markup`: one entry as citeproc writes it. `address`: what is made a link where it stands in the entry. */
export function readParts(markup: string, address: string | null) {
	const parts: ReferencePart[] = [];
	let isItalic = false;
	for (const token of markup.trim().split(/(<[^>]*>)/)) {
		if (token === '<i>') isItalic = true;
		else if (token === '</i>') isItalic = false;
		else if (!token.startsWith('<')) parts.push(...linked(decode(token), isItalic, address));
	}
	const trimmed = withoutOuterSpace(parts.filter((part) => part.text !== ''));
	return { parts: trimmed, text: trimmed.map((part) => part.text).join(''), html: trimmed.map(asHtml).join('') };
}

function linked(text: string, isItalic: boolean, address: string | null): readonly ReferencePart[] {
	const start = address === null || !/^https?:\/\//.test(address) ? -1 : text.indexOf(address);
	if (address === null || start === -1) return [{ text, isItalic, href: null }];
	return [
		{ text: text.slice(0, start), isItalic, href: null },
		{ text: address, isItalic, href: address },
		{ text: text.slice(start + address.length), isItalic, href: null }
	];
}

/** The processor writes its entry on a line of its own, with the markup around it indented. */
function withoutOuterSpace(parts: readonly ReferencePart[]): readonly ReferencePart[] {
	return parts
		.map((part, place) => (place === 0 ? { ...part, text: part.text.trimStart() } : part))
		.map((part, place, all) => (place === all.length - 1 ? { ...part, text: part.text.trimEnd() } : part))
		.filter((part) => part.text !== '');
}

function asHtml({ text, isItalic, href }: ReferencePart): string {
	const words = isItalic ? `<i>${escape(text)}</i>` : escape(text);
	return href === null ? words : `<a href="${escape(href)}">${words}</a>`;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

/** In one pass, so that what the record itself spells as an entity stays as it is. */
function decode(text: string): string {
	return text.replace(/&(?:#(\d+)|(lt|gt|quot|amp));/g, (whole, code: string | undefined, name: string | undefined) =>
		code === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(code))
	);
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
