// Sickness absence of a set of leaders is shown only where no arithmetic on all that was ever entered leads to a few of them:
// what a handful of leaders were ill is their health data. Nothing here is shared with the audit of releases.
import { reduceRows, spans } from './exact-rows.ts';

/** Fewer leaders than this are never one set, and never what follows from several, whatever an organisation has chosen. */
export const leastLeadersOfSet = 5;

/** Beyond this many trials a system counts as too entangled to vouch for. */
const mostTrials = 20_000;

export type AbsenceSet = {
	/** Ids of the leaders in it on the day it was entered, also those who do not count. */
	readonly leaders: readonly string[];
	/** Calendar days YYYY-MM-DD, both included. */
	readonly from: string;
	readonly to: string;
};

export type AbsenceRules = {
	/** Fewer leaders are never spoken of; `leastLeadersOfSet` or more. */
	readonly least: number;
	/** Whether a leader is known to have been there before the day (YYYY-MM-DD). Who came later hides nobody. */
	readonly wasThere: (leader: string, day: string) => boolean;
};

export type AbsenceVerdict =
	| { readonly kind: 'safe' }
	/** The set itself has fewer than `least` leaders who were there; `others` are in it besides. */
	| { readonly kind: 'too-few'; readonly leaders: number; readonly others: number; readonly least: number }
	/** Together with earlier sets it would give away this many leaders, the fewest that were found. */
	| { readonly kind: 'gives-away'; readonly leaders: number }
	/** The check would take too long; nothing is vouched for, so it is refused as well. */
	| { readonly kind: 'too-entangled' };

/**
 * Says whether a set may be entered beside all that were entered before, also those that have been taken back or corrected.
 *
 * Each set tells one sum: the absence of its leaders in its period. Unknown are the leaders' own figures. What follows by
 * adding, subtracting and multiplying is the row space of sets × leaders; it gives somebody away where it holds a row that is
 * zero for all but fewer than k (`least`) leaders. Leaders in the same sets count as one class. A row that is zero on all classes of
 * k or more is looked for by putting those classes first in the reduction; among the rows left, every choice of classes
 * with fewer than k leaders altogether is tried, with exact whole numbers.
 *
 * Who came after a period had begun: the page asks to leave their days out, and somebody will not. Both readings must hold. As it
 * was asked: each row holds only those who were there before its own period, so that a leader who came in August stands in the
 * last quarter and not in the half year around it, and the two do not cancel. As it may have been done: all stand in the row, and who
 * is not known to have been there before the earliest of the periods counts as nobody to hide among.
 *
 * Periods: all sets whose period overlaps the candidate's are taken as if they spoke of the same days. That misses nothing: a
 * row that tells of few leaders does so on some day, and on that day it is made of sets that hold the day alone; if that is
 * a day of the candidate they all overlap it, and if not, it followed from earlier sets already. It may refuse more than it must.
 *
 * Somebody who knows the own absence learns of k − 1 others at least: a row about fewer others, together with the own,
 * would be a row of fewer than k. Sums alone are looked at, not what a very low or very high sum says of everybody
 * (`roundedDays`).
 *
 * `earlier`: any order. Returns a verdict; throws RangeError for a period that ends before it begins. Checked against a search
 * of all integer combinations on small systems.
 */
export function checkAbsenceSet(
	candidate: AbsenceSet,
	earlier: readonly AbsenceSet[],
	{ least, wasThere }: AbsenceRules
): AbsenceVerdict {
	if (candidate.to < candidate.from) throw new RangeError(`a period from ${candidate.from} to ${candidate.to}`);
	const leaders = countedLeaders(candidate, wasThere);
	if (leaders < least) return { kind: 'too-few', leaders, others: new Set(candidate.leaders).size - leaders, least };
	const system = [candidate, ...earlier.filter((set) => overlaps(set, candidate))];
	const first = system.map(({ from }) => from).toSorted()[0] ?? candidate.from;
	const asDone = attackSets(
		system.map((set) => new Set(set.leaders)),
		least,
		(leader) => wasThere(leader, first)
	);
	if (asDone.kind !== 'safe') return asDone;
	return attackSets(
		system.map((set) => new Set(set.leaders.filter((leader) => wasThere(leader, set.from)))),
		least,
		() => true
	);
}

/** How many leaders of a set are known to have been there before its period began. */
export function countedLeaders({ leaders, from }: AbsenceSet, wasThere: AbsenceRules['wasThere']): number {
	return [...new Set(leaders)].filter((leader) => wasThere(leader, from)).length;
}

/** True where two periods share a day. */
export function overlaps(a: Pick<AbsenceSet, 'from' | 'to'>, b: Pick<AbsenceSet, 'from' | 'to'>): boolean {
	return a.from <= b.to && b.from <= a.to;
}

type LeaderClass = { readonly rows: readonly number[]; readonly size: number };

function attackSets(
	sets: readonly ReadonlySet<string>[],
	least: number,
	counts: (leader: string) => boolean
): AbsenceVerdict {
	const classes = classesOf(sets, counts);
	const isLarge = (one: LeaderClass) => one.size >= least;
	const ordered = [...classes.filter(isLarge), ...classes.filter((one) => !isLarge(one))];
	const large = classes.filter(isLarge).length;
	const matrix = sets.map((_, row) => ordered.map((one) => (one.rows.includes(row) ? 1n : 0n)));
	// Rows that are zero on every large class; the reduction has put the large ones first.
	const left = reduceRows(matrix)
		.filter((row) => row.slice(0, large).every((value) => value === 0n))
		.map((row) => row.slice(large));
	if (left.length === 0) return { kind: 'safe' };
	return fewestIn(
		left,
		ordered.slice(large).map((one) => one.size),
		least
	);
}

/** Leaders that the same sets hold, as one class each, with how many of them count. */
function classesOf(sets: readonly ReadonlySet<string>[], counts: (leader: string) => boolean): readonly LeaderClass[] {
	const rowsOf = new Map<string, number[]>();
	sets.forEach((set, row) => set.forEach((leader) => rowsOf.set(leader, [...(rowsOf.get(leader) ?? []), row])));
	return [...Map.groupBy(rowsOf, ([, rows]) => rows.join(',')).values()].map((same) => ({
		rows: same[0]?.[1] ?? [],
		size: same.filter(([leader]) => counts(leader)).length
	}));
}

/**
 * The fewest leaders that a combination of the rows speaks of, where they are fewer than k. The rows are reduced: a combination that is
 * zero outside the chosen classes is made of rows that begin in one of them.
 */
function fewestIn(rows: readonly (readonly bigint[])[], sizes: readonly number[], least: number): AbsenceVerdict {
	const used = sizes.map((_, column) => column).filter((column) => rows.some((row) => row[column] !== 0n));
	const beginsAt = rows.map((row) => row.findIndex((value) => value !== 0n));
	let trials = 0;
	let fewest: number | null = null;
	const grow = (chosen: readonly number[], next: number, leaders: number): boolean => {
		for (let place = next; place < used.length; place += 1) {
			const column = used[place] ?? 0;
			const together = leaders + (sizes[column] ?? 0);
			if (together >= Math.min(least, fewest ?? least)) continue;
			trials += 1;
			if (trials > mostTrials) return false;
			const within = [...chosen, column];
			const own = rows.filter((_, at) => within.includes(beginsAt[at] ?? -1));
			if (spans(own, within)) fewest = together;
			else if (!grow(within, place + 1, together)) return false;
		}
		return true;
	};
	if (!grow([], 0, 0) && fewest === null) return { kind: 'too-entangled' };
	return fewest === null ? { kind: 'safe' } : { kind: 'gives-away', leaders: fewest };
}
