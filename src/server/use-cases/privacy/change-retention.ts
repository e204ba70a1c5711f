// The programme lead says how long what is kept.
import { parseMonths, retentionKinds, type RetentionKind, type RetentionRules } from '#domain/retention/retention.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { writeRetentionRules } from '#server/database/retention.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ChangeRetentionOutcome =
	| { readonly kind: 'changed'; readonly rules: RetentionRules }
	/** Neither empty nor a whole number from 1 to 120; nothing was changed. */
	| { readonly kind: 'not-months'; readonly fields: readonly RetentionKind[] }
	| Forbidden;

/** `months`: as typed, by kind; empty for "kept until somebody deletes it". */
export async function changeRetention(
	context: Pick<Context, 'db' | 'now'>,
	actor: Actor,
	input: { readonly months: Readonly<Record<RetentionKind, string>> }
): Promise<ChangeRetentionOutcome> {
	if (!isAllowed('change-retention', actor) || actor.kind === 'visitor') return forbidden;
	// In the demonstration everybody is the same programme lead.
	if (actor.kind === 'person' && actor.isDemonstration) return forbidden;
	const parsed = retentionKinds.map((kind) => [kind, parseMonths(input.months[kind])] as const);
	const fields = parsed.filter(([, months]) => months === undefined).map(([kind]) => kind);
	if (fields.length > 0) return { kind: 'not-months', fields };
	const monthsOf = (wanted: RetentionKind) => parsed.find(([kind]) => kind === wanted)?.[1] ?? null;
	const rules: RetentionRules = {
		responses: monthsOf('responses'),
		mails: monthsOf('mails'),
		imports: monthsOf('imports'),
		events: monthsOf('events'),
		'left-leaders': monthsOf('left-leaders')
	};
	await writeRetentionRules(context.db, actor.organisationId, rules, {
		at: context.now(),
		by: actor.kind === 'person' ? actor.email : 'system'
	});
	return { kind: 'changed', rules };
}
