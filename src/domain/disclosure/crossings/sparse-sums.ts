// Sums with few terms as numbers by place: what a Map does, several times faster, since elimination does little else.

/** Factors modulo a prime by place; a place that is missing has 0. Open addressing, at most half full. */
export type SparseSum = {
	/** Number of places that are not 0. */
	size: number;
	/** Place plus one in every slot; 0 for an empty slot. The number of slots is a power of two. */
	slots: Int32Array;
	factors: Float64Array;
};

export function emptySum(): SparseSum {
	return { size: 0, slots: new Int32Array(8), factors: new Float64Array(8) };
}

/** The factor of a place; 0 where it is missing. */
export function factorAt(sum: SparseSum, place: number): number {
	const slot = slotOf(sum, place);
	return sum.slots[slot] === 0 ? 0 : sum.factors[slot]!;
}

/** Places of a sum, in no order. */
export function placesOf(sum: SparseSum): number[] {
	const places: number[] = [];
	for (const held of sum.slots) if (held !== 0) places.push(held - 1);
	return places;
}

/** Sets the factor of a place; 0 takes it out. Returns whether the place came in (1), went out (-1) or stayed (0). */
export function setFactor(sum: SparseSum, place: number, factor: number): number {
	const slot = slotOf(sum, place);
	return sum.slots[slot] === 0 ? putIn(sum, slot, place, factor) : replaceAt(sum, slot, factor);
}

/** Adds to the factor of a place, modulo `prime`; both in [0, prime). Returns as `setFactor`. */
export function addFactor(sum: SparseSum, place: number, added: number, prime: number): number {
	const slot = slotOf(sum, place);
	if (sum.slots[slot] === 0) return putIn(sum, slot, place, added);
	const total = sum.factors[slot]! + added;
	return replaceAt(sum, slot, total >= prime ? total - prime : total);
}

/** The slot that holds the place, or the empty one where it would come in. */
function slotOf({ slots }: SparseSum, place: number): number {
	const mask = slots.length - 1;
	let slot = hash(place) & mask;
	while (slots[slot] !== 0 && slots[slot] !== place + 1) slot = (slot + 1) & mask;
	return slot;
}

function putIn(sum: SparseSum, slot: number, place: number, factor: number): number {
	if (factor === 0) return 0;
	sum.slots[slot] = place + 1;
	sum.factors[slot] = factor;
	sum.size += 1;
	if (2 * sum.size > sum.slots.length) grow(sum);
	return 1;
}

function replaceAt(sum: SparseSum, slot: number, factor: number): number {
	if (factor !== 0) {
		sum.factors[slot] = factor;
		return 0;
	}
	takeOut(sum, slot);
	return -1;
}

function hash(place: number): number {
	const mixed = Math.imul(place + 1, 0x9e3779b1);
	return mixed ^ (mixed >>> 15);
}

/** Later slots of the same run move up, so that no run has a hole. */
function takeOut(sum: SparseSum, slot: number): void {
	const { slots, factors } = sum;
	const mask = slots.length - 1;
	let hole = slot;
	for (let next = (hole + 1) & mask; slots[next] !== 0; next = (next + 1) & mask) {
		const home = hash(slots[next]! - 1) & mask;
		if (((next - home) & mask) < ((next - hole) & mask)) continue;
		slots[hole] = slots[next]!;
		factors[hole] = factors[next]!;
		hole = next;
	}
	slots[hole] = 0;
	sum.size -= 1;
}

function grow(sum: SparseSum): void {
	const { slots, factors } = sum;
	sum.slots = new Int32Array(2 * slots.length);
	sum.factors = new Float64Array(2 * slots.length);
	const mask = sum.slots.length - 1;
	for (let old = 0; old < slots.length; old++) {
		if (slots[old] === 0) continue;
		let slot = hash(slots[old]! - 1) & mask;
		while (sum.slots[slot] !== 0) slot = (slot + 1) & mask;
		sum.slots[slot] = slots[old]!;
		sum.factors[slot] = factors[old]!;
	}
}
