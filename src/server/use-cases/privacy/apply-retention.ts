// Removes what has been kept long enough. For the clock: run twice it removes nothing more, and what an open round needs stays.
import { cutoffOf, defaultRetention, type RetentionKind } from '#domain/retention/retention.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { deleteResponses } from '#server/database/responses.ts';
import {
	deleteOldEvents,
	deleteOldMails,
	deleteSpentSignIns,
	findRetentionRules,
	forgetOldImports,
	forgetOldLeaders,
	listReleasedRounds
} from '#server/database/retention.ts';
import { insertRetentionRun, oweRewrites, rewriteOwed } from '#server/database/retention-runs.ts';
import { findRound } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { fingerprintsOfRound } from '../releases/released-before.ts';

export type ApplyRetentionOutcome =
	| {
			readonly kind: 'applied';
			/** By kind, without those of which nothing was due. `responses` counts rounds. */
			readonly removed: Readonly<Partial<Record<RetentionKind, number>>>;
	  }
	| Forbidden;

type Retaining = Pick<Context, 'db' | 'instruments' | 'now'>;

/** A day: how often the clock comes round. */
export const retentionMilliseconds = 86_400_000;

export async function applyRetention(context: Retaining, actor: Actor): Promise<ApplyRetentionOutcome> {
	if (!isAllowed('apply-retention', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	const now = context.now();
	const rules = (await findRetentionRules(context.db, organisationId)) ?? defaultRetention;
	const due = async (kind: RetentionKind, remove: (before: Date) => Promise<number>): Promise<number> => {
		const months = rules[kind];
		return months === null ? 0 : remove(cutoffOf(now, months));
	};
	/** Removed and owed together: whatever happens to the rewriting, the next run still knows of it. */
	const rows = (kind: keyof typeof tablesOf, remove: (db: Context['db'], range: Range) => Promise<number>) =>
		due(kind, (before) =>
			context.db.transaction().execute(async (db) => {
				const count = await remove(db, { organisationId, before });
				if (count > 0) await oweRewrites(db, organisationId, tablesOf[kind]);
				return count;
			})
		);
	const counts: Readonly<Record<RetentionKind, number>> = {
		responses: await due('responses', (before) => removeResponses(context, organisationId, before)),
		mails: await rows('mails', deleteOldMails),
		imports: await rows('imports', forgetOldImports),
		events: await rows('events', deleteOldEvents),
		'left-leaders': await rows('left-leaders', forgetOldLeaders)
	};
	const removed = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
	await insertRetentionRun(context.db, organisationId, { ranAt: now, removed });
	await rewriteOwed(context.db, organisationId);
	return { kind: 'applied', removed };
}

/** Every organisation in turn, and what served to sign in and no longer can. */
export async function applyRetentionOfAll(context: Retaining & Pick<Context, 'log'>): Promise<void> {
	await deleteSpentSignIns(context.db, new Date(context.now().getTime() - retentionMilliseconds));
	for (const { id } of await listOrganisations(context.db)) {
		try {
			await applyRetention(context, { kind: 'system', organisationId: id });
		} catch (error) {
			context.log.error('retention', error);
		}
	}
}

type Range = { readonly organisationId: string; readonly before: Date };

/** Where what is removed of each kind stood. */
const tablesOf = {
	mails: ['mails'],
	imports: ['organisation_imports'],
	events: ['audit_events'],
	'left-leaders': ['leaders', 'invitations']
} as const satisfies Readonly<Partial<Record<RetentionKind, readonly (keyof Tables)[]>>>;

async function removeResponses(context: Retaining, organisationId: string, before: Date): Promise<number> {
	let removed = 0;
	for (const { id, releasedAt, deletedAt } of await listReleasedRounds(context.db, organisationId)) {
		if (deletedAt !== null || releasedAt.getTime() >= before.getTime()) continue;
		const key = { organisationId, roundId: id };
		const round = await findRound(context.db, key);
		if (round === null) continue;
		const fingerprints = await fingerprintsOfRound(context, round);
		await context.db.transaction().execute(async (db) => {
			await deleteResponses(db, key, { at: context.now(), fingerprints });
			await oweRewrites(db, organisationId, ['responses']);
		});
		removed += 1;
	}
	return removed;
}
