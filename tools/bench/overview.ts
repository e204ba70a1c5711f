// The knowledge overview as a PDF: from the records to the file, beside a browser that prints the page of the same text.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from '../../tests/support/browser.ts';
import { startSite, type Site } from '../../tests/support/site.ts';
import { withCleaning } from './cleaning.ts';
import type { Measurement } from './figures.ts';
import type { OverviewSeen } from './overview-once.ts';

export function measureOverview({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Measurement[]> {
	const runs = isQuick ? 1 : 5;
	return withCleaning(async (cleaning) => {
		const [own, after]: [OverviewSeen[], OverviewSeen[]] = [[], []];
		for (let run = 0; run < runs; run++) {
			own.push(await setInOwnProcess('--others', run === 0 ? `${runs}` : '0'));
			after.push(await setInOwnProcess('--references'));
		}
		const site = await startSite(cleaning);
		const printed = await printWithBrowser(site, runs);
		const others = own.flatMap((seen) => seen.secondsOthers);
		const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB, tagged`;
		return [
			{
				what: 'knowledge overview as a PDF, first of a process',
				unit: 's',
				reach: { atMost: 2 },
				figures: [
					{ variant: 'Typst', runs: own.map((seen) => seen.secondsFirst), note: megabytes(own[0]?.bytes ?? 0) },
					{ variant: 'Typst, after a page with references', runs: after.map((seen) => seen.secondsFirst) },
					{ variant: 'Chromium, started for it', runs: printed.started, note: megabytes(printed.bytes) }
				]
			},
			{
				what: 'knowledge overview as a PDF, another version',
				unit: 's',
				reach: { atMost: 2 },
				figures: [
					{ variant: 'Typst', runs: others },
					{ variant: 'Chromium, kept running', runs: printed.running }
				]
			}
		];
	});
}

async function setInOwnProcess(...options: readonly string[]): Promise<OverviewSeen> {
	const program = [join(import.meta.dirname, 'overview-once.ts'), ...options];
	const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', ...program]);
	return JSON.parse(stdout) as OverviewSeen;
}

/** The page's own time to be made is in it, as it is in ours. */
async function printWithBrowser(site: Site, runs: number) {
	const [started, running]: [number[], number[]] = [[], []];
	let bytes = 0;
	for (let run = 0; run < runs; run++) {
		await withCleaning(async (cleaning) => {
			const start = performance.now();
			const page = await (await (await openBrowser(cleaning)).newDesktop()).newPage();
			bytes = (await print(page, site)).length;
			started.push((performance.now() - start) / 1000);
			const again = performance.now();
			await print(page, site);
			running.push((performance.now() - again) / 1000);
		});
	}
	return { started, running, bytes };
}

async function print(page: Page, site: Site): Promise<Buffer> {
	await page.goto(`${site.url}/knowledge/overview`, { waitUntil: 'load' });
	return page.pdf({ format: 'A4', tagged: true, outline: true });
}
