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
	rules: { threshold: 5, minimumInvited: 8 },
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

test('every group has to be large enough, not only the leader’s own', () => {
	for (const groupId of ['g1', 'g2']) {
		assert.deepEqual(problemsOf({ manifest: withFirst({ invited: 7 }), groupId }), ['group-too-small']);
		assert.deepEqual(problemsOf({ manifest: withFirst({ invited: 8 }), groupId }), []);
	}
});

test('the list’s rules are those that the page tells the leader', () => {
	const judge = (rules: Manifest['rules'], told = rules) =>
		problemsOf({ manifest: { ...good.manifest, rules }, rules: told });
	assert.deepEqual(judge({ threshold: 3, minimumInvited: 8 }, good.rules), ['other-rules']);
	assert.deepEqual(judge({ threshold: 5, minimumInvited: 5 }, good.rules), ['other-rules']);
	assert.deepEqual(judge({ threshold: 5, minimumInvited: 8 }, { threshold: NaN, minimumInvited: NaN }), [
		'other-rules'
	]);
	assert.deepEqual(judge({ threshold: 3, minimumInvited: 5 }), []);
});

test('no rule is looser than the floor, whoever tells it', () => {
	const judge = (rules: Manifest['rules'], invited = 9) =>
		problemsOf({ manifest: { ...withFirst({ invited }), rules }, rules });
	assert.deepEqual(judge({ threshold: 2, minimumInvited: 8 }), ['rules-too-loose']);
	assert.deepEqual(judge({ threshold: 3, minimumInvited: 4 }), ['rules-too-loose']);
	assert.deepEqual(judge({ threshold: 1, minimumInvited: 1 }, 1), ['rules-too-loose', 'group-too-small']);
});

test('a group beside another one of the same units is refused, and so is a name in two alphabets', () => {
	const [first, second] = good.manifest.groups;
	assert.ok(first && second);
	const twin = { units: second.units, name: 'Afdeling 2, øst' };
	assert.deepEqual(problemsOf({ manifest: withFirst(twin) }), ['groups-alike']);
	for (const change of [{ name: 'Afd\u0435ling 9' }, { units: ['\u0410fsnit 1A'] }, { path: ['H\u043espitalet'] }])
		assert.deepEqual(problemsOf({ manifest: withFirst(change) }), ['name-mixes-alphabets'], JSON.stringify(change));
});

test('all problems are told at once', () => {
	assert.deepEqual(problemsOf({ hashMatches: false, roundId: 'r2', groupId: 'g9' }), [
		'hash-differs',
		'other-round',
		'group-missing'
	]);
});
