// Chance that can be repeated: the demonstration is the same region on every machine. Never for secrets.

export type SeededRandom = {
	/** In [0, 1), in steps of 2^-32. */
	readonly next: () => number;
	/** A whole number from `least` to `most`, both included. */
	readonly whole: (least: number, most: number) => number;
	readonly chance: (share: number) => boolean;
	readonly pick: <T>(choices: readonly [T, ...T[]]) => T;
	readonly shuffled: <T>(list: readonly T[]) => T[];
	/** Standard normal. */
	readonly normal: () => number;
};

/**
 * A stream of numbers from a whole-number seed. The generator is sfc32 (Chris Doty-Humphrey, PractRand, public domain; 128
 * bits of state), its state filled from the seed with the mixing step of MurmurHash3; normal numbers by Marsaglia's polar method (1964).
 */
export function seededRandom(seed: number): SeededRandom {
	let [a, b, c, counter] = [mixed(seed), mixed(seed + 0x9e3779b9), mixed(seed ^ 0x5bd1e995), 1];
	const step = (): number => {
		const sum = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		c |= 0;
		return sum >>> 0;
	};
	for (let warmUp = 0; warmUp < 15; warmUp++) step();

	const next = () => step() / 2 ** 32;
	const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	let spare: number | null = null;
	const normal = (): number => {
		if (spare !== null) {
			const kept = spare;
			spare = null;
			return kept;
		}
		for (;;) {
			const x = 2 * next() - 1;
			const y = 2 * next() - 1;
			const square = x * x + y * y;
			if (square >= 1 || square === 0) continue;
			const factor = Math.sqrt((-2 * Math.log(square)) / square);
			spare = y * factor;
			return x * factor;
		}
	};
	return {
		next,
		whole,
		normal,
		chance: (share) => next() < share,
		pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
		shuffled: (list) => {
			const keyed = list.map((item) => ({ item, key: next() }));
			return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
		}
	};
}

function mixed(value: number): number {
	let hash = value | 0;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return hash ^ (hash >>> 16);
}
