import assert from 'node:assert/strict';
import { test } from 'node:test';
import { largestBody, readSmallJson } from './read-small-json.ts';

const post = (body: string | ReadableStream<Uint8Array>) =>
	new Request('http://localhost/', { method: 'POST', body, ...(typeof body === 'string' ? {} : { duplex: 'half' }) });

/** A body that never ends and does not say how long it is; tells how much of it was read. */
function endless() {
	const part = new TextEncoder().encode('['.repeat(16 * 1024));
	let bytes = 0;
	const body = new ReadableStream<Uint8Array>({
		pull: (controller) => {
			bytes += part.length;
			controller.enqueue(part);
		}
	});
	return { body, read: () => bytes };
}

test('a body is read as JSON', async () => {
	assert.deepEqual(await readSmallJson(post('{"answers":{"æ":1}}')), { answers: { æ: 1 } });
});

test('what is no JSON, or nothing, is null', async () => {
	for (const body of ['', '{', '{"a":1}x']) assert.equal(await readSmallJson(post(body)), null);
	assert.equal(await readSmallJson(new Request('http://localhost/', { method: 'POST' })), null);
});

test('a body that is too large is not read to its end', async () => {
	assert.equal(await readSmallJson(post(`"${'x'.repeat(largestBody)}"`)), null);
	const { body, read } = endless();
	assert.equal(await readSmallJson(post(body)), null);
	assert.ok(read() < 2 * largestBody, `${read()} bytes were read`);
});
