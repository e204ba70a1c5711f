// The server: checks the settings, opens the site on http, and prints where it is.
import { createServer, type IncomingMessage } from 'node:http';
import { clientAddress } from '../src/server/identity/client-address.ts';
import { readSettings, type Settings } from '../src/server/settings.ts';

const outcome = readSettings(process.env);
if (outcome.kind === 'wrong') {
	for (const { name, reason } of outcome.problems) process.stderr.write(`${name} ${reason}\n`);
	process.exit(1);
}
const { settings } = outcome;

// The framework's own server assumes https; here the scheme is told by the address that people use.
process.env.KIT_PROTOCOL_HEADER = 'x-ledertrivsel-scheme';
process.env.KIT_ADDRESS_HEADER = 'x-ledertrivsel-client';
process.env.KIT_BODY_SIZE_LIMIT = String(settings.uploadLimitBytes + 1024 * 1024);

const { handler } = await open();
const server = createServer((request, response) => {
	request.headers['x-ledertrivsel-scheme'] = schemeOf(request, settings);
	request.headers['x-ledertrivsel-client'] = clientOf(request, settings);
	if (isOneClick(request)) request.headers.origin = `${schemeOf(request, settings)}://${request.headers.host}`;
	handler(request, response, () => {
		response.statusCode = 404;
		response.end();
	});
});
server.on('error', (error: NodeJS.ErrnoException) => {
	process.stderr.write(
		error.code === 'EADDRINUSE'
			? `PORT ${settings.port} is taken by another program: stop it, or choose another with PORT=…\n`
			: `The server cannot listen on ${settings.host}:${settings.port}: ${error.message}\n`
	);
	process.exit(1);
});
server.listen(settings.port, settings.host, () => {
	process.stdout.write(`Ledertrivsel is ready at ${settings.publicUrl}\n`);
});

let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		if (isStopping) return;
		isStopping = true;
		// hooks.server.ts closes the database when the last request has been answered.
		server.close(() => process.emit('sveltekit:shutdown' as 'exit', 0));
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 5_000).unref();
	});
}

type Handler = (request: IncomingMessage, response: import('node:http').ServerResponse, next: () => void) => void;

async function open(): Promise<{ handler: Handler }> {
	try {
		return await import(new URL('../build/handler.js', import.meta.url).href);
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exit(1);
	}
}

/**
 * A mail program that refuses letters for its reader (RFC 8058) sends a form without an origin, which the framework would
 * take for a foreign page. No browser sends one so, and without a cookie it can do nothing but what its address allows.
 */
function isOneClick({ method, url, headers }: IncomingMessage): boolean {
	const isForm = method === 'POST' && /^\/mail\/[\w-]+(\?|$)/.test(url ?? '');
	return isForm && !headers.origin && !headers.cookie && !headers['sec-fetch-site'];
}

/** Behind a proxy people come by PUBLIC_URL's host, and its scheme counts; by any other host it is plain http. */
function schemeOf(request: IncomingMessage, { publicUrl }: Settings): string {
	const address = new URL(publicUrl);
	return request.headers.host === address.host ? address.protocol.replace(':', '') : 'http';
}

/** Set on every request, so that nobody can bring one along. */
function clientOf({ socket, headers, url }: IncomingMessage, { trustedProxies }: Settings): string {
	const forwarded = headers['x-forwarded-for'];
	const forwardedFor = Array.isArray(forwarded) ? forwarded.join(',') : forwarded;
	return clientAddress({ remoteAddress: socket.remoteAddress, forwardedFor, path: url ?? '' }, trustedProxies);
}
