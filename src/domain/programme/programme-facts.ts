// What the programme's overview is made of, for its page and its document.
import type { HeatMap } from '#domain/disclosure/heat-map.ts';
import type { ReleaseScale } from '#domain/disclosure/release.ts';
import type { EffectVerdict } from '#domain/effect/effect.ts';
import type { Certainty, Factor, Level } from '#domain/evidence/evidence.ts';
import { levelsInOrder } from '#domain/evidence/order.ts';
import type { Scale } from '#domain/instrument/instrument.ts';
import type { Localised } from '#domain/language/localised.ts';
import type { MappedRisk } from '#domain/work-environment/map-risks.ts';
import type { SharedCause } from './shared-causes.ts';
import type { SpanAndWorkload } from './span-and-workload.ts';
import type { Trend } from './trend.ts';

export type ProgrammePlan = {
	readonly id: string;
	readonly title: string;
	readonly groupName: string;
	readonly status: string;
	readonly hasOnlyIndividualSteps: boolean;
	readonly steps: readonly { readonly level: Level; readonly state: 'done' | 'late' | 'open' }[];
};

export type ProgrammeFacts = {
	readonly organisation: string;
	/** Calendar day of the document. */
	readonly day: string;
	readonly factors: readonly Factor[];
	/** Null where nothing is released. */
	readonly measured: {
		readonly round: string;
		readonly releasedAt: Date;
		readonly responses: number;
		readonly invited: number | null;
		readonly risks: readonly MappedRisk[];
		/** The whole organisation and the units right below. */
		readonly rows: HeatMap['rows'];
		readonly scales: HeatMap['scales'];
		readonly ranges: readonly ReleaseScale[];
		readonly instrument: readonly Scale[];
		readonly causes: readonly SharedCause[];
		readonly span: SpanAndWorkload;
		readonly trend: Trend;
		readonly dialogues: {
			readonly groups: number;
			readonly held: number;
			readonly planned: number;
			readonly overdue: number;
		} | null;
	} | null;
	readonly plans: readonly ProgrammePlan[];
	readonly proposals: readonly {
		readonly id: string;
		readonly title: string;
		readonly receiver: string;
		readonly waitingDays: number;
		readonly isOverdue: boolean;
	}[];
	readonly effects: {
		readonly programmes: readonly {
			readonly factor: string;
			readonly before: string;
			readonly after: string;
			readonly verdict: EffectVerdict;
			readonly effect: number | null;
			readonly interval: { readonly low: number; readonly high: number } | null;
			/** One standard deviation between leaders, in points: `effect` and `interval` are counted in it. */
			readonly personSd: number;
			readonly actingGroups: number;
			readonly comparisonGroups: number;
		}[];
		readonly plans: Readonly<Record<EffectVerdict, number>>;
		readonly research: readonly { readonly id: string; readonly name: Localised; readonly certainty: Certainty }[];
	};
};

/** Steps counted by level, from the organisation down, and state. */
export function countSteps(plans: readonly Pick<ProgrammePlan, 'steps'>[]): readonly {
	readonly level: Level;
	readonly done: number;
	readonly open: number;
	readonly late: number;
}[] {
	const steps = plans.flatMap((plan) => plan.steps);
	const count = (level: Level, state: 'done' | 'late' | 'open') =>
		steps.filter((step) => step.level === level && step.state === state).length;
	return levelsInOrder.map((level) => ({
		level,
		done: count(level, 'done'),
		open: count(level, 'open'),
		late: count(level, 'late')
	}));
}

/** Plans that leave the causes where they are, and are not over. */
export function onlyIndividualPlans(plans: readonly ProgrammePlan[]): readonly ProgrammePlan[] {
	return plans.filter((plan) => plan.hasOnlyIndividualSteps && plan.status !== 'done' && plan.status !== 'ended');
}
