// Ids that a second import of the same thing makes again, of bounded length and without a name or an e-mail in them.

const roundConstants = Uint32Array.from(primes(64), (prime) => fractionBits(Math.cbrt(prime)));
const startState = Uint32Array.from(primes(8), (prime) => fractionBits(Math.sqrt(prime)));

/**
 * Makes a stable id: a letter for the kind and the first 128 bits of the SHA-256 of the parts (which may hold any text).
 * The same parts give the same id in every process; other parts another one, as far as SHA-256 keeps them apart.
 * Source: FIPS 180-4 (2015), section 6.2; checked against node:crypto in `stable-id.test.ts`.
 */
export function stableId(kind: 'u' | 'l', parts: readonly string[]): string {
	return `${kind}${sha256Hex(JSON.stringify(parts)).slice(0, 32)}`;
}

/** The id, or with a number behind it where another has it already; the id is then taken. */
export function freeId(id: string, taken: Set<string>): string {
	let free = id;
	for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
	taken.add(free);
	return free;
}

/** SHA-256 of the text's UTF-8 bytes as 64 hexadecimal digits (FIPS 180-4). */
export function sha256Hex(text: string): string {
	const bytes = utf8(text);
	const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64);
	padded.set(bytes);
	padded[bytes.length] = 0x80;
	const view = new DataView(padded.buffer);
	view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
	view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
	const state = Uint32Array.from(startState);
	const schedule = new Uint32Array(64);
	for (let offset = 0; offset < padded.length; offset += 64) digestBlock(state, schedule, view, offset);
	return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

function digestBlock(state: Uint32Array, schedule: Uint32Array, view: DataView, offset: number): void {
	for (let t = 0; t < 16; t++) schedule[t] = view.getUint32(offset + t * 4);
	for (let t = 16; t < 64; t++) {
		const early = word(schedule, t - 15);
		const late = word(schedule, t - 2);
		const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
		const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
		schedule[t] = word(schedule, t - 16) + small0 + word(schedule, t - 7) + small1;
	}
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let t = 0; t < 64; t++) {
		const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
		const choice = (e & f) ^ (~e & g);
		const first = (h + big1 + choice + word(roundConstants, t) + word(schedule, t)) | 0;
		const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
		const majority = (a & b) ^ (a & c) ^ (b & c);
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + big0 + majority) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((value, index) => (state[index] = word(state, index) + value));
}

function word(words: Uint32Array, index: number): number {
	return words[index] ?? 0;
}

function rotate(value: number, bits: number): number {
	return (value >>> bits) | (value << (32 - bits));
}

function fractionBits(value: number): number {
	return Math.floor((value - Math.floor(value)) * 2 ** 32);
}

function primes(count: number): number[] {
	const found: number[] = [];
	for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
	return found;
}

function utf8(text: string): Uint8Array {
	const bytes: number[] = [];
	for (const character of text) {
		const point = character.codePointAt(0) ?? 0;
		const safe = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
		if (safe < 0x80) bytes.push(safe);
		else if (safe < 0x800) bytes.push(0xc0 | (safe >> 6), 0x80 | (safe & 63));
		else if (safe < 0x1_0000) bytes.push(0xe0 | (safe >> 12), 0x80 | ((safe >> 6) & 63), 0x80 | (safe & 63));
		else bytes.push(0xf0 | (safe >> 18), 0x80 | ((safe >> 12) & 63), 0x80 | ((safe >> 6) & 63), 0x80 | (safe & 63));
	}
	return Uint8Array.from(bytes);
}
