import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import { scoresOf } from './compare-profiles.ts';
import { deriveRoundKeys } from './derive.ts';
import { newLeaderKey } from './key.ts';
import { openProfile, sealProfile, type KeptProfile } from './seal-profile.ts';

const roundId = '2f0c6d0e-9a59-4b1e-8f6a-0d5d3f3c1a11';
const parsed = parseInstrument(JSON.parse(readFileSync('evidence/instruments/ledertrivsel-1.json', 'utf8')));
assert.ok(parsed.kind === 'instrument');
const { instrument } = parsed;

const small: KeptProfile = {
	roundId,
	roundName: 'Efterår 2026 – måling på Rigshospitalet',
	instrument: { id: instrument.id, version: instrument.version },
	answers: { 'workload-1': 4 },
	scores: { workload: 75, support: null }
};

function fullProfile(value: (place: number) => number): KeptProfile {
	const answers = Object.fromEntries(instrument.items.map((item, place) => [item.id, value(place)]));
	const scores = scoresOf(instrument, answers).map(({ scale, score }) => [scale, score]);
	return { ...small, answers, scores: Object.fromEntries(scores) };
}

test('whatever was answered, what is sealed has one size and opens again', async () => {
	const keys = await deriveRoundKeys(newLeaderKey(), roundId);
	await fc.assert(
		fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 }), async (values) => {
			const profile = fullProfile((place) => values[place % values.length] ?? 1);
			const sealed = await sealProfile(profile, keys);
			assert.equal(sealed?.length, 4096);
			assert.deepEqual(await openProfile(sealed ?? assert.fail(), keys), profile);
		}),
		{ numRuns: 25 }
	);
	assert.equal((await sealProfile({ ...small, answers: {}, scores: {} }, keys))?.length, 4096);
});

test('a questionnaire of two hundred questions fits; what is far longer is refused', async () => {
	const keys = await deriveRoundKeys(newLeaderKey(), roundId);
	let state = 1;
	const draw = () => (state = (state * 48271) % 2147483647) / 2147483647;
	const long = (count: number): KeptProfile => ({
		...small,
		answers: Object.fromEntries(
			Array.from({ length: count }, (_, item) => [`a-long-name-of-an-item-${item}`, Math.ceil(draw() * 7)])
		),
		scores: Object.fromEntries(Array.from({ length: count / 5 }, (_, scale) => [`scale-${scale}`, draw() * 100]))
	});
	const profile = long(200);
	assert.deepEqual(await openProfile((await sealProfile(profile, keys)) ?? assert.fail(), keys), profile);
	assert.equal(await sealProfile(long(3000), keys), null);
});

test('sealing the same twice gives other bytes', async () => {
	const keys = await deriveRoundKeys(newLeaderKey(), roundId);
	const [one, other] = [await sealProfile(small, keys), await sealProfile(small, keys)];
	assert.notDeepEqual(one?.slice(0, 12), other?.slice(0, 12));
	assert.notDeepEqual(one?.slice(12), other?.slice(12));
});

test('another leader, another round, another place or a changed byte does not open', async () => {
	const leaderKey = newLeaderKey();
	const keys = await deriveRoundKeys(leaderKey, roundId);
	const sealed = (await sealProfile(small, keys)) ?? assert.fail();
	const others = [
		await deriveRoundKeys(newLeaderKey(), roundId),
		await deriveRoundKeys(leaderKey, '2f0c6d0e-9a59-4b1e-8f6a-0d5d3f3c1a12'),
		{ ...keys, profileId: crypto.getRandomValues(new Uint8Array(32)) }
	];
	for (const other of others) assert.equal(await openProfile(sealed, other), null);
	for (const place of [0, 11, 12, 2000, 4095]) {
		const changed = sealed.with(place, (sealed[place] ?? 0) ^ 1);
		assert.equal(await openProfile(changed, keys), null, `byte ${place}`);
	}
	assert.equal(await openProfile(sealed.slice(1), keys), null);
});
