// What leaders are told of how long the questionnaire takes: a short one must not promise the time of a long one.
import type { Instrument } from './instrument.ts';

/** Our estimate: eight minutes for the 51 questions of Ledertrivsel 1. */
const secondsPerItem = (8 * 60) / 51;
const fewestMinutes = 2;

/** How long it takes to answer, in whole minutes, rounded up and never below 2. Throws nothing. */
export function answeringMinutes({ items }: Pick<Instrument, 'items'>): number {
	return Math.max(fewestMinutes, Math.ceil(Number(((items.length * secondsPerItem) / 60).toFixed(6))));
}
