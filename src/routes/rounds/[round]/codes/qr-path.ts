// A QR code as one path, drawn on the server: no script, no picture to load, sharp on paper.
import { encode } from 'uqr';

/** `size`: width and height in modules, the quiet zone of four around it included. */
export type QrCode = { readonly size: number; readonly path: string };

/** Reads well on a creased letter: a seventh of it may be lost (level M). */
export function qrCodeOf(text: string): QrCode {
	const { data, size } = encode(text, { ecc: 'M', border: 4 });
	const runs = data.flatMap((row, y) =>
		row.flatMap((isDark, x) => {
			if (!isDark || row[x - 1] === true) return [];
			const end = row.indexOf(false, x);
			return [`M${x} ${y}h${(end === -1 ? row.length : end) - x}v1H${x}z`];
		})
	);
	return { size, path: runs.join('') };
}
