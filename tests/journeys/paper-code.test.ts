import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkPage, openBrowser, tabTo, type People } from '../support/browser.ts';
import { startMailbox } from '../support/mailbox.ts';
import { startSite, type Site } from '../support/site.ts';
import { leaders, organisationFile, wardLeader } from './made-up-hospital.ts';
import { da, en, planRound, setUp, uploadFile } from './steps.ts';

type OpenRound = { readonly site: Site; readonly people: People; readonly lead: Page; readonly roundId: string };

test('a leader without e-mail gets a letter, types its code with a slip, and arrives at the questionnaire', async () => {
	const { site, people, lead, roundId } = await openRound();
	await lead.goto(`${site.url}/rounds`);
	await checkPage(lead);
	await lead.getByRole('link', { name: da.codes.print + da.codes.printOf('Efterår') }).click();
	await lead.getByRole('heading', { level: 1, name: da.codes.title }).waitFor();
	assert.equal(await lead.locator('article').count(), 0, 'no link is shown before somebody asks for it');
	await checkPage(lead);
	await tabTo(lead, lead.getByRole('button', { name: da.codes.show }));
	await lead.keyboard.press('Enter');
	await lead.getByText(da.codes.ready(1)).waitFor();
	await checkPage(lead);
	const letter = lead.locator('article');
	assert.match(await letter.innerText(), new RegExp(wardLeader.name));
	const code = await letter.locator('.code').innerText();
	assert.match(code, /^(\w{4}-){3}\w{4}$/);
	assert.equal(await letter.locator('.typed').first().innerText(), `localhost:${site.port}/code`);

	// A page of paper for each letter, and nothing else on it.
	await lead.goto(`${site.url}/rounds/${roundId}/codes?which=everybody`);
	await lead.getByText(da.codes.ready(leaders.length)).waitFor();
	await lead.emulateMedia({ media: 'print' });
	assert.equal(await lead.getByText(da.codes.careTitle).isVisible(), false);
	const pdf = (await lead.pdf({ format: 'A4' })).toString('latin1');
	assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, leaders.length);
	await lead.emulateMedia({ media: null });

	const phone = await people.newPhone();
	const page = await phone.newPage();
	const addresses: string[] = [];
	phone.on('request', (request) => addresses.push(request.url().replace(/#.*/, '')));
	await page.goto(`${site.url}/code`);
	await checkPage(page);
	const field = page.getByLabel(da.codes.entry.label, { exact: true });
	await field.fill(code.slice(0, -1));
	await page.getByRole('button', { name: da.codes.entry.go }).tap();
	await page.getByRole('alert').getByText(da.codes.entry.notACode).waitFor();
	const slip = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
	await field.fill(slip.toLowerCase());
	await page.getByRole('button', { name: da.codes.entry.go }).tap();
	await page.getByRole('alert').getByText(da.codes.entry.unknownCode).waitFor();
	assert.equal(await field.inputValue(), slip.toLowerCase(), 'what was typed stays');
	await checkPage(page);
	await tabTo(page, field);
	await page.keyboard.press('End');
	await page.keyboard.press('Backspace');
	await page.keyboard.type(code.slice(-1));
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: da.survey.title }).waitFor();
	assert.equal(page.url(), `${site.url}/answer/${roundId}#${code.replaceAll('-', '')}`);
	await page.waitForLoadState('networkidle');
	for (const typed of [code, slip].flatMap((one) => [one, one.replaceAll('-', '')]))
		assert.ok(
			addresses.every((address) => !address.toLowerCase().includes(typed.toLowerCase())),
			'a code stands in no address that the server sees'
		);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('on a shared screen the code leads to a questionnaire that keeps nothing', async () => {
	const { site, people, lead, roundId } = await openRound();
	await lead.goto(`${site.url}/rounds/${roundId}/codes?which=without-email`);
	const code = await lead.locator('article .code').innerText();
	const page = await (await people.newDesktop()).newPage();
	const answer = await page.goto(`${site.url}/code?kiosk`);
	assert.match(answer?.headers().refresh ?? '', /\/code\?kiosk$/);
	await page.getByText(da.codes.entry.kioskTitle, { exact: true }).waitFor();
	await checkPage(page);
	const field = page.getByLabel(da.codes.entry.label, { exact: true });
	assert.equal(await field.getAttribute('autocomplete'), 'off');
	await field.fill('x');
	await page.keyboard.press('Enter');
	await page.getByRole('alert').getByText(da.codes.entry.notACode).waitFor();
	await field.fill(code);
	const [sentOn] = await Promise.all([
		page.waitForResponse((response) => response.status() === 303),
		page.keyboard.press('Enter')
	]);
	assert.equal(sentOn.headers().location, `/answer/${roundId}?kiosk#${code.replaceAll('-', '')}`);
	await page.getByRole('heading', { level: 1, name: da.survey.title }).waitFor();
	// The questionnaire has found the leader's group with the code, and keeps the code in no place that the next one sees.
	await page.locator('[data-group]').first().waitFor();
	assert.equal(page.url(), `${site.url}/answer/${roundId}?kiosk`);
});

test('anybody can read the list of groups, download it, and find the number of the letters in it', async () => {
	const { site, people, lead, roundId } = await openRound();
	await lead.goto(`${site.url}/rounds/${roundId}/codes?which=without-email`);
	const printed = (await lead.locator('article .hash').innerText()).replaceAll(/\s/g, '');
	const page = await (await people.newPhone()).newPage();
	await page.goto(`${site.url}/rounds/${roundId}/visibility`);
	await checkPage(page);
	await page.getByRole('link', { name: da.visibility.findOwn }).tap();
	await page.getByRole('heading', { level: 1, name: da.manifest.title('Efterår') }).waitFor();
	await checkPage(page);
	const shown = (await page.locator('.hash').first().innerText()).replaceAll(/\s/g, '');
	assert.match(shown, /^[0-9a-f]{64}$/);
	assert.equal(shown, printed);
	await page.getByText(da.manifest.notClosed).waitFor();

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: da.manifest.download }).tap()
	]);
	assert.equal(download.suggestedFilename(), `ledertrivsel-manifest-${shown.slice(0, 32)}.json`);
	const kept = await bytesOf(await download.createReadStream());
	assert.equal(createHash('sha256').update(kept).digest('hex'), shown);
	const served = await fetch(`${site.url}/answer/${roundId}/manifest`);
	assert.equal(await served.text(), kept.toString('utf8'), 'what a browser checks is what a witness keeps');

	await page.getByLabel(da.manifest.search).fill('kirurgisk');
	await page.getByRole('button', { name: da.manifest.searchButton }).tap();
	await page.getByText(da.manifest.showAll).waitFor();
	await checkPage(page);
	await page.getByRole('link', { name: da.manifest.seenBy }).first().tap();
	await page.getByRole('heading', { name: da.visibility.ownGroupTitle }).waitFor();
	await checkPage(page);
	await page.goto(`${site.url}/rounds/${roundId}/visibility?language=en`);
	await page.getByRole('heading', { name: en.visibility.exampleTitle }).waitFor();
	await checkPage(page, { language: 'en' });
	await page.goto(`${site.url}/visibility`);
	await checkPage(page, { language: 'en' });
});

test.after(async () => {
	for (const end of endings.toReversed()) await end();
});

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	for await (const part of stream) parts.push(part);
	return Buffer.concat(parts);
}

/** One site for the file: the round is opened once, with one leader whom no mail reaches. */
let opened: Promise<OpenRound> | null = null;
const endings: (() => Promise<void>)[] = [];

function openRound(): Promise<OpenRound> {
	opened ??= open();
	return opened;
}

async function open(): Promise<OpenRound> {
	const suite = { after: (work: () => Promise<void>) => void endings.push(work) };
	const mailbox = await startMailbox(suite);
	const site = await startSite(suite, { settings: { SMTP_URL: mailbox.url } });
	const people = await openBrowser(suite);
	const lead = await (await people.newDesktop()).newPage();
	await setUp(lead, site);
	const bytes = organisationFile((row) =>
		row.replace(`;${wardLeader.name};${wardLeader.email};`, `;${wardLeader.name};;`)
	);
	await uploadFile(lead, site, { name: 'organisation.csv', bytes });
	await lead.getByRole('button', { name: da.organisation.save }).click();
	await lead.waitForURL(/\/organisation\?saved=/);
	const roundId = await planRound(lead, site);
	await lead.getByRole('button', { name: da.rounds.open }).click();
	await mailbox.receive(leaders.length - 1);
	return { site, people, lead, roundId };
}
