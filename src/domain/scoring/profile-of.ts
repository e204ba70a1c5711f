// From a person's scores to what strains and what carries: the private profile, and in the same words a group's.
import type { ScaleDirection } from '#domain/instrument/instrument.ts';
import { isStrained } from './is-strained.ts';

/** What `profileOf` needs to know of a score: a person's `ScaleScore`, or a published group mean. */
export type ProfileScore = {
	readonly scale: string;
	readonly score: number | null;
	readonly direction: ScaleDirection;
	readonly factor: string | null;
	readonly outcome: string | null;
	readonly minimum: number;
	readonly maximum: number;
};

export type ProfileEntry<Score extends ProfileScore = ProfileScore> = {
	readonly score: Score;
	/** The score as 0-100 of its range. */
	readonly points: number;
	/** 0-100, high is bad whatever the direction; null for a neutral scale. */
	readonly burden: number | null;
	readonly isStrained: boolean;
};

export type Profile<Score extends ProfileScore = ProfileScore> = {
	/** Scales where a high score strains, heaviest first. */
	readonly strains: readonly ProfileEntry<Score>[];
	/** Scales where a high score carries, strongest first. */
	readonly resources: readonly ProfileEntry<Score>[];
	/** Scales of an outcome, in the instrument's order. */
	readonly outcomes: readonly ProfileEntry<Score>[];
	/** Scales without a direction, in the instrument's order. */
	readonly neutral: readonly ProfileEntry<Score>[];
	/** Strains and lacking resources beyond the line of `isStrained`, heaviest burden first. */
	readonly strained: readonly ProfileEntry<Score>[];
	/** The heaviest burden of all strains and resources; several when they are equal, none unless it is over the middle. */
	readonly strainsMost: readonly ProfileEntry<Score>[];
	/** The strongest resource; several when they are equal, none unless it is over the middle. */
	readonly carriesMost: readonly ProfileEntry<Score>[];
	/** Scales without a score because too few items were answered, in the instrument's order. */
	readonly unanswered: readonly Score[];
};

/**
 * Sorts scores into what strains and what carries.
 *
 * Shape: one score per scale, in the instrument's scale order, which also settles the order of equal scores. Range:
 * each within its `minimum`-`maximum`. Missing: a null score is listed under `unanswered` and nowhere else. Outcome
 * scales are kept apart: they are what the strain leads to, never what strains. Throws nothing.
 */
export function profileOf<Score extends ProfileScore>(scores: readonly Score[]): Profile<Score> {
	const entries = scores.flatMap(entryOf);
	const conditions = entries.filter(({ score }) => score.outcome === null);
	const strains = conditions.filter(({ score }) => score.direction === 'strain').sort(byPointsDescending);
	const resources = conditions.filter(({ score }) => score.direction === 'resource').sort(byPointsDescending);
	const burdens = conditions.filter(({ burden }) => burden !== null).sort(byBurdenDescending);
	return {
		strains,
		resources,
		outcomes: entries.filter(({ score }) => score.outcome !== null),
		neutral: conditions.filter(({ score }) => score.direction === 'neutral'),
		strained: burdens.filter((entry) => entry.isStrained),
		strainsMost: highest(burdens, ({ burden }) => burden ?? 0),
		carriesMost: highest(resources, ({ points }) => points),
		unanswered: scores.filter(({ score }) => score === null)
	};
}

function entryOf<Score extends ProfileScore>(score: Score): ProfileEntry<Score>[] {
	if (score.score === null) return [];
	const points = (100 * (score.score - score.minimum)) / (score.maximum - score.minimum);
	return [
		{ score, points, burden: burdenOf(points, score.direction), isStrained: isStrained(points, score.direction) }
	];
}

function burdenOf(points: number, direction: ScaleDirection): number | null {
	switch (direction) {
		case 'strain':
			return points;
		case 'resource':
			return 100 - points;
		case 'neutral':
			return null;
	}
}

function byPointsDescending(a: ProfileEntry, b: ProfileEntry): number {
	return difference(b.points, a.points);
}

function byBurdenDescending(a: ProfileEntry, b: ProfileEntry): number {
	return difference(b.burden ?? 0, a.burden ?? 0);
}

/** Scores that differ by less than this differ by binary rounding only. */
const tolerance = 1e-9;
const middle = 50;

function difference(a: number, b: number): number {
	return Math.abs(a - b) < tolerance ? 0 : a - b;
}

function highest<Entry>(sorted: readonly Entry[], valueOf: (entry: Entry) => number): readonly Entry[] {
	const [first] = sorted;
	if (first === undefined || difference(valueOf(first), middle) <= 0) return [];
	return sorted.filter((entry) => difference(valueOf(entry), valueOf(first)) === 0);
}
