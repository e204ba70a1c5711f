import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '#server/project-root.ts';
import { keepPrintable } from './printable.ts';
import { unpackWebFont } from './web-font.ts';

const woff = (part: string) =>
	readFileSync(join(projectRoot, `node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-${part}-400-normal.woff`));

test('a web font becomes an OpenType font whose tables have the checksums that they say', () => {
	const { bytes } = unpackWebFont(woff('latin'));
	assert.equal(bytes.readUInt32BE(0), 0x00010000);
	for (let place = 0; place < bytes.readUInt16BE(4); place++) {
		const entry = 12 + place * 16;
		const [start, length] = [bytes.readUInt32BE(entry + 8), bytes.readUInt32BE(entry + 12)];
		const tag = bytes.toString('latin1', entry, entry + 4);
		assert.equal(start % 4, 0, tag);
		// The checksum of `head` leaves out a field of its own.
		if (tag !== 'head')
			assert.equal(checksum(bytes.subarray(start, start + length)), bytes.readUInt32BE(entry + 4), tag);
	}
});

test('it tells which letters it has a shape for', () => {
	const has = (part: string, sign: string) => unpackWebFont(woff(part)).codePoints.has(sign.codePointAt(0) ?? 0);
	for (const sign of 'aæøåÆØÅéöü»«–’…½↑') assert.ok(has('latin', sign), sign);
	for (const sign of 'łčЖα李') assert.ok(!has('latin', sign), sign);
	assert.ok(has('latin-ext', 'ł') && has('greek', 'α') && has('cyrillic', 'Ж'));
});

test('it can be given another name, and only one as long', () => {
	const renamed = unpackWebFont(woff('greek'), { from: 'IBM Plex Sans', to: 'Plex Sans Grk' });
	const wide = (text: string) => Buffer.from(text, 'utf16le').swap16();
	assert.ok(renamed.bytes.includes(wide('Plex Sans Grk')));
	assert.ok(!renamed.bytes.includes(wide('IBM Plex Sans')));
	assert.throws(() => unpackWebFont(woff('greek'), { from: 'IBM Plex Sans', to: 'Plex' }), RangeError);
	assert.throws(() => unpackWebFont(Buffer.from('no font at all')), RangeError);
});

test('texts become printable wherever they stand in the data, and nothing else changes', () => {
	const known = new Set([...'abé \u00A0\uFFFD'].map((sign) => sign.codePointAt(0) ?? 0));
	assert.deepEqual(keepPrintable({ a: ['ab\n李', 'e\u0301'], b: 3, c: null, d: true, e: 'a\u00A0🙂b' }, known), {
		a: ['ab \uFFFD', 'é'],
		b: 3,
		c: null,
		d: true,
		e: 'a\u00A0b'
	});
	assert.deepEqual(
		['a 🙂 b', '👩🏽\u200D⚕\uFE0F b', '🇩🇰', 'a李🙂'].map((text) => keepPrintable(text, known)),
		['a b', 'b', '\uFFFD', 'a\uFFFD'],
		'an emoji leaves no gap'
	);
});

function checksum(data: Buffer): number {
	const whole = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
	let sum = 0;
	for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
	return sum;
}
