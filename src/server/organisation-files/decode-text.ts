// Which letters the bytes mean: Danish Excel writes UTF-8, UTF-16 and Windows-1252 and seldom says which.
import iconv from 'iconv-lite';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodedText = { readonly text: string; readonly encoding: TextEncoding };

/**
 * Decodes by the byte order mark, else as UTF-8 where the bytes are valid UTF-8, else as Windows-1252.
 * Returns null where the result is no text: more than one character in fifty of the first 64 kB is a control character.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
	const decoded = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
	return looksLikeText(decoded.text) ? decoded : null;
}

function decode(bytes: Buffer): DecodedText {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: iconv.decode(bytes, 'utf-16le'), encoding: 'utf-16le' };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: iconv.decode(bytes, 'utf-16be'), encoding: 'utf-16be' };
	const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return { text, encoding: hasMark ? 'utf-8-bom' : 'utf-8' };
	} catch (cause) {
		if (!(cause instanceof TypeError)) throw cause;
		return { text: iconv.decode(bytes, 'windows-1252'), encoding: 'windows-1252' };
	}
}

function looksLikeText(text: string): boolean {
	const start = text.slice(0, 65_536);
	const controls = start.match(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0;
	return controls * 50 <= start.length;
}
