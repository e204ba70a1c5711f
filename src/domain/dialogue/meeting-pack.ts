// Everything that a group needs to talk about its result and decide, built once: the page, the handout and the slides
// show the same pack. Nothing in it comes from anywhere but the release and the evidence base.
import type { GroupResult, GroupSummary } from '#domain/disclosure/group-result.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { Factor, FactorId, Level } from '#domain/evidence/evidence.ts';
import { levelsInOrder } from '#domain/evidence/order.ts';
import type { Localised } from '#domain/language/localised.ts';
import { burdenOf, type ScalePoints } from '#domain/recommendation/scale-points.ts';
import { agendaOf, type AgendaStep, type MeetingMinutes } from './agenda.ts';
import { surprisesOf, type Surprise } from './surprises.ts';

/** A factor with the group's figure for it. */
export type Theme = { readonly factor: Factor; readonly scale: ScalePoints };

/** What research suggests for a theme, at one level. */
export type Suggestion = {
	readonly level: Level;
	readonly factor: FactorId;
	readonly intervention: { readonly id: string; readonly name: Localised };
};

export type Caution =
	/** Several leadership groups answer as one: nobody can know which of them a figure is about. */
	| { readonly kind: 'pooled'; readonly names: readonly string[] }
	/** The figures lean on the larger group: much where `isFew`, else a little. */
	| { readonly kind: 'estimated'; readonly responses: number; readonly isFew: boolean }
	/** Of so many factors no figure is shown. */
	| { readonly kind: 'withheld'; readonly count: number; readonly all: number };

export type MeetingPack = {
	readonly group: GroupSummary;
	readonly parentName: string | null;
	readonly minutes: MeetingMinutes;
	readonly agenda: readonly AgendaStep[];
	/** Scales that measure one of the factors, in the instrument's order. */
	readonly themes: readonly Theme[];
	readonly surprises: readonly Surprise[];
	/** The heaviest, at most three, none at or below the middle. */
	readonly weighs: readonly Theme[];
	/** What carries most, at most two, none at or below the middle. */
	readonly carries: readonly Theme[];
	/** True where the intervals of the two heaviest overlap: their order may be chance. */
	readonly isOrderUnsure: boolean;
	readonly cautions: readonly Caution[];
	/** For what weighs most; from the organisation down, at most two a factor. */
	readonly suggestions: readonly Suggestion[];
};

const middle = 50;
const mostWeighing = 3;
const mostCarrying = 2;
const mostSuggestions = 2;
/** From so many answers on a mean stands well by itself: with an ICC(1) of 0.10 its reliability is then 0.69. */
const leastForMany = 20;

/**
 * Builds a group's meeting pack.
 *
 * `scales`: the same group's released figures in points. `suggestions`: in the order to show, the organisation first.
 * Missing: a factor without a shown figure is counted among the cautions and said nothing more of. A pack without any
 * figure is a pack all the same: a meeting without figures is still worth holding. Throws nothing.
 */
export function buildMeetingPack(input: {
	readonly result: Publishable<GroupResult>;
	readonly scales: readonly ScalePoints[];
	readonly factors: readonly Factor[];
	readonly organisationSpread: ReadonlyMap<string, number>;
	readonly suggestions: readonly Suggestion[];
	readonly minutes: MeetingMinutes;
}): MeetingPack {
	const { result, scales } = input;
	const themes = scales.flatMap((scale) => {
		const factor = input.factors.find((one) => one.id === scale.factor);
		return factor === undefined || scale.outcome !== null ? [] : [{ factor, scale }];
	});
	const weighs = heaviest(themes, burdenOfTheme).slice(0, mostWeighing);
	const carries = heaviest(
		themes.filter(({ scale, factor }) => scale.direction === 'resource' && factor.kind !== 'context'),
		({ scale }) => scale.points ?? 0
	).slice(0, mostCarrying);
	return {
		group: result.group,
		parentName: result.parent?.name ?? null,
		minutes: input.minutes,
		agenda: agendaOf(input.minutes),
		themes,
		surprises: surprisesOf(input),
		weighs,
		carries,
		isOrderUnsure: overlap(weighs[0]?.scale.interval, weighs[1]?.scale.interval),
		cautions: cautionsOf(result, themes),
		suggestions: weighs
			.flatMap(({ factor }) => input.suggestions.filter((one) => one.factor === factor.id).slice(0, mostSuggestions))
			.toSorted((left, right) => levelsInOrder.indexOf(left.level) - levelsInOrder.indexOf(right.level))
	};
}

function burdenOfTheme({ scale, factor }: Theme): number {
	return factor.kind === 'context' ? 0 : (burdenOf(scale) ?? 0);
}

function heaviest(themes: readonly Theme[], valueOf: (theme: Theme) => number): readonly Theme[] {
	return themes.filter((theme) => valueOf(theme) > middle).toSorted((a, b) => valueOf(b) - valueOf(a));
}

/** True also where one of them is missing: then the order cannot be told. */
function overlap(
	first: readonly [number, number] | null | undefined,
	second: readonly [number, number] | null | undefined
): boolean {
	if (first === undefined || second === undefined) return false;
	if (first === null || second === null) return true;
	return first[0] <= second[1] && second[0] <= first[1];
}

function cautionsOf({ group }: GroupResult, themes: readonly Theme[]): readonly Caution[] {
	const count = themes.filter(({ scale }) => scale.points === null).length;
	const isEstimated = themes.some(({ scale }) => scale.weightOfGroup !== null);
	return [
		...(group.pools.length > 1 ? [{ kind: 'pooled', names: group.pools } as const] : []),
		...(isEstimated
			? [{ kind: 'estimated', responses: group.responses, isFew: group.responses < leastForMany } as const]
			: []),
		...(count > 0 ? [{ kind: 'withheld', count, all: themes.length } as const] : [])
	];
}
