// Seeded rounds for the tests in this room: skewed group sizes, groups that differ, missing answers, extreme scales.
import { CHANGE_NOT_TOLD } from './protect-changes.ts';
import type { ReleaseInput } from './build-release.ts';
import type { ReleaseReportingGroup, ReleaseUnit } from './group-tree.ts';
import type { ReleaseScale } from './release.ts';
import { randomNumbers } from './seeded-random.ts';

export type RandomRound = {
	readonly seed: number;
	readonly units: number;
	readonly respondents: number;
	readonly missing: number;
	/** 0: everybody in the middle; 1: many groups at an end of the scale. */
	readonly extremes: number;
	/** Chance that a respondent tells how a scale has changed; nobody where left out. */
	readonly told?: number;
};

/** Three scales: points with strain above, points with strain below, and a mean from 1 to 5. */
export function randomRound({
	seed,
	units: unitCount,
	respondents,
	missing,
	extremes,
	told = 0
}: RandomRound): ReleaseInput {
	const random = randomNumbers(seed);
	const randomMore = randomNumbers(seed + 1_000_003);
	const units: ReleaseUnit[] = Array.from({ length: unitCount }, (_, i) => ({
		id: `u${i}`,
		name: `Unit ${i}`,
		parentId: i === 0 ? null : `u${Math.max(0, i - 1 - Math.floor(random() * Math.min(i, 7)))}`
	}));
	const reportingGroups: ReleaseReportingGroup[] = units.map((unit, i) => ({
		id: `g${i}`,
		name: unit.name,
		unitId: unit.id,
		path: [unit.name],
		pools: [unit.name],
		invited: respondents,
		attributes: randomAttributes(randomMore)
	}));
	const scales: ReleaseScale[] = [
		{ id: 'risk', minimum: 0, maximum: 100, strainedAt: { direction: 'at-least', cut: 62.5 } },
		{ id: 'resource', minimum: 0, maximum: 100, strainedAt: { direction: 'at-most', cut: 37.5 } },
		{ id: 'rating', minimum: 1, maximum: 5 }
	];
	const groupOfRespondent = Int32Array.from({ length: respondents }, () => Math.floor(random() ** 2 * unitCount));
	const level = Float64Array.from({ length: unitCount * scales.length }, () =>
		random() < extremes ? (random() < 0.5 ? -0.2 : 1.2) : 0.3 + 0.4 * random()
	);
	const scores = new Float64Array(respondents * scales.length);
	groupOfRespondent.forEach((group, row) => {
		scales.forEach((scale, column) => {
			const place = level[group * scales.length + column]! + (random() - 0.5) * 0.6;
			const step = Math.round(Math.min(1, Math.max(0, place)) * 12) / 12;
			const score = scale.minimum + step * (scale.maximum - scale.minimum);
			scores[row * scales.length + column] = random() < missing ? NaN : score;
		});
	});
	const changes = Int8Array.from(scores, (score) =>
		Number.isNaN(score) || randomMore() >= told ? CHANGE_NOT_TOLD : Math.floor(randomMore() * 3) - 1
	);
	const more = told > 0 ? { changes } : {};
	return { roundId: 'round', units, reportingGroups, scales, groupOfRespondent, scores, ...more };
}

/** Most groups are alike in level, fewer in profession. */
function randomAttributes(random: () => number): Record<string, string> {
	const [level, profession] = [random(), random()];
	return {
		...(level < 0.8 ? { level: `L${1 + Math.floor(level * 3)}` } : {}),
		...(profession < 0.4 ? { profession: profession < 0.2 ? 'nurse' : 'doctor' } : {})
	};
}

/** What an intruder knows of such a round beforehand. */
export function rosterOf(input: ReleaseInput): {
	units: readonly ReleaseUnit[];
	reportingGroups: (ReleaseReportingGroup & { responses: number })[];
} {
	const responses = new Int32Array(input.reportingGroups.length);
	for (const group of input.groupOfRespondent) responses[group]! += 1;
	const reportingGroups = input.reportingGroups.map((group, i) => ({ ...group, responses: responses[i]! }));
	return { units: input.units, reportingGroups };
}
