import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'uqr';
import { qrCodeOf } from './qr-path.ts';

const link = `https://ledertrivsel.example.org/answer/${'0'.repeat(36)}#${'A'.repeat(16)}.${'b'.repeat(43)}`;

test('the path is dark exactly where the code is, with a quiet zone of four around it', () => {
	const { size, path } = qrCodeOf(link);
	const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
	for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
		for (let at = 0; at < Number(width); at++) drawn[Number(y)]![Number(x) + at] = true;
	assert.deepEqual(drawn, encode(link, { ecc: 'M', border: 4 }).data);
	assert.ok([0, 1, 2, 3].every((edge) => drawn[edge]!.every((isDark) => !isDark)));
	assert.equal(path.replaceAll(/M\d+ \d+h\d+v1H\d+z/g, ''), '');
});

test('fifty letters are drawn in less than two seconds', () => {
	const before = performance.now();
	for (let letter = 0; letter < 50; letter++) qrCodeOf(`${link}${letter}`);
	assert.ok(performance.now() - before < 2_000);
});
