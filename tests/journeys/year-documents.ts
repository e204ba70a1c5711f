// The documents at the end of the year, read back: what they are, and that they say what the pages say.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { checkPage, takePicture } from '../support/browser.ts';
import { readDocx } from '../support/read-docx.ts';
import { bareText, readPdf } from '../support/read-pdf.ts';
import type { Site } from '../support/site.ts';
import { organisationName } from './made-up-hospital.ts';
import { da, dayFromNow } from './steps.ts';

const apv = da.apv;

export async function checkHandout(page: Page): Promise<void> {
	const title = await page.getByRole('heading', { level: 1 }).innerText();
	const figures = await page
		.locator('figure table tbody tr')
		.evaluateAll((rows) =>
			rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''))
		);
	const words = checkPdf(await download(page, da.dialogue.handout), 'handout.pdf');
	// What is not shown, or only as a limit, is said in other words on paper.
	const plain = figures.filter(([, value = '']) => /^\d+$/.test(value.trim()));
	assert.ok(plain.length >= 6, `${plain.length} of ${figures.length} figures`);
	checkSaid(words, [title, ...plain.map(([name = '', value = '']) => `${name} ${value}`)], 'handout.pdf');
}

/** The bars of the two charts are the figures of the page's table. */
export async function checkSlides(page: Page): Promise<void> {
	const bytes = await download(page, da.dialogue.slides);
	keep('slides.pptx', bytes);
	const files = unzipSync(bytes);
	const xmlOf = (name: string) => strFromU8(files[name] ?? assert.fail(name));
	const title = await page.getByRole('heading', { level: 1 }).innerText();
	assert.ok(textIn(xmlOf('ppt/slides/slide1.xml'), 'a:t').includes(title), title);
	const shown = new Map<string, string>(
		await page
			.locator('figure table tbody tr')
			.evaluateAll((rows) =>
				rows.map((row): [string, string] => [
					row.querySelector('th')?.textContent?.trim() ?? '',
					row.querySelector('td')?.textContent?.trim() ?? ''
				])
			)
	);
	let bars = 0;
	for (const chart of ['ppt/charts/chart1.xml', 'ppt/charts/chart2.xml']) {
		const own = [...xmlOf(chart).matchAll(/<c:ser>.*?<\/c:ser>/gs)].at(-1)?.[0] ?? assert.fail(chart);
		const partOf = (tag: string) => new RegExp(`<${tag}>.*?</${tag}>`, 's').exec(own)?.[0] ?? '';
		const values = textIn(partOf('c:val'), 'c:v');
		for (const [place, name] of textIn(partOf('c:cat'), 'c:v').entries()) {
			// Where only a bound is told it stands with the name: "Isolation (højst 20)".
			const [, bare = name, bound] = /^(.*) \(((?:højst|mindst) .*)\)$/.exec(name) ?? [];
			assert.equal(shown.get(bare), bound ?? values[place], name);
			bars++;
		}
	}
	assert.ok(bars >= 6, `${bars} bars`);
}

export async function checkOverview(page: Page, site: Site): Promise<void> {
	await page.goto(`${site.url}/programme`);
	await page.getByRole('heading', { name: da.programme.causes.title }).waitFor();
	await takePicture(page, 'programme');
	assert.doesNotMatch(await page.locator('main').innerText(), /\b(NaN|undefined|null)\b/);
	const weighs = await page.locator('section[aria-labelledby="weighs"] li').allInnerTexts();
	const words = checkPdf(await download(page, da.programme.pdf), 'programme.pdf');
	assert.ok(weighs.length > 0);
	checkSaid(words, weighs, 'programme.pdf');
}

export async function checkAssessment(
	page: Page,
	site: Site,
	told: { readonly roundName: string; readonly planTitle: string; readonly steps: readonly string[] }
): Promise<void> {
	await page.goto(`${site.url}/apv`);
	await page.getByLabel(apv.nameLabel).fill('APV for ledere');
	await page.getByLabel(apv.roundLabel).selectOption({ label: told.roundName });
	await page.getByRole('button', { name: apv.begin }).click();
	const table = page.getByRole('table', { name: apv.mapping.tableCaption });
	await table.waitFor();
	await takePicture(page, 'apv');
	const mapped = await table.locator('tbody tr').evaluateAll((rows) =>
		rows.map((row) => ({
			factor: row.querySelector('th a')?.textContent?.trim() ?? '',
			points: row.querySelectorAll('td')[1]?.textContent?.trim() ?? ''
		}))
	);
	await page
		.getByLabel(apv.mapping.conclusionLabel)
		.fill('Mængden af arbejde er det tungeste, især i Medicinsk Afdeling.');
	await page.getByLabel(apv.mapping.otherLabel).fill('Fysiske forhold er vurderet i afsnittenes egne APV’er.');
	await page.getByRole('button', { name: apv.saveAndNext }).click();
	await page
		.getByRole('checkbox', { name: new RegExp(`^${apv.absence.wholeUnit(organisationName)} \\(`) })
		.check({ force: true });
	const quarter = firstWholeQuarter(dayFromNow(0));
	await page.getByLabel(apv.absence.fromLabel).fill(quarter.from);
	await page.getByLabel(apv.absence.toLabel).fill(quarter.to);
	await page.getByLabel(apv.absence.daysLabel).fill('510');
	await page.getByRole('button', { name: apv.absence.add }).click();
	await page.getByText(apv.absence.added).waitFor();
	await page.getByLabel(apv.absence.assessmentLabel).fill('Vi har drøftet det og kan ikke se en sammenhæng.');
	await page.getByRole('button', { name: apv.saveAndNext }).click();
	await page.getByLabel(apv.plan.priorityLabel).fill('Først mødernes antal, så indberetningerne.');
	await checkPage(page);
	await page.getByRole('button', { name: apv.saveAndNext }).click();
	await page.getByLabel(apv.followUp.whoLabel).fill('Programlederen');
	await page.getByLabel(apv.followUp.whenLabel).fill('Hver tredje måned på udvalgets møde');
	await page.getByLabel(apv.followUp.lateLabel).fill('Direktionen tager det op');
	await page.getByRole('button', { name: apv.saveAndNext }).click();
	await page.getByLabel(apv.log.heldOnLabel).fill(dayFromNow(20));
	await page.getByLabel(apv.log.whatLabel).fill('Drøftede resultatet og planerne');
	await page.getByLabel(apv.log.whoLabel).fill('Hele arbejdsmiljøudvalget');
	await page.getByRole('button', { name: apv.log.add }).click();
	await page.getByText(apv.log.added).waitFor();
	await page.getByRole('button', { name: apv.steps.finish }).click();
	await page.getByRole('button', { name: apv.finish.button }).click();
	await page.getByText(apv.finish.done, { exact: true }).waitFor();

	const pdf = checkPdf(await download(page, apv.finish.pdf), 'apv.pdf');
	const bytes = await download(page, apv.finish.docx);
	keep('apv.docx', bytes);
	const word = readDocx(bytes);
	assert.match(word.title, /APV for ledere/);
	const written = word.tables.flatMap(({ rows }) => rows);
	assert.ok(mapped.length >= 12, `${mapped.length} factors`);
	for (const { factor, points } of mapped)
		assert.ok(
			written.some((row) => row[0]?.startsWith(factor) && row.includes(points)),
			`${factor}: ${points}`
		);
	for (const sentence of [...told.steps, told.planTitle]) assert.ok(word.text.includes(sentence), sentence);
	const wordRows = written.map((row) => row.join(' '));
	checkSaid(pdf, [word.title, ...word.headings.map(({ text }) => text), ...wordRows], 'apv.pdf');
}

/** A tagged PDF that says it is PDF/UA. Returns its words (`bareText`). */
function checkPdf(bytes: Buffer, name: string): string {
	keep(name, bytes);
	assert.match(bytes.toString('latin1'), /<pdfuaid:part>1<\/pdfuaid:part>/, name);
	const { isTagged, text } = readPdf(bytes);
	assert.ok(isTagged, `${name} is not tagged`);
	assert.ok(!text.includes('\ufffd'), `${name} has letters that cannot be read`);
	assert.doesNotMatch(text, /\b(NaN|undefined|null)\b/, name);
	return bareText(text);
}

function checkSaid(words: string, sentences: readonly string[], name: string): void {
	for (const sentence of sentences) assert.ok(words.includes(bareText(sentence)), `${name}: ${sentence}`);
}

function textIn(xml: string, tag: string): readonly string[] {
	return [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map((match) => unescaped(match[1] ?? ''));
}

function unescaped(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

async function download(page: Page, name: string): Promise<Buffer> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name, exact: true }).click()
	]);
	return readFileSync(await file.path());
}

/** Where a person wants to look at them page by page. */
function keep(name: string, bytes: Buffer): void {
	const { DOCUMENTS } = process.env;
	if (DOCUMENTS === undefined || DOCUMENTS === '') return;
	mkdirSync(DOCUMENTS, { recursive: true });
	writeFileSync(join(DOCUMENTS, name), bytes);
}

/** The first that begins after the day on which the roster came: who came later does not count for the absence of before. */
function firstWholeQuarter(day: string): { readonly from: string; readonly to: string } {
	const [year = 0, month = 0] = day.split('-').map(Number);
	const begins = Math.floor((month - 1) / 3) * 3 + 3;
	const dayOf = (months: number, days: number) => new Date(Date.UTC(year, months, days)).toISOString().slice(0, 10);
	return { from: dayOf(begins, 1), to: dayOf(begins + 3, 0) };
}
