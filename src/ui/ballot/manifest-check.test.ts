import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { writeManifest, type Manifest } from '#domain/ballot/manifest.ts';
import { someManifest } from '#domain/ballot/sample-manifest.testing.ts';
import { hashManifest, judgeManifest } from './manifest-check.ts';
import { keyPairOf } from './p256-public-key.ts';

const answersKey = Buffer.from(
	await crypto.subtle.exportKey('raw', (await keyPairOf(new Uint8Array(48))).publicKey)
).toString('base64url');

function rsaKey(modulusLength = 2048, publicExponent = 65_537): string {
	return generateKeyPairSync('rsa', { modulusLength, publicExponent })
		.publicKey.export({ format: 'der', type: 'spki' })
		.toString('base64url');
}

const keys = [rsaKey(), rsaKey(), rsaKey()];
const good: Manifest = {
	...someManifest({ groups: 3 }),
	answersKey,
	groups: someManifest({ groups: 3 }).groups.map((group, at) => ({ ...group, key: keys[at] ?? '' }))
};

const invitation = { roundId: 'r1', instrument: good.instrument, rules: good.rules, groupId: 'g2' };

/** The browser of a leader whose letter names the good manifest's hash gets this text. */
async function judge(text: string, change: { groupId?: string; namedHash?: string | null } = {}) {
	const namedHash = await hashManifest(writeManifest(good));
	return judgeManifest({ text, namedHash, ...invitation, ...change });
}

const problemsOf = async (...input: Parameters<typeof judge>) => {
	const judged = await judge(...input);
	return judged.kind === 'refused' ? judged.problems : [];
};

test('the manifest that the invitation names gives the group, its key and the round’s key', async () => {
	const judged = await judge(writeManifest(good));
	assert.ok(judged.kind === 'place');
	assert.equal(judged.group.name, 'Afdeling 2');
	assert.equal((judged.groupKey.algorithm as RsaHashedKeyAlgorithm).modulusLength, 2048);
	assert.equal(judged.answersKey.length, 65);
	assert.equal(judged.manifestHash, await hashManifest(writeManifest(good)));
});

test('a split view, where one leader is shown another manifest with a key of their own, is refused', async () => {
	const tagged = good.groups.map((group) => (group.id === 'g2' ? { ...group, key: rsaKey() } : group));
	assert.deepEqual(await problemsOf(writeManifest({ ...good, groups: tagged })), ['hash-differs']);
	const own = {
		...good.groups[1],
		id: 'g4',
		name: 'Afdeling 2 (2)',
		path: [],
		units: ['x'],
		attributes: {},
		invited: 9,
		key: rsaKey()
	};
	assert.deepEqual(await problemsOf(writeManifest({ ...good, groups: [...good.groups, own] }), { groupId: 'g4' }), [
		'hash-differs'
	]);
});

test('a manifest that all see with a group for one leader is refused by everybody', async () => {
	const alone = { ...good, groups: good.groups.map((group) => (group.id === 'g2' ? { ...group, invited: 1 } : group)) };
	const namedHash = await hashManifest(writeManifest(alone));
	assert.deepEqual(await problemsOf(writeManifest(alone), { namedHash }), ['group-too-small']);
	assert.deepEqual(await problemsOf(writeManifest(alone), { namedHash, groupId: 'g1' }), ['group-too-small']);
});

test('a short key and another exponent are refused, and a text that is no manifest', async () => {
	const withKey = (key: string) =>
		writeManifest({ ...good, groups: good.groups.map((group) => (group.id === 'g2' ? { ...group, key } : group)) });
	for (const [key, problem] of [
		[rsaKey(1024), 'key-malformed'],
		[rsaKey(3072, 3), 'key-weak']
	] as const) {
		const text = withKey(key);
		assert.deepEqual(await problemsOf(text, { namedHash: await hashManifest(text) }), [problem]);
	}
	const noPoint = writeManifest({ ...good, answersKey: Buffer.alloc(65, 4).toString('base64url') });
	assert.deepEqual(await problemsOf(noPoint, { namedHash: await hashManifest(noPoint) }), ['key-malformed']);
	assert.deepEqual(await problemsOf('<html>', { namedHash: await hashManifest('<html>') }), ['not-readable']);
	assert.deepEqual(await problemsOf('<html>'), ['hash-differs']);
});

test('after a typed code the manifest as it is counts, for a person to compare', async () => {
	const other = writeManifest({ ...good, organisation: 'Et andet hospital' });
	const judged = await judge(other, { namedHash: null });
	assert.equal(judged.kind === 'place' && judged.manifestHash, await hashManifest(other));
});
