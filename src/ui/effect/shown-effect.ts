// What a page is told of one plan's effect: plain figures, so that a component needs to know nothing of rounds or databases.
import type { EffectReason, EffectVerdict, GroupFigure } from '#domain/effect/effect.ts';
import type { GroupChange } from '#domain/effect/group-change.ts';
import type { Certainty } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';

export type ShownResearch = {
	readonly intervention: { readonly id: string; readonly name: Localised };
	readonly certainty: Certainty;
};

/** Fits what the use case `readEffects` tells of a plan. */
export type ShownEffect = {
	readonly plan: {
		readonly id: string;
		readonly title: string;
		readonly endedAt: Date | null;
		readonly steps: readonly { readonly doneAt: Date | null }[];
	};
	readonly groupName: string;
	readonly factor: string;
	readonly before: { readonly name: string };
	readonly after: { readonly name: string } | null;
	readonly scale: {
		readonly minimum: number;
		readonly maximum: number;
		readonly direction: 'strain' | 'resource';
	} | null;
	readonly figures: { readonly before: GroupFigure | null; readonly after: GroupFigure | null };
	readonly sameMembers: number | null;
	readonly effect: {
		readonly verdict: EffectVerdict;
		readonly reasons: readonly EffectReason[];
		readonly change: GroupChange | null;
		readonly expectedChange: number | null;
		readonly effect: number | null;
		readonly interval: { readonly low: number; readonly high: number } | null;
	};
	readonly research: readonly ShownResearch[];
};

/** How far a plan was carried out. */
export function carriedOutOf({ endedAt, steps }: ShownEffect['plan']) {
	return {
		done: steps.filter(({ doneAt }) => doneAt !== null).length,
		all: steps.length,
		isStopped: endedAt !== null
	};
}
