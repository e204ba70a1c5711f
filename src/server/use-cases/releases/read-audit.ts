// The report of our own attack on a round: of what was published, or of what would be. For whoever may release it.
import type { AuditChecked, ReleaseBreach } from '#domain/disclosure/audit-releases.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findRound, listReportingGroups, listRoundUnits, type Round } from '#server/database/rounds.ts';
import { auditInWorker } from '#server/release-audit/audit-in-worker.ts';
import { auditPublishedRelease } from './audit-published-release.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { isUuid } from '../is-uuid.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { buildCandidate, readShownBefore } from './release-candidate.ts';

export type ReadAuditOutcome =
	| {
			readonly kind: 'audit';
			readonly round: Round;
			/** Null where the engine itself stopped before the attack could count. */
			readonly checked: AuditChecked | null;
			/** Empty where everything holds. */
			readonly breaches: readonly NamedBreach[];
			/** How many more there are than are listed. */
			readonly more: number;
			readonly milliseconds: number;
	  }
	| { readonly kind: 'not-closed'; readonly round: Round }
	| { readonly kind: 'too-few'; readonly round: Round; readonly responses: number; readonly threshold: number }
	| { readonly kind: 'unknown-round' }
	| Forbidden;

export type NamedBreach = ReleaseBreach & { readonly groupName: string; readonly scaleName: Localised | null };

const mostListed = 50;

export async function readAudit(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string }
): Promise<ReadAuditOutcome> {
	if (!isAllowed('read-audit', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const round = isUuid(input.roundId) ? await findRound(context.db, key) : null;
	if (round === null) return { kind: 'unknown-round' };
	if (round.closedAt === null) return { kind: 'not-closed', round };
	const start = performance.now();
	const found =
		round.releasedAt === null ? await attackCandidate(context, round) : await attackReleased(context, actor, round);
	if (found.kind === 'too-few') return { ...found, round };
	const { checked, breaches } = found;
	return {
		kind: 'audit',
		round,
		checked,
		breaches: await named(context, round, breaches.slice(0, mostListed)),
		more: Math.max(0, breaches.length - mostListed),
		milliseconds: Math.round(performance.now() - start)
	};
}

type Found =
	| { readonly kind: 'found'; readonly checked: AuditChecked | null; readonly breaches: readonly ReleaseBreach[] }
	| { readonly kind: 'too-few'; readonly responses: number; readonly threshold: number };

async function attackReleased(context: Context, actor: Actor, round: Round): Promise<Found> {
	const outcome = await auditPublishedRelease(context, actor, { roundId: round.id });
	if (outcome.kind !== 'holds' && outcome.kind !== 'breach')
		throw new Error(`the release of round ${round.id} is gone`);
	return { kind: 'found', checked: outcome.checked, breaches: outcome.kind === 'breach' ? outcome.breaches : [] };
}

/** What `releaseRound` would do, without storing anything. */
async function attackCandidate(context: Context, round: Round): Promise<Found> {
	const { outcome, roster } = await buildCandidate(context, round);
	if (outcome.kind === 'too-few')
		return { kind: 'too-few', responses: outcome.responses, threshold: outcome.threshold };
	if (outcome.kind === 'breach') return { kind: 'found', checked: null, breaches: outcome.breaches };
	const before = await readShownBefore(context, round, roster);
	const audit = await auditInWorker({ releases: [...before, { release: outcome.release, roster }] });
	return { kind: 'found', checked: audit.checked, breaches: audit.kind === 'breach' ? audit.breaches : [] };
}

async function named(context: Context, round: Round, breaches: readonly ReleaseBreach[]): Promise<NamedBreach[]> {
	if (breaches.length === 0) return [];
	const key = { organisationId: round.organisationId, roundId: round.id };
	const { scales } = await findInstrument(context, round);
	const names = new Map(
		[...(await listReportingGroups(context.db, key)), ...(await listRoundUnits(context.db, key))].map(
			({ id, name }) => [id, name] as const
		)
	);
	return breaches.map((breach) => ({
		...breach,
		groupName: names.get(breach.group) ?? breach.group,
		scaleName: scales.find(({ id }) => id === breach.scale)?.name ?? null
	}));
}
