// shown.jsonl: one line for every statistic that a reader sees, or sees to be hidden.
import type { Release, ReleasedGroup, ReleaseScale } from '#domain/disclosure/release.ts';
import { roundingStep, tidy } from '#domain/disclosure/rounding.ts';
import type { AuditPlaces, Where } from './audit-places.ts';

export type Reader = { readonly name: string; readonly groups: ReadonlySet<string> };

type Statistic = {
	/** "n", "mean:<scale>", "share:<scale>" and so on. */
	readonly stat: string;
	readonly value: number | null;
	readonly step: number;
	/** Respondents behind a figure of a scale. */
	readonly n?: number;
	readonly bound?: 'at-most' | 'at-least';
};

const stepOfShares = 0.05;
const stepOfOthers = 0.01;

export function* shownLines(given: {
	readonly release: Release;
	readonly readers: readonly Reader[];
	readonly places: AuditPlaces;
}): Generator<string> {
	const { release, readers, places } = given;
	const groups = new Map(release.groups.map((group) => [group.id, group]));
	const shown = release.groups.map((group) => ({
		id: group.id,
		where: places.whereOf(group, groups.get(group.parent ?? '')),
		statistics: statisticsOf(group, release)
	}));
	for (const reader of readers) {
		for (const { id, where, statistics } of shown) {
			if (!reader.groups.has(id)) continue;
			for (const statistic of statistics) yield lineOf(reader.name, where, statistic);
		}
	}
}

function lineOf(reader: string, where: Where, statistic: Statistic): string {
	return `${JSON.stringify({ reader, where, ...statistic })}\n`;
}

function statisticsOf(group: ReleasedGroup, release: Release): Statistic[] {
	const scales = new Map(release.scales.map((scale) => [scale.id, scale]));
	const rangeOf = (id: string) => (scales.get(id)?.maximum ?? 1) - (scales.get(id)?.minimum ?? 0);
	return [
		{ stat: 'n', value: group.responses, step: 1 },
		...(group.kind === 'dimension' ? [] : [{ stat: 'invited', value: group.invited, step: 1 }]),
		...group.cells.map(({ scale, statistic, n, value, step, bound }) => ({
			stat: `${statistic}:${scale}`,
			...(bound === undefined ? { value, step } : spanOf(value, bound, endsOf(statistic, scales.get(scale)))),
			n,
			...(bound === undefined ? {} : { bound })
		})),
		...group.withheld.map(({ scale, statistic }) => ({
			stat: `${statistic}:${scale}`,
			value: null,
			step: stepOf(statistic, rangeOf(scale))
		}))
	];
}

/** "At most 30" of a scale from 0 to 100 is 15 with a step of 30: the true figure lies within half a step of the value. */
function spanOf(value: number, bound: 'at-most' | 'at-least', [minimum, maximum]: readonly [number, number]) {
	const [low, high] = bound === 'at-most' ? [minimum, value] : [value, maximum];
	return { value: tidy((low + high) / 2), step: tidy(high - low) };
}

function endsOf(statistic: string, scale: ReleaseScale | undefined): readonly [number, number] {
	return statistic === 'mean' && scale !== undefined ? [scale.minimum, scale.maximum] : [0, 1];
}

/** The rounding that the figure would have had. */
function stepOf(statistic: string, range: number): number {
	if (statistic === 'mean' || statistic === 'sd') return roundingStep(range);
	return statistic === 'share' || statistic === 'better' || statistic === 'worse' ? stepOfShares : stepOfOthers;
}
