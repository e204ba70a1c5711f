import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerHouse, manifest, manifestHash, manifestText, type AnswerHouse } from './answer-house.testing.ts';
import { judgeManifest, type Place } from '#ui/ballot/manifest-check.ts';
import type { Ballot } from './draft.ts';
import { newBallot, sendResponse, type Sending } from './send-response.ts';

const judged = await judgeManifest({
	text: manifestText,
	namedHash: manifestHash,
	roundId: 'r1',
	instrument: manifest.instrument,
	rules: manifest.rules,
	groupId: 'g1'
});
assert.ok(judged.kind === 'place');
const place: Place = judged;
const envelope = new Uint8Array(4096).fill(7);

/** What one device keeps. */
function device(house: AnswerHouse, change: Partial<Sending> = {}) {
	const kept: Ballot[] = [];
	const sending: Sending = {
		roundId: 'r1',
		token: '0123456789ABCDEF',
		place,
		envelope,
		ballot: null,
		keep: (ballot) => {
			kept.push(ballot);
			return ballot;
		},
		exchange: house.exchange,
		...change
	};
	return { kept, send: (ballot: Ballot | null = sending.ballot) => sendResponse({ ...sending, ballot }) };
}

const pathsOf = (house: AnswerHouse) => house.asked.map(({ path }) => path.split('/').at(-1));

test('a ballot is signed unseen, the answers go without the invitation, and the round’s key opens them', async () => {
	const house = answerHouse();
	const phone = device(house);
	assert.equal(await phone.send(), 'stored');
	assert.deepEqual(pathsOf(house), ['collect', 'submit']);
	const [collect, submit] = house.asked.map(({ body }) => body);
	assert.deepEqual(Object.keys(collect ?? {}), ['token', 'blinded']);
	assert.deepEqual(Object.keys(submit ?? {}), ['manifest', 'group', 'ballot', 'signature', 'sealed']);
	const ballot = phone.kept.at(-1);
	assert.ok(ballot?.step === 'collected');
	for (const secret of [ballot.secret, collect?.token, collect?.blinded])
		assert.ok(secret && !JSON.stringify(submit).includes(secret));
	const [ballotHash] = [...house.box.keys()];
	assert.deepEqual(await house.open(ballotHash ?? ''), envelope);
});

test('each step is kept before the next request, so that nothing is lost wherever it stops', async () => {
	const house = answerHouse({ troubles: ['lost-after', null, 'lost-after', 'busy', 'proxy page'] });
	const phone = device(house);
	assert.equal(await phone.send(), 'stored');
	assert.deepEqual(
		phone.kept.map((ballot) => ballot.step),
		['blinded', 'collected']
	);
	assert.deepEqual(pathsOf(house), ['collect', 'collect', 'submit', 'submit', 'submit', 'submit']);
	assert.equal(new Set(house.asked.map(({ body }) => JSON.stringify(body))).size, 2, 'the same bytes each time');
	assert.equal(house.box.size, 1);
	assert.deepEqual(house.troubles, ['offline', 'offline', 'broken', 'broken']);
});

test('a tab that was closed after any step goes on from what was kept, and makes one response', async () => {
	for (const lostAt of [0, 1]) {
		const house = answerHouse();
		const phone = device(house);
		await phone.send();
		assert.equal(await device(house).send(phone.kept[lostAt] ?? null), 'stored', `from step ${lostAt}`);
		assert.equal(house.box.size, 1);
	}
});

test('two devices with the same ballot and answers make one response; other answers are refused', async () => {
	const house = answerHouse();
	const ballot = await newBallot(place);
	assert.equal(await device(house).send(ballot), 'stored');
	assert.equal(await device(house).send(ballot), 'stored');
	assert.equal(await device(house, { envelope: new Uint8Array(4096).fill(8) }).send(ballot), 'used');
	assert.equal(house.box.size, 1);
});

test('another device with a ballot of its own is told that the invitation is used', async () => {
	const house = answerHouse();
	assert.equal(await device(house).send(), 'stored');
	const other = device(house);
	assert.equal(await other.send(), 'alreadyCollected');
	assert.equal(house.box.size, 1);
});

test('where another tab has kept a ballot first, that one is used', async () => {
	const house = answerHouse();
	const first = await newBallot(place);
	const second = device(house, { keep: (ballot) => (ballot.step === 'blinded' ? first : ballot) });
	assert.equal(await second.send(), 'stored');
	assert.equal(first.step === 'blinded' && first.blinded, house.asked[0]?.body.blinded);
});

test('a ballot of another manifest is neither collected nor sent', async () => {
	const house = answerHouse();
	const ballot = await newBallot(place);
	assert.equal(await device(house).send({ ...ballot, manifestHash: 'other' }), 'manifest-hash-differs');
	assert.equal(await device(house).send({ ...ballot, groupId: 'g2' }), 'manifest-hash-differs');
	assert.equal(house.asked.length, 0);
});

test('a signature that is not the group’s is noticed, and nothing is sent', async () => {
	const house = answerHouse();
	const cheated = answerHouse();
	const wrong = {
		...house.exchange,
		post: async (path: string, body: unknown) => {
			const reply = await cheated.exchange.post(path, body);
			return reply && { ...reply, text: JSON.stringify({ kind: 'collected', signature: 'A'.repeat(342) }) };
		}
	};
	assert.equal(await device(house, { exchange: wrong }).send(), 'notSigned');
	assert.deepEqual(pathsOf(cheated), ['collect']);
});

test('each refusal ends the sending with its own word', async () => {
	const ballot = await newBallot(place);
	const refused = (refuse: Readonly<Record<string, string>>) => device(answerHouse({ refuse })).send(ballot);
	assert.equal(await refused({ collect: 'closed' }), 'closed');
	assert.equal(await refused({ collect: 'already-collected' }), 'alreadyCollected');
	assert.equal(await refused({ collect: 'unknown-invitation' }), 'unknownInvitation');
	assert.equal(await refused({ collect: 'unknown-round' }), 'unknownInvitation');
	assert.equal(await refused({ collect: 'not-a-blinded-value' }), 'notAccepted');
	assert.equal(await refused({ submit: 'closed' }), 'closed');
	assert.equal(await refused({ submit: 'used' }), 'used');
	assert.equal(await refused({ submit: 'other-manifest' }), 'manifest-hash-differs');
	assert.equal(await refused({ submit: 'not-a-ballot' }), 'notAccepted');
	assert.equal(await refused({ submit: 'not-readable' }), 'notAccepted');
});
