import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { submitResponse } from '#server/use-cases/submit-response.ts';
import { readSmallJson } from '../../read-small-json.ts';
import type { RequestHandler } from './$types';

const Body = v.object({
	ballot: v.pipe(v.string(), v.maxLength(100)),
	answers: v.record(v.pipe(v.string(), v.maxLength(100)), v.nullable(v.pipe(v.number(), v.finite())))
});

const statusOf = {
	stored: 200,
	used: 409,
	closed: 409,
	'unknown-ballot': 404,
	'unknown-round': 404,
	'unknown-item': 400,
	'out-of-range': 400,
	'not-whole': 400,
	'nothing-answered': 400,
	'not-a-ballot': 400,
	busy: 503,
	forbidden: 403
} as const;

export const POST: RequestHandler = async ({ locals, params, request }) => {
	const body = v.safeParse(Body, await readSmallJson(request));
	if (!body.success) return json({ kind: 'not-readable' }, { status: 400 });
	const outcome = await submitResponse(locals.context, { kind: 'visitor' }, { roundId: params.round, ...body.output });
	const item = 'item' in outcome ? { item: outcome.item } : {};
	return json({ kind: outcome.kind, ...item }, { status: statusOf[outcome.kind] });
};
