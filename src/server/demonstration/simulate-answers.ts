// Answers of people who do not exist: common causes move the scales, groups differ, and items are answered in steps.
import type { Instrument } from '#domain/instrument/instrument.ts';
import {
	correlationOfCauses,
	modelOf,
	shiftsOf,
	strainsOfAreas,
	strainsOfGroups,
	type ScaleModel
} from './answer-model.ts';
import { seededRandom, type SeededRandom } from './seeded-random.ts';

/** A leadership group. `areaId`: the hospital or field it lies in; what happened there happened to all its groups. */
export type SimulatedGroup = { readonly id: string; readonly areaId: string; readonly invited: number };

export type SimulatedAnswers = {
	readonly respondents: number;
	/** Index into the groups given, one a respondent, rising. */
	readonly groupOfRespondent: Int32Array;
	/** Which of the group's invited answered: 0 to `invited` - 1, rising within a group. */
	readonly memberOfRespondent: Int32Array;
	/** Respondents × items, row by row in the instrument's item order, NaN = not answered. */
	readonly answers: Float64Array;
};

/** Share of the variance between persons that lies between groups, before strains are added. */
const shareBetweenGroups = 0.07;
const shareOfStrainedGroups = 0.35;
/** Correlation of an item with its scale; its square is about the correlation between two items of a scale. */
const itemLoading = 0.76;
/** Of one item, in points. */
const itemDeviation = 27;
const shareMissing = 0.02;

/** The same groups and, mostly, the same people, asked once before. */
export type AskedBefore = {
	readonly seed: number;
	/** What was different then in a group: scale → shift, in standard deviations; undefined where nothing was. */
	readonly shiftsOf: (group: SimulatedGroup) => Float64Array | undefined;
};

/** Correlation of what a person would answer a year apart, and the share who were not there then. */
const stability = 0.65;
const shareNew = 0.1;

/**
 * Simulates a round. Each invited person answers with the chance `responseShare`. A scale's latent value is a weighted sum of
 * three common causes (demands, resources, wear) and something of its own, each with a part that the group shares; hospitals
 * in turn meet a reorganisation, too few hands, or nothing, and about a third of the groups something of their own. Items
 * add noise and are cut to the whole numbers of their format; 2 % are missing. ICC(1) of the scales is about 0.10.
 *
 * `before`: gives what the same groups answered a round earlier, where 10 % were somebody else, and the others are
 * themselves again with a correlation of 0.65. Who answers is drawn anew.
 * The same input gives the same answers. Throws RangeError if `responseShare` is not within 0 and 1.
 */
export function simulateAnswers(input: {
	readonly instrument: Instrument;
	readonly groups: readonly SimulatedGroup[];
	readonly seed: number;
	readonly responseShare: number;
	readonly before?: AskedBefore;
}): SimulatedAnswers {
	const { instrument, groups, responseShare, before } = input;
	if (!(responseShare >= 0 && responseShare <= 1)) throw new RangeError('A share of responses lies between 0 and 1');
	const random = seededRandom(input.seed);
	const then = before === undefined ? null : { ...before, random: seededRandom(before.seed) };
	const scales = instrument.scales.map((scale) => weightsOf(modelOf(scale)));
	const items = itemModels(instrument, random);
	const areaShifts = shiftsOfAreas(instrument, groups, random);
	const groupStrains = strainsOfGroups.map((strain) => shiftsOf(instrument, strain));

	const invited = groups.reduce((sum, group) => sum + group.invited, 0);
	const groupOfRespondent = new Int32Array(invited);
	const memberOfRespondent = new Int32Array(invited);
	const answers = new Float64Array(invited * items.length);
	const unused = new Float64Array(items.length);
	const ofGroup = new Float64Array(scales.length);
	const ofPerson = new Float64Array(scales.length);
	const ofPersonThen = new Float64Array(scales.length);
	let respondents = 0;
	for (const [index, group] of groups.entries()) {
		drawLatents(scales, random, ofGroup);
		const area = areaShifts.get(group.areaId);
		const strain = random.chance(shareOfStrainedGroups)
			? groupStrains[random.whole(0, groupStrains.length - 1)]
			: undefined;
		for (let scale = 0; scale < scales.length; scale++) {
			ofGroup[scale] =
				Math.sqrt(shareBetweenGroups) * (ofGroup[scale] ?? 0) + (area?.[scale] ?? 0) + (strain?.[scale] ?? 0);
		}
		const shiftsThen = then?.shiftsOf(group);
		for (let member = 0; member < group.invited; member++) {
			const answersNow = random.chance(responseShare);
			const start = respondents * items.length;
			if (answersNow) {
				drawLatents(scales, random, ofPerson);
				const values = Float64Array.from(ofPerson, (own, scale) => inGroup(ofGroup[scale], own));
				answerItems(items, values, random, ...(then === null ? ([answers, start] as const) : ([unused, 0] as const)));
			}
			if (then !== null) {
				if (!then.random.chance(responseShare)) continue;
				drawLatents(scales, then.random, ofPersonThen);
				const isSame = answersNow && !then.random.chance(shareNew);
				const values = Float64Array.from(ofPersonThen, (fresh, scale) => {
					const own = isSame ? stability * (ofPerson[scale] ?? 0) + Math.sqrt(1 - stability ** 2) * fresh : fresh;
					return inGroup(ofGroup[scale], own) + (shiftsThen?.[scale] ?? 0);
				});
				answerItems(items, values, then.random, answers, start);
			} else if (!answersNow) continue;
			groupOfRespondent[respondents] = index;
			memberOfRespondent[respondents] = member;
			respondents += 1;
		}
	}
	return {
		respondents,
		groupOfRespondent: groupOfRespondent.slice(0, respondents),
		memberOfRespondent: memberOfRespondent.slice(0, respondents),
		answers: answers.slice(0, respondents * items.length)
	};
}

function inGroup(ofGroup: number | undefined, own: number): number {
	return (ofGroup ?? 0) + Math.sqrt(1 - shareBetweenGroups) * own;
}

type Weights = { readonly demands: number; readonly resources: number; readonly wear: number; readonly own: number };

/** What is a scale's own makes up the rest, so that its variance is one. */
function weightsOf({ loadings }: ScaleModel): Weights {
	const { demands, resources, wear } = loadings;
	const common = demands ** 2 + resources ** 2 + 2 * demands * resources * correlationOfCauses + wear ** 2;
	if (common > 1) throw new RangeError('The loadings of a scale explain more than its variance');
	return { demands, resources, wear, own: Math.sqrt(1 - common) };
}

function drawLatents(scales: readonly Weights[], random: SeededRandom, into: Float64Array): void {
	const demands = random.normal();
	const resources = correlationOfCauses * demands + Math.sqrt(1 - correlationOfCauses ** 2) * random.normal();
	const wear = random.normal();
	for (const [index, weights] of scales.entries()) {
		into[index] =
			weights.demands * demands + weights.resources * resources + weights.wear * wear + weights.own * random.normal();
	}
}

type ItemModel = {
	/** Position of the scale, or -1 where the item belongs to none. */
	readonly scale: number;
	readonly mean: number;
	readonly isReversed: boolean;
	readonly minimum: number;
	readonly maximum: number;
	readonly isWhole: boolean;
};

function itemModels(instrument: Instrument, random: SeededRandom): ItemModel[] {
	return instrument.items.map((item) => {
		const format = instrument.formats.find((one) => one.id === item.format);
		if (format === undefined) throw new RangeError(`Item ${item.id} has an unknown format`);
		const position = instrument.scales.findIndex((scale) => scale.items.includes(item.id));
		const scale = instrument.scales[position];
		const mean = (scale === undefined ? 50 : modelOf(scale).mean) + 5 * random.normal();
		const { minimum, maximum, isWhole } = format;
		return { scale: position, mean, isReversed: item.isReversed, minimum, maximum, isWhole };
	});
}

/** In the order in which areas first occur, begun at a place that the seed chooses. */
function shiftsOfAreas(
	instrument: Instrument,
	groups: readonly SimulatedGroup[],
	random: SeededRandom
): ReadonlyMap<string, Float64Array> {
	const shifts = strainsOfAreas.map((strain) => shiftsOf(instrument, strain));
	const start = random.whole(0, shifts.length - 1);
	const areas = [...new Set(groups.map((group) => group.areaId))];
	return new Map(
		areas.flatMap((area, index) =>
			shifts
				.slice((start + index) % shifts.length)
				.slice(0, 1)
				.map((shift) => [area, shift] as const)
		)
	);
}

function answerItems(
	items: readonly ItemModel[],
	latents: Float64Array,
	random: SeededRandom,
	into: Float64Array,
	start: number
): void {
	const noise = Math.sqrt(1 - itemLoading ** 2);
	for (let index = 0; index < items.length; index++) {
		const item = items[index];
		if (item === undefined) continue;
		const height = itemLoading * (latents[item.scale] ?? 0) + noise * random.normal();
		const points = Math.min(100, Math.max(0, item.mean + itemDeviation * height));
		const turned = item.isReversed ? 100 - points : points;
		const value = item.minimum + ((item.maximum - item.minimum) * turned) / 100;
		into[start + index] = random.chance(shareMissing) ? NaN : item.isWhole ? Math.round(value) : value;
	}
}
