// That a dialogue meeting was held: on which day, how many took part, in which roles. Never who.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { holdDialogueRow, writeHeld } from '#server/database/dialogues.ts';
import { dayOf, isDay } from '../calendar-day.ts';
import { findDialoguePlace } from './dialogue-place.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type HeldProblem =
	| 'held-on-not-a-day'
	| 'held-on-future'
	| 'held-before-release'
	| 'took-part-not-a-number'
	| 'roles-too-long'
	| 'representative-unknown';

export type HoldDialogueOutcome =
	| { readonly kind: 'held' }
	| { readonly kind: 'not-held' }
	| { readonly kind: 'faulty'; readonly problems: readonly HeldProblem[] }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

const longestRoles = 500;

export async function holdDialogue(
	context: Context,
	actor: Actor,
	input: {
		readonly roundId: string;
		readonly groupId: string;
		/** False takes it back. */
		readonly isHeld: boolean;
		readonly heldOn: string;
		/** As typed. */
		readonly tookPart: string;
		readonly roles: string;
		readonly representative: 'yes' | 'no' | '';
	}
): Promise<HoldDialogueOutcome> {
	if (!isAllowed('hold-dialogue', actor) || actor.kind === 'visitor') return forbidden;
	const place = await findDialoguePlace(context, actor, input);
	if (place === null) return { kind: 'unknown-group' };
	const roles = input.roles.trim();
	const count = /^\d{1,4}$/.test(input.tookPart.trim()) ? Number(input.tookPart) : null;
	if (input.isHeld) {
		const problems: HeldProblem[] = [];
		if (!isDay(input.heldOn)) problems.push('held-on-not-a-day');
		else if (input.heldOn > dayOf(context.now())) problems.push('held-on-future');
		else if (input.heldOn < dayOf(place.releasedAt)) problems.push('held-before-release');
		if (count === null || count === 0) problems.push('took-part-not-a-number');
		if (roles.length > longestRoles) problems.push('roles-too-long');
		if (input.representative === '') problems.push('representative-unknown');
		if (problems.length > 0) return { kind: 'faulty', problems };
	}
	await context.db.transaction().execute(async (db) => {
		await holdDialogueRow(db, place.key);
		const who = { by: actor.kind === 'person' ? actor.name : 'system', at: context.now() };
		await writeHeld(
			db,
			place.key,
			input.isHeld
				? {
						heldOn: input.heldOn,
						tookPart: count,
						rolesTookPart: roles,
						representativeTookPart: input.representative === 'yes',
						...who
					}
				: { heldOn: null, tookPart: null, rolesTookPart: '', representativeTookPart: null, ...who }
		);
	});
	return { kind: input.isHeld ? 'held' : 'not-held' };
}
