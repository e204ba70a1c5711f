import { error } from '@sveltejs/kit';
import { onceAnAim } from '#domain/effect/once-an-aim.ts';
import { aimOfEffect, readEffects } from '#server/use-cases/plans/read-effects.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await readEffects(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'effects':
			return {
				programmes: outcome.programmes,
				changes: onceAnAim(outcome.plans, aimOfEffect),
				factors: locals.context.evidence.factors,
				canMeasureAgain: locals.actor.kind === 'person' && locals.actor.roles.includes('programme-lead')
			};
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
