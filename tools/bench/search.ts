// Searching the library, over the shipped base and over one two hundred times as large, beside what one would use
// instead; and the page of it over HTTP, beside a page without a search.
import { execFile } from 'node:child_process';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { seededRandom } from '#server/demonstration/seeded-random.ts';
import { startSite } from '../../tests/support/site.ts';
import { withCleaning } from './cleaning.ts';
import { thinkingPeople, type Waited } from './fifty-people.ts';
import type { Figure, Measurement } from './figures.ts';
import { engineNames, type EngineName } from './search-engines.ts';
import type { SearchSeen } from './search-once.ts';
import { questions } from './search-questions.ts';

const variants: Readonly<Record<EngineName, string>> = {
	own: 'our search: filters, counts and marks',
	minisearch: 'MiniSearch as it comes',
	'minisearch-tolerant': 'MiniSearch, beginnings and slips',
	'minisearch-stemmed': 'MiniSearch, and our stemmers',
	scan: 'every record read through',
	postgres: 'full text of the embedded database'
};
const sizes = [
	{ name: 'shipped base', works: 0 },
	{ name: '10,000 works', works: 10_000 }
] as const;
const mostMilliseconds = 20;

/** Engines that were left out have seen nothing. */
type Seen = Readonly<Record<EngineName, readonly SearchSeen[]>>;

export async function measureSearch({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Measurement[]> {
	const measurements: Measurement[] = [];
	for (const { name, works } of sizes) {
		// What others need for the large base takes minutes.
		const engines = isQuick && works > 0 ? engineNames.slice(0, 1) : engineNames;
		const seen = await seeAll({ works, engines, seconds: isQuick ? 2 : 8, runs: isQuick ? 1 : 3 });
		measurements.push(...measurementsOf(name, seen));
	}
	return [...measurements, ...(await measurePage(isQuick ? 2 : 8))];
}

/** Ours in several processes, the others in one each. */
async function seeAll(size: {
	readonly works: number;
	readonly engines: readonly EngineName[];
	readonly seconds: number;
	readonly runs: number;
}): Promise<Seen> {
	const seen: Record<EngineName, SearchSeen[]> = {
		own: [],
		minisearch: [],
		'minisearch-tolerant': [],
		'minisearch-stemmed': [],
		scan: [],
		postgres: []
	};
	for (const name of size.engines) {
		for (let run = 0; run < (name === 'own' ? size.runs : 1); run++) {
			const program = join(import.meta.dirname, 'search-once.ts');
			const order = ['--engine', name, '--works', `${size.works}`, '--seconds', `${size.seconds}`];
			const flags = ['--disable-warning=ExperimentalWarning', '--expose-gc'];
			const { stdout } = await promisify(execFile)(process.execPath, [...flags, program, ...order]);
			seen[name].push(JSON.parse(stdout) as SearchSeen);
		}
	}
	return seen;
}

function measurementsOf(size: string, seen: Seen): readonly Measurement[] {
	const figures = (valueOf: (one: SearchSeen) => number, noteOf?: (one: SearchSeen) => string): readonly Figure[] =>
		engineNames.flatMap((name) => {
			const [first] = seen[name];
			if (first === undefined) return [];
			const figure = { variant: variants[name], runs: seen[name].map(valueOf) };
			return noteOf === undefined ? [figure] : [{ ...figure, note: noteOf(first) }];
		});
	const isShipped = size === sizes[0].name;
	const documents = seen.own[0]?.documents ?? 0;
	return [
		{
			what: `search, ${size} (${documents} records), 50 people who think, p95`,
			unit: 'ms',
			reach: { atMost: mostMilliseconds },
			figures: figures(
				({ thinking }) => thinking.p95Milliseconds,
				({ thinking, found }) =>
					`median ${thinking.medianMilliseconds.toFixed(2)} ms` +
					// In a made-up base nobody knows which record is the right one.
					(isShipped ? `; ${found} of ${questions.length} wanted records among the first five` : '')
			)
		},
		{
			what: `the same, nobody thinks`,
			unit: 'a second',
			figures: figures(
				({ hasty }) => hasty.perSecond,
				({ hasty }) => `p95 ${hasty.p95Milliseconds.toFixed(0)} ms, median ${hasty.medianMilliseconds.toFixed(0)} ms`
			)
		},
		{ what: `index of the ${size}`, unit: 's', figures: figures(({ secondsToBuild }) => secondsToBuild) },
		{ what: `memory of that index`, unit: 'MiB', figures: figures(({ bytes }) => bytes / 2 ** 20) }
	];
}

/** The whole way: request, session, search, HTML, compressed. The people play on the same cores. */
function measurePage(seconds: number): Promise<readonly Measurement[]> {
	return withCleaning(async (cleaning) => {
		const site = await startSite(cleaning);
		const agent = new Agent({ keepAlive: true });
		const random = seededRandom(3);
		const addresses = questions.map(({ typed }) => `${site.url}/knowledge/search?q=${encodeURIComponent(typed)}`);
		const first = performance.now();
		await fetchPage(addresses[0] ?? site.url, agent);
		const millisecondsOfFirst = performance.now() - first;
		const visit = async (pages: readonly string[]): Promise<Waited> => {
			for (const page of pages) await fetchPage(page, agent);
			return thinkingPeople(seconds, random, () => fetchPage(pages[random.whole(0, pages.length - 1)] ?? '', agent));
		};
		const search = await visit(addresses);
		const other = await visit([`${site.url}/knowledge/studies`]);
		agent.destroy();
		const note = ({ medianMilliseconds }: Waited) => `median ${medianMilliseconds.toFixed(1)} ms`;
		return [
			{
				what: 'search page over HTTP, shipped base, 50 people who think, p95',
				unit: 'ms',
				figures: [
					{
						variant: 'the search page',
						runs: [search.p95Milliseconds],
						note: `${note(search)}; the first after the start ${millisecondsOfFirst.toFixed(0)} ms`
					},
					{ variant: 'the list of all studies', runs: [other.p95Milliseconds], note: note(other) }
				]
			}
		];
	});
}

function fetchPage(url: string, agent: Agent): Promise<void> {
	return new Promise((resolve, reject) => {
		get(url, { agent, headers: { 'accept-encoding': 'br' } }, (response) => {
			if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
			response.resume().on('end', resolve);
		}).on('error', reject);
	});
}
