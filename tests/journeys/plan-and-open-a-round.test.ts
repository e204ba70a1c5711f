import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { checkPage, openBrowser, tabTo } from '../support/browser.ts';
import { linkIn, startMailbox } from '../support/mailbox.ts';
import { startSite } from '../support/site.ts';
import { leaders } from './made-up-hospital.ts';
import { answer, da, dayFromNow, importHospital, openHospitalRound, setUp } from './steps.ts';

test('a programme lead plans a round, sees the groups and opens it, and every leader gets one personal link', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	await setUp(page, site);
	await importHospital(page, site);

	await page.goto(`${site.url}/rounds/new`);
	await checkPage(page);
	await page.getByRole('button', { name: da.rounds.plan }).click();
	await page.getByRole('alert').getByText(da.rounds.problems['name-missing']).waitFor();
	await checkPage(page);
	await tabTo(page, page.getByLabel(da.rounds.nameLabel));
	await page.keyboard.type('Efterår');
	await page.getByLabel(da.rounds.closesLabel).fill(dayFromNow(14));
	await tabTo(page, page.getByRole('button', { name: da.rounds.plan }));
	await page.keyboard.press('Enter');

	await page.getByRole('heading', { name: da.rounds.previewTitle }).waitFor();
	await checkPage(page);
	const groups = page.getByRole('table').getByRole('row');
	const sizes = await groups.locator('td.number').allInnerTexts();
	assert.equal(
		sizes.reduce((sum, size) => sum + Number(size), 0),
		leaders.length,
		'everybody is in exactly one group'
	);
	assert.ok(
		sizes.every((size) => Number(size) >= 8),
		`no group is smaller than eight: ${sizes.join(', ')}`
	);
	assert.equal(mailbox.mails.length, 0, 'nobody is asked before the round opens');

	await tabTo(page, page.getByRole('button', { name: da.rounds.open }));
	await page.keyboard.press('Enter');
	await page.getByText(da.rounds.outcomes.opened(leaders.length)).waitFor();
	await checkPage(page);
	const mails = await mailbox.receive(leaders.length);
	assert.deepEqual(mails.map((mail) => mail.to).sort(), leaders.map((leader) => leader.email).sort());
	const links = mails.map((mail) => linkIn(mail, '/answer/'));
	assert.equal(new Set(links).size, leaders.length, 'no two leaders have the same link');
	assert.ok(
		links.every((link) => new URL(link).hash.length > 20 && new URL(link).search === ''),
		'the personal part is never sent to a server'
	);

	// What a manager will be able to see is open to everybody before they answer.
	const visitor = await (await newDesktop()).newPage();
	await visitor.goto(linkIn(mails[0] ?? assert.fail(), '/rounds/'));
	await checkPage(visitor);
});

test('an open round shows counts and no names, and one reminder goes to those who have not collected', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop } = await openBrowser(t);
	const context = await newDesktop();
	const page = await context.newPage();
	const { roundId, invitations } = await openHospitalRound(page, site, mailbox);

	const [first, second] = invitations;
	assert.ok(first && second);
	const survey = await context.newPage();
	await survey.goto(linkIn(first, '/answer/'));
	const item = await survey.locator('fieldset[data-item]').first().getAttribute('data-item');
	assert.ok(item);
	await answer(first, { [item]: 3 });
	await answer(second, { [item]: 4 });

	await page.goto(`${site.url}/rounds/${roundId}`);
	const shown = await page.locator('main').innerText();
	assert.match(shown, /21/);
	for (const leader of leaders)
		assert.ok(!shown.includes(leader.email) && !shown.includes(`${leader.name}\n`), `${leader.name} is not named`);
	await checkPage(page);

	// Two tabs that both still show the button.
	const other = await context.newPage();
	await other.goto(`${site.url}/rounds/${roundId}`);
	await page.getByRole('button', { name: da.rounds.remind }).click();
	await page.getByText(da.rounds.outcomes.reminded, { exact: true }).waitFor();
	await other.getByRole('button', { name: da.rounds.remind }).click();
	await other.getByText(da.rounds.outcomes['already-reminded']).waitFor();
	await checkPage(other);

	const all = await mailbox.receive(21 + 19);
	await wait(4_000); // longer than the mail job's turn: a second reminder would have come
	assert.equal(mailbox.mails.length, all.length);
	const reminded = all.slice(21).map((mail) => mail.to);
	assert.equal(new Set(reminded).size, 19);
	assert.ok(!reminded.includes(first.to) && !reminded.includes(second.to), 'who has collected is not reminded');
	const again = all.slice(21).find((mail) => mail.to === invitations[2]?.to);
	assert.equal(
		again && linkIn(again, '/answer/'),
		linkIn(invitations[2] ?? assert.fail(), '/answer/'),
		'the reminder carries the same link'
	);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('a second start opens the same data, and nothing is sent again', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	const { roundId } = await openHospitalRound(page, site, mailbox);

	await site.stop();
	await site.start();
	await page.goto(`${site.url}/rounds/${roundId}`);
	await page.getByText(da.rounds.openTitle, { exact: true }).waitFor();
	await page.goto(`${site.url}/organisation`);
	await page.getByText(da.organisation.counts(21, 21)).waitFor();
	await wait(4_000);
	assert.equal(mailbox.mails.length, 21);
});

test('where the key is lost the words on paper open the box, and wrong ones are told at the field and stay', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	const { roundId } = await openHospitalRound(page, site, mailbox);
	await page.goto(`${site.url}/rounds/${roundId}/key`);
	const words = (await page.locator('ol[translate="no"] li').allInnerTexts()).join(' ');

	rmSync(join(site.dataDirectory, 'round-keys', `${roundId}.key`));
	await page.goto(`${site.url}/rounds/${roundId}`);
	await page.getByRole('button', { name: da.rounds.close }).click();
	const field = page.getByLabel(da.roundKey.wordsLabel);
	await field.fill('zebra zebra');
	await page.getByRole('button', { name: da.roundKey.openBox }).click();
	const summary = page.getByRole('alert');
	await summary.getByRole('link', { name: da.roundKey.problems['words-wrong'] }).waitFor();
	assert.ok(await summary.evaluate((element) => element === document.activeElement));
	assert.equal(await field.inputValue(), 'zebra zebra');
	assert.equal(await field.getAttribute('aria-invalid'), 'true');
	await checkPage(page);

	await field.fill(words);
	await page.getByRole('button', { name: da.roundKey.openBox }).click();
	const done = page.getByRole('status').getByText(da.rounds.outcomes.closed, { exact: true });
	await done.waitFor();
	assert.match((await page.locator(':focus').textContent()) ?? '', new RegExp(da.rounds.outcomes.closed));
	await page.getByText(da.roundKey.shred).waitFor();
	await page.getByRole('link', { name: da.manifest.linkTitle }).waitFor();
	await checkPage(page);
});
