// Anybody may post answers, so what anybody can make the server read and parse is small.

/** Bytes: many times what the longest questionnaire needs. */
export const largestBody = 256 * 1024;

/** The body as JSON; null where it is none or too large. A body that does not say how long it is, is read no further either. */
export async function readSmallJson(request: Request): Promise<unknown> {
	if (Number(request.headers.get('content-length') ?? 0) > largestBody || request.body === null) return null;
	const parts: Uint8Array[] = [];
	let bytes = 0;
	for await (const part of request.body) {
		bytes += part.length;
		if (bytes > largestBody) return null;
		parts.push(part);
	}
	try {
		return JSON.parse(Buffer.concat(parts).toString('utf8'));
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}
