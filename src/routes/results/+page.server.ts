import { error } from '@sveltejs/kit';
import { readOverview } from '#server/use-cases/read-overview.ts';
import type { PageServerLoad } from './$types';

/** The whole, the units below it and the units below those; deeper ones stand on their own unit's page. */
const deepest = 2;

export const load: PageServerLoad = async ({ locals, url }) => {
	const outcome = await readOverview(locals.context, locals.actor, { roundId: url.searchParams.get('round') });
	switch (outcome.kind) {
		case 'overview': {
			const { map, readable, instrument, round, ...rest } = outcome;
			const rows = map.rows.filter(
				(row) => row.depth === 0 || (readable.has(row.group.id) && (!rest.seesEverything || row.depth <= deepest))
			);
			return {
				overview: { ...rest, scales: map.scales, rows, readable: [...readable], round, instrument: instrument.scales }
			};
		}
		case 'nothing-released':
			return { overview: null };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
