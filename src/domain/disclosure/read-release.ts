// A stored release, read back. It was audited before it was stored; here only its form is checked.
import * as v from 'valibot';
import { markPublishable } from './mark-publishable.ts';
import type { Publishable } from './publishable.ts';
import type { Release } from './release.ts';

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const statistic = v.picklist(['mean', 'sd', 'share', 'better', 'worse', 'icc1', 'icc2', 'rwgj', 'alpha', 'omega']);
const strings = v.array(v.string());

const releaseForm = v.strictObject({
	engine: v.string(),
	round: v.string(),
	k: count,
	scales: v.array(
		v.strictObject({
			id: v.string(),
			minimum: finite,
			maximum: finite,
			grain: v.optional(finite),
			strainedAt: v.optional(v.strictObject({ direction: v.picklist(['at-least', 'at-most']), cut: finite }))
		})
	),
	groups: v.array(
		v.strictObject({
			id: v.string(),
			name: v.string(),
			path: strings,
			pools: strings,
			invited: v.nullable(count),
			responses: count,
			kind: v.picklist(['leaf', 'union', 'dimension']),
			parent: v.nullable(v.string()),
			units: strings,
			reportingGroups: strings,
			dimension: v.optional(v.string()),
			category: v.optional(v.string()),
			cells: v.array(
				v.strictObject({
					scale: v.string(),
					statistic,
					n: count,
					value: finite,
					step: finite,
					bound: v.optional(v.picklist(['at-most', 'at-least']))
				})
			),
			withheld: v.array(v.strictObject({ scale: v.string(), statistic }))
		})
	)
});

export type ReadRelease =
	| { readonly kind: 'release'; readonly release: Publishable<Release> }
	/** `where` is a path such as `groups.3.cells.0.value`. */
	| { readonly kind: 'faulty'; readonly where: string; readonly problem: string };

/**
 * Reads a release back from storage, whole or with some of its groups (the first must be the whole organisation, and a
 * page needs the group it shows, that group's parent and its children).
 *
 * `json`: what was stored, parsed. Returns `faulty` with the place where it is not a release, where two groups have one
 * id or a cell names an unknown scale.
 */
export function readRelease(json: unknown): ReadRelease {
	const parsed = v.safeParse(releaseForm, json, { abortEarly: true });
	if (!parsed.success) {
		const [issue] = parsed.issues;
		return { kind: 'faulty', where: v.getDotPath(issue) ?? '', problem: issue.message };
	}
	const release: Release = parsed.output;
	const scales = new Set(release.scales.map((scale) => scale.id));
	const seen = new Set<string>();
	for (const [place, group] of release.groups.entries()) {
		if (seen.has(group.id)) return { kind: 'faulty', where: `groups.${place}.id`, problem: 'Two groups have this id' };
		seen.add(group.id);
		const stray = [...group.cells, ...group.withheld].find((cell) => !scales.has(cell.scale));
		if (stray !== undefined)
			return { kind: 'faulty', where: `groups.${place}`, problem: `Unknown scale ${stray.scale}` };
	}
	if (release.groups[0]?.parent !== null) {
		return { kind: 'faulty', where: 'groups.0', problem: 'The first group is not the whole organisation' };
	}
	return { kind: 'release', release: markPublishable(release) };
}
