import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendResponse, type Sending } from './send-response.ts';

type Reply = { status: number; kind: string | null } | null;

function arrange(replies: readonly Reply[], isCollected = false) {
	const asked: { path: string; body: unknown }[] = [];
	const steps: string[] = [];
	const waits: number[] = [];
	const sending: Sending = {
		roundId: 'r',
		token: 't',
		ballot: 'b',
		answers: { a: 1 },
		isCollected,
		onStep: (step) => steps.push(step),
		post: async (path, body) => {
			asked.push({ path, body });
			return replies[asked.length - 1] ?? null;
		},
		wait: async (attempt) => {
			waits.push(attempt);
			if (waits.length > 20) throw new Error('never answered');
		}
	};
	return { sending, asked, steps, waits };
}

const ok = (kind: string): Reply => ({ status: 200, kind });
const no = (status: number, kind: string | null): Reply => ({ status, kind });

test('the ballot is collected first, and the answers go without the invitation', async () => {
	const { sending, asked } = arrange([ok('collected'), ok('stored')]);
	assert.equal(await sendResponse(sending), 'stored');
	assert.deepEqual(asked, [
		{ path: '/answer/r/collect', body: { token: 't', ballot: 'b' } },
		{ path: '/answer/r/submit', body: { ballot: 'b', answers: { a: 1 } } }
	]);
});

test('a lost connection and a server in trouble are waited out with the same ballot', async () => {
	const { sending, asked, steps, waits } = arrange([
		null,
		no(503, 'busy'),
		ok('collected'),
		no(500, null),
		null,
		ok('stored')
	]);
	assert.equal(await sendResponse(sending), 'stored');
	assert.deepEqual(steps, ['offline', 'broken', 'collected', 'broken', 'offline']);
	assert.deepEqual(waits, [1, 2, 1, 2]);
	assert.ok(asked.every(({ body }) => JSON.stringify(body).includes('"ballot":"b"')));
});

test('an answer that is no JSON, such as a proxy’s page, is tried again', async () => {
	const { sending } = arrange([no(200, null), ok('collected'), ok('stored')]);
	assert.equal(await sendResponse(sending), 'stored');
});

test('a ballot that was collected earlier is not collected again', async () => {
	const { sending, asked } = arrange([ok('stored')], true);
	assert.equal(await sendResponse(sending), 'stored');
	assert.deepEqual(
		asked.map(({ path }) => path),
		['/answer/r/submit']
	);
});

test('each refusal ends the sending with its own word', async () => {
	const refused = async (kind: string) => sendResponse(arrange([no(409, kind)]).sending);
	assert.equal(await refused('closed'), 'closed');
	assert.equal(await refused('already-collected'), 'alreadyCollected');
	assert.equal(await refused('unknown-invitation'), 'unknownInvitation');
	assert.equal(await refused('unknown-round'), 'unknownInvitation');
	assert.equal(await sendResponse(arrange([ok('collected'), no(409, 'used')]).sending), 'used');
	assert.equal(await sendResponse(arrange([ok('collected'), no(400, 'out-of-range')]).sending), 'notAccepted');
	assert.equal(await sendResponse(arrange([ok('collected'), no(400, 'nothing-answered')]).sending), 'nothingAnswered');
});
