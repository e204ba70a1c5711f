// The site's typeface for print: the package holds it for browsers (WOFF 1.0), Typst reads OpenType. WOFF is the same
// tables, each compressed by itself: https://www.w3.org/TR/WOFF/
import { inflateSync } from 'node:zlib';

export type Font = {
	readonly bytes: Buffer;
	/** Code points of the basic plane that it has a shape for. */
	readonly codePoints: ReadonlySet<number>;
};

type Table = { readonly tag: string; readonly checksum: number; readonly data: Buffer };

const woffHeaderBytes = 44;
const woffEntryBytes = 20;
const headerBytes = 12;
const entryBytes = 16;

/**
 * Unpacks a WOFF file. `family`: another name for it, as long as the one it has, so that several files that divide one
 * family by alphabet can stand beside each other. Throws RangeError for anything that is no WOFF 1.0 file.
 */
export function unpackWebFont(woff: Buffer, family?: { readonly from: string; readonly to: string }): Font {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('this is no WOFF 1.0 font');
	const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, place) => readTable(woff, place)).map((table) =>
		table.tag === 'name' && family !== undefined ? { ...table, data: renamed(table.data, family) } : table
	);
	const characters = tables.find((table) => table.tag === 'cmap');
	return {
		bytes: Buffer.concat([directoryOf(tables, woff.readUInt32BE(4)), ...tables.map(({ data }) => padded(data))]),
		codePoints: characters === undefined ? new Set() : codePointsIn(characters.data)
	};
}

function readTable(woff: Buffer, place: number): Table {
	const entry = woffHeaderBytes + place * woffEntryBytes;
	const start = woff.readUInt32BE(entry + 4);
	const packedBytes = woff.readUInt32BE(entry + 8);
	const bytes = woff.readUInt32BE(entry + 12);
	const packed = woff.subarray(start, start + packedBytes);
	return {
		tag: woff.toString('latin1', entry, entry + 4),
		checksum: woff.readUInt32BE(entry + 16),
		data: packedBytes < bytes ? inflateSync(packed) : packed
	};
}

function directoryOf(tables: readonly Table[], flavour: number): Buffer {
	const directory = Buffer.alloc(headerBytes + tables.length * entryBytes);
	const power = Math.floor(Math.log2(tables.length));
	directory.writeUInt32BE(flavour, 0);
	directory.writeUInt16BE(tables.length, 4);
	directory.writeUInt16BE(entryBytes * 2 ** power, 6);
	directory.writeUInt16BE(power, 8);
	directory.writeUInt16BE(entryBytes * (tables.length - 2 ** power), 10);
	let start = directory.length;
	for (const [place, { tag, checksum, data }] of tables.entries()) {
		const entry = headerBytes + place * entryBytes;
		directory.write(tag, entry, 'latin1');
		directory.writeUInt32BE(checksum, entry + 4);
		directory.writeUInt32BE(start, entry + 8);
		directory.writeUInt32BE(data.length, entry + 12);
		start += padded(data).length;
	}
	return directory;
}

function padded(data: Buffer): Buffer {
	return Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
}

/** Names stand in UTF-16, big-endian. */
function renamed(names: Buffer, { from, to }: { readonly from: string; readonly to: string }): Buffer {
	if (from.length !== to.length) throw new RangeError(`"${to}" is not as long as "${from}"`);
	const wide = (text: string) => Buffer.from(text, 'utf16le').swap16();
	const copy = Buffer.from(names);
	for (let at = copy.indexOf(wide(from)); at !== -1; at = copy.indexOf(wide(from), at + 1)) wide(to).copy(copy, at);
	return copy;
}

/** Subtables of format 4, which each of these files has: segments of code points. */
function codePointsIn(characters: Buffer): ReadonlySet<number> {
	const found = new Set<number>();
	for (let place = 0; place < characters.readUInt16BE(2); place++) {
		const start = characters.readUInt32BE(4 + place * 8 + 4);
		if (characters.readUInt16BE(start) === 4) addSegments(found, characters.subarray(start));
	}
	return found;
}

function addSegments(found: Set<number>, subtable: Buffer): void {
	const doubled = subtable.readUInt16BE(6);
	for (let at = 0; at < doubled; at += 2) {
		const last = subtable.readUInt16BE(14 + at);
		const first = subtable.readUInt16BE(16 + doubled + at);
		const delta = subtable.readUInt16BE(16 + 2 * doubled + at);
		const rangePlace = 16 + 3 * doubled + at;
		const range = subtable.readUInt16BE(rangePlace);
		for (let code = first; code <= last && code < 0xffff; code++) {
			const glyph = range === 0 ? code : subtable.readUInt16BE(rangePlace + range + 2 * (code - first));
			const isThere = range === 0 ? ((glyph + delta) & 0xffff) !== 0 : glyph !== 0;
			if (isThere) found.add(code);
		}
	}
}
