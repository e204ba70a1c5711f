// The sentence that a result page opens with: what weighs most, what carries most, and whether that may be chance.
import type { Factor } from '#domain/evidence/evidence.ts';
import { burdenOf, type ScalePoints } from './scale-points.ts';

export type WhatStandsOut = {
	/** The heaviest strain or lacking resource; several where they are equal, none unless something is over the middle. */
	readonly weighsMost: readonly ScalePoints[];
	/** The strongest resource; several where they are equal, none unless something is over the middle. */
	readonly carriesMost: readonly ScalePoints[];
	/**
	 * `clearly-more`: the interval of what weighs most lies wholly on the heavier side of the organisation's mean.
	 * `maybe-chance`: it does not. `cannot-tell`: there is no interval, no organisation's mean, or nothing that weighs.
	 */
	readonly compared: 'clearly-more' | 'maybe-chance' | 'cannot-tell';
};

const middle = 50;

/**
 * Finds what a group's page says first, among scales that measure a risk or a resource; context such as psychological
 * safety is shown by itself and belongs to neither.
 *
 * `factors`: the evidence base's. Missing: scales without shown points are left out; a figure of which only a limit is shown counts as that limit.
 * Throws nothing.
 */
export function whatStandsOut(
	scales: readonly ScalePoints[],
	factors: readonly Pick<Factor, 'id' | 'kind'>[]
): WhatStandsOut {
	const counted = new Set(factors.filter(({ kind }) => kind !== 'context').map(({ id }) => id));
	const measured = scales.filter(
		({ factor, outcome, points }) => factor !== null && counted.has(factor) && outcome === null && points !== null
	);
	const weighsMost = highest(measured, (scale) => burdenOf(scale) ?? 0);
	const carriesMost = highest(
		measured.filter((scale) => scale.direction === 'resource'),
		(scale) => scale.points ?? 0
	);
	return { weighsMost, carriesMost, compared: compare(weighsMost) };
}

function highest(scales: readonly ScalePoints[], valueOf: (scale: ScalePoints) => number): readonly ScalePoints[] {
	const most = Math.max(middle, ...scales.map(valueOf));
	return most <= middle ? [] : scales.filter((scale) => valueOf(scale) >= most - 1e-9);
}

function compare([first]: readonly ScalePoints[]): WhatStandsOut['compared'] {
	if (first === undefined || first.interval === null || first.organisationPoints === null) return 'cannot-tell';
	const [low, high] = first.interval;
	const isHeavier = first.direction === 'strain' ? low > first.organisationPoints : high < first.organisationPoints;
	return isHeavier ? 'clearly-more' : 'maybe-chance';
}
