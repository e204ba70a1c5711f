import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { writeBase64url } from '#domain/ballot/base64url.ts';
import { readFragment } from '#domain/ballot/code.ts';
import { deriveRoundKeys } from '#ui/leader-key/derive.ts';
import { leaderKeyStore, newLeaderKey } from '#ui/leader-key/key.ts';
import { sealProfile } from '#ui/leader-key/seal-profile.ts';
import { checkPage, openBrowser, tabTo, takePicture, type People } from '../support/browser.ts';
import { linkIn, startMailbox, type ReceivedMail } from '../support/mailbox.ts';
import { startSite, type Site } from '../support/site.ts';
import { da, en, openHospitalRound, readQuestions } from './steps.ts';

type OpenRound = {
	readonly site: Site;
	readonly people: People;
	readonly lead: Page;
	readonly roundId: string;
	readonly invitations: readonly ReceivedMail[];
};

test('a leader answers on a phone, one page at a time, and sees the profile at once', async () => {
	const { people, invitations, site } = await openRound();
	const phone = await people.newPhone();
	const { page } = await openInvitation(phone, invitations[0]);
	const requests = bodiesOf(phone);
	await page.locator('[data-step="intro"]').getByText(da.survey.group.together).waitFor();
	assert.match(await page.locator('[data-step="intro"] [data-part="invited"]').innerText(), /^\d+ ledere/);
	await checkPage(page);

	await page.getByRole('button', { name: da.survey.begin }).tap();
	const pages = await page.locator('[data-page]').count();
	assert.ok(pages >= 13, `${pages} pages: one for each factor at least`);
	assert.equal(await page.locator('[data-page]:visible').count(), 1);
	await checkPage(page, { isStep: true });
	await takePicture(page, 'survey-phone');
	for (let step = 0; step < pages; step++) {
		const current = page.locator(`[data-page="${step}"]`);
		await current.waitFor();
		await current.getByText(da.survey.progress(step + 1, pages), { exact: true }).waitFor();
		const questions = await current.locator('fieldset[data-item]').all();
		for (const [index, question] of questions.entries())
			await question
				.locator('label')
				.nth((step + index) % 5)
				.tap();
		await current.getByRole('button', { name: step + 1 < pages ? da.survey.next : da.survey.toReview }).tap();
	}
	await page.getByText(da.survey.reviewComplete).waitFor();
	await page.locator('[data-step="review"]').getByText(da.survey.group.together).waitFor();
	await checkPage(page, { isStep: true });
	const { token } = invitationOf(invitations[0]);
	assert.deepEqual(
		requests.posted.filter(({ path }) => !path.endsWith('/invitation')),
		[],
		'no answer leaves the phone before the leader sends'
	);

	// An impatient finger makes one response.
	await page.getByRole('button', { name: da.survey.send }).dblclick();
	await seeProfile(page);
	await page.getByRole('heading', { level: 1, name: da.profile.title }).waitFor();
	await checkPage(page);
	await takePicture(page, 'profile');
	const [collected, submitted, ...more] = requests.posted.filter(({ path }) => !path.endsWith('/invitation'));
	assert.deepEqual(more, []);
	assert.match(collected?.path ?? '', /\/collect$/);
	assert.match(submitted?.path ?? '', /\/submit$/);
	assert.ok(collected?.body.includes(token));
	assert.ok(!submitted?.body.includes(token), 'the answers travel without the invitation');
	const { blinded } = JSON.parse(collected?.body ?? '{}');
	assert.ok(!submitted?.body.includes(blinded), 'and without the value that was signed');
	assert.equal(submitted?.cookie, undefined, 'the answers travel without a cookie');
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('answers survive a closed tab, a lost connection, and are sent when the connection is back', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	const { page, link } = await openInvitation(phone, invitations[1]);
	await page.getByRole('button', { name: da.survey.begin }).tap();
	await page.locator('[data-page="0"] label').nth(1).tap();
	await page.locator('[data-page="0"]').getByRole('button', { name: da.survey.next }).tap();
	await phone.setOffline(true);
	await page.locator('[data-page="1"] label').nth(2).tap();
	await page.close();
	await phone.setOffline(false);

	const again = await phone.newPage();
	await again.goto(link);
	await again.locator('[data-page="1"]').waitFor();
	assert.ok(await again.locator('[data-page="1"] input').nth(2).isChecked(), 'the answer given offline is there');
	await again.locator('[data-page="1"]').getByRole('button', { name: da.survey.back }).tap();
	assert.ok(await again.locator('[data-page="0"] input').nth(1).isChecked());

	await goToReview(again);
	const skipped = (await again.locator('fieldset[data-item]').count()) - 2;
	await again.getByText(da.survey.reviewMissing(String(skipped)), { exact: true }).waitFor();
	await checkPage(again, { isStep: true });
	await phone.setOffline(true);
	await again.getByRole('button', { name: da.survey.send }).tap();
	await again.getByText(da.survey.messages.offline).waitFor();
	await checkPage(again, { isStep: true });
	await phone.setOffline(false);
	await seeProfile(again);
});

test('a leader answers from the keyboard alone', async () => {
	const { people, invitations } = await openRound();
	const { page } = await openInvitation(await people.newDesktop(), invitations[2]);
	await tabTo(page, page.getByRole('button', { name: da.survey.begin }));
	await page.keyboard.press('Enter');
	const pages = await page.locator('[data-page]').count();
	for (let step = 0; step < pages; step++) {
		const current = page.locator(`[data-page="${step}"]`);
		assert.ok(
			await current.locator('h2').evaluate((heading) => heading === document.activeElement),
			'a new page begins at its heading'
		);
		for (const question of await current.locator('fieldset[data-item]').all()) {
			await tabTo(page, question.locator('input').first());
			await page.keyboard.press('Space');
			await page.keyboard.press('ArrowDown');
			assert.ok(await question.locator('input').nth(1).isChecked());
		}
		await tabTo(page, current.getByRole('button', { name: step + 1 < pages ? da.survey.next : da.survey.toReview }));
		await page.keyboard.press('Enter');
	}
	await page.getByText(da.survey.reviewComplete).waitFor();
	await tabTo(page, page.getByRole('button', { name: da.survey.send }));
	await page.keyboard.press('Enter');
	await seeProfile(page);
	await page.getByRole('heading', { level: 1, name: da.profile.title }).waitFor();
});

test('two tabs of one invitation make one response, and a second device is told', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	const { page: first, link } = await openInvitation(phone, invitations[3]);
	const { page: second } = await openInvitation(phone, invitations[3]);
	await first.getByRole('button', { name: da.survey.begin }).tap();
	await first.locator('[data-page="0"] label').nth(0).tap();
	await second.getByRole('button', { name: da.survey.begin }).tap();
	await second
		.locator('[data-page="1"] label')
		.nth(0)
		.evaluate((label) => (label as HTMLElement).click());
	await goToReview(first);
	await goToReview(second);
	const send = '[data-send] button';
	await Promise.all(
		[first, second].map((page) => page.locator(send).evaluate((button) => (button as HTMLElement).click()))
	);
	await seeProfile(first);

	const { page: elsewhere } = await openInvitation(await people.newDesktop(), invitations[3]);
	await elsewhere.locator('[data-group]').first().waitFor();
	assert.equal(await elsewhere.getByText(da.survey.messages.alreadyCollected).isVisible(), false, 'not before it asks');
	await elsewhere.getByText(da.survey.continueThere).waitFor();
	await elsewhere.getByRole('button', { name: da.survey.begin }).click();
	await elsewhere.locator('[data-page="0"] label').nth(0).click();
	await goToReview(elsewhere);
	await elsewhere.getByRole('button', { name: da.survey.send }).click();
	await elsewhere.getByText(da.survey.messages.alreadyCollected).waitFor();
	await checkPage(elsewhere, { isStep: true });

	const later = await phone.newPage();
	await later.goto(link);
	await later.getByText(da.survey.alreadySent).waitFor();
	await checkPage(later, { isStep: true });
});

test('a connection lost between collecting and sending loses nothing: the tab that is opened again sends', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	const { page, link } = await openInvitation(phone, invitations[10]);
	await page.getByRole('button', { name: da.survey.begin }).tap();
	await page.locator('[data-page="0"] label').nth(2).tap();
	await goToReview(page);
	await phone.route('**/submit', (route) => route.abort());
	const collected = page.waitForResponse('**/collect');
	await page.getByRole('button', { name: da.survey.send }).tap();
	assert.equal((await collected).status(), 200);
	await page.getByText(da.survey.messages.offline).waitFor();
	await page.close();
	await phone.unroute('**/submit');

	const again = await phone.newPage();
	await again.goto(link);
	await seeProfile(again);
	await again.getByRole('heading', { level: 1, name: da.profile.title }).waitFor();
});

test('a leader goes on on another device, and both together make one response', async () => {
	const { people, invitations } = await openRound();
	const { page: phone } = await openInvitation(await people.newPhone(), invitations[11]);
	await phone.getByRole('button', { name: da.survey.begin }).tap();
	await phone.locator('[data-page="0"] label').nth(2).tap();
	await phone.getByText(da.survey.otherDevice.title, { exact: true }).tap();
	await phone.getByRole('button', { name: da.survey.otherDevice.make }).tap();
	await phone.getByRole('img', { name: da.survey.otherDevice.picture }).waitFor();
	await phone.getByRole('status').getByText(da.survey.otherDevice.ready).waitFor();
	assert.ok(await phone.locator('[data-picture]').evaluate((picture) => picture === document.activeElement));
	await checkPage(phone, { isStep: true });
	const carried = await phone.getByLabel(da.survey.otherDevice.link).inputValue();
	assert.ok(carried.length < 1500, `${carried.length} characters: a camera can read the code`);

	const desk = await people.newDesktop();
	const heard: string[] = [];
	desk.on('request', (request) => heard.push(`${request.url()} ${request.postData() ?? ''}`));
	const computer = await desk.newPage();
	await computer.goto(carried);
	await computer.getByRole('heading', { name: da.survey.confirm.title }).waitFor();
	await checkPage(computer, { isStep: true });
	const secret = new URL(carried).hash.slice(1);
	assert.ok(!computer.url().includes(secret), 'it is gone from the address bar');
	assert.deepEqual(await computer.evaluate(whatIsKept), { storage: 0, checked: 0 }, 'nothing of it is used yet');
	await computer.getByRole('button', { name: da.survey.confirm.yes }).click();
	await computer.getByText(da.survey.messages.arrived).waitFor();
	assert.ok(await computer.locator('[data-page="0"] input').nth(2).isChecked());
	await goToReview(computer);
	await computer.getByRole('button', { name: da.survey.send }).click();
	await seeProfile(computer);
	assert.ok(
		heard.every((request) => !request.includes(secret)),
		'it was never sent'
	);

	await goToReview(phone);
	await phone.getByRole('button', { name: da.survey.send }).tap();
	await phone.waitForURL(/\/profile\//);
});

test('a link that somebody else has made brings neither answers nor a ballot', async () => {
	const { people, invitations } = await openRound();
	const { page: theirs } = await openInvitation(await people.newPhone(), invitations[14]);
	await theirs.getByRole('button', { name: da.survey.begin }).tap();
	await theirs.locator('[data-page="0"] label').nth(2).tap();
	await theirs.getByText(da.survey.otherDevice.title, { exact: true }).tap();
	await theirs.getByRole('button', { name: da.survey.otherDevice.make }).tap();
	const planted = await theirs.getByLabel(da.survey.otherDevice.link).inputValue();
	const page = await (await people.newPhone()).newPage();
	await page.goto(planted);
	await page.getByRole('button', { name: da.survey.confirm.no }).tap();
	await page.getByText(da.survey.messages.declined).waitFor();
	await page.locator('[data-group]').first().waitFor();
	await checkPage(page);
	await page.getByRole('button', { name: da.survey.begin }).tap();
	await page.locator('[data-page="0"] label').nth(1).tap();
	const drafts = await page.evaluate(() => Object.values(localStorage).map((text) => JSON.parse(String(text))));
	assert.deepEqual(
		drafts.map(({ ballot, answers }) => [ballot, Object.keys(answers).length]),
		[[null, 1]]
	);
});

test('answers that lie on the other device already are not overwritten unasked', async () => {
	const { people, invitations } = await openRound();
	const { page: phone } = await openInvitation(await people.newPhone(), invitations[12]);
	await phone.getByRole('button', { name: da.survey.begin }).tap();
	await phone.locator('[data-page="0"] label').nth(2).tap();
	await phone.getByText(da.survey.otherDevice.title, { exact: true }).tap();
	await phone.getByRole('button', { name: da.survey.otherDevice.make }).tap();
	const carried = await phone.getByLabel(da.survey.otherDevice.link).inputValue();
	const desk = await people.newDesktop();
	const { page: before } = await openInvitation(desk, invitations[12]);
	await before.getByRole('button', { name: da.survey.begin }).click();
	await before.locator('[data-page="0"] label').nth(4).click();
	await before.close();
	const computer = await desk.newPage();
	await computer.goto(carried);
	await computer.getByRole('button', { name: da.survey.confirm.yes }).click();
	await computer.getByRole('heading', { name: da.survey.choose.title }).waitFor();
	await checkPage(computer, { isStep: true });
	await computer.getByRole('button', { name: da.survey.choose.here }).click();
	await computer.locator('[data-page="0"]').waitFor();
	assert.ok(await computer.locator('[data-page="0"] input').nth(4).isChecked());
	await goToReview(computer);
	await computer.getByRole('button', { name: da.survey.send }).click();
	await seeProfile(computer);

	// The phone has the same ballot and other answers: the first ones count, and it is told.
	await goToReview(phone);
	await phone.getByRole('button', { name: da.survey.send }).tap();
	await phone.getByText(da.survey.messages.used).waitFor();
});

test('a browser that keeps nothing is told so, and can still send', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	await phone.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('denied', 'SecurityError');
			}
		});
	});
	const { page } = await openInvitation(phone, invitations[13]);
	await page.getByText(da.survey.messages.notSaved).waitFor();
	await page.getByRole('button', { name: da.survey.begin }).tap();
	await page.locator('[data-page="0"] label').nth(1).tap();
	await goToReview(page);
	await page.getByRole('button', { name: da.survey.send }).tap();
	await page.getByRole('heading', { name: da.survey.alreadySentTitle }).waitFor();
	assert.equal(await page.getByRole('link', { name: da.survey.seeProfile }).count(), 0);
	responses += 1;
});

test('a browser that cannot seal is told so, and sends nothing', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	await phone.addInitScript(() => {
		delete (Crypto.prototype as { subtle?: SubtleCrypto }).subtle;
	});
	const { page } = await openInvitation(phone, invitations[14]);
	const requests = bodiesOf(phone);
	await page.getByText(da.survey.messages.noCrypto).waitFor();
	await page.getByRole('button', { name: da.survey.begin }).tap();
	await page.locator('[data-page="0"] label').nth(1).tap();
	await goToReview(page);
	await page.getByRole('button', { name: da.survey.send }).tap();
	await page.getByText(da.survey.messages.noCrypto).waitFor();
	assert.deepEqual(requests.posted, []);
});

test('a manifest that is not the one in the invitation is refused before anything is blinded', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	// What a server would have to do to give one leader a key that nobody else has.
	await phone.route('**/manifest', async (route) => {
		const response = await route.fetch();
		const text = await response.text();
		await route.fulfill({ response, body: text.replace(/"invited":\d+/, '"invited":99') });
	});
	const { page } = await openInvitation(phone, invitations[15]);
	const requests = bodiesOf(phone);
	const sentence = page.getByText(`${da.survey.manifestProblems['hash-differs']} ${da.survey.manifestRefusal}`);
	await sentence.waitFor();
	await checkPage(page);
	await page.getByRole('button', { name: da.survey.begin }).tap();
	await page.locator('[data-page="0"] label').nth(1).tap();
	await goToReview(page);
	await page.getByRole('button', { name: da.survey.send }).tap();
	await sentence.waitFor();
	assert.deepEqual(
		requests.posted.filter(({ path }) => !path.endsWith('/invitation')),
		[]
	);
	assert.equal(await page.locator('[data-group]:visible').count(), 0);
});

test('after a typed code the leader compares, and the first list is kept: another one later is refused', async () => {
	const { people, invitations, roundId } = await openRound();
	const phone = await people.newPhone();
	const { token, manifestHash } = invitationOf(invitations[15]);
	const link = linkIn(invitations[15] ?? assert.fail(), '/answer/').replace(/#.*/, `#${token}`);
	const page = await phone.newPage();
	await page.goto(link);
	const compare = page.locator('[data-step="intro"] [data-compare]');
	await compare.waitFor();
	const keptHash = () =>
		page.evaluate(() => Object.values(localStorage).map((text) => JSON.parse(String(text)).manifestHash));
	assert.deepEqual(await keptHash(), [manifestHash]);
	const whoSees = page.getByRole('link', { name: da.survey.visibilityLink });
	assert.match((await whoSees.getAttribute('href')) ?? '', new RegExp(`^/rounds/${roundId}/visibility\\?group=.+`));
	await page.reload();
	await compare.waitFor();
	await phone.route('**/manifest', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: (await response.text()).replace(/"invited":\d+/, '"invited":99') });
	});
	await page.reload();
	await page.getByText(da.survey.manifestProblems['hash-differs']).waitFor();
	assert.deepEqual(await keptHash(), [manifestHash]);
});

test('a list with other rules than the page tells is refused', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	await phone.route('**/answer/*', async (route) => {
		const response = await route.fetch();
		await route.fulfill({
			response,
			body: (await response.text()).replace('data-threshold="5"', 'data-threshold="9"')
		});
	});
	const { page } = await openInvitation(phone, invitations[15]);
	await page.getByText(da.survey.manifestProblems['other-rules']).waitFor();
	assert.equal(await page.locator('[data-group]:visible').count(), 0);
});

test('a shared screen keeps nothing: not after sending, and not when somebody walks away', async () => {
	const { people, invitations } = await openRound();
	const kiosk = await people.newDesktop();
	const { page, link } = await openInvitation(kiosk, invitations[16], '?kiosk');
	await page.getByText(da.survey.kioskIntro(8)).waitFor();
	await page.locator('.is-live').waitFor();
	const { token } = invitationOf(invitations[16]);
	assert.ok(!page.url().includes(token), 'the code is gone from the address bar');
	await page.getByRole('button', { name: da.survey.begin }).click();
	await page.locator('[data-page="0"] label').nth(1).click();
	await goToReview(page);
	await page.getByRole('button', { name: da.survey.send }).click();
	await page.getByRole('heading', { name: da.survey.kiosk.doneTitle }).waitFor();
	assert.equal(await page.getByText(da.survey.messages.stored).isVisible(), false, 'the thanks say it');
	responses += 1;
	await checkPage(page, { isStep: true });
	assert.deepEqual(await page.evaluate(whatIsKept), { storage: 0, checked: 0 });
	assert.deepEqual(await kiosk.cookies(), []);
	await page.getByRole('button', { name: da.survey.kiosk.next }).click();
	await page.waitForURL(/\/code\?kiosk$/);
	await page.goBack().catch(() => null);
	assert.equal(await page.locator('input:checked').count(), 0);
	assert.ok(!page.url().includes(token));

	const other = await people.newDesktop();
	const away = await other.newPage();
	await away.clock.install();
	await away.goto(link.replace(token, invitationOf(invitations[17]).token));
	await away.getByRole('button', { name: da.survey.begin }).click();
	await away.locator('[data-page="0"] label').nth(1).click();
	await away.clock.runFor(179_000);
	assert.equal(await away.getByText(da.survey.kiosk.stillThere).isVisible(), false);
	await away.clock.runFor(2_000);
	await away.getByText(da.survey.kiosk.stillThere).waitFor();
	await checkPage(away, { isStep: true });
	await away.getByRole('button', { name: da.survey.kiosk.stay }).click();
	assert.equal(await away.getByText(da.survey.kiosk.stillThere).isVisible(), false);
	await away.clock.runFor(211_000);
	await away.waitForURL(/\/code\?kiosk$/);
	assert.equal((await away.evaluate(whatIsKept)).storage, 0);
});

test('whether things have become better goes along only with the leader’s consent', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	const earlier = randomUUID();
	const key = newLeaderKey();
	const asked: string[] = [];
	await phone.route('**/change-basis', async (route) => {
		asked.push('basis');
		const response = await route.fetch();
		const basis = await response.json();
		const scales = basis.scales.map(({ id }: { id: string }) => ({ id, standardDeviation: 20, reliability: 0.8 }));
		await route.fulfill({ response, json: { ...basis, scales, earlierRounds: [{ id: earlier, name: 'Forår' }] } });
	});
	const { page } = await openInvitation(phone, invitations[18]);
	await page.evaluate((kept) => localStorage.setItem('ledertrivsel:leader-key', kept), keptText(key));
	const questions = await readQuestions(page);
	const profile = {
		roundId: earlier,
		roundName: 'Forår',
		instrument: { id: 'ledertrivsel-1', version: 1 },
		answers: Object.fromEntries(questions.map(({ item }) => [item, 1])),
		scores: {}
	};
	const sealed = await sealProfile(profile, await deriveRoundKeys(key, earlier));
	await phone.route(`**/profile/${earlier}/sealed`, (route) =>
		route.fulfill({ json: { kind: 'sealed', sealed: writeBase64url(sealed ?? assert.fail()) } })
	);

	await page.getByRole('button', { name: da.survey.begin }).tap();
	for (const question of await page.locator('[data-page="0"] fieldset[data-item]').all())
		await question.locator('label').first().tap();
	await goToReview(page);
	const box = page.getByLabel(da.survey.changes.label);
	await box.waitFor();
	assert.equal(await box.isChecked(), false, 'off by default');
	assert.deepEqual(asked, [], 'nothing is asked for before the leader says so');
	await checkPage(page, { isStep: true });
	await box.tap();
	await page.locator('#changes:checked:not(:disabled)').waitFor();
	assert.deepEqual(asked, ['basis']);
	await page.getByRole('button', { name: da.survey.send }).tap();
	await seeProfile(page);
	const changes = await page.evaluate(() =>
		Object.entries(localStorage).flatMap(([place, text]) =>
			place.endsWith('leader-key') ? [] : (JSON.parse(String(text)).changes ?? [])
		)
	);
	assert.ok(changes.includes(-1) || changes.includes(1), 'what was told is kept with the draft');
});

test('without script the questions can be read and filled in, and no form could post the answers', async () => {
	const { people, invitations } = await openRound();
	const { page } = await openInvitation(await people.newPhone({ javaScriptEnabled: false }), invitations[5]);
	// Chromium without script, as it is driven here, still hides what stands in <noscript>: its text is read instead.
	assert.ok((await page.locator('main noscript').first().textContent())?.includes(da.survey.noScript));
	for (const fieldset of (await page.locator('fieldset[data-item]').all()).slice(0, 6)) {
		assert.ok(await fieldset.isVisible());
		await fieldset.locator('label').nth(3).tap();
		assert.ok(await fieldset.locator('input').nth(3).isChecked());
	}
	assert.equal(await page.locator('main form').count(), 0);
	assert.equal(await page.locator('main').locator('[formaction], input[type=submit], button[type=submit]').count(), 0);
	assert.equal(await page.locator('main button:visible').count(), 0, 'no button that does nothing');
});

test('answers given before the script has arrived are kept', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	const arrived = Promise.withResolvers<void>();
	await phone.route(/\.js(\?|$)/, async (route) => {
		await arrived.promise;
		await route.continue();
	});
	const page = await phone.newPage();
	await page.goto(linkIn(invitations[9] ?? assert.fail(), '/answer/'), { waitUntil: 'commit' });
	const early = page.locator('[data-page="0"] fieldset[data-item]').first();
	await early.locator('label').nth(4).tap();
	assert.ok(await early.locator('input').nth(4).isChecked());
	arrived.resolve();
	await page.locator('.is-live').waitFor();
	await page.reload();
	await page.locator('.is-live').waitFor();
	assert.ok(await early.locator('input').nth(4).isChecked(), 'it was kept when the script came');
});

test('a mail scanner that follows the link uses nothing up', async () => {
	const { people, invitations } = await openRound();
	const link = linkIn(invitations[6] ?? assert.fail(), '/answer/');
	for (let look = 0; look < 5; look++) assert.equal((await fetch(link)).status, 200);
	for (const path of ['collect', 'submit']) {
		const { origin, pathname } = new URL(link);
		assert.equal((await fetch(`${origin}${pathname}/${path}`)).status, 405);
	}
	// A scanner with a browser of its own, which also runs the page's script.
	const { page: scanner } = await openInvitation(await people.newDesktop(), invitations[6]);
	await scanner.getByRole('button', { name: da.survey.begin }).waitFor();

	const { page } = await openInvitation(await people.newPhone(), invitations[6]);
	await page.getByRole('button', { name: da.survey.begin }).tap();
	await page.locator('[data-page="0"] label').nth(0).tap();
	await goToReview(page);
	await page.getByRole('button', { name: da.survey.send }).tap();
	await seeProfile(page);
});

test('a leader answers in English', async () => {
	const { people, invitations } = await openRound();
	const phone = await people.newPhone();
	const { page } = await openInvitation(phone, invitations[7]);
	await page.getByRole('link', { name: da.site.languageNames.en }).click();
	await page.getByRole('heading', { level: 1, name: en.survey.title }).waitFor();
	await checkPage(page, { language: 'en' });
	await page.getByRole('button', { name: en.survey.begin }).tap();
	await page.locator('[data-page="0"] label').nth(0).tap();
	await checkPage(page, { language: 'en', isStep: true });
	await goToReview(page);
	await page.getByRole('button', { name: en.survey.send }).tap();
	await seeProfile(page);
	await page.getByRole('heading', { level: 1, name: en.profile.title }).waitFor();
	await checkPage(page, { language: 'en' });
	await page.getByRole('link', { name: da.site.languageNames.da }).click();
	await page.getByText(da.profile.keepTitle).waitFor();
});

test('when the round is closed, every response is counted once, and a late leader is told', async () => {
	const { people, invitations, lead, roundId, site } = await openRound();
	assert.ok(responses >= 6);
	await lead.goto(`${site.url}/rounds/${roundId}`);
	await lead.getByRole('button', { name: da.rounds.close }).click();
	// The ballot box is opened by a job, and the page follows.
	const counted = lead.getByText(da.rounds.closedText(responses));
	for (let look = 0; look < 30 && !(await counted.isVisible()); look++) {
		await lead.waitForTimeout(1000);
		await lead.reload();
	}
	await counted.waitFor();
	await checkPage(lead);

	const late = await (await people.newPhone()).newPage();
	await late.goto(linkIn(invitations[8] ?? assert.fail(), '/answer/'));
	await late.getByRole('heading', { name: da.survey.closedTitle }).waitFor();
	await checkPage(late);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

let responses = 0;

/** The page after sending: only an acknowledged response leads there. */
async function seeProfile(page: Page): Promise<void> {
	await page.waitForURL(/\/profile\//);
	responses += 1;
}

let opened: Promise<OpenRound> | null = null;
let release = async () => {};
test.after(() => release());

/** One hospital with one open round serves all journeys of this file; each takes an invitation of its own. */
function openRound(): Promise<OpenRound> {
	opened ??= (async () => {
		const cleaning: (() => Promise<void>)[] = [];
		const file = { after: (work: () => Promise<void>) => void cleaning.unshift(work) };
		release = async () => {
			for (const work of cleaning) await work();
		};
		const mailbox = await startMailbox(file);
		const site = await startSite(file, { settings: { SMTP_URL: mailbox.url, CLOSE_GRACE_MINUTES: '0' } });
		const people = await openBrowser(file);
		const lead = await (await people.newDesktop()).newPage();
		return { site, people, lead, ...(await openHospitalRound(lead, site, mailbox)) };
	})();
	return opened;
}

async function openInvitation(
	context: BrowserContext,
	invitation: ReceivedMail | undefined,
	search = ''
): Promise<{ page: Page; link: string }> {
	const link = linkIn(invitation ?? assert.fail('no such invitation'), '/answer/').replace('#', `${search}#`);
	const page = await context.newPage();
	await page.goto(link);
	return { page, link };
}

function invitationOf(mail: ReceivedMail | undefined) {
	return readFragment(new URL(linkIn(mail ?? assert.fail(), '/answer/')).hash) ?? assert.fail('no code in the link');
}

/** What a browser keeps of a leader's key. */
function keptText(key: Uint8Array<ArrayBuffer>): string {
	let kept = '';
	const storage = {
		getItem: () => kept,
		setItem: (_: string, text: string) => void (kept = text),
		removeItem: () => {}
	};
	leaderKeyStore(storage).write({ held: { kind: 'plain', key }, saved: [] });
	return kept;
}

/** Runs in the browser. */
function whatIsKept(): { storage: number; checked: number } {
	return {
		storage: localStorage.length + sessionStorage.length,
		checked: document.querySelectorAll('input:checked').length
	};
}

/** Leaves the rest unanswered. */
async function goToReview(page: Page): Promise<void> {
	await page.bringToFront();
	for (;;) {
		const current = page.locator('[data-page]:visible');
		if ((await current.count()) === 0) return;
		await current.locator('[data-go]').last().locator('button').click();
	}
}

type Posted = { readonly path: string; readonly body: string; readonly cookie: string | undefined };

function bodiesOf(context: BrowserContext): { readonly posted: Posted[] } {
	const posted: Posted[] = [];
	context.on('request', (request) => {
		if (request.method() !== 'POST') return;
		posted.push({
			path: new URL(request.url()).pathname,
			body: request.postData() ?? '',
			cookie: request.headers().cookie
		});
	});
	return { posted };
}
