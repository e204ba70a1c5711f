import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressPage } from './compress-page.ts';

const page = `<!doctype html>${'<p>Påstand</p>'.repeat(500)}`;

function answer(headers: Readonly<Record<string, string>> = {}, status = 200): Response {
	return new Response(page, { status, headers: { 'content-type': 'text/html', etag: '"a"', ...headers } });
}

function ask(path: string, encodings: string | null, method = 'GET'): Request {
	return new Request(`http://site.example${path}`, {
		method,
		headers: encodings === null ? {} : { 'accept-encoding': encodings }
	});
}

test('a page of the library travels in the best way that the browser takes', async () => {
	const brotli = await compressPage(ask('/knowledge', 'gzip, deflate, br'), answer());
	assert.equal(brotli.headers.get('content-encoding'), 'br');
	assert.equal(brotli.headers.get('etag'), 'W/"a"');
	const bytes = Buffer.from(await brotli.arrayBuffer());
	assert.ok(bytes.length < page.length / 10);
	assert.equal(brotliDecompressSync(bytes).toString(), page);

	const gzipped = await compressPage(ask('/findings/x', 'gzip;q=1.0, br;q=0'), answer());
	assert.equal(gzipped.headers.get('content-encoding'), 'gzip');
	assert.equal(gunzipSync(Buffer.from(await gzipped.arrayBuffer())).toString(), page);
	for (const one of [brotli, gzipped]) assert.match(one.headers.get('vary') ?? '', /accept-encoding/);
});

test('who takes none gets the page as it is, and caches are told that there are two', async () => {
	for (const encodings of [null, '', 'identity', 'br;q=0']) {
		const plain = await compressPage(ask('/knowledge', encodings), answer());
		assert.equal(plain.headers.get('content-encoding'), null);
		assert.match(plain.headers.get('vary') ?? '', /accept-encoding/);
		assert.equal(await plain.text(), page);
	}
});

test('what may hold a secret, is packed already, failed or is no text is left alone', async () => {
	const same = async (request: Request, response: Response) =>
		assert.equal((await compressPage(request, response)).headers.get('content-encoding'), null, request.url);
	await same(ask('/sign-in/confirm?token=x', 'br'), answer());
	await same(ask('/results/1', 'br'), answer());
	await same(ask('/answer/1', 'br'), answer());
	await same(ask('/knowledgeable', 'br'), answer());
	await same(ask('/knowledge/download', 'br'), answer({ 'content-type': 'application/zip' }));
	await same(ask('/knowledge', 'br', 'HEAD'), answer());
	await same(ask('/knowledge', 'br'), answer({}, 500));
	await same(ask('/knowledge/search?q=anne', 'br'), answer({ 'cache-control': 'no-store' }));
	await same(ask('/knowledge', 'br'), new Response('short', { headers: { 'content-type': 'text/html' } }));
});

test('who has the page already is told so by the framework, by the tag it knows', async () => {
	const request = ask('/knowledge', 'br');
	request.headers.set('if-none-match', 'W/"a"');
	const known = await compressPage(request, answer());
	assert.equal(known.headers.get('content-encoding'), null);
	assert.equal(known.headers.get('etag'), '"a"');
	request.headers.set('if-none-match', 'W/"b"');
	assert.equal((await compressPage(request, answer())).headers.get('content-encoding'), 'br');
});

test('a signed-in reader gets a page without words of the address compressed', async () => {
	const own = await compressPage(ask('/knowledge', 'br'), answer({ 'cache-control': 'no-store' }));
	assert.equal(own.headers.get('content-encoding'), 'br');
});
