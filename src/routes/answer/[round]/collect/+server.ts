import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { collectBallot } from '#server/use-cases/ballots/collect-ballot.ts';
import { readSmallJson } from '../../read-small-json.ts';
import type { RequestHandler } from './$types';

const Body = v.object({ token: v.pipe(v.string(), v.maxLength(200)), blinded: v.pipe(v.string(), v.maxLength(2000)) });

const statusOf = {
	collected: 200,
	'already-collected': 409,
	'unknown-invitation': 404,
	'unknown-round': 404,
	closed: 409,
	'not-a-blinded-value': 400,
	forbidden: 403
} as const;

export const POST: RequestHandler = async ({ locals, params, request }) => {
	const body = v.safeParse(Body, await readSmallJson(request));
	if (!body.success) return json({ kind: 'not-readable' }, { status: 400 });
	const outcome = await collectBallot(locals.context, { kind: 'visitor' }, { roundId: params.round, ...body.output });
	return json(outcome, { status: statusOf[outcome.kind] });
};
