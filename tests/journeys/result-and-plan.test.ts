import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openContext } from '#server/context.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings } from '#server/settings.ts';
import { sendCheckIns } from '#server/use-cases/plans/send-check-ins.ts';
import { checkPage, openBrowser, tabTo } from '../support/browser.ts';
import { linkIn, startMailbox, type Mailbox } from '../support/mailbox.ts';
import { startSite, type Site } from '../support/site.ts';
import { leaders, medicalHead, wardLeader } from './made-up-hospital.ts';
import { answer, da, dayFromNow, openHospitalRound, readQuestions, signIn } from './steps.ts';

test('after the release a manager sees the group beside recommendations with their studies, and decides a plan', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop, newPhone } = await openBrowser(t);
	const lead = await (await newDesktop()).newPage();
	const { roundId, invitations } = await openHospitalRound(lead, site, mailbox);

	const survey = await (await newPhone()).newPage();
	await survey.goto(linkIn(invitations[0] ?? assert.fail(), '/answer/'));
	const questions = await readQuestions(survey);
	const onFirstPage = new Set(
		await survey.locator('[data-page="0"] fieldset').evaluateAll((fields) => fields.map((field) => field.id))
	);
	for (const [person, invitation] of invitations.slice(0, 19).entries()) {
		// Everybody is strained by what the first page asks about; the rest varies from person to person and question to question.
		const answers = questions.map(({ item, values }, index) => {
			const sorted = values.toSorted((a, b) => a - b);
			const position = onFirstPage.has(item) ? sorted.length - 1 - (person % 2) : 1 + ((person * 7 + index * 3) % 3);
			return [item, sorted[position] ?? 0] as const;
		});
		await answer(invitation, Object.fromEntries(answers));
	}

	await lead.goto(`${site.url}/rounds/${roundId}`);
	await lead.getByRole('button', { name: da.rounds.close }).click();
	await lead.getByText(da.rounds.closedText(19)).waitFor();
	await checkPage(lead);
	await lead.getByRole('button', { name: da.rounds.release }).click();
	await lead.getByText(da.rounds.outcomes.released, { exact: true }).waitFor();
	await lead.goBack();
	await lead.goto(`${site.url}/rounds/${roundId}`);
	await lead.getByRole('link', { name: da.rounds.seeResult }).click();
	await lead.getByRole('heading', { level: 1, name: da.results.title }).waitFor();
	await checkPage(lead);

	// The manager of nine ward leaders.
	const context = await newDesktop();
	const page = await context.newPage();
	await signIn(page, site, mailbox, medicalHead.email);
	// Who leads one group begins with it, and the breadcrumb leads to the overview.
	await page.goto(`${site.url}/results`);
	await page.getByRole('heading', { name: da.results.recommendationsTitle }).waitFor();
	await page
		.getByRole('navigation', { name: da.ui.navigation.breadcrumbs })
		.getByRole('link', { name: da.results.title })
		.click();
	await page.getByRole('heading', { level: 1, name: da.results.title }).waitFor();
	await checkPage(page);
	await page.getByRole('table').first().getByRole('link').filter({ hasText: 'Medicinsk Afdeling' }).last().click();
	await page.getByRole('heading', { name: da.results.recommendationsTitle }).waitFor();
	await checkPage(page);
	const shown = await page.locator('main').innerText();
	assert.doesNotMatch(shown, /\b(din|jeres) (leder)?gruppe\b/i, 'a pool is not called your group');
	assert.doesNotMatch(shown, /\b(NaN|undefined|null)\b/);
	for (const name of [wardLeader.name, medicalHead.name]) assert.ok(!shown.includes(name));
	assert.equal(await page.locator('script[src]').count(), 0, 'nothing has to be run to read a result');
	const group = page.url();

	// Each recommendation says why, and its studies are one click away.
	const card = page.locator('li', { has: page.getByRole('link', { name: da.results.addToPlan }) }).first();
	assert.match(await card.innerText(), /Fordi .* ligger på \d+.*(studie|oversigt)/s);
	await tabTo(page, card.getByRole('link', { name: /studie/ }), { most: 200 });
	await page.keyboard.press('Enter');
	await page.waitForURL(/\/interventions\/[^#]+#studies$/);
	assert.ok((await page.locator('main a[href^="/studies/"]').count()) > 0);
	await checkPage(page);
	await page.locator('main a[href^="/studies/"]').first().click();
	await page.waitForURL(/\/studies\//);
	await checkPage(page);

	// A plan begins with the recommendation.
	await page.goto(group);
	await page.getByRole('link', { name: da.results.addToPlan }).first().click();
	await page.getByRole('heading', { level: 1, name: da.plans.newTitle }).waitFor();
	await checkPage(page);
	const title = await page.getByLabel(da.plans.nameLabel).inputValue();
	assert.notEqual(title, '');
	await page.getByRole('button', { name: da.plans.save }).click();
	await page.getByRole('alert').getByText(da.plans.problems['owner-missing']).waitFor();
	await checkPage(page);
	await page.getByLabel(da.plans.ownerLabel).first().fill('<b>Direktionen</b>');
	await page.getByLabel(da.plans.dueLabel).first().fill(dayFromNow(60));
	await page.getByRole('button', { name: da.plans.save }).click();
	await page.getByText(da.plans.saved).waitFor();
	assert.ok((await page.locator('main').innerText()).includes('<b>Direktionen</b>'), 'markup is shown as text');
	await checkPage(page);
	await page.getByRole('button', { name: da.plans.markDone }).click();
	await page.getByRole('button', { name: da.plans.markNotDone }).waitFor();

	await decidePlanOfOneself(page, group);
	await page.getByText(da.plans.onlyIndividual).waitFor();
	await checkPage(page);
	await page.goto(`${site.url}/plans`);
	await page.getByRole('link', { name: title }).waitFor();
	assert.equal(await page.getByText(da.plans.onlyIndividualShort).count(), 1, 'one of two plans is flagged');
	await checkPage(page);
	await page.goto(group);
	await page.getByText(da.plans.onlyIndividualShort).waitFor();

	await proposeUpward(page, site, mailbox, title);
	await answerByLink(site, mailbox, await (await newPhone()).newPage());
	await page.goto(`${site.url}/plans`);
	await page.getByText(da.plans.forYou.stuck('Bedre nætter', ownStep)).waitFor();
	await checkPage(page);

	// What is not the manager's stays closed.
	for (const path of [`/rounds/${roundId}`, '/organisation', '/rounds/new', '/outbox', '/operation']) {
		assert.equal((await page.goto(`${site.url}${path}`))?.status(), 403, path);
		await page.getByText(da.site.errors.forbidden).waitFor();
	}
	await checkPage(page);
	const stranger = await (await newDesktop()).newPage();
	for (const path of [new URL(group).pathname, '/results', '/plans', '/proposals']) {
		const response = await stranger.goto(`${site.url}${path}`);
		assert.ok(response?.status() === 403, `${path} without signing in: ${response?.status()}`);
		assert.doesNotMatch(await stranger.locator('main').innerText(), /Medicinsk/);
	}
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

const ownStep = 'En øvelse i at slippe arbejdet';

async function decidePlanOfOneself(page: Page, group: string): Promise<void> {
	await page.goto(group);
	await page.getByRole('link', { name: da.results.decide, exact: true }).click();
	await page.getByLabel(da.plans.nameLabel).fill('Bedre nætter');
	// Where nothing weighs in the answers that were given, no factor is suggested.
	await page.getByLabel(da.plans.factorLabel).selectOption('coping');
	await page.getByLabel(da.plans.stepLabel).first().fill(ownStep);
	await page.getByLabel(da.plans.levelLabel).first().selectOption('individual');
	await page.getByLabel(da.plans.ownerLabel).first().fill(medicalHead.name);
	await page.getByLabel(da.plans.dueLabel).first().fill(dayFromNow(4));
	await page.getByRole('button', { name: da.plans.save }).click();
	await page.getByText(da.plans.saved).waitFor();
}

/** A cause above the group goes to whoever has the mandate, who is written to. */
async function proposeUpward(page: Page, site: Site, mailbox: Mailbox, plan: string): Promise<void> {
	const above = leaders[0]?.email ?? assert.fail();
	const before = mailbox.mails.filter((mail) => mail.to === above).length;
	await page.goto(`${site.url}/plans`);
	await page.getByRole('link', { name: plan, exact: true }).click();
	await page.getByRole('link', { name: da.plans.propose }).click();
	await page.getByRole('button', { name: da.proposals.send }).click();
	await page.getByRole('alert').getByText(da.proposals.problems['title-missing']).waitFor();
	await checkPage(page);
	await page.getByLabel(da.proposals.titleLabel).fill('Færre indberetninger');
	await page.getByLabel(da.proposals.reasonLabel).fill('Tre bruges ikke af nogen.');
	await page.getByRole('button', { name: da.proposals.send }).click();
	await page.getByText(da.proposals.sent).waitFor();
	await checkPage(page);
	const letters = await mailbox.receive(before + 1, above);
	assert.ok(letters.some((mail) => mail.text.includes('Færre indberetninger')));
	await page.goto(`${site.url}/proposals`);
	await page.getByRole('link', { name: 'Færre indberetninger' }).waitFor();
	await checkPage(page);
}

/** The owner of a step answers from the mail, without signing in; a scanner that opens the link changes nothing. */
async function answerByLink(site: Site, mailbox: Mailbox, phone: Page): Promise<void> {
	const before = mailbox.mails.filter((mail) => mail.to === medicalHead.email).length;
	await site.stop();
	await askTomorrow(site);
	await site.start();
	const letter = (await mailbox.receive(before + 1, medicalHead.email)).at(-1) ?? assert.fail();
	const link = linkIn(letter, '/check-in/');
	assert.doesNotMatch(await (await fetch(link)).text(), new RegExp(ownStep), 'a scanner is told nothing');
	// So soon after it was sent a scanner may have opened it: the page asks for a press.
	await phone.goto(link);
	await phone.getByText(da.checkIn.toPress['just-sent']).waitFor();
	await checkPage(phone);
	await phone.getByRole('button', { name: da.checkIn.answers.done }).click();
	await phone.getByText(da.checkIn.recorded.done).waitFor();
	await checkPage(phone);
	await phone.getByText(da.checkIn.answers.stuck, { exact: true }).click();
	await phone.getByLabel(da.checkIn.remarkLabel).fill('Der mangler et lokale');
	await phone.getByRole('button', { name: da.checkIn.save }).click();
	await phone.getByText(da.checkIn.recorded.stuck).waitFor();
	assert.ok(!phone.url().includes('#'), 'going back answers nothing anew');
}

/** Nobody waits a day for a letter: the job is run on the site's own data with tomorrow's clock. */
async function askTomorrow(site: Site): Promise<void> {
	const read = readSettings({ DATA_DIR: site.dataDirectory, PORT: String(site.port) });
	assert.ok(read.kind !== 'wrong');
	const { context, close } = await openContext(read.settings, silentLog);
	const tomorrow = new Date(Date.now() + 86_400_000);
	try {
		await sendCheckIns({ ...context, now: () => tomorrow }, { kind: 'system', organisationId: '' });
	} finally {
		await close();
	}
}
