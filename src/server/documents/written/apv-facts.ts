// What a workplace assessment is composed of, before it has words.
import type { Language, Localised } from '#domain/language/localised.ts';
import type { Level } from '#domain/evidence/evidence.ts';
import type { LoggedParticipation } from '#domain/work-environment/participation-log.ts';
import type { MappedRisk } from '#domain/work-environment/map-risks.ts';
import type { AssessmentContent, AssessmentPart } from '#domain/work-environment/workplace-assessment.ts';
import { formatShare } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';

export type ApvFactor = { readonly id: string; readonly name: Localised; readonly description: Localised };

export type ApvAbsence = {
	readonly setName: string;
	readonly leaders: number;
	readonly from: string;
	readonly to: string;
	readonly daysPerLeader: number;
};

export type ApvStep = {
	readonly level: Level;
	readonly description: string;
	readonly planTitle: string;
	readonly groupName: string;
	readonly owner: string;
	readonly dueOn: string;
	readonly state: 'done' | 'late' | 'open';
};

export type ApvProposal = { readonly title: string; readonly receiver: string; readonly sentAt: Date };

export type ApvRemark = {
	readonly part: AssessmentPart;
	readonly remark: string;
	readonly writtenAt: Date;
	readonly writtenBy: string;
	readonly writtenAs: string;
};

export type ApvFacts = {
	readonly title: string;
	readonly organisation: string;
	readonly leaders: number;
	readonly editor: string;
	/** Calendar day of the document. */
	readonly day: string;
	/** Calendar day of the assessment before this one; null where none is known. */
	readonly previousOn: string | null;
	/** Null for a draft. */
	readonly final: { readonly by: string; readonly latestOn: string } | null;
	readonly round: {
		readonly name: string;
		readonly instrument: Localised;
		readonly releasedAt: Date;
		readonly responses: number;
		readonly invited: number | null;
	} | null;
	readonly risks: readonly MappedRisk[];
	readonly factors: readonly ApvFactor[];
	readonly content: AssessmentContent;
	readonly absence: readonly ApvAbsence[];
	readonly steps: readonly ApvStep[];
	readonly onlyIndividual: number;
	readonly proposals: readonly ApvProposal[];
	readonly log: readonly LoggedParticipation[];
	readonly remarks: readonly ApvRemark[];
};

export function answersOf({ responses, invited }: NonNullable<ApvFacts['round']>, language: Language): string {
	return textsFor(language).results.responses(responses, invited, formatShare(language, responses, invited));
}
