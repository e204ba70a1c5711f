// Groups and scales for tests of the meeting pack: every figure is chosen by the test.
import type { GroupResult } from '#domain/disclosure/group-result.ts';
import { groupResult } from '#domain/disclosure/group-result.ts';
import { readRelease } from '#domain/disclosure/read-release.ts';
import type { Publishable } from '#domain/disclosure/publishable.ts';
import type { ScalePoints } from '#domain/recommendation/scale-points.ts';

export function scaleOf(
	factor: ScalePoints['factor'],
	direction: ScalePoints['direction'],
	points: number | null,
	more: Partial<ScalePoints> = {}
): ScalePoints {
	return {
		scale: factor ?? 'x',
		name: { da: 'x', en: 'x' },
		direction,
		factor,
		outcome: null,
		points,
		bound: null,
		interval: null,
		measuredPoints: points,
		weightOfGroup: null,
		parentPoints: null,
		organisationPoints: null,
		n: 9,
		...more
	};
}

/** A released leaf in a department in an organisation; `spread`: standard deviations shown of the leaf, by scale. */
export function leafResult(
	spread: Readonly<
		Record<string, { readonly value: number; readonly n: number; readonly bound?: 'at-most' | 'at-least' }>
	> = {},
	leaf: { readonly pools?: readonly string[]; readonly responses?: number } = {}
): Publishable<GroupResult> {
	const scales = Object.keys(spread).map((id) => ({ id, minimum: 0, maximum: 100 }));
	const group = (id: string, kind: 'leaf' | 'union', parent: string | null) => ({
		...{ id, name: id, path: [id], pools: [], invited: 40, responses: 30, kind, parent, units: [id] },
		...{ reportingGroups: kind === 'leaf' ? [id] : [], cells: [], withheld: [] }
	});
	const read = readRelease({
		...{ engine: 'test', round: 'round', k: 5, scales },
		groups: [
			group('organisation', 'union', null),
			group('department', 'union', 'organisation'),
			{
				...group('leaf', 'leaf', 'department'),
				pools: leaf.pools ?? ['leaf'],
				responses: leaf.responses ?? 9,
				cells: Object.entries(spread).map(([scale, cell]) => ({ scale, statistic: 'sd', step: 1, ...cell }))
			},
			group('another', 'leaf', 'department'),
			group('third', 'leaf', 'organisation')
		]
	});
	const result = read.kind === 'faulty' ? null : groupResult(read.release, 'leaf');
	if (result === null) throw new Error(`the release of the test is none: ${JSON.stringify(read)}`);
	return result;
}
