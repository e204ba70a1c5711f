import { error } from '@sveltejs/kit';
import { readAudit } from '#server/use-cases/releases/read-audit.ts';
import type { PageServerLoad } from './$types';

// A report to read and print: nothing here moves.
export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
	const outcome = await readAudit(locals.context, locals.actor, { roundId: params.round });
	switch (outcome.kind) {
		case 'audit':
		case 'not-closed':
		case 'too-few':
			return { outcome };
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
