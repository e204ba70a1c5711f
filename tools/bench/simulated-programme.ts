// Programmes whose truth is known: groups of leaders answer, some groups act, and all are asked again. For trying the rule
// that says whether it helped; nobody's answers are in here.
import type { FactorPair, GroupFigure, GroupPair } from '#domain/effect/effect.ts';
import { momentsOf, varianceOf } from '#domain/statistics/moments.ts';
import { icc1, oneWayAnova } from '#domain/statistics/one-way-anova.ts';
import { seededRandom, type SeededRandom } from '#server/demonstration/seeded-random.ts';

export type ProgrammeDesign = {
	readonly factors: number;
	/** How many groups there are to choose from, how many of the worst act, how many do not and are compared with. */
	readonly groups: number;
	readonly acting: number;
	readonly comparison: number;
	/** `worst`: the worst of all by the measured score; `drawn-from-worst-third`: by lot among the worst third. */
	readonly choice: 'worst' | 'drawn-from-worst-third' | 'by-lot';
	/** Factors whose score before decides who acts; several are averaged. */
	readonly chosenBy: readonly number[];
	/** Plans aim at these; `own-worst`: each group at the factor on which it did worst, and `effects[0]` is the effect on that. */
	readonly targeted: readonly number[];
	readonly aim: 'shared' | 'own-worst';
	readonly sizes: readonly [number, number];
	readonly response: number;
	/** How much less likely a leader is to answer for each standard deviation of strain over all factors, in logits. */
	readonly silenceOfStrained: number;
	/** The same, only after and only in groups that act. */
	readonly silenceAfterActing: number;
	/** Share of leaders who have been replaced between the rounds. */
	readonly turnover: number;
	/** ICC(1) by factor; the last one given holds for the rest. */
	readonly icc: readonly number[];
	/** Correlation over time of what the members of a group share. */
	readonly groupStability: number;
	/** Test-retest correlation of one leader's score. */
	readonly testRetest: number;
	/** Correlation between factors of what groups share, of what lasts in persons, and of what changes in them. */
	readonly between: { readonly group: number; readonly lasting: number; readonly passing: number };
	/** Mean strain in points, by factor as `icc`, and the spread of persons. */
	readonly means: readonly number[];
	readonly personSd: number;
	/** Improvement of acting groups by factor, in person standard deviations. */
	readonly effects: Readonly<Record<number, number>>;
	/** Spread of the effect between acting groups, in person standard deviations. */
	readonly effectSpread: number;
	/** Change that happens to everybody, in person standard deviations. */
	readonly drift: number;
	/** Fewest answers behind a mean that is shown. */
	readonly shownFrom: number;
};

/** The programme that the rule was made for; every other is a change of it. */
export const usualProgramme: ProgrammeDesign = {
	factors: 12,
	groups: 60,
	acting: 20,
	comparison: 20,
	choice: 'worst',
	chosenBy: [0],
	targeted: [0],
	aim: 'shared',
	sizes: [4, 9],
	response: 0.71,
	silenceOfStrained: 0,
	silenceAfterActing: 0,
	turnover: 0.1,
	icc: [0.1],
	groupStability: 0.8,
	testRetest: 0.6,
	between: { group: 0.35, lasting: 0.45, passing: 0.2 },
	means: [50],
	personSd: 22,
	effects: {},
	effectSpread: 0,
	drift: 0,
	shownFrom: 1
};

type Leader = { lasting: Float64Array; common: number };
type SimulatedGroup = {
	readonly shared: readonly [Float64Array, Float64Array];
	readonly leaders: readonly [readonly Leader[], readonly Leader[]];
};
type Answers = { readonly invited: number; readonly rows: readonly Float64Array[] };

/** One scale a factor, all of them strains. Factors are named by their number. */
export function simulateProgramme(design: ProgrammeDesign, seed: number): readonly FactorPair[] {
	const random = seededRandom(seed);
	const groups = Array.from({ length: design.groups }, () => makeGroup(design, random));
	const before = groups.map((group) => ask(design, random, group, 0, false));
	const { acting, comparing } = chooseGroups(design, random, before);
	const aimOf = (place: number) => (design.aim === 'own-worst' ? worstFactor(design, before[place]) : null);
	const after = groups.map((group, place) => ask(effectsOn(design, aimOf(place)), random, group, 1, acting.has(place)));
	return Array.from({ length: design.factors }, (_, factor) => {
		const pairs = groups.flatMap((_group, place): GroupPair[] => {
			const isAimed = design.aim === 'shared' || aimOf(place) === factor;
			const part = acting.has(place) ? (isAimed ? 'acts' : 'neither') : comparing.has(place) ? 'compares' : null;
			if (part === null) return [];
			const [first, second] = [before[place], after[place]];
			if (first === undefined || second === undefined) return [];
			const figures = { before: figureOf(design, first, factor), after: figureOf(design, second, factor) };
			return [{ group: `${place}`, part, ...figures }];
		});
		const organisation = { before: organisationFigure(before, factor), after: organisationFigure(after, factor) };
		return {
			...{ factor: `${factor}`, direction: 'strain' as const, organisation, groups: pairs },
			...organisationFigures(before, factor)
		};
	});
}

/** The factor of which the group's measured strain is highest above the middle. */
function worstFactor(design: ProgrammeDesign, answers: Answers | undefined): number {
	const strain = Array.from({ length: design.factors }, (_, factor) =>
		(answers?.rows ?? []).reduce((sum, row) => sum + (row[factor] ?? 0) - at(design.means, factor), 0)
	);
	return strain.indexOf(Math.max(...strain));
}

function effectsOn(design: ProgrammeDesign, factor: number | null): ProgrammeDesign {
	return factor === null ? design : { ...design, effects: { [factor]: design.effects[0] ?? 0 } };
}

export function targetedFactors(design: ProgrammeDesign): ReadonlySet<string> {
	if (design.aim === 'own-worst') return new Set(Array.from({ length: design.factors }, (_, factor) => `${factor}`));
	return new Set(design.targeted.map(String));
}

const at = (list: readonly number[], place: number): number => list[Math.min(place, list.length - 1)] ?? 0;

function makeGroup(design: ProgrammeDesign, random: SeededRandom): SimulatedGroup {
	const first = correlated(design.factors, design.between.group, random);
	const fresh = correlated(design.factors, design.between.group, random);
	const keep = design.groupStability;
	const second = first.map((value, factor) => keep * value + Math.sqrt(1 - keep * keep) * (fresh[factor] ?? 0));
	const count = random.whole(design.sizes[0], design.sizes[1]);
	const leaders = Array.from({ length: count }, () => makeLeader(design, random));
	const later = leaders.map((leader) => (random.chance(design.turnover) ? makeLeader(design, random) : leader));
	return { shared: [first, second], leaders: [leaders, later] };
}

function makeLeader(design: ProgrammeDesign, random: SeededRandom): Leader {
	const lasting = correlated(design.factors, design.between.lasting, random);
	return { lasting, common: lasting.reduce((sum, value) => sum + value, 0) / design.factors };
}

/** Standard normal values, each two of which correlate alike. */
function correlated(count: number, correlation: number, random: SeededRandom): Float64Array {
	const common = Math.sqrt(correlation) * random.normal();
	const values = new Float64Array(count);
	for (let place = 0; place < count; place += 1) values[place] = common + Math.sqrt(1 - correlation) * random.normal();
	return values;
}

function ask(
	design: ProgrammeDesign,
	random: SeededRandom,
	group: SimulatedGroup,
	time: 0 | 1,
	acts: boolean
): Answers {
	const gain = design.effectSpread * random.normal();
	const rows: Float64Array[] = [];
	for (const leader of group.leaders[time]) {
		const passing = correlated(design.factors, design.between.passing, random);
		const strain = new Float64Array(design.factors);
		for (let factor = 0; factor < design.factors; factor += 1) {
			const icc = at(design.icc, factor);
			// Test-retest = icc · stability of the group + (1 − icc) · lasting share, so the share follows from what is wanted.
			const share = Math.min(1, Math.max(0, (design.testRetest - icc * design.groupStability) / (1 - icc)));
			const own = Math.sqrt(share) * (leader.lasting[factor] ?? 0) + Math.sqrt(1 - share) * (passing[factor] ?? 0);
			const shared = Math.sqrt(icc) * (group.shared[time][factor] ?? 0);
			const wanted = acts ? (design.effects[factor] ?? 0) : 0;
			const effect = wanted === 0 ? 0 : wanted + gain;
			strain[factor] = shared + Math.sqrt(1 - icc) * own - effect - (time === 1 ? design.drift : 0);
		}
		const burden = strain.reduce((sum, value) => sum + value, 0) / design.factors;
		const silence = design.silenceOfStrained + (acts ? design.silenceAfterActing : 0);
		const logit = Math.log(design.response / (1 - design.response)) - 2 * silence * burden;
		if (!random.chance(1 / (1 + Math.exp(-logit)))) continue;
		rows.push(strain.map((value, factor) => answered(at(design.means, factor) + design.personSd * value)));
	}
	return { invited: group.leaders[time].length, rows };
}

/** Three questions with five answers: a score of 0-100 in twelfths. */
function answered(points: number): number {
	return (100 / 12) * Math.round(Math.min(100, Math.max(0, points)) / (100 / 12));
}

function chooseGroups(design: ProgrammeDesign, random: SeededRandom, before: readonly Answers[]) {
	const burden = before.map(({ rows }) =>
		rows.length === 0
			? -Infinity
			: rows.reduce((sum, row) => sum + design.chosenBy.reduce((own, factor) => own + (row[factor] ?? 0), 0), 0) /
				rows.length
	);
	const order = random.shuffled([...before.keys()]);
	const worstFirst = order.toSorted((one, other) => (burden[other] ?? 0) - (burden[one] ?? 0));
	const third = Math.ceil(design.groups / 3);
	const pool = {
		worst: worstFirst,
		'drawn-from-worst-third': random.shuffled(worstFirst.slice(0, third)),
		'by-lot': order
	}[design.choice];
	const acting = new Set(pool.slice(0, design.acting));
	const rest = order.filter((place) => !acting.has(place));
	return { acting, comparing: new Set(rest.slice(0, design.comparison)) };
}

/** As a release shows it: rounded to a point, and only where enough have answered. */
function figureOf(design: ProgrammeDesign, { invited, rows }: Answers, factor: number): GroupFigure | null {
	if (rows.length < design.shownFrom) return null;
	const mean = rows.reduce((sum, row) => sum + (row[factor] ?? 0), 0) / rows.length;
	return { mean: Math.round(mean), n: rows.length, step: 1, invited };
}

function organisationFigure(answers: readonly Answers[], factor: number): GroupFigure {
	const values = answers.flatMap(({ rows }) => rows.map((row) => row[factor] ?? 0));
	const invited = answers.reduce((sum, group) => sum + group.invited, 0);
	return { mean: Math.round(momentsOf(values).mean), n: values.length, step: 1, invited };
}

/** Of all that answered before, as the release rounds it. */
function organisationFigures(before: readonly Answers[], factor: number) {
	const values = before.flatMap(({ rows }) => rows.map((row) => row[factor] ?? 0));
	const groupIndex = Int32Array.from(before.flatMap(({ rows }, place) => rows.map(() => place)));
	const anova = oneWayAnova({ values, groupIndex, groupCount: before.length });
	const shared = anova === null ? null : icc1(anova);
	return {
		personSd: Math.round(Math.sqrt(varianceOf(momentsOf(values)))),
		icc1: Math.round(100 * (shared ?? 0)) / 100
	};
}
