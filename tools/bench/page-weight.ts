// What every page of the library weighs on a first visit, as it travels: the page, its styles, fonts and pictures, each
// asked for over HTTP as a browser asks. Headers are not counted.
import { globSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { median } from '#domain/statistics/quantile.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { startSite } from '../../tests/support/site.ts';
import { withCleaning } from './cleaning.ts';
import type { Measurement } from './figures.ts';

type Part = 'page' | 'styles' | 'fonts' | 'pictures' | 'scripts';
type Weight = Readonly<Record<Part, number>>;
type Answer = { readonly bytes: number; readonly text: string };

export function measurePageWeight(): Promise<readonly Measurement[]> {
	return withCleaning(async (cleaning) => {
		const site = await startSite(cleaning);
		const assets = new Map<string, Answer>();
		const weights: { readonly path: string; readonly weight: Weight; readonly bytes: number }[] = [];
		for (const path of libraryPaths()) {
			const weight = await weigh(site.url, path, assets);
			weights.push({ path, weight, bytes: Object.values(weight).reduce((sum, bytes) => sum + bytes, 0) });
		}
		const [largest] = weights.toSorted((a, b) => b.bytes - a.bytes);
		if (largest === undefined) throw new Error('the library has no pages to weigh');
		const kilobytes = (bytes: number) => [bytes / 1000];
		const scripts = weights.reduce((sum, { weight }) => sum + weight.scripts, 0);
		return [
			{
				what: `library, first visit to any of ${weights.length} pages`,
				unit: 'kB',
				reach: { atMost: 100 },
				figures: [
					{ variant: 'the largest', runs: kilobytes(largest.bytes), note: `${largest.path}: ${told(largest.weight)}` },
					{ variant: 'the median', runs: kilobytes(median(weights.map(({ bytes }) => bytes))) }
				]
			},
			{
				what: 'library, JavaScript',
				unit: 'kB',
				reach: { atMost: 0 },
				figures: [{ variant: 'all pages together', runs: kilobytes(scripts) }]
			}
		];
	});
}

/** Every page of the library that the shipped base gives. */
export function libraryPaths(): readonly string[] {
	const { factors, outcomes, findings, studies, interventions } = readEvidence(join(projectRoot, 'evidence'));
	const pages = (folder: string, records: readonly { readonly id: string }[]) =>
		records.map(({ id }) => `/${folder}/${id}`);
	return [
		'/knowledge',
		...pagesBeside('src/routes/knowledge').map((page) => `/knowledge/${page}`),
		'/methods',
		...pages('factors', factors),
		...pages('outcomes', outcomes),
		...pages('findings', findings),
		...pages('studies', studies),
		...interventions.flatMap(({ id, factors: met }) => [
			`/interventions/${id}`,
			`/interventions/${id}/why?factor=${met[0] ?? ''}`
		])
	];
}

/** Folders with a page of their own that no parameter names. */
function pagesBeside(folder: string): readonly string[] {
	return globSync('*/+page.svelte', { cwd: join(projectRoot, folder) }).map((path) => dirname(path));
}

async function weigh(site: string, path: string, assets: Map<string, Answer>): Promise<Weight> {
	const page = await fetchOnce(`${site}${path}`, null);
	const styles = addresses(page.text, /<link\b[^>]*rel="stylesheet"[^>]*>/g, site);
	const scripts = [
		...addresses(page.text, /<script\b[^>]*\bsrc="[^>]*>/g, site),
		...addresses(page.text, /<link\b[^>]*rel="modulepreload"[^>]*>/g, site)
	];
	const pictures = [
		...addresses(page.text, /<link\b[^>]*rel="icon"[^>]*>/g, site),
		...addresses(page.text, /<img\b[^>]*>/g, site)
	];
	const sheets = await Promise.all(styles.map((url) => fetchOnce(url, assets)));
	// All that the styles name, though a browser fetches a font only where a letter needs it.
	const named = new Set(sheets.flatMap((sheet, index) => inStyles(sheet.text, styles[index] ?? site)));
	const fonts = [...named].filter((url) => /\.woff2?$/.test(url));
	const inline = [...page.text.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
	const sum = async (urls: readonly string[]) =>
		(await Promise.all(urls.map((url) => fetchOnce(url, assets)))).reduce((all, { bytes }) => all + bytes, 0);
	return {
		page: page.bytes,
		styles: await sum(styles),
		fonts: await sum(fonts),
		pictures: await sum([...pictures, ...[...named].filter((url) => !fonts.includes(url))]),
		scripts: (await sum(scripts)) + inline.reduce((all, [, code = '']) => all + code.length, 0)
	};
}

function addresses(html: string, element: RegExp, site: string): string[] {
	const found = [...html.matchAll(element)].flatMap(([tag]) => /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? []);
	return [...new Set(found)].filter((url) => !url.startsWith('data:')).map((url) => new URL(url, site).href);
}

function inStyles(css: string, sheet: string): string[] {
	return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)]
		.map(([, url = '']) => url)
		.filter((url) => !url.startsWith('data:'))
		.map((url) => new URL(url, sheet).href);
}

/** `kept`: where it stays for the next page; null asks anew. */
async function fetchOnce(url: string, kept: Map<string, Answer> | null): Promise<Answer> {
	const known = kept?.get(url);
	if (known !== undefined) return known;
	const answer = await fetchAsBrowser(url);
	kept?.set(url, answer);
	return answer;
}

function fetchAsBrowser(url: string): Promise<Answer> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html,*/*' } }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('error', reject);
			response.on('end', () => {
				if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
				const body = Buffer.concat(parts);
				const encoding = response.headers['content-encoding'];
				const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
				resolve({ bytes: body.length, text: plain.toString('utf8') });
			});
		}).on('error', reject);
	});
}

function told(weight: Weight): string {
	return (['page', 'styles', 'fonts', 'pictures'] as const)
		.map((part) => `${part} ${(weight[part] / 1000).toFixed(1)}`)
		.join(', ');
}
