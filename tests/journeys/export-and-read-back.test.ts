import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { readBack } from '#server/references/read-back.testing.ts';
import { checkPage, openBrowser } from '../support/browser.ts';
import { startSite } from '../support/site.ts';
import { da } from './steps.ts';

const base = readEvidence(join(projectRoot, 'evidence'));
const intervention = base.interventions.find(({ id }) => id === 'drop-tasks');

test('a researcher takes the works behind an intervention and then the whole base home, and both can be read again', async (t) => {
	const site = await startSite(t);
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop({ acceptDownloads: true })).newPage();

	await t.test('the works behind an intervention, in each format, through another program’s parser', async () => {
		assert.ok(intervention);
		const findings = base.findings.filter(({ id }) => intervention.findings.includes(id));
		const named = new Set(findings.flatMap(({ studies }) => studies));
		const counting = base.studies.filter(({ id }) => intervention.studies.includes(id));
		const others = base.studies.filter(({ id }) => named.has(id) && !intervention.studies.includes(id));
		assert.ok(counting.length > 0 && others.length > 0);
		await page.goto(`${site.url}/interventions/${intervention.id}`);
		await checkPage(page);
		for (const format of ['ris', 'bibtex', 'csl-json'] as const) {
			const links = page.getByRole('link', { name: da.library.exports.formats[format], exact: true });
			for (const [link, expected] of [
				[links.first(), counting],
				[links.last(), others]
			] as const) {
				const { text } = await downloaded(page, link);
				assert.deepEqual(
					readBack[format](text.toString('utf8'))
						.map(({ title, doi }) => `${title} ${doi}`)
						.toSorted(),
					expected.map(({ title, doi }) => `${title ?? ''} ${doi ?? ''}`).toSorted(),
					format
				);
			}
		}
		const list = await downloaded(page, page.getByRole('link', { name: da.library.exports.formats.apa }).first());
		const lines = list.text.toString('utf8').trimEnd().split('\n');
		assert.equal(lines.length, counting.length);
		for (const { doi } of counting) {
			if (doi !== null)
				assert.ok(
					lines.some((line) => line.endsWith(`https://doi.org/${doi}`)),
					doi
				);
		}
	});

	await t.test('the whole base, unpacked, holds and is the base that came', async () => {
		await page.goto(`${site.url}/knowledge`);
		const { name, text } = await downloaded(page, page.getByRole('link', { name: da.library.ways.download }));
		assert.equal(name, `ledertrivsel-evidence-${base.version}.zip`);
		const folder = mkdtempSync(join(tmpdir(), 'ledertrivsel-download-'));
		t.after(() => rmSync(folder, { recursive: true }));
		for (const [path, bytes] of Object.entries(unzipSync(text))) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), bytes);
		}
		const unpacked = join(folder, name.replace('.zip', ''));
		assert.match(readFileSync(join(unpacked, 'LICENCE'), 'utf8'), /EUROPEAN UNION PUBLIC LICENCE/i);
		const checked = spawnSync(
			process.execPath,
			['tools/ledertrivsel.mjs', 'evidence', 'check', '--json', '--directory', unpacked],
			{ cwd: projectRoot, encoding: 'utf8' }
		);
		assert.equal(checked.status, 0, checked.stdout + checked.stderr);
		assert.deepEqual(readEvidence(unpacked), base);
	});

	await t.test('an address with a work or a format that nobody knows says so', async () => {
		const study = base.studies[0]?.id ?? '';
		const unknown = await page.request.get(`${site.url}/knowledge/export?format=ris&study=nobody-1999`);
		assert.equal(unknown.status(), 404);
		assert.match(await unknown.text(), /nobody-1999/);
		const format = await page.request.get(`${site.url}/knowledge/export?format=doc&study=${study}`);
		assert.equal(format.status(), 400);
		assert.match(await format.text(), /ris/);
	});

	assert.doesNotMatch(site.output(), /"level":"error"/);
});

async function downloaded(page: Page, link: Locator): Promise<{ readonly name: string; readonly text: Buffer }> {
	const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
	return { name: download.suggestedFilename(), text: readFileSync(await download.path()) };
}
