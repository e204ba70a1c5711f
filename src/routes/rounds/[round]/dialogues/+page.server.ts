import { error } from '@sveltejs/kit';
import { readDialogues } from '#server/use-cases/dialogues/read-dialogues.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const outcome = await readDialogues(locals.context, locals.actor, { roundId: params.round });
	switch (outcome.kind) {
		case 'dialogues':
		case 'not-released':
			return { outcome };
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
