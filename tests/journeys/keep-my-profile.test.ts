import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { checkPage, openBrowser, tabTo, type People } from '../support/browser.ts';
import { prepareDatabase } from '../support/prepared-database.ts';
import { startSite, type Site } from '../support/site.ts';
import { createTestContext } from '../support/test-context.ts';
import { projectMigrations } from '../support/test-database.ts';
import { addTwoRounds, type TwoRounds } from '../support/two-rounds.ts';
import { da, en } from './steps.ts';

const texts = da.leaderKey;

test('a leader keeps the profile, opens it on another device with twelve words, and deletes it', async () => {
	const { people, site, spring } = await arrange();
	const phone = await people.newPhone();
	const page = await openAnswered(phone, spring, 2);
	const requests = requestsOf(phone);
	await page.getByText(texts.warning).waitFor();
	await checkPage(page);
	assert.equal(requests.length, 0, 'nothing leaves the device before the leader says so');

	await page.getByRole('button', { name: texts.make }).tap();
	await page.getByRole('heading', { name: texts.words.title }).waitFor();
	const words = await wordsOn(page);
	assert.equal(words.length, 12);
	await checkPage(page);
	assert.deepEqual(
		await printedText(page),
		[texts.words.title, ...words],
		'the sheet holds the words and not the profile'
	);
	await page.getByRole('button', { name: texts.words.save, exact: true }).tap();
	await page.getByText(texts.words.notWritten).waitFor();
	assert.equal(requests.length, 0);
	await page.getByLabel(texts.words.written).check();
	await page.getByRole('button', { name: texts.words.save, exact: true }).tap();
	await page.getByRole('heading', { name: texts.saved.title }).waitFor();
	await page.getByText(da.profile.keep.both).waitFor();
	await checkPage(page);
	const seen = requests.map((request) => `${request.method} ${request.path}`);
	assert.deepEqual(seen, [`POST /profile/${spring}/sealed`, `PUT /profile/${spring}/sealed`]);
	assert.ok(requests.every((request) => request.cookie === undefined && !request.path.includes('?')));
	assert.ok(requests.every(({ body }) => words.every((word) => !body.includes(`"${word}"`))));

	// The browser is cleared: only the words are left.
	await page.evaluate(() => localStorage.clear());
	const elsewhere = await (await people.newDesktop()).newPage();
	for (const second of [page, elsewhere]) {
		await second.goto(`${site.url}/profile/${spring}`);
		await second.getByRole('heading', { name: texts.open.title }).waitFor();
	}
	await checkPage(elsewhere);
	const field = elsewhere.getByLabel(texts.enter.label);
	const open = elsewhere.getByRole('button', { name: texts.enter.open });
	await field.fill(words.with(4, 'blåbær').join(' '));
	await open.click();
	await elsewhere.getByText(texts.enter.unknownWord(5, 'blåbær')).waitFor();
	assert.ok(await field.evaluate((element) => element === document.activeElement));
	await checkPage(elsewhere);
	await field.fill(words.slice(0, 11).join(' '));
	await open.click();
	await elsewhere.getByText(texts.enter.wrongCount(11)).waitFor();
	await field.fill([...words.slice(1), words[0]].join(' '));
	await open.click();
	await elsewhere.getByText(texts.enter.notTogether).or(elsewhere.getByText(texts.open.unknown)).waitFor();

	await field.fill(words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n'));
	await open.click();
	await elsewhere.getByRole('heading', { level: 1, name: da.profile.title }).waitFor();
	await elsewhere.getByRole('heading', { name: da.profile.outcomesTitle }).waitFor();
	await elsewhere.getByText(da.profile.keep.kept).waitFor();
	await checkPage(elsewhere);
	assert.equal(await storedKeys(elsewhere), 0, 'nothing is kept where it was not asked for');

	elsewhere.once('dialog', (dialog) => void dialog.accept());
	await elsewhere.getByRole('button', { name: texts.saved.remove }).click();
	await elsewhere.getByText(texts.saved.removed).waitFor();
	await page.getByLabel(texts.enter.label).fill(words.join(' '));
	await page.getByRole('button', { name: texts.enter.open }).tap();
	await page.getByText(texts.open.unknown).waitFor();
	await checkPage(page);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('key lost: nobody can open the profile, which was said beforehand, and another one can be kept', async () => {
	const { people, site, spring } = await arrange();
	const phone = await people.newPhone();
	const page = await openAnswered(phone, spring, 3);
	await keep(page);
	await page.evaluate(() => localStorage.removeItem('ledertrivsel:leader-key'));
	await page.reload();
	// The answers still lie in the draft; the way back is a new key.
	await page.getByText(texts.warning).waitFor();
	const words = await keep(page);

	const other = await (await people.newPhone()).newPage();
	await other.goto(`${site.url}/profile/${spring}`);
	await other
		.getByLabel(texts.enter.label)
		.fill('legal winner thank year wave sausage worth useful legal winner thank yellow');
	await other.getByRole('button', { name: texts.enter.open }).tap();
	await other.getByText(texts.open.unknown).waitFor();
	await other.getByLabel(texts.enter.label).fill(words.join(' '));
	await other.getByLabel(texts.enter.remember).check();
	await other.getByRole('button', { name: texts.enter.open }).tap();
	await other.getByRole('heading', { name: texts.saved.title }).waitFor();
	await other.reload();
	await other.getByRole('button', { name: texts.saved.forget }).waitFor();
	await checkPage(other);
	await other.getByRole('button', { name: texts.open.withKey }).tap();
	await other.getByRole('heading', { name: texts.saved.title }).waitFor();
	other.once('dialog', (dialog) => void dialog.accept());
	await other.getByRole('button', { name: texts.saved.forget }).tap();
	await other.getByText(texts.saved.forgotten).waitFor();
	assert.equal(await storedKeys(other), 0);
});

test('behind a passkey the browser holds the locked key only, and the device opens it', async () => {
	const { people, spring } = await arrange();
	const desktop = await people.newDesktop();
	const page = await desktop.newPage();
	const devtools = await desktop.newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			ctap2Version: 'ctap2_1',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			hasPrf: true,
			automaticPresenceSimulation: true
		}
	});
	await openAnswered(desktop, spring, 4, page);
	const words = await keep(page);
	await page.getByRole('button', { name: texts.passkey.lock }).click();
	await page.getByText(texts.passkey.locked).waitFor();
	await checkPage(page);
	const stored = await page.evaluate(() => localStorage.getItem('ledertrivsel:leader-key') ?? '');
	assert.match(stored, /"wrapped"/);
	assert.doesNotMatch(stored, /"key"/);

	await page.reload();
	await page.getByRole('button', { name: texts.words.show }).click();
	await page.getByRole('heading', { name: texts.words.title }).waitFor();
	assert.deepEqual(await wordsOn(page), words);

	// Somebody else's finger.
	await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await page.reload();
	await page.getByRole('button', { name: texts.words.show }).click();
	await page.getByText(texts.passkey.notOpened).waitFor();
	assert.equal(await page.getByRole('heading', { name: texts.words.title }).count(), 0);
});

test('next time the browser compares with the earlier profile, which nobody else sees', async () => {
	const { people, spring, autumn, site } = await arrange();
	const phone = await people.newPhone();
	const first = await openAnswered(phone, spring, 5);
	await keep(first);

	const page = await openAnswered(phone, autumn, 1);
	await page.getByRole('heading', { name: texts.foundTitle }).waitFor();
	await checkPage(page);
	await page.getByRole('button', { name: texts.useFound }).tap();
	await page.getByRole('heading', { name: texts.saved.title }).waitFor();
	const empty = [texts.saved.title, texts.comparison.title];
	const onPaper = async () => (await headingsOnPaper(page)).filter((heading) => empty.includes(heading));
	assert.deepEqual(await onPaper(), [], 'no heading with nothing under it');
	await page.getByRole('button', { name: texts.comparison.compare }).tap();
	const table = page.getByRole('table', { name: texts.comparison.caption('Forår') });
	await table.waitFor();
	assert.deepEqual(await onPaper(), [texts.comparison.title]);
	await checkPage(page);
	for (const word of [texts.comparison.better, texts.comparison.worse, texts.comparison.cannotSay])
		assert.ok((await table.getByRole('cell', { name: word, exact: true }).count()) > 0, word);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('a leader who shares the computer is asked whose key it is, and overwrites nothing', async () => {
	const { people, spring, site } = await arrange();
	const desktop = await people.newDesktop();
	const words = await keep(await openAnswered(desktop, spring, 2, undefined, 'first'));

	const page = await openAnswered(desktop, spring, 5, undefined, 'second');
	await page.getByRole('heading', { name: texts.foundTitle }).waitFor();
	await page.getByText(texts.foundFirstWord(words[0] ?? '')).waitFor();
	await page.getByRole('button', { name: texts.useFound }).click();
	await page.getByText(texts.problems.otherAnswers).waitFor();
	await page.getByRole('button', { name: texts.notMine }).click();
	await page.getByRole('button', { name: texts.makeNew }).click();
	await page.getByLabel(texts.words.written).check();
	await page.getByRole('button', { name: texts.words.save, exact: true }).click();
	await page.getByRole('heading', { name: texts.saved.title }).waitFor();

	const other = await (await people.newPhone()).newPage();
	await other.goto(`${site.url}/profile/${spring}`);
	await other.getByLabel(texts.enter.label).fill(words.join(' '));
	await other.getByRole('button', { name: texts.enter.open }).tap();
	await other.getByRole('heading', { name: texts.saved.title }).waitFor();
});

test('the whole way by keyboard, in English, and without a connection nothing is lost', async () => {
	const { people, spring, site } = await arrange();
	const desktop = await people.newDesktop();
	const page = await desktop.newPage();
	await page.goto(`${site.url}/profile/${spring}?language=en`);
	await openAnswered(desktop, spring, 3, page, 'keyboard');
	const own = en.leaderKey;
	await tabTo(page, page.getByRole('button', { name: own.make }), { most: 200 });
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: own.words.title }).waitFor();
	await tabTo(page, page.getByLabel(own.words.written));
	await page.keyboard.press('Space');
	await desktop.setOffline(true);
	await tabTo(page, page.getByRole('button', { name: own.words.save, exact: true }));
	await page.keyboard.press('Enter');
	await page.getByText(own.problems.unreachable).waitFor();
	await checkPage(page, { language: 'en' });
	await desktop.setOffline(false);
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: own.saved.title }).waitFor();
	assert.ok(
		await page.getByRole('heading', { name: own.saved.title }).evaluate((element) => element === document.activeElement)
	);
	await checkPage(page, { language: 'en' });
});

type Arranged = TwoRounds & { readonly site: Site; readonly people: People };

let arranged: Promise<Arranged> | null = null;
let release = async () => {};
test.after(() => release());

/** One site serves all journeys of this file, with a closed round and an open one; each leader has a browser of the own. */
function arrange(): Promise<Arranged> {
	arranged ??= (async () => {
		const cleaning: (() => Promise<void>)[] = [];
		const file = { after: (work: () => Promise<void>) => void cleaning.unshift(work) };
		release = async () => {
			for (const work of cleaning) await work();
		};
		const dataDirectory = mkdtempSync(join(tmpdir(), 'ledertrivsel-keep-'));
		file.after(async () => rmSync(dataDirectory, { recursive: true, force: true }));
		await prepareDatabase(join(dataDirectory, 'database'));
		const rounds = await writeRounds(dataDirectory);
		const site = await startSite(file, { dataDirectory });
		return { ...rounds, site, people: await openBrowser(file) };
	})();
	return arranged;
}

async function writeRounds(dataDirectory: string): Promise<TwoRounds> {
	const database = await openDatabase({
		dataDirectory: join(dataDirectory, 'database'),
		databaseUrl: null,
		log: silentLog
	});
	await migrate(database, projectMigrations);
	const rounds = await addTwoRounds(createTestContext(database.kysely), { hasTrial: false });
	await database.close();
	return rounds;
}

/** The profile of a leader whose answers lie in this browser, as they do after sending; each answer is the value given. */
async function openAnswered(
	context: BrowserContext,
	roundId: string,
	value: number,
	page?: Page,
	token = 'token'
): Promise<Page> {
	const { site, instrument } = await arrange();
	const tab = page ?? (await context.newPage());
	const answers = Object.fromEntries(instrument.items.map((item) => [item.id, value]));
	const draft = {
		format: 2,
		state: 'sent',
		answers,
		page: 0,
		changes: null,
		ballot: null,
		instrument: instrument.id,
		version: instrument.version
	};
	await tab.goto(`${site.url}/methods`);
	await tab.evaluate(([key, text]) => localStorage.setItem(key, text), [
		`ledertrivsel:${roundId}:${token}`,
		JSON.stringify(draft)
	] as const);
	await tab.goto(`${site.url}/profile/${roundId}#${token}`);
	await tab.getByRole('heading', { level: 1, name: /^(Din profil|Your profile)$/ }).waitFor();
	return tab;
}

/** Makes a key, says that the words are written down, and saves. Returns the words. */
async function keep(page: Page): Promise<readonly string[]> {
	await page.getByRole('button', { name: texts.make }).click();
	await page.getByRole('heading', { name: texts.words.title }).waitFor();
	const words = await wordsOn(page);
	await page.getByLabel(texts.words.written).check();
	await page.getByRole('button', { name: texts.words.save, exact: true }).click();
	await page.getByRole('heading', { name: texts.saved.title }).waitFor();
	return words;
}

function wordsOn(page: Page): Promise<string[]> {
	return page.locator('ol[translate="no"] li').allTextContents();
}

/** What would stand on paper: headings and list items that are seen when the button is pressed. */
async function printedText(page: Page): Promise<string[]> {
	await page.evaluate(() => (window.print = () => {}));
	await page.emulateMedia({ media: 'print' });
	await page
		.getByRole('button', { name: texts.words.print, includeHidden: true })
		.evaluate((button) => (button as HTMLElement).click());
	const seen = await page.locator('h1:visible, h2:visible, h3:visible, li:visible').allTextContents();
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await page.emulateMedia({ media: 'screen' });
	return seen;
}

/** What would stand on paper where the whole page is printed. */
async function headingsOnPaper(page: Page): Promise<string[]> {
	await page.emulateMedia({ media: 'print' });
	const seen = await page.locator('h1:visible, h2:visible, h3:visible').allInnerTexts();
	await page.emulateMedia({ media: 'screen' });
	return seen.map((heading) => heading.trim());
}

function storedKeys(page: Page): Promise<number> {
	return page.evaluate(() => Object.keys(localStorage).length);
}

type Sent = {
	readonly method: string;
	readonly path: string;
	readonly body: string;
	readonly cookie: string | undefined;
};

function requestsOf(context: BrowserContext): Sent[] {
	const sent: Sent[] = [];
	context.on('request', (request) => {
		const { pathname, search } = new URL(request.url());
		if (request.method() === 'GET' && !pathname.includes('change-basis')) return;
		sent.push({
			method: request.method(),
			path: `${pathname}${search}`,
			body: request.postData() ?? '',
			cookie: request.headers().cookie
		});
	});
	return sent;
}
