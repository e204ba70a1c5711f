import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { newLeaderKey } from './key.ts';
import { hasPasskeys, unwrapWithPasskey, wrapWithPasskey, type WrappedKey } from './passkey.ts';
import { passkeyDevice } from './passkey.testing.ts';

before(() => {
	Object.defineProperty(globalThis, 'location', { value: { hostname: 'ledertrivsel.example.org' } });
});

type Device = ReturnType<typeof passkeyDevice>;

async function wrapped(key: Uint8Array<ArrayBuffer>, device: Device): Promise<WrappedKey> {
	const outcome = await wrapWithPasskey(key, 'Min profil', device);
	return outcome.kind === 'wrapped' ? outcome.wrapped : assert.fail(outcome.kind);
}

for (const computesWhenMade of [false, true]) {
	test(`a key locked with a passkey opens with it (computes when made: ${computesWhenMade})`, async () => {
		const device = passkeyDevice({ computesWhenMade });
		const key = newLeaderKey();
		const locked = await wrapped(key, device);
		assert.deepEqual(await unwrapWithPasskey(locked, device), key);
		assert.ok(!JSON.stringify(locked).includes(Buffer.from(key).toString('base64url')));
		const request = device.asked.at(-1)?.publicKey;
		assert.equal(request?.userVerification, 'required');
		assert.equal(request?.rpId, 'ledertrivsel.example.org');
		assert.equal(new Uint8Array(request?.challenge as Uint8Array).length, 32);
	});
}

test('another device, another passkey of the same device, or what was changed, does not open it', async () => {
	const device = passkeyDevice();
	const key = newLeaderKey();
	const locked = await wrapped(key, device);
	const other = await wrapped(newLeaderKey(), device);
	assert.equal(await unwrapWithPasskey(locked, passkeyDevice()), null);
	assert.equal(await unwrapWithPasskey({ ...locked, credential: other.credential }, device), null);
	assert.equal(await unwrapWithPasskey({ ...locked, salt: other.salt }, device), null);
	assert.equal(await unwrapWithPasskey({ ...locked, sealed: other.sealed }, device), null);
	assert.equal(await unwrapWithPasskey({ ...locked, sealed: '!' }, device), null);
});

test('a leader who says no keeps the key as it was', async () => {
	let isRefusing = true;
	const device = passkeyDevice({ isRefusing: () => isRefusing });
	const key = newLeaderKey();
	assert.deepEqual(await wrapWithPasskey(key, 'x', device), { kind: 'refused' });
	isRefusing = false;
	const locked = await wrapped(key, device);
	isRefusing = true;
	assert.equal(await unwrapWithPasskey(locked, device), null);
});

test('a passkey that cannot compute is told apart', async () => {
	const outcome = await wrapWithPasskey(newLeaderKey(), 'x', passkeyDevice({ hasPrf: false }));
	assert.deepEqual(outcome, { kind: 'without-prf' });
});

test('where the browser knows nothing of passkeys, none is offered', async () => {
	assert.equal(await hasPasskeys(), false);
});
