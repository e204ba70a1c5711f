import { error, fail, redirect } from '@sveltejs/kit';
import { confirmKeyHalf } from '#server/use-cases/rounds/confirm-key-half.ts';
import { readRoundKey } from '#server/use-cases/rounds/read-round-key.ts';
import { restoreRoundKey } from '#server/use-cases/rounds/restore-round-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const outcome = await readRoundKey(locals.context, locals.actor, { roundId: params.round });
	switch (outcome.kind) {
		case 'in-file':
		case 'missing':
		case 'half':
		case 'split':
		case 'none':
			return { outcome, done: url.searchParams.get('done'), count: Number(url.searchParams.get('count') ?? 0) };
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

export const actions: Actions = {
	restore: async ({ locals, params, request }) => {
		const words = String((await request.formData()).get('words') ?? '');
		const outcome = await restoreRoundKey(locals.context, locals.actor, { roundId: params.round, words });
		switch (outcome.kind) {
			case 'restored':
			case 'no-key-needed':
				redirect(303, `/rounds/${params.round}/key?done=${outcome.kind}`);
			case 'not-words':
			case 'other-round':
				return fail(400, { words, problem: outcome.kind });
			case 'unknown-round':
				error(404, { message: 'unknown round', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	confirm: async ({ locals, params, request }) => {
		const words = String((await request.formData()).get('words') ?? '');
		const outcome = await confirmKeyHalf(locals.context, locals.actor, { roundId: params.round, words });
		switch (outcome.kind) {
			case 'confirmed':
			case 'nothing-to-confirm':
				redirect(303, `/rounds/${params.round}/key?done=${outcome.kind}`);
			case 'not-words':
			case 'other-words':
				return fail(400, { words, problem: outcome.kind });
			case 'unknown-round':
				error(404, { message: 'unknown round', code: 'not-found' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};
