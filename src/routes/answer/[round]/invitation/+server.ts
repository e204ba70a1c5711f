import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { readInvitation } from '#server/use-cases/ballots/read-invitation.ts';
import { readSmallJson } from '../../read-small-json.ts';
import type { RequestHandler } from './$types';

const Body = v.object({ token: v.pipe(v.string(), v.maxLength(200)) });

const statusOf = {
	invitation: 200,
	'unknown-invitation': 404,
	'unknown-round': 404,
	'not-open': 409,
	closed: 409,
	forbidden: 403
} as const;

export const POST: RequestHandler = async ({ locals, params, request }) => {
	const body = v.safeParse(Body, await readSmallJson(request));
	if (!body.success) return json({ kind: 'not-readable' }, { status: 400 });
	const outcome = await readInvitation(locals.context, { kind: 'visitor' }, { roundId: params.round, ...body.output });
	return json(outcome, { status: statusOf[outcome.kind] });
};
