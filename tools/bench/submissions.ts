// 50 clients hand in sealed responses under signed ballots over HTTP, as fast as they are acknowledged; afterwards every
// acknowledged one is counted.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { countSealedBallots } from '#server/database/ballot-box.ts';
import { projectRoot } from '#server/project-root.ts';
import { startPrivateCluster } from '../../tests/support/private-cluster.ts';
import { freePort } from '../../tests/support/site.ts';
import { withCleaning, type Cleaning } from './cleaning.ts';
import type { Figure, Measurement } from './figures.ts';
import type { LoadOrder, LoadSeen } from './load.ts';
import { benchOrganisation, openBenchContext, writeOpenRound, type Place } from './made-up-round.ts';

const clients = 50;
/** More than are handed in; each takes a millisecond to sign beforehand. */
const ballotsPerSecond = 4_000;

type Variant = {
	readonly name: string;
	readonly program: readonly string[];
	readonly place: Place;
	readonly seconds: number;
	readonly runs: number;
};

export function measureSubmissions({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Measurement[]> {
	return withCleaning(async (cleaning) => {
		const seconds = isQuick ? 3 : 10;
		const runs = isQuick ? 1 : 3;
		const embedded = (): Place => ({ dataDirectory: temporary(cleaning), databaseUrl: null });
		const site = ['tools/serve.ts'];
		const bare = ['tools/bench/bare-server.ts'];
		const variants: Variant[] = [
			{ name: 'the site, embedded database', program: site, place: embedded(), seconds, runs },
			{ name: 'the use case alone, group commit', program: bare, place: embedded(), seconds: isQuick ? 2 : 5, runs },
			{
				name: 'the use case alone, a commit each',
				program: [...bare, 'one-by-one'],
				place: embedded(),
				seconds: isQuick ? 2 : 5,
				runs
			}
		];
		const server = await startPrivateCluster();
		if (server.kind === 'started') {
			cleaning.after(() => server.cluster.stop());
			const place = { dataDirectory: temporary(cleaning), databaseUrl: await server.cluster.createDatabase() };
			variants.push({
				name: 'the site, PostgreSQL server that does not sync',
				program: site,
				place,
				seconds: isQuick ? 2 : 5,
				runs
			});
		} else process.stderr.write(`not measured on a PostgreSQL server: ${server.reason}\n`);

		const seen: { readonly name: string; readonly runs: readonly LoadSeen[]; readonly kept: number }[] = [];
		for (const variant of variants) seen.push({ name: variant.name, ...(await measure(variant, cleaning)) });
		const figures = (value: (run: LoadSeen) => number): Figure[] =>
			seen.map(({ name, runs: own, kept }) => {
				const stored = own.reduce((sum, run) => sum + run.stored, 0);
				const refused = own.reduce((sum, run) => sum + run.refused, 0);
				return {
					variant: name,
					runs: own.map(value),
					note: `${stored} acknowledged, ${kept} kept${refused > 0 ? `, ${refused} refused` : ''}`
				};
			});
		return [
			{
				what: `sealed responses, signatures checked, ${clients} clients`,
				unit: 'a second',
				reach: { atLeast: 1000 },
				figures: figures((run) => run.stored / run.seconds)
			},
			{ what: 'half answered within', unit: 'ms', figures: figures((run) => run.medianMilliseconds) },
			{
				what: '99 of 100 answered within',
				unit: 'ms',
				reach: { atMost: 100 },
				figures: figures((run) => run.p99Milliseconds)
			}
		];
	});
}

async function measure(
	variant: Variant,
	cleaning: Cleaning
): Promise<{ readonly runs: readonly LoadSeen[]; readonly kept: number }> {
	const round = await writeOpenRound(variant.place);
	const { url, stop } = await startProgram(variant, cleaning);
	const runs: LoadSeen[] = [];
	// The first run warms up and is not counted among the figures, but its responses are among those that must be kept.
	for (let run = 0; run <= variant.runs; run++) {
		const seconds = run === 0 ? Math.min(2, variant.seconds) : variant.seconds;
		const ballots = Math.ceil(seconds * ballotsPerSecond);
		runs.push(await load({ url: `${url}/answer/${round.roundId}/submit`, round, ballots, clients, seconds }, cleaning));
	}
	await stop();
	const running = await openBenchContext(variant.place);
	const { roundId } = round;
	const kept = await countSealedBallots(running.context.db, { organisationId: benchOrganisation, roundId });
	await running.close();
	const warmUp = runs[0]?.stored ?? 0;
	return { runs: runs.slice(1), kept: kept - warmUp };
}

async function startProgram(
	{ program, place }: Variant,
	cleaning: Cleaning
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
	const port = await freePort();
	const { PATH, HOME } = process.env;
	const databaseUrl = place.databaseUrl === null ? {} : { DATABASE_URL: place.databaseUrl };
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program], {
		cwd: projectRoot,
		env: { PATH, HOME, PORT: String(port), DATA_DIR: place.dataDirectory, LOG_LEVEL: 'error', ...databaseUrl },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const stop = async () => {
		child.kill('SIGTERM');
		await ended;
	};
	cleaning.after(stop);
	await new Promise<void>((resolve, reject) => {
		child.stdout.on('data', (part: Buffer) => {
			if (part.toString('utf8').includes('ready')) resolve();
		});
		child.once('exit', (code) => reject(new Error(`${program[0]} ended with exit code ${code}`)));
	});
	return { url: `http://127.0.0.1:${port}`, stop };
}

async function load(order: LoadOrder, cleaning: Cleaning): Promise<LoadSeen> {
	const file = join(temporary(cleaning), 'order.json');
	writeFileSync(file, JSON.stringify(order), { mode: 0o600 });
	const program = ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'load.ts'), file];
	const { stdout } = await promisify(execFile)(process.execPath, program);
	return JSON.parse(stdout) as LoadSeen;
}

function temporary(cleaning: Cleaning): string {
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-bench-'));
	cleaning.after(async () => rmSync(directory, { recursive: true, force: true }));
	return directory;
}
