// shown.jsonl: one line for every statistic that a reader sees, or sees to be hidden.
import type { Release, ReleasedGroup } from '#domain/disclosure/release.ts';
import { roundingStep } from '#domain/disclosure/rounding.ts';
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
	const ranges = new Map(release.scales.map(({ id, minimum, maximum }) => [id, maximum - minimum]));
	return [
		{ stat: 'n', value: group.responses, step: 1 },
		...(group.kind === 'dimension' ? [] : [{ stat: 'invited', value: group.invited, step: 1 }]),
		...group.cells.map(({ scale, statistic, n, value, step, bound }) => ({
			stat: `${statistic}:${scale}`,
			value,
			step,
			n,
			...(bound === undefined ? {} : { bound })
		})),
		...group.withheld.map(({ scale, statistic }) => ({
			stat: `${statistic}:${scale}`,
			value: null,
			step: stepOf(statistic, ranges.get(scale) ?? 1)
		}))
	];
}

/** The rounding that the figure would have had. */
function stepOf(statistic: string, range: number): number {
	if (statistic === 'mean' || statistic === 'sd') return roundingStep(range);
	return statistic === 'share' || statistic === 'better' || statistic === 'worse' ? stepOfShares : stepOfOthers;
}
