// Respondents of an invented region for the disclosure bench: a ragged tree with skewed unit sizes, levels and
// professions. The same seed makes the same people, so that figures can be compared from year to year.
import { randomNumbers } from '#domain/disclosure/seeded-random.ts';
import type { CrossedRespondents } from '#domain/disclosure/crossings/crossed-table.ts';

export type MadeUpRespondent = {
	readonly region: number;
	readonly hospital: number;
	readonly unit: number;
	readonly level: number;
	readonly profession: number;
	/** Points from 0 to 100. */
	readonly score: number;
};

const regions = 8;
const hospitals = 80;
const units = 600;
const levels = 4;
const professions = 5;

/** The country and all that lies in it. */
export const crossingsUnitCount = 1 + regions + hospitals + units;

/** `count` respondents; places and categories count from 0. */
export function madeUpRespondents({
	count,
	seed
}: {
	readonly count: number;
	readonly seed: number;
}): MadeUpRespondent[] {
	const random = randomNumbers(seed);
	const regionOf = dealt(hospitals, regions, random);
	const hospitalOf = dealt(units, hospitals, random);
	const unitSizes = shuffled(
		Array.from({ length: units }, (_, place) => 1 / (place + 3) ** 0.8),
		random
	);
	const unitShares = cumulative(unitSizes);
	const levelShares = cumulative([0.6, 0.25, 0.11, 0.04]);
	const professionShares = Array.from({ length: units }, () =>
		cumulative([0.5, 0.22, 0.14, 0.09, 0.05].map((share) => share * Math.exp(0.9 * normal(random))))
	);
	const unitMeans = Array.from({ length: units }, () => 62 + 8 * normal(random));
	const people = Array.from({ length: count }, () => {
		const unit = drawn(unitShares, random);
		const level = drawn(levelShares, random);
		const profession = drawn(professionShares[unit]!, random);
		random(); // The tenure, which no cell asks for.
		return { unit, level, profession, deviation: 14 * normal(random) };
	});
	return people.map(({ unit, level, profession, deviation }) => {
		const score = Math.round(unitMeans[unit]! + deviation + 6 * normal(random));
		random(); // Whether they answered: everybody did.
		const hospital = hospitalOf[unit]!;
		return {
			region: regionOf[hospital]!,
			hospital,
			unit,
			level,
			profession,
			score: Math.max(0, Math.min(100, score))
		};
	});
}

/** Country > region > hospital > unit, crossed with level and profession. */
export function madeUpCrossings(people: readonly MadeUpRespondent[]): CrossedRespondents {
	const parentOf = new Int32Array(crossingsUnitCount).fill(-1);
	parentOf.fill(0, 1, 1 + regions);
	for (const person of people) {
		parentOf[hospitalPlace(person.hospital)] = 1 + person.region;
		parentOf[unitPlace(person.unit)] = hospitalPlace(person.hospital);
	}
	return {
		parentOf,
		unitOf: people.map((person) => unitPlace(person.unit)),
		properties: [
			{ categories: levels, of: people.map((person) => person.level) },
			{ categories: professions, of: people.map((person) => person.profession) }
		]
	};
}

const hospitalPlace = (hospital: number): number => 1 + regions + hospital;
const unitPlace = (unit: number): number => 1 + regions + hospitals + unit;

/** Every parent gets a child; the rest are drawn, the first parents the most. */
function dealt(children: number, parents: number, random: () => number): number[] {
	const shares = cumulative(Array.from({ length: parents }, (_, place) => 1 / (place + 1) ** 0.7));
	const parentOf = Array.from({ length: parents }, (_, place) => place);
	while (parentOf.length < children) parentOf.push(drawn(shares, random));
	return parentOf.sort((a, b) => a - b);
}

function cumulative(weights: readonly number[]): number[] {
	const sums: number[] = [];
	let sum = 0;
	for (const weight of weights) sums.push((sum += weight));
	return sums.map((part) => part / sum);
}

function drawn(shares: readonly number[], random: () => number): number {
	const wanted = random();
	const place = shares.findIndex((share) => share >= wanted);
	return place < 0 ? shares.length - 1 : place;
}

function normal(random: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function shuffled(list: number[], random: () => number): number[] {
	for (let last = list.length - 1; last > 0; last--) {
		const place = Math.floor(random() * (last + 1));
		[list[last], list[place]] = [list[place]!, list[last]!];
	}
	return list;
}
