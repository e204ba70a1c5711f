// What a zip file says it holds, read before anything is unpacked: the guard against a small file that unpacks to a huge one.
import { inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';

export type ZipEntry = {
	readonly name: string;
	/** 0 stored, 8 deflated. */
	readonly method: number;
	readonly packedBytes: number;
	readonly unpackedBytes: number;
	readonly localOffset: number;
};

/**
 * Reads the central directory (APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.3.16). Returns null where it is missing,
 * damaged, encrypted or in the 64-bit form, which no .xlsx within our limit needs.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	const end = findEnd(view);
	if (end === null) return null;
	const count = view.getUint16(end + 10, true);
	let offset = view.getUint32(end + 16, true);
	const entries: ZipEntry[] = [];
	for (let index = 0; index < count; index++) {
		if (offset + 46 > end || view.getUint32(offset, true) !== 0x0201_4b50) return null;
		const nameLength = view.getUint16(offset + 28, true);
		if ((view.getUint16(offset + 8, true) & 1) === 1) return null;
		entries.push({
			name: Buffer.from(bytes.subarray(offset + 46, offset + 46 + nameLength)).toString('utf8'),
			method: view.getUint16(offset + 10, true),
			packedBytes: view.getUint32(offset + 20, true),
			unpackedBytes: view.getUint32(offset + 24, true),
			localOffset: view.getUint32(offset + 42, true)
		});
		offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
	}
	return entries;
}

/** Unpacks one entry as a trial. True where it holds no more than the directory says; false where it lies or is damaged. */
export async function isAsLargeAsItSays(bytes: Uint8Array, entry: ZipEntry): Promise<boolean> {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	if (entry.localOffset + 30 > bytes.length || view.getUint32(entry.localOffset, true) !== 0x0403_4b50) return false;
	const start =
		entry.localOffset +
		30 +
		view.getUint16(entry.localOffset + 26, true) +
		view.getUint16(entry.localOffset + 28, true);
	if (start + entry.packedBytes > bytes.length) return false;
	if (entry.method === 0) return entry.packedBytes === entry.unpackedBytes;
	if (entry.method !== 8) return false;
	try {
		const packed = bytes.subarray(start, start + entry.packedBytes);
		const unpacked = await promisify(inflateRaw)(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) });
		return unpacked.length === entry.unpackedBytes;
	} catch (cause) {
		if (cause instanceof Error && 'code' in cause) return false;
		throw cause;
	}
}

function findEnd(view: DataView): number | null {
	const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
	for (let offset = view.byteLength - 22; offset >= lowest; offset--) {
		if (view.getUint32(offset, true) === 0x0605_4b50) return offset;
	}
	return null;
}
