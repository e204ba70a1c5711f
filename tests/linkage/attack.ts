// Who wants to know which answers are whose, and holds all the evidence: every way that we could think of to give each leader
// a response (or a ballot, or a profile). Pure: what is right is not known here.
import type { Evidence, Strategy, Target } from './evidence.ts';
import { everybody, readKnown, type Known } from './known.ts';
import { itemKeys, leaderKeys, type OrderKey } from './order-keys.ts';
import { findSharedValues } from './shared-values.ts';

type Guesses = ReadonlyMap<string, string>;

/** `isThorough`: see `findSharedValues`. `withOrders`: false leaves out all that only lines up two orders. */
export function* attack(
	evidence: Evidence,
	options: { readonly targets: readonly Target[]; readonly isThorough?: boolean; readonly withOrders?: boolean }
): Generator<Strategy> {
	const known = readKnown(evidence);
	const values = findSharedValues(evidence, known, options.isThorough ?? false);
	const leaders = distinct(leaderKeys(evidence, known, values), (id) => known.groupOfLeader.get(id));
	const keysOf = (target: Target) =>
		distinct(itemKeys(evidence, target, known, values), (id) => known.groupOf[target].get(id));
	const ballots = keysOf('ballot');
	const paths = ballotPaths(known, leaders, ballots);

	for (const target of options.targets) {
		yield { name: 'a value in common', target, guesses: injective(values.items[target]), orders: null };
	}
	if (options.targets.includes('ballot')) {
		for (const { name, guesses } of paths) yield { name, target: 'ballot', guesses, orders: null };
		if (options.withOrders === false) return;
		for (const leader of leaders)
			for (const ballot of ballots) {
				const cells = { ofLeader: dayCell(known, 'leader'), ofItem: dayCell(known, 'ballot') };
				yield pairing('ballot', leader, ballot, cells);
			}
	}
	if (options.targets.includes('response')) {
		const responses = keysOf('response');
		const cells = {
			ofLeader: (id: string) => (known.nightOfLeader.has(id) ? known.groupOfLeader.get(id) : undefined),
			ofItem: (id: string) => known.groupOf.response.get(id)
		};
		for (const { name, guesses } of paths)
			for (const [step, responseOf] of responsesOfBallots(evidence, known, values.responseOfBallot))
				yield {
					name: `${name}, then ${step}`,
					target: 'response',
					guesses: through(guesses, responseOf),
					orders: null
				};
		if (options.withOrders === false) return;
		const [best] = paths;
		const byBallot = best === undefined ? [] : ballots.map((key) => keyThrough(best, key));
		const all = distinct([...leaders, ...byBallot], (id) => known.groupOfLeader.get(id));
		for (const leader of all) for (const response of responses) yield pairing('response', leader, response, cells);
	}
	if (options.targets.includes('profile')) {
		const cells = {
			// After the close nobody can see who has collected.
			ofLeader: (id: string) => (known.nightOfLeader.size === 0 || known.nightOfLeader.has(id) ? everybody : undefined),
			ofItem: () => everybody
		};
		for (const leader of leaders)
			for (const profile of keysOf('profile')) yield pairing('profile', leader, profile, cells);
	}
}

type Path = { readonly name: string; readonly guesses: Guesses };

/** Ways to a leader's ballot, the surest first: what came just before it in the same order, else what came the same night. */
function ballotPaths(known: Known, leaders: readonly OrderKey[], ballots: readonly OrderKey[]): Path[] {
	const paths: Path[] = [];
	for (const scale of ['watch', 'wal', 'transaction'] as const)
		for (const leader of leaders.filter((key) => key.scale === scale))
			for (const ballot of ballots.filter((key) => key.scale === scale)) {
				const guesses = latestBefore(known, leader.of, ballot.of);
				if (guesses.size > 0) paths.push({ name: `${leader.name}, just before ${ballot.name}`, guesses });
			}
	const cells = { ofLeader: dayCell(known, 'leader'), ofItem: dayCell(known, 'ballot') };
	for (const leader of leaders.filter((key) => key.scale === 'transaction'))
		for (const ballot of ballots.filter((key) => key.scale === 'transaction')) {
			const guesses = aligned(leader.of, ballot.of, cells);
			if (guesses.size > 0) paths.push({ name: `the same night, ${leader.name} as ${ballot.name}`, guesses });
		}
	const ids = (of: ReadonlyMap<string, unknown>) => new Map([...of.keys()].sort().map((id, place) => [id, place]));
	const sameNight = aligned(ids(known.nightOfLeader), ids(known.nightOfBallot), cells);
	if (sameNight.size > 0) paths.push({ name: 'the same group and the same night', guesses: sameNight });
	return paths;
}

/** Each ballot, in order, goes to the leader of its group who collected last and has none yet. */
function latestBefore(
	known: Known,
	leaders: ReadonlyMap<string, number>,
	ballots: ReadonlyMap<string, number>
): Guesses {
	const waiting = new Map<string, { readonly leader: string; readonly at: number }[]>();
	const guesses = new Map<string, string>();
	const inGroups = [...leaders].toSorted((one, other) => one[1] - other[1]);
	let next = 0;
	for (const [ballot, at] of [...ballots].toSorted((one, other) => one[1] - other[1])) {
		for (let leader = inGroups[next]; leader !== undefined && leader[1] <= at; leader = inGroups[++next]) {
			const group = known.groupOfLeader.get(leader[0]) ?? '';
			waiting.set(group, [...(waiting.get(group) ?? []), { leader: leader[0], at: leader[1] }]);
		}
		const latest = waiting.get(known.groupOf.ballot.get(ballot) ?? '')?.pop();
		if (latest !== undefined) guesses.set(latest.leader, ballot);
	}
	return guesses;
}

/** Ways from a ballot to its response: a value in common, or with the round's key the answers themselves. */
function responsesOfBallots(evidence: Evidence, known: Known, sharing: Guesses): [string, Guesses][] {
	const ways: [string, Guesses][] = [['a value in common', sharing]];
	if (evidence.opened === null) return ways;
	const responseOf = new Map<string, string>();
	for (const { values } of evidence.dumps.at(-1)?.tables['responses'] ?? [])
		responseOf.set(`${values['group_id']} ${values['answers']}`, values['response_key'] ?? '');
	const found = new Map<string, string>();
	for (const [ballot, answers] of evidence.opened) {
		const response = responseOf.get(`${known.groupOf.ballot.get(ballot)} ${answers}`);
		if (response !== undefined) found.set(ballot, response);
	}
	return [...ways, ['the same answers', found]];
}

function through(guesses: Guesses, next: Guesses): Guesses {
	return injective(
		new Map(
			[...guesses].flatMap(([leader, ballot]) => {
				const response = next.get(ballot);
				return response === undefined ? [] : [[leader, response] as const];
			})
		)
	);
}

/** Leaders in the order of the ballots that they are thought to have. */
function keyThrough(path: Path, key: OrderKey): OrderKey {
	const of = new Map<string, number>();
	for (const [leader, ballot] of path.guesses) {
		const place = key.of.get(ballot);
		if (place !== undefined) of.set(leader, place);
	}
	return { name: `ballot (${path.name}): ${key.name}`, scale: null, of };
}

type Cells = {
	readonly ofLeader: (id: string) => string | undefined;
	readonly ofItem: (id: string) => string | undefined;
};

function dayCell(known: Known, side: 'leader' | 'ballot'): (id: string) => string | undefined {
	const [groups, nights] =
		side === 'leader' ? [known.groupOfLeader, known.nightOfLeader] : [known.groupOf.ballot, known.nightOfBallot];
	return (id) => (nights.has(id) ? `${groups.get(id)} ${nights.get(id)}` : undefined);
}

function pairing(target: Target, leader: OrderKey, item: OrderKey, cells: Cells): Strategy {
	return {
		name: `${leader.name} × ${item.name}`,
		target,
		guesses: aligned(leader.of, item.of, cells),
		orders: { leaders: leader.of, items: item.of }
	};
}

/** Within each cell, the first leader gets the first item; where leaders are more, they are spread evenly over the items. */
function aligned(leaders: ReadonlyMap<string, number>, items: ReadonlyMap<string, number>, cells: Cells): Guesses {
	const leadersIn = inCells(leaders, cells.ofLeader);
	const guesses = new Map<string, string>();
	for (const [cell, own] of inCells(items, cells.ofItem)) {
		const others = leadersIn.get(cell) ?? [];
		const step = Math.max(1, others.length / own.length);
		own.forEach((item, place) => {
			const leader = others[Math.floor((place + 0.5) * step)];
			if (leader !== undefined) guesses.set(leader, item);
		});
	}
	return guesses;
}

function inCells(
	order: ReadonlyMap<string, number>,
	cellOf: (id: string) => string | undefined
): Map<string, string[]> {
	const cells = new Map<string, string[]>();
	for (const [id] of [...order].toSorted((one, other) => one[1] - other[1] || (one[0] < other[0] ? -1 : 1))) {
		const cell = cellOf(id);
		if (cell === undefined) continue;
		const list = cells.get(cell);
		if (list === undefined) cells.set(cell, [id]);
		else list.push(id);
	}
	return cells;
}

/** Each item to one leader at most: who comes first keeps it. */
function injective(guesses: Guesses): Guesses {
	const taken = new Set<string>();
	return new Map([...guesses].filter(([, item]) => !taken.has(item) && taken.add(item)));
}

/** Without orders that are the same within every group, and those that put everybody in one place. */
function distinct(keys: readonly OrderKey[], groupOf: (id: string) => string | undefined): OrderKey[] {
	const seen = new Set<string>();
	return keys.filter(({ of, scale }) => {
		if (new Set(of.values()).size < 2) return false;
		const groups = [...inCells(of, groupOf)].toSorted(([one], [other]) => (one < other ? -1 : 1));
		let signature = String(scale);
		let varies = false;
		for (const [group, ids] of groups) {
			signature += group;
			let before: number | undefined;
			for (const id of ids) {
				const place = of.get(id);
				const isTied = place === before;
				varies ||= before !== undefined && !isTied;
				signature += isTied ? `=${id}` : `,${id}`;
				before = place;
			}
		}
		return varies && !seen.has(signature) && seen.add(signature);
	});
}
