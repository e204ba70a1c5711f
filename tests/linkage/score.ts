// Compares a strategy's guesses with the truth, and both with chance.
import type { Strategy, Target } from './evidence.ts';
import { hitsInAll, orderChance, tailFrom, meanOf, type Cell } from './statistics.ts';
import { everybody } from './known.ts';
import type { Answered, Truth } from './truth.ts';

export type Score = {
	readonly name: string;
	readonly target: Target;
	/** Leaders whose item exists. */
	readonly leaders: number;
	readonly guessed: number;
	readonly right: number;
	/** Right guesses expected by chance. */
	readonly expected: number;
	/** The chance of so many right ones, and the smaller of it and that of orders that go together so well. */
	readonly hitChance: number;
	readonly chance: number;
};

/** What is known without any link: the group; for ballots the nights too; for profiles nothing. */
function cellOf(target: Target, one: Answered): string {
	switch (target) {
		case 'response':
			return one.group;
		case 'ballot':
			return `${one.group} ${one.collectedOn} ${one.arrivedOn}`;
		case 'profile':
			return everybody;
	}
}

function itemOf(target: Target, one: Answered): string | null {
	switch (target) {
		case 'response':
			return one.response;
		case 'ballot':
			return one.ballotHash;
		case 'profile':
			return one.profile;
	}
}

export type Judge = (strategy: Strategy) => Score;

export function createJudge(truth: Truth): Judge {
	const distributions = new Map<string, readonly number[]>();
	const distributionOf = (cells: readonly Cell[]): readonly number[] => {
		const counted = cells.map(({ size, guesses }) => `${size}/${guesses}`).toSorted();
		const signature = counted.join();
		const known = distributions.get(signature) ?? hitsInAll(cells);
		distributions.set(signature, known);
		return known;
	};
	const sides = new Map<Target, ReturnType<typeof sideOf>>();
	return ({ name, target, guesses, orders }) => {
		const side = sides.get(target) ?? sideOf(target, truth);
		sides.set(target, side);
		let right = 0;
		const cells: Cell[] = [];
		for (const members of side.cells.values()) {
			let inside = 0;
			for (const { leader, item, cell } of members) {
				const guess = guesses.get(leader);
				if (guess === undefined || side.cellOfItem.get(guess) !== cell) continue;
				inside += 1;
				if (guess === item) right += 1;
			}
			if (inside > 0) cells.push({ size: members.length, guesses: inside });
		}
		const distribution = distributionOf(cells);
		const hitChance = tailFrom(distribution, right);
		const order =
			orders === null
				? 1
				: orderChance(
						[...side.cells.values()].map((members) =>
							members.flatMap(({ leader, item }) => {
								const x = orders.leaders.get(leader);
								const y = orders.items.get(item);
								return x === undefined || y === undefined ? [] : [{ x, y }];
							})
						)
					).chance;
		return {
			name,
			target,
			leaders: side.leaders,
			guessed: guesses.size,
			right,
			expected: meanOf(distribution),
			hitChance,
			chance: Math.min(hitChance, order)
		};
	};
}

type Member = { readonly leader: string; readonly item: string; readonly cell: string };

function sideOf(target: Target, truth: Truth) {
	const cells = new Map<string, Member[]>();
	const cellOfItem = new Map<string, string>();
	let leaders = 0;
	for (const one of truth) {
		const item = itemOf(target, one);
		if (item === null) continue;
		const cell = cellOf(target, one);
		const members = cells.get(cell) ?? [];
		members.push({ leader: one.leader, item, cell });
		cells.set(cell, members);
		cellOfItem.set(item, cell);
		leaders += 1;
	}
	return { cells, cellOfItem, leaders };
}
