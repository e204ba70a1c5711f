// A manager holds the meeting about the group's result: from the pack to what was decided, and the round says that it was held.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { openContext } from '#server/context.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings } from '#server/settings.ts';
import { checkPage, openBrowser, tabTo, takePicture } from '../support/browser.ts';
import { startMailbox } from '../support/mailbox.ts';
import { addReleasedRound } from '../support/released-round.ts';
import { prepareDatabase } from '../support/prepared-database.ts';
import { startSite } from '../support/site.ts';
import { da, dayFromNow, signIn } from './steps.ts';

const meeting = da.dialogueMeeting;

test('a manager follows the agenda by the clock, writes down what was decided, and marks the meeting as held', async (t) => {
	const mailbox = await startMailbox(t);
	const dataDirectory = mkdtempSync(join(tmpdir(), 'ledertrivsel-dialogue-'));
	t.after(() => rmSync(dataDirectory, { recursive: true, force: true }));
	await prepareDatabase(join(dataDirectory, 'database'));
	const roundId = await addRound(dataDirectory);
	const site = await startSite(t, { dataDirectory, settings: { SMTP_URL: mailbox.url } });
	const { newDesktop, newPhone } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	await signIn(page, site, mailbox, 'department-1@example.org');
	await page.goto(`${site.url}/results`);
	await page.getByRole('link', { name: da.dialogue.link }).click();
	await page.getByRole('heading', { level: 1, name: da.dialogue.title }).waitFor();
	const pack = page.url();
	assert.match(pack, /\/dialogue$/);
	await checkPage(page);
	assert.doesNotMatch(await page.locator('main').innerText(), /\b(NaN|undefined|null)\b|\{\w+\}/);
	for (const rule of da.dialogue.rules) await page.getByText(rule, { exact: true }).waitFor();

	await t.test('the clock is worked by keyboard, says little, and stands still when it is told to', async () => {
		const start = page.getByRole('button', { name: meeting.timer.start });
		await tabTo(page, start, { most: 60 });
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: meeting.timer.pause }).waitFor();
		const face = page.locator('[data-face]');
		await page.waitForFunction(() => /4:5\d/.test(document.querySelector('[data-face]')?.textContent ?? ''));
		assert.equal(await face.getAttribute('aria-live'), null, 'seconds are not read aloud');
		await page.getByRole('status').filter({ hasText: da.dialogue.step.welcome.title }).waitFor({ state: 'attached' });
		await tabTo(page, page.getByRole('button', { name: meeting.timer.next }));
		await page.keyboard.press('Space');
		assert.equal(await page.locator('[aria-current="step"]').getAttribute('id'), 'step-answered');
		await page.getByRole('button', { name: meeting.timer.pause }).press('Enter');
		await page.getByRole('button', { name: meeting.timer.goOn }).waitFor();
		await takePicture(page, 'dialogue-meeting');
	});

	await t.test('without a script it is a list with minutes', async () => {
		const context = await newPhone({ javaScriptEnabled: false, storageState: await page.context().storageState() });
		const plain = await context.newPage();
		await plain.goto(pack);
		assert.equal(await plain.locator('[data-meeting-clock]').isVisible(), false);
		assert.match(await plain.locator('#step-causes h3').innerText(), /14 min\./);
		await context.close();
	});

	await t.test('the handout and the slides are what they say they are', async () => {
		const handout = await download(page, da.dialogue.handout);
		assert.equal(handout.subarray(0, 5).toString('latin1'), '%PDF-');
		const slides = unzipSync(await download(page, da.dialogue.slides));
		assert.ok(Object.keys(slides).includes('ppt/slides/slide10.xml'));
	});

	await t.test('what is typed survives a fault, and of two who write nobody loses', async () => {
		const other = await (await newPhone({ storageState: await page.context().storageState() })).newPage();
		await other.goto(pack);
		await page.getByLabel(meeting.agreementLabel).fill('Vi skærer to møder væk <b>nu</b>.');
		// The label lies over the box: the whole row is the target.
		const themes = await page.locator('fieldset#themes label').all();
		for (const theme of themes) await theme.click();
		await page.getByRole('button', { name: meeting.saveNotes }).click();
		await page.getByRole('alert').getByText(meeting.problems['too-many-themes']).waitFor();
		assert.match(await page.getByLabel(meeting.agreementLabel).inputValue(), /<b>nu<\/b>/);
		for (const theme of (await page.locator('fieldset#themes label').all()).slice(1)) await theme.click();
		await page.getByRole('button', { name: meeting.saveNotes }).click();
		await page.getByText(meeting.notesSaved).waitFor();
		await page.getByRole('button', { name: meeting.timer.goOn }).waitFor();

		await other.getByLabel(meeting.ownerLabel).fill('Afdelingslederen');
		await other.getByRole('button', { name: meeting.saveNotes }).click();
		await other.getByText(meeting.conflictTitle).waitFor();
		await other.getByText('Vi skærer to møder væk <b>nu</b>.').waitFor();
		assert.equal(await other.getByLabel(meeting.ownerLabel).inputValue(), 'Afdelingslederen');
		await checkPage(other);
	});

	await t.test('the meeting is planned, then held, and the round says so', async () => {
		await page.goto(pack);
		await page.getByRole('button', { name: meeting.plan }).click();
		await page.getByRole('alert').getByText(meeting.problems['when-missing']).waitFor();
		const agreed = 'Ledermødet slutter altid til tiden.';
		await page.getByLabel(meeting.agreementLabel).fill(agreed);
		await page.getByLabel(meeting.dayLabel, { exact: true }).fill(dayFromNow(9));
		await page.getByLabel(meeting.timeLabel, { exact: true }).fill('13.30');
		await page.getByLabel(meeting.placeLabel).fill('Lokale 3');
		await page.getByRole('button', { name: meeting.plan }).click();
		await page.getByRole('link', { name: meeting.addToCalendar }).waitFor();
		assert.match(
			(await download(page, meeting.addToCalendar)).toString('utf8'),
			/TZID=Europe\/Copenhagen:\d{8}T133000/
		);
		await page.getByRole('button', { name: meeting.markHeld }).click();
		await page.getByRole('alert').getByText(meeting.problems['took-part-not-a-number']).waitFor();
		await page.getByLabel(meeting.tookPartLabel).fill('7');
		await page.getByLabel(meeting.rolesLabel).fill('afsnitsledere');
		await page.locator('label[for=representative-1]').click();
		await page.getByRole('button', { name: meeting.markHeld }).click();
		await page.getByText(meeting.heldSaved).waitFor();
		assert.equal(await page.getByLabel(meeting.agreementLabel).inputValue(), agreed, 'no other button loses it');
		await page.getByText('med 7 deltagere (afsnitsledere)').waitFor();

		const asked = (await mailbox.receive(1, 'department-1-ward-1@example.org')).at(0);
		assert.match(asked?.subject ?? '', /Dialogmøde/);

		const lead = await (await newDesktop()).newPage();
		await signIn(lead, site, mailbox, 'lead@example.org');
		await lead.goto(`${site.url}/rounds/${roundId}`);
		await lead.getByRole('link', { name: meeting.listTitle }).click();
		await lead.getByRole('heading', { level: 1, name: meeting.listTitle }).waitFor();
		await checkPage(lead);
		const rows = lead.locator('tbody tr').filter({ has: lead.getByText(meeting.state.held, { exact: true }) });
		assert.equal(await rows.count(), 1);
		await takePicture(lead, 'dialogues-of-a-round');
	});
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

/** The small organisation with a released round, written where the site will find it. */
async function addRound(dataDirectory: string): Promise<string> {
	const read = readSettings({ DATA_DIR: dataDirectory, SECRET: 'a secret for tests that is long enough' });
	if (read.kind === 'wrong') return assert.fail(read.problems[0]?.reason);
	const { context, close } = await openContext(read.settings, silentLog);
	const { organisationId, roundId, lead } = await addReleasedRound(context);
	await context.db
		.insertInto('memberships')
		.values({
			organisation_id: organisationId,
			email: lead.email,
			role: 'programme-lead',
			granted_at: context.now()
		})
		.execute();
	// The letter that a release makes is not what this journey is about.
	await context.db.deleteFrom('mails').execute();
	await close();
	return roundId;
}

async function download(page: Page, name: string): Promise<Buffer> {
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
	return readFileSync(await file.path());
}
