import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientAddress } from './client-address.ts';

const proxy = '10.0.0.1';
const from = (forwardedFor: string | undefined, path = '/sign-in') => ({ remoteAddress: proxy, forwardedFor, path });

test('nobody chooses an address where no proxy is trusted', () => {
	assert.equal(clientAddress(from('192.0.2.7'), 0), proxy);
});

test('behind one proxy it is who came to that proxy, whatever the client wrote before', () => {
	assert.equal(clientAddress(from('192.0.2.7'), 1), '192.0.2.7');
	assert.equal(clientAddress(from('198.51.100.1, 203.0.113.9, 192.0.2.7'), 1), '192.0.2.7');
	assert.equal(clientAddress(from('198.51.100.1, 192.0.2.7, 10.0.0.2'), 2), '192.0.2.7');
});

test('a header that is shorter than the proxies, absent or no address leaves the connection', () => {
	for (const forwardedFor of [undefined, '', 'unknown', '192.0.2.7, ', '<script>'])
		assert.equal(clientAddress(from(forwardedFor), 1), proxy, forwardedFor);
	assert.equal(clientAddress(from('192.0.2.7'), 2), proxy);
	assert.equal(clientAddress({ ...from(undefined), remoteAddress: undefined }, 1), '');
});

test('a port is left out, so that one client is not many', () => {
	assert.equal(clientAddress(from('192.0.2.7:51000'), 1), '192.0.2.7');
	assert.equal(clientAddress(from('[2001:DB8::7]:51000'), 1), '2001:db8::7');
	assert.equal(clientAddress(from('2001:db8::7'), 1), '2001:db8::7');
});

test('addresses are read where somebody signs in, and nowhere where somebody answers', () => {
	for (const path of ['/sign-in', '/sign-in?problem=old', '/sign-in/confirm?token=x', '/sign-in/passkey', '/set-up'])
		assert.equal(clientAddress(from('192.0.2.7', path), 1), '192.0.2.7', path);
	for (const path of ['/answer/1/ballot', '/profile/1/sealed', '/%70rofile/1/sealed', '/code', '/', '/sign-in-not'])
		assert.equal(clientAddress(from('192.0.2.7', path), 1), proxy, path);
});
