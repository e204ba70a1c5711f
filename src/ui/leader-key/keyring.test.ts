import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leaderKeyStore, newLeaderKey } from './key.ts';
import { createKeyring } from './keyring.ts';
import { memoryStorage, refusingStorage } from './storage.testing.ts';

const wrapped = { credential: 'AA', salt: 'AQ', nonce: 'Ag', sealed: 'Aw' };

/** A passkey that opens what it locked last, as often as it is allowed. */
function passkeyOf() {
	let locked: Uint8Array<ArrayBuffer> | null = null;
	const told = { opened: 0, isAllowed: true };
	const passkey = {
		wrap: async (key: Uint8Array<ArrayBuffer>) => {
			locked = key;
			return { kind: 'wrapped', wrapped } as const;
		},
		unwrap: async () => {
			if (!told.isAllowed) return null;
			told.opened += 1;
			return locked;
		}
	};
	return { passkey, told };
}

test('a new key is in hand, and in the browser only when it is remembered', async () => {
	const storage = memoryStorage();
	const keyring = createKeyring(leaderKeyStore(storage));
	const key = newLeaderKey();
	keyring.take(key);
	assert.equal(keyring.kept(), 'nothing');
	assert.equal(await keyring.unlock(), key);
	assert.ok(keyring.remember('round'));
	assert.equal(keyring.kept(), 'plain');
	assert.ok(keyring.isSaved('round') && !keyring.isSaved('other'));
	assert.deepEqual(await createKeyring(leaderKeyStore(storage)).unlock(), key);
});

test('the rounds of one key are added up; another leader’s key replaces it with its own round', async () => {
	const keyring = createKeyring(leaderKeyStore(memoryStorage()));
	const key = newLeaderKey();
	keyring.take(key);
	keyring.remember('first');
	keyring.take(new Uint8Array(key));
	keyring.remember('second');
	assert.ok(keyring.isSaved('first') && keyring.isSaved('second'));
	keyring.noteRemoved('first');
	assert.ok(!keyring.isSaved('first') && keyring.isSaved('second'));
	keyring.take(newLeaderKey());
	keyring.remember('third');
	assert.ok(!keyring.isSaved('second') && keyring.isSaved('third'));
});

test('a key whose words did not help is put back, and the kept one is in hand again', async () => {
	const keyring = createKeyring(leaderKeyStore(memoryStorage()));
	const key = newLeaderKey();
	keyring.take(key);
	keyring.remember('round');
	keyring.take(newLeaderKey());
	keyring.putBack();
	assert.deepEqual(await keyring.unlock(), key);
	keyring.putBack();
	assert.deepEqual(await keyring.unlock(), key, 'the kept one stays');
});

test('a locked key asks once for its passkey, stays locked when a round is added, and is not opened by a no', async () => {
	const storage = memoryStorage();
	const { passkey, told } = passkeyOf();
	const first = createKeyring(leaderKeyStore(storage), passkey);
	const key = newLeaderKey();
	first.take(key);
	first.remember('round');
	assert.deepEqual(await first.lock('x'), { kind: 'wrapped', wrapped });
	const later = createKeyring(leaderKeyStore(storage), passkey);
	assert.equal(later.kept(), 'wrapped');
	told.isAllowed = false;
	assert.equal(await later.unlock(), null);
	told.isAllowed = true;
	assert.deepEqual([await later.unlock(), await later.unlock()], [key, key]);
	assert.equal(told.opened, 1);
	later.remember('next');
	assert.equal(later.kept(), 'wrapped');
	assert.ok(later.isSaved('round') && later.isSaved('next'));
});

test('forgetting leaves nothing, and nothing can be locked then', async () => {
	const keyring = createKeyring(leaderKeyStore(memoryStorage()), passkeyOf().passkey);
	keyring.take(newLeaderKey());
	keyring.remember('round');
	keyring.forget();
	assert.equal(await keyring.unlock(), null);
	assert.equal(keyring.kept(), 'nothing');
	assert.deepEqual(await keyring.lock('x'), { kind: 'refused' });
});

test('a browser that keeps nothing says so, and the key stays in hand', async () => {
	const keyring = createKeyring(leaderKeyStore(refusingStorage()));
	assert.equal(keyring.remember('round'), false);
	const key = newLeaderKey();
	keyring.take(key);
	assert.equal(keyring.remember('round'), false);
	assert.equal(await keyring.unlock(), key);
});
