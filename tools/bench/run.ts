// `npm run bench`: what was promised in figures, measured on this machine, beside what one would use instead.
// `--json` for machines, `--quick` under a minute, `--only page-weight|pages|start|submissions|release|groups|overview|search|crossings|crossings-optimum|effect`
// one part. Fails on no figure.
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { measureCrossings, measureCrossingsOptimum } from './crossings.ts';
import { measureEffect } from './effect.ts';
import { isReached, tableOf, told, type Measurement } from './figures.ts';
import { measureGroups } from './groups.ts';
import { measureOverview } from './overview.ts';
import { measurePageWeight } from './page-weight.ts';
import { measurePages } from './pages.ts';
import { measureRelease } from './release.ts';
import { measureSearch } from './search.ts';
import { measureStart } from './start.ts';
import { measureSubmissions } from './submissions.ts';

const { values: options } = parseArgs({
	options: {
		json: { type: 'boolean', default: false },
		quick: { type: 'boolean', default: false },
		only: { type: 'string' }
	}
});

const parts: Readonly<Record<string, (size: { readonly isQuick: boolean }) => Promise<readonly Measurement[]>>> = {
	'page-weight': measurePageWeight,
	pages: measurePages,
	start: measureStart,
	submissions: measureSubmissions,
	release: measureRelease,
	groups: measureGroups,
	overview: measureOverview,
	search: measureSearch,
	crossings: measureCrossings,
	'crossings-optimum': measureCrossingsOptimum,
	effect: measureEffect
};
if (options.only !== undefined && !(options.only in parts)) {
	process.stderr.write(`there is no part "${options.only}": choose one of ${Object.keys(parts).join(', ')}\n`);
	process.exit(2);
}

/** What others do on the machine at the same time makes every figure worse: it is told beside them. */
const loadBefore = loadavg()[0] ?? 0;
const started = performance.now();
const measurements: Measurement[] = [];
for (const [name, measure] of Object.entries(parts)) {
	if (options.only !== undefined && options.only !== name) continue;
	process.stderr.write(`measuring: ${name} …\n`);
	measurements.push(...(await measure({ isQuick: options.quick })));
}
const machine = {
	processor: cpus()[0]?.model ?? 'unknown',
	cores: cpus().length,
	memoryGibibytes: Math.round(totalmem() / 2 ** 30),
	node: process.version,
	system: `${process.platform} ${process.arch}`,
	loadBefore
};

if (options.json) {
	const results = measurements.map((measurement) => ({
		...measurement,
		figures: told(measurement),
		isReached: isReached(measurement)
	}));
	process.stdout.write(`${JSON.stringify({ machine, isQuick: options.quick, results }, null, '\t')}\n`);
} else {
	process.stdout.write(
		`${machine.processor}, ${machine.cores} cores, ${machine.memoryGibibytes} GiB, Node ${machine.node}, ${machine.system}; ` +
			`load before the benchmark ${loadBefore.toFixed(1)}\n` +
			`Medians; the load runs on the same cores. × is the ratio to the first line of each block.\n` +
			`${tableOf(measurements)}\n\n${((performance.now() - started) / 1000).toFixed(0)} s in all\n`
	);
}
process.exit(0);
