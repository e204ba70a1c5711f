import { error } from '@sveltejs/kit';
import { exportRelease } from '#server/use-cases/releases/export-release.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const input = { roundId: params.round, format: 'codebook', language: locals.language } as const;
	const outcome = await exportRelease(locals.context, locals.actor, input);
	switch (outcome.kind) {
		case 'exported':
			return { roundName: outcome.round.name, rows: outcome.rows, withheld: outcome.withheld };
		case 'not-released':
		case 'unknown-round':
			error(404, { message: 'not found', code: 'not-found' });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
