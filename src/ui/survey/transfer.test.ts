import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encode } from 'uqr';
import type { Change } from '#domain/ballot/answer-envelope.ts';
import { writeBase64url } from '#domain/ballot/base64url.ts';
import type { Ballot } from './draft.ts';
import { readTransfer, writeTransfer, type Transfer } from './transfer.ts';

const items = Array.from({ length: 60 }, (_, at) => ({ id: `item-${at}`, values: [5, 4, 3, 2, 1] }));
const text = (length: number) =>
	fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('base64url'));
const common = {
	secret: text(32),
	prefix: text(32),
	manifestHash: text(32),
	groupId: fc.string({ minLength: 1, maxLength: 40 })
};
const ballots: fc.Arbitrary<Ballot | null> = fc.oneof(
	fc.constant(null),
	fc.record({ ...common, step: fc.constant('blinded' as const), blinded: text(256), inverse: text(256) }),
	fc.record({ ...common, step: fc.constant('collected' as const), signature: text(256) })
);
const transfers: fc.Arbitrary<Transfer> = fc
	.record({
		ballot: ballots,
		hash: fc.option(text(32)),
		page: fc.integer({ min: -1, max: 20 }),
		isTyped: fc.boolean(),
		changes: fc.option(fc.array(fc.constantFrom<Change>(1, 0, -1, null), { minLength: 1, maxLength: 20 })),
		answers: fc.array(fc.constantFrom(null, 1, 2, 3, 4, 5), { minLength: items.length, maxLength: items.length })
	})
	.filter(({ ballot, answers }) => ballot === null || answers.some((answer) => answer !== null))
	.map(({ ballot, hash, page, isTyped, changes, answers }): Transfer => ({
		invitation: { token: '0123456789ABCDEF', manifestHash: ballot?.manifestHash ?? hash },
		draft: {
			state: ballot?.step ?? 'answering',
			page,
			isTyped,
			changes,
			ballot: ballot && { ...ballot },
			answers: Object.fromEntries(
				answers.flatMap((value, at) => (value === null ? [] : [[`item-${at}`, value] as const]))
			)
		}
	}));

test('a questionnaire arrives on another device as it left', () => {
	fc.assert(
		fc.property(transfers, (transfer) => {
			const fragment = writeTransfer(transfer, items);
			assert.equal(encodeURIComponent(fragment), fragment, 'nothing in it needs escaping');
			assert.deepEqual(readTransfer(`#${fragment}`, items), transfer);
		})
	);
});

test('a link that was cut off, or is for another questionnaire, is broken and changes nothing', () => {
	fc.assert(
		fc.property(transfers, fc.nat(), (transfer, cut) => {
			const fragment = writeTransfer(transfer, items);
			const shorter = fragment.slice(0, 3 + (cut % (fragment.length - 3)));
			assert.equal(readTransfer(`#${shorter}`, items), 'broken');
			assert.equal(readTransfer(`#${fragment}`, items.slice(1)), 'broken');
		})
	);
});

test('a ballot without answers is no leader’s: it does not leave, and where it arrives it is broken', () => {
	fc.assert(
		fc.property(transfers, (transfer) => {
			const empty = { ...transfer, draft: { ...transfer.draft, answers: {} } };
			const arrived = readTransfer(`#${writeTransfer(empty, items)}`, items);
			assert.ok(arrived !== null && arrived !== 'broken');
			assert.equal(arrived.draft.ballot, null);
			// What somebody else would write: the same with every answer taken out.
			const bytes = Buffer.from(writeTransfer(transfer, items).slice(3), 'base64url');
			const answersAt = bytes.indexOf(Buffer.from([0, items.length]), 20);
			bytes.fill(0, answersAt + 2, answersAt + 2 + items.length);
			const planted = readTransfer(`#c2.${writeBase64url(bytes)}`, items);
			if (transfer.draft.ballot === null) assert.notEqual(planted, 'broken');
			else assert.equal(planted, 'broken');
		})
	);
});

test('an invitation’s own link is no transfer', () => {
	for (const fragment of ['', '#', '#0123456789ABCDEF', `#0123456789ABCDEF.${'A'.repeat(43)}`])
		assert.equal(readTransfer(fragment, items), null);
});

test('whatever stands behind #, reading it throws nothing', () => {
	fc.assert(fc.property(fc.base64String(), (given) => void readTransfer(`#c2.${given}`, items)));
});

test('the longest one fits a code that a camera can read', () => {
	const longest = fc.sample(transfers, 300).map((transfer) => writeTransfer(transfer, items).length);
	const address = `https://ledertrivsel.et-stort-hospital.dk/answer/${'0'.repeat(36)}#`;
	const { version } = encode(address + 'x'.repeat(Math.max(...longest)), { ecc: 'L' });
	assert.ok(version <= 26, `version ${version} of 40`);
});
