import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oneAtATime } from './one-at-a-time.ts';

function arrange() {
	const said: unknown[] = [];
	const made = oneAtATime({ onBusy: (is) => said.push(is), onFailed: () => said.push('failed') });
	return { ...made, said };
}

test('whatever is thrown is told, and the button works again', async () => {
	const { run, said, isBusy } = arrange();
	const thrown = [
		() => Promise.reject(new Error('the key cannot be read')),
		() => {
			throw new RangeError('too long');
		}
	];
	for (const work of thrown) await run(work);
	assert.deepEqual(said, [true, 'failed', false, true, 'failed', false]);
	assert.equal(isBusy(), false);
	await run(async () => void said.push('sent'));
	assert.deepEqual(said.slice(6), [true, 'sent', false]);
});

test('an impatient finger does not begin twice', async () => {
	const { run, said, isBusy } = arrange();
	const first = Promise.withResolvers<void>();
	const going = run(() => first.promise);
	assert.equal(isBusy(), true);
	await run(async () => void said.push('second'));
	first.resolve();
	await going;
	assert.deepEqual(said, [true, false]);
});
