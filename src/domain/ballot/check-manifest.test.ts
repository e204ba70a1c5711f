import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeBase64url } from './base64url.ts';
import { checkManifest } from './check-manifest.ts';
import type { Manifest, ManifestGroup } from './manifest.ts';
import { someManifest } from './sample-manifest.testing.ts';

const good = {
	manifest: someManifest({ groups: 3 }),
	hashMatches: true,
	roundId: 'r1',
	instrument: { id: 'ledertrivsel-1', version: 1 },
	groupId: 'g2'
};

function problemsOf(change: Partial<typeof good>): readonly string[] {
	const checked = checkManifest({ ...good, ...change });
	return checked.kind === 'refused' ? checked.problems : [];
}

/** The same manifest with its first group changed. */
function withFirst(change: Partial<ManifestGroup>): Manifest {
	return {
		...good.manifest,
		groups: good.manifest.groups.map((group, at) => (at === 0 ? { ...group, ...change } : group))
	};
}

test('a good manifest gives the leader’s group', () => {
	const checked = checkManifest(good);
	assert.equal(checked.kind === 'checked' && checked.group.name, 'Afdeling 2');
});

test('each problem is found by itself', () => {
	assert.deepEqual(problemsOf({ hashMatches: false }), ['hash-differs']);
	assert.deepEqual(problemsOf({ roundId: 'r2' }), ['other-round']);
	assert.deepEqual(problemsOf({ instrument: { id: 'ledertrivsel-1', version: 2 } }), ['other-instrument']);
	assert.deepEqual(problemsOf({ groupId: 'g9' }), ['group-missing']);
	assert.deepEqual(problemsOf({ manifest: withFirst({ key: good.manifest.groups[2]?.key }) }), [
		'key-shared-by-groups'
	]);
	assert.deepEqual(problemsOf({ manifest: withFirst({ id: 'g3' }) }), ['group-named-twice']);
	assert.deepEqual(problemsOf({ manifest: withFirst({ key: writeBase64url(new Uint8Array(162)) }) }), [
		'key-malformed'
	]);
	assert.deepEqual(problemsOf({ manifest: { ...good.manifest, answersKey: 'AAAA' } }), ['key-malformed']);
});

test('a group that only looks like another one is named twice', () => {
	for (const name of ['Afdeling 3', 'afdeling  3', 'Afdeling 3 ', 'Afde\u200bling 3', 'Afdeling\u00a03'])
		assert.deepEqual(problemsOf({ manifest: withFirst({ name }) }), ['group-named-twice'], JSON.stringify(name));
	assert.deepEqual(problemsOf({ manifest: withFirst({ name: 'Afdeling 3', path: ['Et andet hospital'] }) }), []);
});

test('only the leader’s own group has to be large enough, by the manifest’s own rules', () => {
	assert.deepEqual(problemsOf({ manifest: withFirst({ invited: 7 }), groupId: 'g1' }), ['group-too-small']);
	assert.deepEqual(problemsOf({ manifest: withFirst({ invited: 8 }), groupId: 'g1' }), []);
	assert.deepEqual(problemsOf({ manifest: withFirst({ invited: 7 }), groupId: 'g2' }), []);
	const loose = { ...withFirst({ invited: 4 }), rules: { threshold: 5, minimumInvited: 1 } };
	assert.deepEqual(problemsOf({ manifest: loose, groupId: 'g1' }), ['group-too-small']);
});

test('all problems are told at once', () => {
	assert.deepEqual(problemsOf({ hashMatches: false, roundId: 'r2', groupId: 'g9' }), [
		'hash-differs',
		'other-round',
		'group-missing'
	]);
});
