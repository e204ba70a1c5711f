import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileByteLimit } from '#server/organisation-files/read-table.ts';
import { readAnswerFile } from './read-answer-file.ts';

const line = `Ærø Sygehus;${'3;'.repeat(200)}4\n`;
const rows = Math.ceil((fileByteLimit * 1.2) / Buffer.byteLength(line));

test('a CSV file larger than a page accepts is read whole, with its Danish letters', async () => {
	const text = `unit;${'a;'.repeat(200)}b\n${line.repeat(rows)}`;
	for (const bytes of [Buffer.from(text), Buffer.from(text, 'latin1')]) {
		assert.ok(bytes.length > fileByteLimit);
		const read = await readAnswerFile(bytes, 'answers.csv');
		assert.equal(read.kind, 'table');
		assert.deepEqual(
			[read.rows.length, read.rows[rows]?.length, read.rows[rows]?.[0], read.delimiter],
			[rows + 1, 202, 'Ærø Sygehus', ';']
		);
	}
});

test('a large file that is no CSV is refused by what it is', async () => {
	const filler = Buffer.alloc(fileByteLimit, 0x20);
	const large = async (start: string | number[]) => {
		const read = await readAnswerFile(Buffer.concat([Buffer.from(start as string), filler]), 'answers.csv');
		return read.kind === 'table' ? 'table' : read.code;
	};
	assert.equal(await large('%PDF-1.7\n'), 'pdf');
	assert.equal(await large('<html>'), 'html');
	assert.equal(await large([0x50, 0x4b, 0x03, 0x04]), 'xlsx-too-large');
	const broken = await readAnswerFile(Buffer.from(`a;b\n"open;1\n${line.repeat(rows)}`), 'answers.csv');
	assert.deepEqual(broken, { kind: 'not-a-table', code: 'broken-quotes', line: 2 });
});
