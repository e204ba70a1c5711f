import { readMetrics } from '#server/use-cases/operation/read-metrics.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request }) => {
	const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
	const outcome = await readMetrics(locals.context, locals.actor, { token });
	switch (outcome.kind) {
		case 'metrics':
			return new Response(outcome.text, {
				headers: { 'content-type': outcome.contentType, 'cache-control': 'no-store' }
			});
		case 'off':
			return new Response(null, { status: 404 });
		case 'wrong-token':
			return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } });
	}
};
