import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupCommit } from './group-commit.ts';

/** Keeps what it was given; `hold` makes the next commits wait until it is called. */
function createStore(failsFor: (batch: readonly number[]) => Error | null = () => null) {
	const batches: number[][] = [];
	let release: (() => void) | null = null;
	let isHeld: Promise<void> = Promise.resolve();
	return {
		batches,
		hold: () => (isHeld = new Promise((resolve) => (release = resolve))),
		release: () => release?.(),
		commit: async (batch: readonly number[]): Promise<string[]> => {
			batches.push([...batch]);
			await isHeld;
			const failure = failsFor(batch);
			if (failure !== null) throw failure;
			return batch.map((item) => `stored ${item}`);
		}
	};
}

const brokenRow = Object.assign(new Error('does not fit'), { code: '23514' });
const lostDatabase = Object.assign(new Error('connection lost'), { code: 'ECONNRESET' });

test('what arrives during a commit goes together in the next, in order, each with its own result', async () => {
	const store = createStore();
	store.hold();
	const { submit } = groupCommit({ commit: store.commit, maximumBatch: 10 });
	const results = [1, 2, 3, 4].map((item) => submit(item));
	store.release();
	assert.deepEqual(await Promise.all(results), ['stored 1', 'stored 2', 'stored 3', 'stored 4']);
	assert.deepEqual(store.batches, [[1], [2, 3, 4]]);
});

test('nobody is answered before the commit is through', async () => {
	const store = createStore();
	store.hold();
	const { submit } = groupCommit({ commit: store.commit, maximumBatch: 10 });
	let isAnswered = false;
	const result = submit(1).then(() => (isAnswered = true));
	await new Promise((resolve) => setImmediate(resolve));
	assert.equal(isAnswered, false);
	store.release();
	await result;
});

test('a batch never grows beyond its maximum', async () => {
	const store = createStore();
	store.hold();
	const { submit } = groupCommit({ commit: store.commit, maximumBatch: 2 });
	const results = [1, 2, 3, 4, 5, 6].map((item) => submit(item));
	store.release();
	await Promise.all(results);
	assert.deepEqual(store.batches, [[1], [2, 3], [4, 5], [6]]);
});

test('a row that does not fit fails alone, and the rest of its batch is stored', async () => {
	const store = createStore((batch) => (batch.includes(3) ? brokenRow : null));
	store.hold();
	const { submit } = groupCommit({ commit: store.commit, maximumBatch: 10 });
	const results = Promise.allSettled([1, 2, 3, 4].map((item) => submit(item)));
	store.release();
	assert.deepEqual(await results, [
		{ status: 'fulfilled', value: 'stored 1' },
		{ status: 'fulfilled', value: 'stored 2' },
		{ status: 'rejected', reason: brokenRow },
		{ status: 'fulfilled', value: 'stored 4' }
	]);
});

test('a lost database is not asked again for every row of the batch', async () => {
	const store = createStore(() => lostDatabase);
	store.hold();
	const { submit } = groupCommit({ commit: store.commit, maximumBatch: 10 });
	const results = Promise.allSettled([1, 2, 3].map((item) => submit(item)));
	store.release();
	assert.ok((await results).every((result) => result.status === 'rejected' && result.reason === lostDatabase));
	assert.deepEqual(store.batches, [[1], [2, 3]]);
});

test('after a failure the next submissions are written', async () => {
	let isBroken = true;
	const store = createStore(() => (isBroken ? lostDatabase : null));
	const { submit } = groupCommit({ commit: store.commit, maximumBatch: 10 });
	await assert.rejects(submit(1), lostDatabase);
	isBroken = false;
	assert.equal(await submit(2), 'stored 2');
});

test('a full queue turns new items away as busy, and takes them again when it has shrunk', async () => {
	const store = createStore();
	store.hold();
	const { submit } = groupCommit({ commit: store.commit, maximumBatch: 2, maximumQueue: 3 });
	const accepted = [1, 2, 3, 4].map((item) => submit(item));
	assert.deepEqual(await submit(5), { kind: 'busy' });
	store.release();
	await Promise.all(accepted);
	assert.equal(await submit(6), 'stored 6');
	assert.equal(store.batches.flat().includes(5), false);
});

test('a commit that returns too few results stores nobody', async () => {
	const { submit } = groupCommit<number, string>({ commit: async () => [], maximumBatch: 2 });
	await assert.rejects(submit(1), RangeError);
});

test("limits below one are the caller's mistake", () => {
	const commit = async () => [];
	assert.throws(() => groupCommit({ commit, maximumBatch: 0 }), RangeError);
	assert.throws(() => groupCommit({ commit, maximumBatch: 1, maximumQueue: 0 }), RangeError);
});
