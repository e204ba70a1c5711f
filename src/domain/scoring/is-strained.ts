import type { ScaleDirection } from '#domain/instrument/instrument.ts';

/** From this many points on, a scale where a high score strains is said to strain. */
export const strainedFromPoints = 62.5;
/** Down to this many points, a scale where a high score carries is said to be lacking. */
export const lackingToPoints = 37.5;

/**
 * Says whether a score is where we begin to speak of strain.
 *
 * `points` is 0-100. A strain scale is strained from 62.5, a resource scale to 37.5, a neutral scale never. This is a
 * convention and not a norm: on five answers 62.5 lies midway between the middle answer (50) and the next (75), so
 * the mean answer is nearer to the straining side than to the middle. It says nothing of illness or of other people.
 */
export function isStrained(points: number, direction: ScaleDirection): boolean {
	switch (direction) {
		case 'strain':
			return points >= strainedFromPoints - rounding;
		case 'resource':
			return points <= lackingToPoints + rounding;
		case 'neutral':
			return false;
	}
}

/** Three answers of 75, 50 and 62.5 must not miss the line by the last binary digit of their mean. */
const rounding = 1e-9;
