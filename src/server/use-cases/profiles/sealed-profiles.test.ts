// A leader keeps a profile, opens it elsewhere, compares and removes it: the browser's modules on the server's use cases.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { prepareChanges } from '#ui/leader-key/changes.ts';
import { scoresOf, type Answers } from '#ui/leader-key/compare-profiles.ts';
import { keepProfile, openKeptProfile, removeKeptProfile } from '#ui/leader-key/keep-profile.ts';
import { leaderKeyStore, newLeaderKey } from '#ui/leader-key/key.ts';
import { profileHouse } from '#ui/leader-key/profile-house.ts';
import type { KeptProfile } from '#ui/leader-key/seal-profile.ts';
import { memoryStorage } from '#ui/leader-key/storage.testing.ts';
import { forEachDatabase, type OpenDatabase } from '../../../../tests/support/each-database.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { addTwoRounds } from '../../../../tests/support/two-rounds.ts';
import { fetchSealedProfile } from './fetch-sealed-profile.ts';
import { readChangeBasis } from './read-change-basis.ts';
import { readProfileMaterial } from './read-profile-material.ts';
import { removeSealedProfile } from './remove-sealed-profile.ts';
import { storeSealedProfile } from './store-sealed-profile.ts';

const visitor = { kind: 'visitor' } as const;
const text = (bytes: number) => randomBytes(bytes).toString('base64url');

forEachDatabase('a kept profile', (open) => {
	test('is opened with the key on another device, and gone when it is removed', async () => {
		const { house, spring, profileOf } = await arrange(open);
		const key = newLeaderKey();
		assert.deepEqual(await openKeptProfile(house, key, spring), { kind: 'unknown' });
		const profile = profileOf(spring, 3);
		assert.equal(await keepProfile(house, key, profile), 'kept');
		assert.equal(await keepProfile(house, key, profile), 'kept', 'a second press changes nothing');
		assert.deepEqual(await openKeptProfile(house, key, spring), { kind: 'opened', profile });
		assert.deepEqual(await openKeptProfile(house, newLeaderKey(), spring), { kind: 'unknown' });
		assert.equal(await removeKeptProfile(house, key, spring), 'removed');
		assert.deepEqual(await openKeptProfile(house, key, spring), { kind: 'unknown' });
		assert.equal(await removeKeptProfile(house, key, spring), 'removed');
	});

	test('is not overwritten by another leader who presses with the key of the shared computer', async () => {
		const { house, spring, profileOf } = await arrange(open);
		const key = newLeaderKey();
		await keepProfile(house, key, profileOf(spring, 3));
		assert.equal(await keepProfile(house, key, profileOf(spring, 4)), 'other-answers');
		const opened = await openKeptProfile(house, key, spring);
		assert.deepEqual(opened, { kind: 'opened', profile: profileOf(spring, 3) });
	});

	test('is replaced or removed only by whoever has the writer’s token', async () => {
		const { context, spring } = await arrange(open);
		const own = { roundId: spring, profileId: text(32), writer: text(32), sealed: text(4096) };
		assert.deepEqual(await storeSealedProfile(context, visitor, own), { kind: 'stored' });
		const foreign = { ...own, writer: text(32), sealed: text(4096) };
		assert.deepEqual(await storeSealedProfile(context, visitor, foreign), { kind: 'not-yours' });
		assert.deepEqual(await removeSealedProfile(context, visitor, foreign), { kind: 'not-yours' });
		assert.deepEqual(await fetchSealedProfile(context, visitor, own), { kind: 'sealed', sealed: own.sealed });
		const again = { ...own, sealed: text(4096) };
		assert.deepEqual(await storeSealedProfile(context, visitor, again), { kind: 'stored' });
		assert.deepEqual(await fetchSealedProfile(context, visitor, own), { kind: 'sealed', sealed: again.sealed });
		assert.deepEqual(await removeSealedProfile(context, visitor, own), { kind: 'removed' });
		assert.deepEqual(await removeSealedProfile(context, visitor, own), { kind: 'unknown' });
	});

	test('of another size, or under what is no identifier, is not taken', async () => {
		const { context, spring } = await arrange(open);
		const good = { roundId: spring, profileId: text(32), writer: text(32), sealed: text(4096) };
		const faults = [
			{ sealed: text(4095) },
			{ sealed: text(4097) },
			{ sealed: '' },
			{ profileId: text(31) },
			{ writer: text(33) },
			{ profileId: `${text(32).slice(0, -2)}==` }
		];
		for (const fault of faults)
			assert.deepEqual(await storeSealedProfile(context, visitor, { ...good, ...fault }), { kind: 'not-readable' });
		const nowhere = { ...good, roundId: '00000000-0000-4000-8000-000000000000' };
		assert.deepEqual(await storeSealedProfile(context, visitor, nowhere), { kind: 'unknown-round' });
		assert.deepEqual(await fetchSealedProfile(context, visitor, nowhere), { kind: 'unknown-round' });
		assert.equal((await context.db.selectFrom('sealed_profiles').selectAll().execute()).length, 0);
	});

	test('somebody who fills the database up is stopped, and who has a profile can still replace it', async () => {
		const { context, spring } = await arrange(open);
		const [first, ...more] = Array.from({ length: 180 }, () => ({
			roundId: spring,
			profileId: text(32),
			writer: text(32),
			sealed: text(4096)
		}));
		assert.ok(first);
		// Eight were invited: room for 8 × 10 + 100.
		for (const one of [first, ...more]) assert.equal((await storeSealedProfile(context, visitor, one)).kind, 'stored');
		const one = { roundId: spring, profileId: text(32), writer: text(32), sealed: text(4096) };
		assert.deepEqual(await storeSealedProfile(context, visitor, one), { kind: 'full' });
		assert.deepEqual(await storeSealedProfile(context, visitor, { ...first, sealed: text(4096) }), { kind: 'stored' });
	});

	test('earlier rounds are those that leaders answered here and that are closed, newest first', async () => {
		const { context, spring, autumn, planned } = await arrange(open);
		const seen = await readProfileMaterial(context, visitor, { roundId: autumn });
		const rounds = seen.kind === 'material' ? seen.earlierRounds : assert.fail(seen.kind);
		assert.deepEqual(
			rounds.map((round) => round.name),
			['Forår', 'Prøvemåling']
		);
		assert.deepEqual(rounds[0], { id: spring, name: 'Forår', instrumentId: 'ledertrivsel-1', instrumentVersion: 1 });
		const first = await readProfileMaterial(context, visitor, { roundId: spring });
		assert.deepEqual(first.kind === 'material' && first.earlierRounds.map((round) => round.name), ['Prøvemåling']);
		assert.equal((await readProfileMaterial(context, visitor, { roundId: planned })).kind, 'unknown-round');
	});

	test('changes are told by scale, against the spread that was published, and no pseudonym is sent', async () => {
		const { house, spring, autumn, instrument, profileOf, send, sent } = await arrange(open);
		const key = newLeaderKey();
		const storage = memoryStorage();
		const surroundings = { storage, send, unwrap: async () => null };
		const answers = answersOf(instrument, 5);
		const ask = () => prepareChanges({ roundId: autumn, answers }, surroundings);

		assert.equal(await ask(), null, 'no key in this browser');
		assert.equal(sent.length, 0, 'and then nothing is asked');
		leaderKeyStore(storage).write({ held: { kind: 'plain', key }, saved: [] });
		assert.equal(await ask(), null, 'no earlier profile');

		await keepProfile(house, key, profileOf(spring, 1));
		sent.length = 0;
		const prepared = await ask();
		assert.equal(prepared?.earlierRound, 'Forår');
		const expected = instrument.scales.map((scale, place) => {
			if (place === 1 || scale.direction === 'neutral') return null;
			const before = scoresOf(instrument, answersOf(instrument, 1))[place]?.score ?? 0;
			const after = scoresOf(instrument, answers)[place]?.score ?? 0;
			if (Math.abs(after - before) <= 1.96 * 20 * Math.SQRT2 * Math.sqrt(0.2)) return 0;
			return after > before === (scale.direction === 'resource') ? 1 : -1;
		});
		assert.deepEqual(prepared?.changes, expected);
		assert.ok(expected.includes(1) && expected.includes(-1) && expected.includes(null));
		const posted = sent.map((request) => request.body).join();
		assert.ok(!posted.includes(Buffer.from(key).toString('base64url')));
		assert.ok(sent.every((request) => request.credentials === 'omit'));

		leaderKeyStore(storage).forget();
		assert.equal(await ask(), null);
	});

	test('a comparison rests on an earlier release only, and on rounds that measured the same', async () => {
		const { context, spring, autumn } = await arrange(open);
		const first = await readChangeBasis(context, visitor, { roundId: spring });
		assert.ok(first.kind === 'basis');
		assert.ok(first.scales.every((scale) => scale.standardDeviation === null && scale.reliability === null));
		const second = await readChangeBasis(context, visitor, { roundId: autumn });
		assert.ok(second.kind === 'basis');
		assert.deepEqual(
			second.earlierRounds.map((round) => round.name),
			['Forår'],
			'the trial had another questionnaire'
		);
		const [known, unknown] = second.scales;
		assert.deepEqual([known?.standardDeviation, known?.reliability], [20, 0.8]);
		assert.deepEqual([unknown?.standardDeviation, unknown?.reliability], [null, 0.8], 'a bound is no figure');
	});
});

test('without a connection nothing is said to be kept, opened or removed', async () => {
	const house = profileHouse(async () => {
		throw new TypeError('Failed to fetch');
	});
	const key = newLeaderKey();
	const profile: KeptProfile = {
		roundId: 'r',
		roundName: 'R',
		instrument: { id: 'i', version: 1 },
		answers: {},
		scores: {}
	};
	assert.equal(await keepProfile(house, key, profile), 'unreachable');
	assert.deepEqual(await openKeptProfile(house, key, 'r'), { kind: 'unreachable' });
	assert.equal(await removeKeptProfile(house, key, 'r'), 'unreachable');
});

type Sent = { readonly body: string; readonly credentials: RequestCredentials | undefined };

async function arrange(open: OpenDatabase) {
	const { kysely: db } = await open();
	const context = createTestContext(db);
	const rounds = await addTwoRounds(context);
	const { instrument } = rounds;
	const withTrial: TestContext = { ...context, instruments: [...context.instruments, rounds.trialInstrument] };

	const sent: Sent[] = [];
	const send: typeof fetch = async (address, init) => {
		const body = typeof init?.body === 'string' ? init.body : '';
		sent.push({ body, credentials: init?.credentials });
		const [, , roundId = ''] = String(address).split('/');
		const input = { roundId, ...(body === '' ? {} : (JSON.parse(body) as Record<string, string>)) };
		const whole = { profileId: '', writer: '', sealed: '', ...input };
		if (init?.method === 'POST') return Response.json(await fetchSealedProfile(withTrial, visitor, whole));
		if (init?.method === 'PUT') return Response.json(await storeSealedProfile(withTrial, visitor, whole));
		if (init?.method === 'DELETE') return Response.json(await removeSealedProfile(withTrial, visitor, whole));
		return Response.json(await readChangeBasis(withTrial, visitor, { roundId }));
	};
	const profileOf = (roundId: string, value: number): KeptProfile => {
		const answers = answersOf(instrument, value);
		return {
			roundId,
			roundName: 'Forår',
			instrument: { id: instrument.id, version: instrument.version },
			answers: { ...answers },
			scores: Object.fromEntries(scoresOf(instrument, answers).map(({ scale, score }) => [scale, score]))
		};
	};
	return { ...rounds, context: withTrial, house: profileHouse(send), profileOf, send, sent };
}

function answersOf(instrument: Instrument, value: number): Answers {
	return Object.fromEntries(instrument.items.map((item) => [item.id, value]));
}
