// Pages of the library travel compressed. What is compressed tells something by its length: so a page that names a
// signed-in reader beside words that came with the address (a search, a way back) is left as it is.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const libraryPages = /^\/(knowledge|factors|findings|outcomes|interventions|studies|methods)(\/|$)/;
/** A file to download says itself how it is packed. */
const compressible = /^(text\/|application\/(json|[a-z.+-]*\+json))/;
const smallestBytes = 1024;
/** Of 11: what a page takes must stay far below what rendering it takes. */
const brotliQuality = 5;

/** The response itself where the reader does not take it compressed, or where it should not be. */
export async function compressPage(request: Request, response: Response): Promise<Response> {
	const { pathname, search } = new URL(request.url);
	const isText = compressible.test(response.headers.get('content-type') ?? '');
	if (!libraryPages.test(pathname) || !isText || response.status !== 200) return response;
	if (response.headers.get('cache-control') === 'no-store' && search !== '') return response;
	response.headers.append('vary', 'accept-encoding');
	if (isKnown(request, response)) return response;
	const encoding = acceptedEncoding(request.headers.get('accept-encoding') ?? '');
	if (encoding === null || request.method !== 'GET' || response.headers.has('content-encoding')) return response;
	const bytes = new Uint8Array(await response.arrayBuffer());
	const headers = new Headers(response.headers);
	if (bytes.byteLength < smallestBytes) return new Response(bytes, { status: response.status, headers });
	headers.set('content-encoding', encoding);
	headers.delete('content-length');
	const etag = headers.get('etag');
	if (etag !== null && !etag.startsWith('W/')) headers.set('etag', `W/${etag}`);
	return new Response(await compress(bytes, encoding), { status: response.status, headers });
}

/** The reader has it already: the framework answers so, and goes by the tag as it was before compression. */
function isKnown(request: Request, response: Response): boolean {
	const tag = response.headers.get('etag');
	return tag !== null && request.headers.get('if-none-match')?.replace(/^W\//, '') === tag;
}

type Encoding = 'br' | 'gzip';

/** `q=0` refuses. */
function acceptedEncoding(header: string): Encoding | null {
	const accepted = header
		.toLowerCase()
		.split(',')
		.map((part) => part.trim())
		.filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
		.map((part) => part.replace(/;.*/, '').trim());
	return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding)) ?? null;
}

async function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
	const packed =
		encoding === 'gzip'
			? await promisify(gzip)(bytes)
			: await promisify(brotliCompress)(bytes, {
					params: {
						[constants.BROTLI_PARAM_QUALITY]: brotliQuality,
						[constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength
					}
				});
	return new Uint8Array(packed);
}
