// What can be chosen when a round is planned.
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import { dayOf } from '../calendar-day.ts';
import { followUpChoices, type FollowUpChoice } from './follow-up-choices.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type PrepareRoundOutcome =
	| {
			readonly kind: 'choices';
			readonly instruments: readonly {
				readonly id: string;
				readonly name: Localised;
				readonly validation: Localised;
			}[];
			/** In the order of the tree, each with how deep it lies (0 at the top). */
			readonly units: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
			readonly leaders: number;
			/** Calendar day, YYYY-MM-DD. */
			readonly today: string;
			/** Released rounds with plans, newest first: what a light round could look back on. */
			readonly followUps: readonly FollowUpChoice[];
	  }
	| Forbidden;

export async function prepareRound(context: Context, actor: Actor): Promise<PrepareRoundOutcome> {
	if (!isAllowed('prepare-round', actor) || actor.kind === 'visitor') return forbidden;
	const organisation = await readOrganisation(context.db, actor.organisationId);
	const children = Map.groupBy(organisation.units, (unit) => unit.parentId);
	const units: { id: string; name: string; depth: number }[] = [];
	const add = (parentId: string | null, depth: number) => {
		const inOrder = (children.get(parentId) ?? []).toSorted((a, b) => collator.compare(a.name, b.name));
		for (const unit of inOrder) {
			units.push({ id: unit.id, name: unit.name, depth });
			add(unit.id, depth + 1);
		}
	};
	add(null, 0);
	return {
		kind: 'choices',
		instruments: context.instruments
			.filter((instrument) => instrument.pages.length > 0)
			.map(({ id, name, validation }) => ({ id, name, validation })),
		units,
		leaders: organisation.leaders.length,
		today: dayOf(context.now()),
		followUps: await followUpChoices(context, actor.organisationId)
	};
}

const collator = new Intl.Collator('da', { numeric: true });
