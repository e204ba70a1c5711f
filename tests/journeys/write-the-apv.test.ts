import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkPage, openBrowser } from '../support/browser.ts';
import { linkIn, startMailbox } from '../support/mailbox.ts';
import { readDocx } from '../support/read-docx.ts';
import { startSite } from '../support/site.ts';
import { organisationName } from './made-up-hospital.ts';
import { answer, da, dayFromNow, openHospitalRound, readQuestions } from './steps.ts';

const texts = da.apv;

test('a programme lead writes the APV from a release, is refused the absence of few, and takes it home as PDF and Word', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop, newPhone } = await openBrowser(t);
	const desk = await newDesktop({ acceptDownloads: true });
	const page = await desk.newPage();
	const { roundId, invitations } = await openHospitalRound(page, site, mailbox);
	const survey = await (await newPhone()).newPage();
	await survey.goto(linkIn(invitations[0] ?? assert.fail(), '/answer/'));
	const questions = await readQuestions(survey);
	await Promise.all(
		invitations.slice(0, 20).map((invitation, person) =>
			answer(
				invitation,
				Object.fromEntries(
					questions.map(({ item, values }, index) => {
						const sorted = values.toSorted((a, b) => a - b);
						return [item, sorted[(person * 7 + index * 3) % sorted.length] ?? 0];
					})
				)
			)
		)
	);
	await page.goto(`${site.url}/rounds/${roundId}`);
	await page.getByRole('button', { name: da.rounds.close }).click();
	await page.getByText(da.rounds.closedText(20)).waitFor();
	await page.getByRole('button', { name: da.rounds.release }).click();
	await page.getByText(da.rounds.outcomes.released, { exact: true }).waitFor();

	// It begins, and a name that is missing is told at its field.
	await page.goto(`${site.url}/apv`);
	await page.getByText(texts.clock.never).waitFor();
	await checkPage(page);
	await page.getByRole('button', { name: texts.begin }).click();
	await page.getByRole('alert').getByText(texts.problems['title-missing']).waitFor();
	await page.getByLabel(texts.nameLabel).fill('APV <i>2026</i>');
	await page.getByRole('button', { name: texts.begin }).click();
	await page.getByRole('heading', { level: 2, name: texts.steps.mapping }).waitFor();
	await page.getByRole('table', { name: texts.mapping.tableCaption }).waitFor();
	await checkPage(page);
	const draft = new URL(page.url()).pathname;

	// A text that is too long is told, and nothing is lost.
	await page.getByLabel(texts.mapping.conclusionLabel).fill('x'.repeat(4001));
	await page.getByLabel(texts.mapping.otherLabel).fill('Støj i modtagelsen');
	await page.getByRole('button', { name: texts.saveAndNext }).click();
	await page.getByRole('alert').getByText(texts.problems['text-too-long']).waitFor();
	assert.equal(await page.getByLabel(texts.mapping.otherLabel).inputValue(), 'Støj i modtagelsen');
	// No button loses what is written beside it.
	await page.getByLabel(texts.mapping.conclusionLabel).fill('Mængden af arbejde er det tungeste.');
	await page.getByLabel(texts.remarks.label).fill('Udvalget er enigt.');
	await page.getByRole('button', { name: texts.remarks.add }).click();
	await page.getByText(texts.remarks.added).waitFor();
	assert.equal(
		await page.getByLabel(texts.mapping.conclusionLabel).inputValue(),
		'Mængden af arbejde er det tungeste.'
	);
	await page.getByRole('button', { name: texts.saveAndNext }).click();
	await page.getByRole('heading', { level: 2, name: texts.steps.absence }).waitFor();

	// The list came today: who was there last year is not known, so the figure could be about a few, and is refused.
	await page.getByLabel(texts.absence.assessmentLabel).fill('Vi kan ikke se en sammenhæng.');
	await enterAbsence(page, [texts.absence.wholeUnit(organisationName)], '120');
	await page.getByRole('alert').getByText('stod kun 0 ledere på jeres liste').first().waitFor();
	assert.equal(await page.getByLabel(texts.absence.daysLabel).inputValue(), '120');
	await checkPage(page);
	// Another branch is looked at: what is chosen and filled in stays, and who goes on without mending it is asked.
	const days = page.getByLabel(texts.absence.daysLabel);
	const whole = page.getByRole('checkbox', { name: new RegExp(`^${texts.absence.wholeUnit(organisationName)} \\(`) });
	await page.getByLabel(texts.absence.assessmentLabel).fill('Vi kan ikke se nogen sammenhæng.');
	await page.getByText(`${texts.absence.below} …`).click();
	await page.locator('#absence-form details button').first().click();
	await page.getByText(texts.absence.chosenElsewhere).waitFor();
	assert.equal(await days.inputValue(), '120');
	assert.ok(await whole.isChecked(), 'the unit of the other branch');
	await checkPage(page);
	const mapping = page.getByRole('button', { name: texts.steps.mapping });
	await mapping.click();
	await page.getByText(texts.leave.title).waitFor();
	assert.equal(await days.inputValue(), '120');
	await page.getByRole('link', { name: texts.leave.anyway }).click();
	await page.getByRole('heading', { level: 2, name: texts.steps.mapping }).waitFor();

	// A part is left by any way: its text is saved, and who only leafs through saves nothing.
	await page.getByLabel(texts.mapping.methodLabel).fill('Dialogmøder i alle afdelinger');
	await page.getByRole('button', { name: texts.steps.absence }).click();
	await page.getByText(texts.saved, { exact: true }).waitFor();
	assert.equal(await page.getByLabel(texts.absence.assessmentLabel).inputValue(), 'Vi kan ikke se nogen sammenhæng.');
	await mapping.click();
	await page.getByRole('heading', { level: 2, name: texts.steps.mapping }).waitFor();
	assert.equal(await page.getByText(texts.saved, { exact: true }).count(), 0, 'nothing was changed');
	assert.equal(await page.getByLabel(texts.mapping.methodLabel).inputValue(), 'Dialogmøder i alle afdelinger');
	const phone = await (await newPhone({ storageState: await desk.storageState() })).newPage();
	await phone.goto(`${site.url}${draft}?step=absence`);
	await checkPage(phone);
	await page.goto(`${site.url}${draft}?step=absence`);
	assert.equal(await page.getByLabel(texts.absence.assessmentLabel).inputValue(), 'Vi kan ikke se nogen sammenhæng.');
	await page.getByRole('button', { name: texts.saveAndNext }).click();
	await page.getByLabel(texts.plan.priorityLabel).fill('Først mødernes antal.');
	await page.getByRole('button', { name: texts.saveAndNext }).click();
	await page.getByLabel(texts.followUp.whoLabel).fill('Programlederen');
	await page.getByLabel(texts.followUp.whenLabel).fill('Hver tredje måned');
	await page.getByLabel(texts.followUp.lateLabel).fill('Direktionen tager det op');
	await page.getByRole('button', { name: texts.saveAndNext }).click();
	await page.getByLabel(texts.log.heldOnLabel).fill(dayFromNow(-1));
	await page.getByLabel(texts.log.whatLabel).fill('Drøftede resultatet');
	await page.getByLabel(texts.log.whoLabel).fill('Arbejdsmiljørepræsentant');
	await page.getByRole('button', { name: texts.log.add }).click();
	await page.getByText(texts.log.added).waitFor();
	await checkPage(page);
	await page.getByRole('button', { name: texts.steps.finish }).click();
	await page.getByText(texts.finish.ready).waitFor();
	await checkPage(page);
	await page.getByRole('button', { name: texts.finish.button }).click();
	await page.getByText(texts.finish.done, { exact: true }).waitFor();
	await checkPage(page);

	const pdf = await download(page, texts.finish.pdf);
	assert.equal(pdf.toString('latin1', 0, 5), '%PDF-');
	const word = readDocx(await download(page, texts.finish.docx));
	assert.equal(word.language, 'da-DK');
	for (const told of ['APV <i>2026</i>', 'Støj i modtagelsen', 'Drøftede resultatet', 'Hver tredje måned'])
		assert.ok(`${word.title}\n${word.text}`.includes(told), told);
	await page.goto(`${site.url}${draft}`);
	assert.equal(await page.getByRole('button', { name: texts.save, exact: true }).count(), 0, 'nothing can be changed');
	await page.goto(`${site.url}/apv`);
	assert.equal(await page.getByText(texts.clock.never).count(), 0);

	// The overview of the programme, on paper too.
	await page.goto(`${site.url}/programme`);
	await page.getByRole('heading', { name: da.programme.causes.title }).waitFor();
	await checkPage(page);
	await phone.goto(`${site.url}/programme`);
	await checkPage(phone);
	const overview = await download(page, da.programme.pdf);
	assert.equal(overview.toString('latin1', 0, 5), '%PDF-');
	const shown = await page.locator('main').innerText();
	assert.doesNotMatch(shown, /\b(NaN|undefined|null)\b/);

	const stranger = await (await newDesktop()).newPage();
	for (const path of ['/apv', draft, `${draft}/pdf`, `${draft}/docx`, '/programme', '/programme/pdf'])
		assert.equal((await stranger.request.get(`${site.url}${path}`)).status(), 403, path);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

/** The whole row of a choice is the label, which lies over the box. */
async function enterAbsence(page: Page, sets: readonly string[], days: string): Promise<void> {
	for (const name of sets)
		await page.getByRole('checkbox', { name: new RegExp(`^${name} \\(`) }).check({ force: true });
	await page.getByLabel(texts.absence.fromLabel).fill('2025-01-01');
	await page.getByLabel(texts.absence.toLabel).fill('2025-12-31');
	await page.getByLabel(texts.absence.daysLabel).fill(days);
	await page.getByRole('button', { name: texts.absence.add }).click();
}

async function download(page: Page, link: string): Promise<Buffer> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: link, exact: true }).click()
	]);
	return readFileSync(await file.path());
}
