import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeManifest } from '#domain/ballot/manifest.ts';
import { answerHouse, manifest, manifestHash } from './answer-house.testing.ts';
import { findPlace } from './find-place.ts';

const wanted = {
	roundId: 'r1',
	token: '0123456789ABCDEF',
	namedHash: manifestHash,
	instrument: manifest.instrument,
	rules: manifest.rules,
	groupId: null
};

test('the invitation names the group, and the manifest tells of it', async () => {
	const house = answerHouse();
	const found = await findPlace(wanted, house.exchange);
	assert.ok(found.kind === 'found');
	assert.equal(found.place.group.name, 'Afdeling 1');
	assert.deepEqual(Object.keys(found), ['kind', 'place'], 'whether it was collected is nobody’s before collecting');
	assert.deepEqual(
		house.asked.map(({ path }) => path),
		['/answer/r1/invitation', '/answer/r1/manifest']
	);
	assert.deepEqual(house.asked[1]?.body, {}, 'the manifest is asked for without the code');
});

test('a lost connection, a busy server and a proxy’s page are waited out', async () => {
	const house = answerHouse({ troubles: ['lost-before', 'proxy page', 'busy', null, 'lost-after', 'busy'] });
	assert.equal((await findPlace(wanted, house.exchange)).kind, 'found');
	assert.deepEqual(house.troubles, ['offline', 'broken', 'broken', 'offline', 'broken']);
});

test('a group that is known already is not asked for again', async () => {
	const house = answerHouse({ refuse: { invitation: 'closed' } });
	assert.equal((await findPlace({ ...wanted, groupId: 'g1' }, house.exchange)).kind, 'found');
});

test('each refusal of an invitation has its own sentence', async () => {
	const messageOf = async (kind: string) => {
		const found = await findPlace(wanted, answerHouse({ refuse: { invitation: kind } }).exchange);
		return found.kind === 'refused' ? found.message : found.kind;
	};
	assert.equal(await messageOf('closed'), 'closed');
	assert.equal(await messageOf('not-open'), 'notOpen');
	assert.equal(await messageOf('unknown-invitation'), 'unknownInvitation');
	assert.equal(await messageOf('unknown-round'), 'unknownInvitation');
});

test('another manifest than the link names is refused before anything is blinded', async () => {
	const house = answerHouse({ manifest: writeManifest({ ...manifest, organisation: 'Et andet hospital' }) });
	assert.deepEqual(await findPlace(wanted, house.exchange), { kind: 'refused', message: 'manifest-hash-differs' });
	const typed = await findPlace({ ...wanted, namedHash: null }, house.exchange);
	assert.equal(typed.kind, 'found', 'a typed code names none');
});
