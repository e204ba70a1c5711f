// A leader's sealed profile. What identifies it travels in bodies, never in addresses: addresses end up in logs.
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { fetchSealedProfile } from '#server/use-cases/profiles/fetch-sealed-profile.ts';
import { removeSealedProfile } from '#server/use-cases/profiles/remove-sealed-profile.ts';
import { storeSealedProfile } from '#server/use-cases/profiles/store-sealed-profile.ts';
import { readSmallJson } from '../../../answer/read-small-json.ts';
import type { RequestHandler } from './$types';

const identifier = v.pipe(v.string(), v.maxLength(100));
const Fetched = v.object({ profileId: identifier });
const Stored = v.object({ profileId: identifier, writer: identifier, sealed: v.pipe(v.string(), v.maxLength(10_000)) });
const Removed = v.object({ profileId: identifier, writer: identifier });

const visitor = { kind: 'visitor' } as const;

const statusOf = {
	sealed: 200,
	stored: 200,
	removed: 200,
	// Looking for a profile that is not there is an answer, not a mistake.
	unknown: 200,
	'not-yours': 409,
	'not-readable': 400,
	busy: 503,
	full: 503,
	'unknown-round': 404,
	forbidden: 403
} as const;

export const POST: RequestHandler = async ({ locals, params, request }) => {
	const body = v.safeParse(Fetched, await readSmallJson(request));
	if (!body.success) return reply({ kind: 'not-readable' });
	return reply(await fetchSealedProfile(locals.context, visitor, { roundId: params.round, ...body.output }));
};

export const PUT: RequestHandler = async ({ locals, params, request, getClientAddress }) => {
	const body = v.safeParse(Stored, await readSmallJson(request));
	if (!body.success) return reply({ kind: 'not-readable' });
	const client = getClientAddress();
	return reply(await storeSealedProfile(locals.context, visitor, { roundId: params.round, ...body.output, client }));
};

export const DELETE: RequestHandler = async ({ locals, params, request }) => {
	const body = v.safeParse(Removed, await readSmallJson(request));
	if (!body.success) return reply({ kind: 'not-readable' });
	return reply(await removeSealedProfile(locals.context, visitor, { roundId: params.round, ...body.output }));
};

function reply(outcome: { readonly kind: keyof typeof statusOf }): Response {
	return json(outcome, { status: statusOf[outcome.kind], headers: { 'cache-control': 'no-store' } });
}
