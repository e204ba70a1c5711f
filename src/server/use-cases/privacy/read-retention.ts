// How long what is kept, and what goes at the next turn of the clock: a rehearsal that removes nothing.
import {
	cutoffOf,
	defaultRetention,
	dueAt,
	type RetentionKind,
	type RetentionRules
} from '#domain/retention/retention.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	countOldEvents,
	countOldImports,
	countOldLeaders,
	countOldMails,
	findRetentionRules,
	listReleasedRounds
} from '#server/database/retention.ts';
import { listRetentionRuns, type RetentionRun } from '#server/database/retention-runs.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadRetentionOutcome =
	| {
			readonly kind: 'retention';
			readonly rules: RetentionRules;
			/** Nobody has chosen: the rules are the program's own. */
			readonly areDefault: boolean;
			/** Released rounds. `goesAt` is null where their responses stay for good. */
			readonly rounds: readonly {
				readonly id: string;
				readonly name: string;
				readonly releasedAt: Date;
				readonly deletedAt: Date | null;
				readonly goesAt: Date | null;
			}[];
			/** What would go if the clock came round now; `responses` counts rounds. */
			readonly dueNow: Readonly<Record<RetentionKind, number>>;
			readonly runs: readonly RetentionRun[];
	  }
	| Forbidden;

export async function readRetention(context: Pick<Context, 'db' | 'now'>, actor: Actor): Promise<ReadRetentionOutcome> {
	if (!isAllowed('read-retention', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const { db } = context;
	const now = context.now();
	const chosen = await findRetentionRules(db, organisationId);
	const rules = chosen ?? defaultRetention;
	const due = async (kind: RetentionKind, count: (before: Date) => Promise<number>): Promise<number> => {
		const months = rules[kind];
		return months === null ? 0 : count(cutoffOf(now, months));
	};
	const released = await listReleasedRounds(db, organisationId);
	return {
		kind: 'retention',
		rules,
		areDefault: chosen === null,
		rounds: released.map((round) => ({
			...round,
			goesAt: rules.responses === null || round.deletedAt !== null ? null : dueAt(round.releasedAt, rules.responses)
		})),
		dueNow: {
			responses: await due('responses', async (before) => {
				return released.filter(({ releasedAt, deletedAt }) => deletedAt === null && releasedAt < before).length;
			}),
			mails: await due('mails', (before) => countOldMails(db, { organisationId, before })),
			imports: await due('imports', (before) => countOldImports(db, { organisationId, before })),
			events: await due('events', (before) => countOldEvents(db, { organisationId, before })),
			'left-leaders': await due('left-leaders', (before) => countOldLeaders(db, { organisationId, before }))
		},
		runs: await listRetentionRuns(db, organisationId)
	};
}
