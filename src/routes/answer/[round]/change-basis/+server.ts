import { json } from '@sveltejs/kit';
import { readChangeBasis } from '#server/use-cases/profiles/read-change-basis.ts';
import type { RequestHandler } from './$types';

const statusOf = { basis: 200, 'unknown-round': 404, forbidden: 403 } as const;

export const GET: RequestHandler = async ({ locals, params }) => {
	const outcome = await readChangeBasis(locals.context, { kind: 'visitor' }, { roundId: params.round });
	return json(outcome, { status: statusOf[outcome.kind], headers: { 'cache-control': 'no-store' } });
};
