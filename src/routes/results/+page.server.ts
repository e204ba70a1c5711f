import { error, redirect } from '@sveltejs/kit';
import { isAllowed } from '#server/use-cases/permissions.ts';
import { readOverview } from '#server/use-cases/results/read-overview.ts';
import type { PageServerLoad } from './$types';

/** The whole and the units below it; with `?depth=2` those below them too. Deeper ones stand on their own unit's page. */
const depths = { least: 1, most: 2 };

export const load: PageServerLoad = async ({ locals, url }) => {
	const outcome = await readOverview(locals.context, locals.actor, { roundId: url.searchParams.get('round') });
	switch (outcome.kind) {
		case 'overview': {
			const { map, dimensions, readable, instrument, round, ...rest } = outcome;
			const deepest = url.searchParams.get('depth') === '2' ? depths.most : depths.least;
			const own = map.rows.filter((row) => row.depth > 0 && readable.has(row.group.id));
			// Who leads one group begins with it; the breadcrumb leads back here.
			if (!rest.seesEverything && own.length === 1 && own[0] !== undefined && url.search === '') {
				redirect(303, `/results/${round.id}/${encodeURIComponent(own[0].group.id)}`);
			}
			const rows = map.rows.filter(
				(row) => row.depth === 0 || (readable.has(row.group.id) && (!rest.seesEverything || row.depth <= deepest))
			);
			return {
				overview: {
					...rest,
					scales: map.scales,
					rows,
					dimensions: dimensions.rows.filter((row) => readable.has(row.group.id)),
					isDeep: deepest === depths.most,
					readable: [...readable],
					round,
					instrument: instrument.scales
				}
			};
		}
		case 'nothing-released':
			return { overview: null };
		case 'forbidden':
			// A facilitator reads the groups of the own dialogues, and finds them there.
			if (isAllowed('read-own-dialogues', locals.actor)) redirect(303, '/dialogues');
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
