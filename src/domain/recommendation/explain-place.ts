// Why an intervention stands where it stands for a group: one reason a factor of the formula, what each answer moved, what
// stands right ahead and by what, and what would change the place. For a page to put into words.
import { certaintiesInOrder, levelsInOrder } from '#domain/evidence/order.ts';
import type { Certainty, Level } from '#domain/evidence/evidence.ts';
import { fitDimensionsInOrder, fitStrength, type FitAnswer, type FitDimension, type FitSource } from './fit.ts';
import { answersOf, rankLevel, type GroupCandidate, type GroupRankingInput } from './rank-for-group.ts';
import type { GroupRecommendation, Practice, RankedGroupLevel, Shelf } from './rank-for-group.ts';
import { strengthOf, type FactorBurden } from './rank-interventions.ts';

export type PlaceExplanation = {
	readonly place: number;
	readonly placeBefore: number;
	readonly among: number;
	readonly shelf: Shelf;
	readonly need: { readonly because: FactorBurden; readonly alsoFor: readonly FactorBurden[] };
	readonly evidence: {
		readonly certainty: Certainty;
		readonly studies: number;
		readonly reviews: number;
		readonly contradicting: number;
	};
	/** All five, in the order in which they are asked. */
	readonly fit: readonly FitReason[];
	readonly level: {
		readonly level: Level;
		/** The levels whose suggestions come before. */
		readonly after: readonly Level[];
	};
	readonly practice: PracticeReason | null;
	/** Null at the top of the level. */
	readonly ahead: { readonly intervention: GroupCandidate; readonly by: Difference } | null;
	readonly wouldChange: readonly PlaceChange[];
};

export type FitReason = {
	readonly dimension: FitDimension;
	/** Null where nobody has answered. */
	readonly answer: FitAnswer | null;
	readonly source: FitSource | null;
	/** Which way the answer pulls, whether or not it moved the place. */
	readonly pull: 'up' | 'down' | 'none';
	/** Places that this answer alone has moved it: above 0 is up. */
	readonly placesMoved: number;
};

/** `keep-up`: the factor that it meets is below the middle. `check`: it still weighs, so whether it helps must be looked at. */
export type PracticeReason = { readonly practice: Practice; readonly advice: 'keep-up' | 'check' };

/** What puts the one right ahead in front: what makes most of the difference in weight, or what settles equal weights. */
export type Difference = 'shelf' | 'need' | 'evidence' | 'fit' | 'studies' | 'none';

/** Something that would give it another place, with that place. */
export type PlaceChange =
	| {
			readonly kind: 'answer';
			readonly answer: Extract<FitAnswer, 'yes' | 'no'>;
			readonly dimensions: readonly FitDimension[];
			readonly place: number;
	  }
	| { readonly kind: 'surer-evidence'; readonly place: number }
	| { readonly kind: 'lighter-burden'; readonly points: number; readonly place: number };

const middle = 50;
const lighterBy = 10;

/**
 * Explains one intervention's place in `rankForGroup`.
 *
 * Returns null for an intervention that is unknown or meets no factor with a score. Every place named is found by ranking
 * again with one thing changed, so that a sentence cannot say other than the order. Throws RangeError as `rankForGroup`.
 */
export function explainPlace(input: GroupRankingInput, interventionId: string): PlaceExplanation | null {
	const level = input.candidates.find((one) => one.id === interventionId)?.level;
	const ranked = level === undefined ? null : rankLevel(input, level);
	const own = ranked?.recommendations.find((one) => one.intervention.id === interventionId);
	if (ranked === null || own === undefined) return null;
	const { certainty, studies, reviews, contradicting } = own.intervention;
	return {
		place: own.place,
		placeBefore: own.placeBefore,
		among: own.among,
		shelf: own.shelf,
		need: { because: own.because, alsoFor: own.alsoFor },
		evidence: { certainty, studies, reviews, contradicting },
		fit: fitDimensionsInOrder.map((dimension) => reasonOf(input, own, dimension)),
		level: { level: ranked.level, after: levelsInOrder.slice(0, levelsInOrder.indexOf(ranked.level)) },
		practice: own.practice === null ? null : { practice: own.practice, advice: adviceOn(own) },
		ahead: aheadOf(ranked, own),
		wouldChange: changesOf(input, own)
	};
}

function reasonOf(input: GroupRankingInput, own: GroupRecommendation, dimension: FitDimension): FitReason {
	const known = own.fit[dimension];
	if (known === undefined) return { dimension, answer: null, source: null, pull: 'none', placesMoved: 0 };
	const strength = fitStrength({ [dimension]: known.answer });
	return {
		dimension,
		...known,
		pull: strength > 1 ? 'up' : strength < 1 ? 'down' : 'none',
		placesMoved: placeIf(input, own, { fit: { dimension, answer: null } }) - own.place
	};
}

function adviceOn({ because }: GroupRecommendation): PracticeReason['advice'] {
	return because.burden < middle ? 'keep-up' : 'check';
}

function aheadOf({ recommendations }: RankedGroupLevel, own: GroupRecommendation): PlaceExplanation['ahead'] {
	const ahead = recommendations[own.place - 2];
	return ahead === undefined ? null : { intervention: ahead.intervention, by: differenceBetween(ahead, own) };
}

function differenceBetween(ahead: GroupRecommendation, own: GroupRecommendation): Difference {
	if (ahead.shelf !== own.shelf) return 'shelf';
	if (Math.round(ahead.weight * 1e9) === Math.round(own.weight * 1e9))
		return ahead.intervention.studies > own.intervention.studies ? 'studies' : 'none';
	const parts = [
		{ by: 'need' as const, times: needIn(ahead) / needIn(own) },
		{ by: 'evidence' as const, times: strengthIn(ahead) / strengthIn(own) },
		{ by: 'fit' as const, times: fitStrength(answersOf(ahead.fit)) / fitStrength(answersOf(own.fit)) }
	];
	return parts.reduce((most, part) => (part.times > most.times + 1e-9 ? part : most)).by;
}

function strengthIn({ intervention }: GroupRecommendation): number {
	return strengthOf[intervention.certainty];
}

function needIn(one: GroupRecommendation): number {
	return one.weight / strengthIn(one) / fitStrength(answersOf(one.fit));
}

function changesOf(input: GroupRankingInput, own: GroupRecommendation): readonly PlaceChange[] {
	if (own.practice !== null) return [];
	const answers = (['yes', 'no'] as const).flatMap((answer) => {
		const places = fitDimensionsInOrder
			.filter((dimension) => own.fit[dimension]?.answer !== answer)
			.map((dimension) => ({ dimension, place: placeIf(input, own, { fit: { dimension, answer } }) }))
			.filter(({ place }) => (answer === 'yes' ? place < own.place : place > own.place));
		return [...Map.groupBy(places, ({ place }) => place)].map(([place, all]): PlaceChange => ({
			kind: 'answer',
			answer,
			dimensions: all.map(({ dimension }) => dimension),
			place
		}));
	});
	const surer = placeIf(input, own, { isSurer: true });
	const points = Math.min(lighterBy, own.because.burden);
	const lighter = placeIf(input, own, { lighterBy: points });
	return [
		...answers,
		...(surer === own.place ? [] : [{ kind: 'surer-evidence' as const, place: surer }]),
		...(lighter === own.place ? [] : [{ kind: 'lighter-burden' as const, points, place: lighter }])
	];
}

type Changed = {
	readonly fit?: { readonly dimension: FitDimension; readonly answer: FitAnswer | null };
	readonly isSurer?: boolean;
	readonly lighterBy?: number;
};

function placeIf(input: GroupRankingInput, own: GroupRecommendation, changed: Changed): number {
	const { id } = own.intervention;
	const changedInput: GroupRankingInput = {
		...input,
		candidates:
			changed.isSurer === true
				? input.candidates.map((one) => (one.id === id ? { ...one, certainty: oneStepSurer(one.certainty) } : one))
				: input.candidates,
		burdens: input.burdens.map((burden) =>
			burden.factor === own.because.factor
				? { ...burden, burden: Math.max(0, burden.burden - (changed.lighterBy ?? 0)) }
				: burden
		),
		fit: changed.fit === undefined ? input.fit : new Map([...input.fit, [id, fitIf(own, changed.fit)]])
	};
	const { recommendations } = rankLevel(changedInput, own.intervention.level);
	return recommendations.find((one) => one.intervention.id === id)?.place ?? own.place;
}

function fitIf({ fit }: GroupRecommendation, { dimension, answer }: NonNullable<Changed['fit']>) {
	const { [dimension]: _replaced, ...others } = fit;
	return answer === null ? others : { ...others, [dimension]: { answer, source: 'group' as const } };
}

function oneStepSurer(certainty: Certainty): Certainty {
	return certaintiesInOrder[certaintiesInOrder.indexOf(certainty) - 1] ?? certainty;
}
