// Everything a workplace assessment is made of, gathered in one place: for its page, for its document, and for what is kept.
import { entriesThatHold, readLog, type LoggedParticipation } from '#domain/work-environment/participation-log.ts';
import { mapRisks, type MappedRisk } from '#domain/work-environment/map-risks.ts';
import type { AssessmentPart } from '#domain/work-environment/workplace-assessment.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listAbsenceEntries, type AbsenceEntry } from '#server/database/absence-entries.ts';
import { findOrganisation, readOrganisation } from '#server/database/organisations.ts';
import { listParticipations } from '#server/database/participations.ts';
import { findRound, listRounds, type Round } from '#server/database/rounds.ts';
import {
	contentOfParts,
	findLastAssessmentDay,
	listParts,
	listRemarks,
	type Remark,
	type StoredAssessment,
	type StoredPart
} from '#server/database/workplace-assessments.ts';
import type { ApvFacts } from '#server/documents/written/apv-facts.ts';
import { dayOf } from '../calendar-day.ts';
import { findInstrument } from '../rounds/find-instrument.ts';
import { sourcePlans, sourceProposals } from '../programme/programme-sources.ts';
import { findReadRelease } from '../results/readable-groups.ts';

export type AssessmentFacts = {
	readonly parts: Readonly<Record<AssessmentPart, StoredPart>>;
	readonly remarks: readonly Remark[];
	readonly log: readonly LoggedParticipation[];
	/** Entries that hold and are of the time since the last assessment. */
	readonly participationsSinceLast: number;
	readonly risks: readonly MappedRisk[];
	/** Those that are shown: not taken back, and not replaced by a later one. */
	readonly absence: readonly AbsenceEntry[];
	/** For the document, except its day and whether it is final. */
	readonly forDocument: Omit<ApvFacts, 'day' | 'final'>;
};

type SignedIn = Exclude<Actor, { kind: 'visitor' }>;

export async function gatherAssessment(
	context: Context,
	actor: SignedIn,
	assessment: StoredAssessment
): Promise<AssessmentFacts> {
	const { organisationId } = actor;
	const key = { organisationId, assessmentId: assessment.id };
	const [parts, remarks] = [await listParts(context.db, key), await listRemarks(context.db, key)];
	const participations = await listParticipations(context.db, organisationId);
	const last = await findLastAssessmentDay(context.db, organisationId);
	const log = readLog(participations);
	const measured = await measuredRound(context, organisationId, assessment.roundId);
	const absence = shownEntries(await listAbsenceEntries(context.db, organisationId));
	const plans = (await sourcePlans(context, actor)).filter((plan) => plan.status !== 'ended');
	const { leaders } = await readOrganisation(context.db, organisationId);
	const organisation = await findOrganisation(context.db, organisationId);
	return {
		parts,
		remarks,
		log,
		participationsSinceLast: entriesThatHold(participations).filter(({ heldOn }) => last === null || heldOn > last)
			.length,
		risks: measured?.risks ?? [],
		absence,
		forDocument: {
			title: assessment.title,
			organisation: organisation?.name ?? '',
			leaders: leaders.length,
			editor: assessment.beganBy,
			previousOn: last,
			round: measured?.round ?? null,
			risks: measured?.risks ?? [],
			factors: context.evidence.factors.map(({ id, name, description }) => ({ id, name, description })),
			content: contentOfParts(parts),
			absence: absence.map(({ setName, counted, from, to, daysPerLeader }) => ({
				setName,
				leaders: counted,
				from,
				to,
				daysPerLeader
			})),
			steps: plans.flatMap((plan) =>
				plan.steps.map((step) => ({ ...step, planTitle: plan.title, groupName: plan.groupName }))
			),
			onlyIndividual: plans.filter((plan) => plan.hasOnlyIndividualSteps).length,
			proposals: await sourceProposals(context, actor),
			log: log.filter((entry) => last === null || entry.heldOn > last),
			remarks
		}
	};
}

/** Rounds that can be mapped, the newest first. */
export async function releasedRounds(context: Pick<Context, 'db'>, organisationId: string): Promise<readonly Round[]> {
	return (await listRounds(context.db, organisationId)).filter((round) => round.releasedAt !== null);
}

export function todayOf(context: Pick<Context, 'now'>): string {
	return dayOf(context.now());
}

function shownEntries(entries: readonly AbsenceEntry[]): readonly AbsenceEntry[] {
	const replaced = new Set(entries.flatMap((entry) => entry.corrects ?? []));
	return entries.filter((entry) => entry.withdrawnAt === null && !replaced.has(entry.id));
}

async function measuredRound(
	context: Context,
	organisationId: string,
	roundId: string | null
): Promise<{ readonly round: NonNullable<ApvFacts['round']>; readonly risks: readonly MappedRisk[] } | null> {
	const round = roundId === null ? null : await findRound(context.db, { organisationId, roundId });
	const read = round === null ? null : await findReadRelease(context, round);
	if (round === null || read === null) return null;
	const instrument = await findInstrument(context, round);
	const [whole] = read.release.groups;
	return {
		round: {
			name: round.name,
			instrument: instrument.name,
			releasedAt: read.releasedAt,
			responses: whole?.responses ?? 0,
			invited: whole?.invited ?? null
		},
		risks: mapRisks({
			release: read.release,
			instrument,
			factors: context.evidence.factors.map((factor) => factor.id)
		})
	};
}
