import { json } from '@sveltejs/kit';
import { readHealth } from '#server/use-cases/operation/read-health.ts';
import type { RequestHandler } from './$types';

/** Degraded is still 200: a load balancer must not take away a server that works. */
export const GET: RequestHandler = async ({ locals }) => {
	const { status, parts } = await readHealth(locals.context, locals.actor);
	return json(
		{ status, ...parts },
		{ status: status === 'down' ? 503 : 200, headers: { 'cache-control': 'no-store' } }
	);
};
