import { error } from '@sveltejs/kit';
import { readManifest } from '#server/use-cases/ballots/read-manifest.ts';
import { fileNameOf } from '../file-name.ts';
import { download } from '../../../../download.ts';
import type { RequestHandler } from './$types';

/** The text that was hashed, byte for byte, for a witness to keep. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const outcome = await readManifest(locals.context, locals.actor, { roundId: params.round });
	switch (outcome.kind) {
		case 'manifest':
			return download({
				content: outcome.content,
				mediaType: 'application/json; charset=utf-8',
				fileName: fileNameOf(outcome.hash)
			});
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
