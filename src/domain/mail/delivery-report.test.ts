import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isAddressWrong, readDeliveryReports } from './delivery-report.ts';

const report = `Reporting-MTA: dns; mx.example.org
Arrival-Date: Mon, 2 Mar 2026 10:00:00 +0100

Original-Recipient: rfc822;Mette.Hansen@Example.org
Final-Recipient: rfc822; mh@inner.example.org
Action: failed
Status: 5.1.1 (no such user)
Diagnostic-Code: smtp; 550 5.1.1 <mh@inner.example.org>:
    Recipient address rejected

Final-Recipient: rfc822; full@example.org
Action: Delayed
Status: 4.2.2
`;

test('each recipient of a report is read, under the address that we wrote to', () => {
	const read = [
		{
			recipient: 'mette.hansen@example.org',
			action: 'failed',
			status: '5.1.1',
			words: '550 5.1.1 <mh@inner.example.org>: Recipient address rejected'
		},
		{ recipient: 'full@example.org', action: 'delayed', status: '4.2.2', words: '' }
	];
	assert.deepEqual(readDeliveryReports(report), read);
	assert.deepEqual(readDeliveryReports(report.replaceAll('\n', '\r\n')), read);
});

test('what is no report has no recipients', () => {
	for (const text of [
		'',
		'Kære Mette\n\nTak for din mail.',
		'Action: failed\nStatus: 5.1.1',
		report.replaceAll('@', ' ')
	])
		assert.deepEqual(readDeliveryReports(text), []);
	fc.assert(
		fc.property(fc.string(), (text) => readDeliveryReports(text).every((read) => read.recipient.includes('@')))
	);
});

test('only a code about the address itself makes it wrong', () => {
	for (const code of ['5.1.1', '5.1.10', '5.2.1', '5.0.0', '5.4.4']) assert.ok(isAddressWrong(code), code);
	for (const code of ['4.1.1', '5.2.2', '5.7.1', '', '5', '5.1']) assert.equal(isAddressWrong(code), false, code);
});
