// The attack on a release once more, from what is stored: the published cells, the roster and the counts, never an answer.
import type { AuditOutcome } from '#domain/disclosure/audit-releases.ts';
import type { AuditRoster } from '#domain/disclosure/audit-system.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { countResponsesByGroup } from '#server/database/response-counts.ts';
import { listLeadershipGroups, listReportingGroups, listRoundUnits, type Round } from '#server/database/rounds.ts';
import { auditInWorker } from '#server/release-audit/audit-in-worker.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readRelease } from './read-release.ts';

export type AuditPublishedReleaseOutcome =
	AuditOutcome | { readonly kind: 'not-released' } | { readonly kind: 'unknown-round' } | Forbidden;

export async function auditPublishedRelease(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<AuditPublishedReleaseOutcome> {
	if (!isAllowed('audit-published-release', actor)) return forbidden;
	const read = await readRelease(context, actor, input);
	if (read.kind !== 'release') return read;
	return auditInWorker({ releases: [{ release: read.release, roster: await readRoster(context, read.round) }] });
}

/** What an intruder is taken to know of a round: its groups, and how many answered in each. */
async function readRoster(context: Pick<Context, 'db'>, round: Round): Promise<AuditRoster> {
	const key = { organisationId: round.organisationId, roundId: round.id };
	const counts = await countResponsesByGroup(context.db, key);
	const membersOf = Map.groupBy(await listLeadershipGroups(context.db, key), (own) => own.groupId);
	return {
		units: await listRoundUnits(context.db, key),
		reportingGroups: (await listReportingGroups(context.db, key)).map((group) => ({
			id: group.id,
			unitId: group.unitId,
			memberUnitIds: (membersOf.get(group.id) ?? []).map((own) => own.unitId),
			responses: counts.get(group.id) ?? 0
		}))
	};
}
