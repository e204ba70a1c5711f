import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import { envelopeBytes, readEnvelope, writeEnvelope, type Change, type Envelope } from './answer-envelope.ts';

const parsed = parseInstrument(JSON.parse(readFileSync('evidence/instruments/ledertrivsel-1.json', 'utf8')));
assert.ok(parsed.kind === 'instrument');
const { instrument } = parsed;
const { id, version, items, scales } = instrument;

const answersOf = (value: number | null) => items.map(() => value);
const good: Envelope = { instrument: { id, version }, answers: answersOf(3), changes: null };

function reasonOf(bytes: Uint8Array): string {
	const read = readEnvelope(bytes, { instrument });
	return read.kind === 'faulty' ? read.reason : read.kind;
}

/** Bytes of a text that another program might have sealed. */
function bytesOf(text: string): Uint8Array {
	return Uint8Array.from(Buffer.concat([Buffer.from(text), Buffer.from([0x80])], envelopeBytes));
}

test('whatever is answered, the envelope has one size and comes back', () => {
	const answers = fc.array(fc.constantFrom(null, 1, 2, 3, 4, 5), { minLength: items.length, maxLength: items.length });
	const changes = fc.option(
		fc.array(fc.constantFrom<Change>(1, 0, -1, null), { minLength: scales.length, maxLength: scales.length })
	);
	fc.assert(
		fc.property(answers, changes, (given, told) => {
			fc.pre(given.some((answer) => answer !== null));
			const bytes = writeEnvelope({ instrument: { id, version }, answers: given, changes: told });
			assert.equal(bytes.length, 4096);
			assert.deepEqual(readEnvelope(bytes, { instrument }), { kind: 'envelope', answers: given, changes: told });
			assert.deepEqual(writeEnvelope({ changes: told, answers: given, instrument: { version, id } }), bytes);
		})
	);
});

test('the padding is one byte 0x80 and zeros', () => {
	const bytes = writeEnvelope(good);
	const end = bytes.indexOf(0x80);
	assert.equal(Buffer.from(bytes.subarray(0, end)).toString(), JSON.stringify({ version: 1, ...good }));
	assert.ok(bytes.subarray(end + 1).every((byte) => byte === 0));
});

test('each fault is named', () => {
	const text = (change: object) => bytesOf(JSON.stringify({ version: 1, ...good, ...change }));
	assert.equal(reasonOf(text({})), 'envelope');
	assert.equal(reasonOf(new Uint8Array(4095)), 'wrong-size');
	assert.equal(reasonOf(new Uint8Array(4096)), 'wrong-padding');
	assert.equal(reasonOf(writeEnvelope(good).fill(1, 4095)), 'wrong-padding');
	assert.equal(reasonOf(bytesOf('{"æ":1}')), 'wrong-padding');
	assert.equal(reasonOf(bytesOf('{')), 'no-json');
	assert.equal(reasonOf(bytesOf('')), 'no-json');
	assert.equal(reasonOf(bytesOf('[1]')), 'wrong-shape');
	assert.equal(reasonOf(text({ answers: {} })), 'wrong-shape');
	assert.equal(reasonOf(text({ changes: [2] })), 'wrong-shape');
	assert.equal(reasonOf(text({ changes: undefined })), 'wrong-shape');
	assert.equal(reasonOf(text({ version: 2 })), 'other-version');
	assert.equal(reasonOf(text({ instrument: { id, version: version + 1 } })), 'other-instrument');
	assert.equal(reasonOf(text({ instrument: { id: 'other', version } })), 'other-instrument');
	assert.equal(reasonOf(text({ answers: [3] })), 'wrong-length');
	assert.equal(reasonOf(text({ changes: [1] })), 'wrong-length');
	for (const value of [0, 6, 2.5, '3', true, [3]])
		assert.equal(reasonOf(text({ answers: [value, ...answersOf(3).slice(1)] })), 'out-of-range', String(value));
	assert.equal(reasonOf(text({ answers: answersOf(null) })), 'nothing-answered');
});

test('whatever bytes were sealed, reading them throws nothing', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), fc.json(), (bytes, json) => {
			assert.notEqual(reasonOf(bytes), 'envelope');
			reasonOf(Uint8Array.from(Buffer.concat([bytes, Buffer.from([0x80])], envelopeBytes)));
			reasonOf(bytesOf(json.slice(0, 4000)));
		})
	);
});

test('an envelope that cannot be written is refused before anything is sent', () => {
	assert.throws(() => writeEnvelope({ ...good, answers: Array.from({ length: 2100 }, () => 3) }), RangeError);
	assert.throws(() => writeEnvelope({ ...good, instrument: { id: 'æ', version } }), RangeError);
});
