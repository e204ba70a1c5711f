import { error } from '@sveltejs/kit';
import { serveManifest } from '#server/use-cases/ballots/serve-manifest.ts';
import type { RequestHandler } from './$types';

/** The text that was hashed, byte for byte; it never changes. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const outcome = await serveManifest(locals.context, { kind: 'visitor' }, { roundId: params.round });
	switch (outcome.kind) {
		case 'manifest': {
			const headers = {
				'content-type': 'application/json; charset=utf-8',
				'cache-control': 'public, max-age=86400, immutable',
				vary: 'accept-encoding',
				etag: `"${outcome.hash}"`
			};
			if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
				return new Response(outcome.content, { headers });
			return new Response(Uint8Array.from(outcome.packed), { headers: { ...headers, 'content-encoding': 'gzip' } });
		}
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
