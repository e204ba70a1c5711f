// For which roles one factor is not enough. Whoever has such a role is asked at the next page, not only at the next sign-in.
import type { Actor, Role } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { writeSecondFactorRules } from '#server/database/second-factor-rules.ts';
import { recordOf } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** Roles that see or change more than the own group. */
export const rolesWithRule = ['programme-lead', 'operator', 'committee'] as const satisfies readonly Role[];

export type RequireSecondFactorOutcome = { readonly kind: 'saved'; readonly roles: readonly Role[] } | Forbidden;

export async function requireSecondFactor(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	actor: Actor,
	input: { readonly roles: readonly string[] }
): Promise<RequireSecondFactorOutcome> {
	if (!isAllowed('require-second-factor', actor) || actor.kind === 'visitor') return forbidden;
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	const chosen = rolesWithRule.filter((role) => input.roles.includes(role));
	await context.db.transaction().execute(async (db) => {
		const by = actor.kind === 'person' ? actor.email : 'system';
		await writeSecondFactorRules(db, actor.organisationId, { roles: chosen, at: context.now(), by });
		await recordOf({ ...context, db }, actor, { action: `require-second-factor ${chosen.join(' ')}`.trim() });
	});
	return { kind: 'saved', roles: chosen };
}
