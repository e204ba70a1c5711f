import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { submitResponse } from '#server/use-cases/ballots/submit-response.ts';
import { readSmallJson } from '../../read-small-json.ts';
import type { RequestHandler } from './$types';

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const Body = v.object({
	manifest: text(100),
	group: text(500),
	ballot: text(200),
	signature: text(2000),
	sealed: text(12_000)
});

const statusOf = {
	stored: 200,
	used: 409,
	closed: 409,
	'not-a-ballot': 403,
	'other-manifest': 409,
	'unknown-round': 404,
	'not-readable': 400,
	busy: 503,
	forbidden: 403
} as const;

export const POST: RequestHandler = async ({ locals, params, request }) => {
	const body = v.safeParse(Body, await readSmallJson(request));
	if (!body.success) return json({ kind: 'not-readable' }, { status: 400 });
	const outcome = await submitResponse(locals.context, { kind: 'visitor' }, { roundId: params.round, ...body.output });
	return json({ kind: outcome.kind }, { status: statusOf[outcome.kind] });
};
