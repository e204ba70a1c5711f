import { error } from '@sveltejs/kit';
import { printCodes, type PrintedFor } from '#server/use-cases/rounds/print-codes.ts';
import { qrCodeOf } from './qr-path.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const which = url.searchParams.get('which');
	const unitId = url.searchParams.get('unit') ?? '';
	const outcome = await printCodes(locals.context, locals.actor, {
		roundId: params.round,
		printedFor: printedFor(which, unitId)
	});
	const asked = { which, unitId, isUnitMissing: which === 'unit' && unitId === '' };
	switch (outcome.kind) {
		case 'letters':
			return {
				asked,
				outcome: {
					...outcome,
					letters: outcome.letters.map(({ name, unit, code, link }) => ({ name, unit, code, qr: qrCodeOf(link) })),
					address: `${outcome.publicUrl.replace(/^https?:\/\//, '')}/code`
				}
			};
		case 'too-many':
		case 'not-open':
			return { asked, outcome };
		case 'unknown-round':
			error(404, { message: 'unknown round', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

/** Null before anything was chosen: opening the page shows no links yet. */
function printedFor(which: string | null, unitId: string): PrintedFor | null {
	if (which === 'unit') return unitId === '' ? null : { kind: 'unit', unitId };
	return which === 'everybody' || which === 'without-email' ? { kind: which } : null;
}
