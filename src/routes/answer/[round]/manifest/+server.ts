import { error } from '@sveltejs/kit';
import { readManifest } from '#server/use-cases/read-manifest.ts';
import type { RequestHandler } from './$types';

/** The text that was hashed, byte for byte; it never changes. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const outcome = await readManifest(locals.context, { kind: 'visitor' }, { roundId: params.round });
	switch (outcome.kind) {
		case 'manifest':
			return new Response(outcome.content, {
				headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=86400, immutable' }
			});
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
