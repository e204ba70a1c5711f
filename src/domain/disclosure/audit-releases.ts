// Our own attack on everything that was shown of one organisation, from published cells and rosters alone. See
// docs/disclosure.md for what it proves and for its limits. It imports nothing that made the cells.
import { isPinnedAlone } from './audit-bounds.ts';
import { attackScale, scalesOf } from './audit-scale.ts';
import type { Attack } from './audit-scale.ts';
import { auditSystems } from './audit-system.ts';
import type { AuditedRelease, AuditSystem, PooledView, SystemGroup } from './audit-system.ts';
import { isShare, leastFor } from './audit-thresholds.ts';
import type { ReleaseBreach } from './release-breach.ts';
import type { SolveLinearProgramme } from './solve-linear-programme.ts';

export type { ReleaseBreach } from './release-breach.ts';

/** What was tried. */
export type AuditChecked = {
	readonly releases: number;
	readonly groups: number;
	readonly cells: number;
	/** Sets that span everything derivable, over all scales and statistics; the same pattern is counted once. */
	readonly derivedSets: number;
	/** Scales on which groups overlap, so that linear programmes were solved; programmes solved. */
	readonly overlappingScales: number;
	readonly programmes: number;
};

export type AuditOutcome =
	| { readonly kind: 'holds'; readonly checked: AuditChecked }
	| { readonly kind: 'breach'; readonly breaches: readonly ReleaseBreach[]; readonly checked: AuditChecked };

export type AuditInput = {
	readonly releases: readonly AuditedRelease[];
	readonly views?: readonly PooledView[];
	/** Needed only where groups overlap without one holding the other and say more than their parts. */
	readonly solve?: SolveLinearProgramme;
};

/**
 * Attacks releases as one system: the intruder knows the rosters, every reporting group's response count and all cells.
 *
 * Unknown are the scores of every (round, reporting group), so releases of one round share them, and so do rounds that a
 * pooled view joins. Linear: no set of 0 < n < k respondents (20 for standard deviations and shares) may follow, by the
 * scale's own n, nor of fewer than k − 1 others for a lone respondent. Bounds: nobody's score may be bounded to less than
 * half of the scale, or a fifth for a respondent who subtracts the own. Nested groups are bounded exactly without a
 * solver; cells that say no more than the smallest shown groups in them are left aside first; else `solve` is asked.
 */
export function auditReleases(input: AuditInput): AuditOutcome {
	const breaches: ReleaseBreach[] = [];
	const count = { groups: 0, cells: 0, derivedSets: 0, overlappingScales: 0, programmes: 0 };
	const { solve } = input;
	const counted: SolveLinearProgramme | undefined =
		solve === undefined ? undefined : (programme) => ((count.programmes += 1), solve(programme));
	for (const system of auditSystems(input.releases, input.views ?? [])) {
		count.groups += system.groups.length;
		count.cells += system.groups.reduce((sum, group) => sum + group.cells.length, 0);
		breaches.push(...countBreaches(system));
		for (const group of system.groups) breaches.push(...cellBreaches(group, system.k));
		const attack: Attack = { system, patterns: new Set(), nestings: new Map(), count };
		for (const scale of scalesOf(system)) {
			breaches.push(...attackScale(attack, scale, counted));
		}
	}
	const checked = { releases: input.releases.length, ...count };
	return breaches.length > 0 ? { kind: 'breach', breaches, checked } : { kind: 'holds', checked };
}

function countBreaches({ groups, classesOf, responsesOf, k }: AuditSystem): ReleaseBreach[] {
	return groups.flatMap(({ round, id, responses, cells }, place) => {
		const found: ReleaseBreach[] = [];
		const add = (kind: ReleaseBreach['kind']): void => {
			found.push({ kind, round, group: id, scale: null, statistic: null, n: responses });
		};
		if (classesOf[place]!.length === 0 || responses !== responsesOf[place]) add('counts');
		if (responses < k && cells.length > 0) add('small-set');
		return found;
	});
}

/** What one cell alone gives away. */
function cellBreaches(group: SystemGroup, k: number): ReleaseBreach[] {
	return group.cells.flatMap((cell) => {
		const found = (kind: ReleaseBreach['kind']): ReleaseBreach[] => [
			{ kind, round: group.round, group: group.id, scale: cell.scale, statistic: cell.statistic, n: cell.n }
		];
		if (cell.n > group.responses || !(cell.step > 0) || !Number.isFinite(cell.value)) return found('contradiction');
		if (cell.n < leastFor(cell.statistic, k)) return found('small-set');
		if (isShare(cell.statistic) && (cell.value <= 0 || cell.value >= 1)) return found('extreme-share');
		const scale = group.scales.get(cell.scale);
		if (scale === undefined) return found('contradiction');
		return cell.statistic === 'mean' && isPinnedAlone(cell, scale) ? found('pinned') : [];
	});
}
