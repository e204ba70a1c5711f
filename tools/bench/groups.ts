// Reporting groups before a round: time and memory for a country, and how near to the best possible they come.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { optimumOf, treeOf, valueOf, type SmallTree } from '#domain/disclosure/pool-in-tree.testing.ts';
import { poolInTree } from '#domain/disclosure/pool-in-tree.ts';
import { poolingValue } from '#domain/disclosure/pool-in-tree-value.ts';
import { randomNumbers } from '#domain/disclosure/seeded-random.ts';
import type { Measurement } from './figures.ts';
import type { GroupsMade, GroupsSeen } from './groups-once.ts';
import { mergeSiblings } from './merge-siblings.ts';

export async function measureGroups({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Measurement[]> {
	return [
		...(await measure({ leaders: 1_500, runs: 5, seconds: 0.1 })),
		...(isQuick ? [] : await measure({ leaders: 150_000, runs: 5, seconds: 5 })),
		qualityOf(isQuick ? 200 : 1_000)
	];
}

async function measure(wanted: {
	readonly leaders: number;
	readonly runs: number;
	readonly seconds: number;
}): Promise<Measurement[]> {
	const program = join(import.meta.dirname, 'groups-once.ts');
	const { stdout } = await promisify(execFile)(process.execPath, [
		'--disable-warning=ExperimentalWarning',
		...[program, String(wanted.leaders), String(wanted.runs)]
	]);
	const seen = JSON.parse(stdout) as GroupsSeen;
	const what = `reporting groups of ${seen.leaders} leaders in ${seen.units} units`;
	return [
		{
			what,
			unit: 's',
			reach: { atMost: wanted.seconds },
			figures: [
				{ variant: 'planned', runs: seen.seconds, note: noteOf(seen.ours) },
				{ variant: 'planned again, keeping the last groups', runs: seen.againSeconds },
				{ variant: 'siblings merged until they are enough', runs: seen.naiveSeconds, note: noteOf(seen.naive) }
			]
		},
		{
			what: `${what}, memory`,
			unit: 'MiB',
			reach: { atMost: 1024 },
			figures: [
				{ variant: 'the whole process at its highest', runs: [seen.bytesPeak / 2 ** 20] },
				{ variant: 'the roster alone', runs: [seen.bytesOfRoster / 2 ** 20] }
			]
		}
	];
}

function noteOf({ groups, unitsWithoutResult, worth }: GroupsMade): string {
	return `${groups} groups, ${unitsWithoutResult} units without a result of their own, worth ${(worth / 100).toFixed(0)} groups`;
}

/** Trees of 2 to 8 units with 9 leadership groups of 1 to 9 leaders: every way of pooling them is tried. */
function qualityOf(count: number): Measurement {
	const random = randomNumbers(1);
	const draw = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
	const ours: number[] = [];
	const naive: number[] = [];
	let best = 0;
	let bestTogether = 0;
	while (ours.length < count) {
		const tree = treeOf({
			parents: Array.from({ length: draw(1, 7) }, () => draw(0, 99)),
			places: Array.from({ length: 9 }, () => draw(0, 99)),
			sizes: Array.from({ length: 9 }, () => draw(1, 9)),
			minimum: 8
		});
		const optimum = optimumOf(tree);
		if (optimum.free <= 0) continue;
		const value = valueOf(tree, poolInTree(tree));
		ours.push((100 * value) / optimum.free);
		naive.push((100 * naiveValue(tree)) / optimum.free);
		best += value === optimum.free ? 1 : 0;
		bestTogether += value === optimum.together ? 1 : 0;
	}
	const percent = (part: number): string => `${((100 * part) / count).toFixed(1)} %`;
	return {
		what: `worth on ${count} small trees, of the best of all poolings`,
		unit: '%',
		figures: [
			{
				variant: 'pooled',
				runs: [meanOf(ours)],
				note: `the best in ${percent(best)}, of those that keep small units whole in ${percent(bestTogether)}; never below ${Math.min(...ours).toFixed(0)} %`
			},
			{
				variant: 'siblings merged until they are enough',
				runs: [meanOf(naive)],
				note: `never below ${Math.min(...naive).toFixed(0)} %`
			}
		]
	};
}

function naiveValue(tree: SmallTree): number {
	return poolingValue({ nodes: tree.nodes, groups: mergeSiblings(tree), minimum: tree.minimum });
}

function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
