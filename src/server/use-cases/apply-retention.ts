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
	insertRetentionRun,
	listReleasedRounds,
	rewriteTables
} from '#server/database/retention.ts';
import { findRound } from '#server/database/rounds.ts';
import type { Tables } from '#server/database/tables.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { fingerprintsOfRound } from './released-before.ts';

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
	const { db } = context;
	const counts: Readonly<Record<RetentionKind, number>> = {
		responses: await due('responses', (before) => removeResponses(context, organisationId, before)),
		mails: await due('mails', (before) => deleteOldMails(db, { organisationId, before })),
		imports: await due('imports', (before) => forgetOldImports(db, { organisationId, before })),
		events: await due('events', (before) => deleteOldEvents(db, { organisationId, before })),
		'left-leaders': await due('left-leaders', (before) => forgetOldLeaders(db, { organisationId, before }))
	};
	const removed = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
	await insertRetentionRun(db, organisationId, { ranAt: now, removed });
	const touched = Object.keys(removed).flatMap((kind) => tablesOf[kind] ?? []);
	await rewriteTables(db, touched);
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

const tablesOf: Readonly<Record<string, readonly (keyof Tables)[]>> = {
	responses: ['responses'],
	mails: ['mails'],
	imports: ['organisation_imports'],
	events: ['audit_events'],
	'left-leaders': ['leaders']
};

async function removeResponses(context: Retaining, organisationId: string, before: Date): Promise<number> {
	let removed = 0;
	for (const { id, releasedAt, deletedAt } of await listReleasedRounds(context.db, organisationId)) {
		if (deletedAt !== null || releasedAt.getTime() >= before.getTime()) continue;
		const key = { organisationId, roundId: id };
		const round = await findRound(context.db, key);
		if (round === null) continue;
		const fingerprints = await fingerprintsOfRound(context, round);
		await context.db.transaction().execute((db) => deleteResponses(db, key, { at: context.now(), fingerprints }));
		removed += 1;
	}
	return removed;
}
