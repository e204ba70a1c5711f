// A whole year for one group: round, release, dialogue, plan with a proposal upward, check-ins from the mail, booster, follow-up
// round, effect, and the documents. The year passes by the clock of the site (tests/support/days-ahead.ts).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkPage, openBrowser, tabTo, takePicture } from '../support/browser.ts';
import { linkIn, startMailbox } from '../support/mailbox.ts';
import { startSite } from '../support/site.ts';
import { administrator } from './made-up-hospital.ts';
import { director, hospitalFile, hospitalLeaders, ourHead } from './larger-hospital.ts';
import { da, dayFromNow, openRound, planRound, setUp, signIn, uploadFile } from './steps.ts';
import { isOurs } from './year-answers.ts';
import { checkAssessment, checkHandout, checkOverview, checkSlides } from './year-documents.ts';
import {
	answerAll,
	answerOnPhone,
	closeAndRelease,
	invitationsTo,
	letterTo,
	pressIn,
	signInAnew
} from './year-steps.ts';

const meeting = da.dialogueMeeting;
const planTitle = 'Færre møder, mere nærvær';
const steps = { stop: 'Vi stopper tre faste møder', course: 'Kort kursus i at sige fra og til' } as const;
const proposalTitle = 'Færre indberetninger til direktionen';

/** Days after the first round at which the year is looked at. */
const days = { meeting: 10, firstDue: 43, checkIn: 46, lastDue: 49, followUp: 240 } as const;

test('one group goes from its first round to a follow-up that tells whether the plan helped', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop, newPhone } = await openBrowser(t);
	const [leadDesk, headDesk, phone] = [await newDesktop(), await newDesktop(), await newPhone()];
	const [lead, head] = [await leadDesk.newPage(), await headDesk.newPage()];
	/** The site as it runs so many days later, with those who work signed in anew. */
	const passTo = async (daysAhead: number) => {
		await site.stop();
		await site.start({ daysAhead });
		await signInAnew(leadDesk, lead, { site, mailbox, email: administrator.email });
		await signInAnew(headDesk, head, { site, mailbox, email: ourHead.email });
	};
	let isWell = true;
	const part = (name: string, work: () => Promise<void>) =>
		t.test(name, async () => {
			assert.ok(isWell, 'what came before failed');
			isWell = false;
			await work();
			isWell = true;
		});
	let roundId = '';
	let group = '';

	await part('day 0: everybody is asked, and the result is released', async () => {
		await setUp(lead, site);
		await uploadFile(lead, site, { name: 'organisation.csv', bytes: hospitalFile() });
		await lead.getByRole('button', { name: da.organisation.save }).click();
		await lead.waitForURL(/\/organisation\?saved=/);
		roundId = await planRound(lead, site, 'Efterår');
		await openRound(lead);
		const invitations = await invitationsTo(mailbox, roundId);
		await answerOnPhone(await phone.newPage(), invitations);
		await answerAll(invitations, 'first-round');
		await closeAndRelease(lead, site, roundId);
		const released = await letterTo(mailbox, ourHead.email, 'Resultatet er klar');
		await signIn(head, site, mailbox, ourHead.email);
		await head.goto(linkIn(released, '/results'));
		await head.getByRole('heading', { name: da.results.recommendationsTitle }).waitFor();
		group = new URL(head.url()).pathname;
		assert.match(group, new RegExp(`^/results/${roundId}/`));
	});

	await part('day 0: the head of the group plans the meeting, and its leaders get it in their calendars', async () => {
		await head.getByRole('link', { name: da.dialogue.link }).click();
		await head.getByLabel(meeting.dayLabel, { exact: true }).fill(dayFromNow(days.meeting));
		await head.getByLabel(meeting.timeLabel, { exact: true }).fill('13:30');
		await head.getByLabel(meeting.placeLabel).fill('Lokale 3');
		await head.getByRole('button', { name: meeting.plan }).click();
		await head.getByRole('link', { name: meeting.addToCalendar }).waitFor();
		const invited = hospitalLeaders.filter(isOurs);
		for (const { email } of invited) await letterTo(mailbox, email, 'Dialogmøde');
	});

	await part('day 10: the meeting is held from the pack, and what was chosen becomes a plan', async () => {
		await passTo(days.meeting);
		await head.goto(`${site.url}${group}/dialogue`);
		await takePicture(head, 'dialogue');
		await checkHandout(head);
		await checkSlides(head);
		await head.locator('fieldset#themes label').first().click();
		await head.getByLabel(meeting.agreementLabel).fill('Vi holder færre møder og er mere ude i afsnittene.');
		await head.getByLabel(meeting.ownerLabel).fill('Afdelingslederen');
		await head.getByRole('button', { name: meeting.saveNotes }).click();
		await head.getByText(meeting.notesSaved).waitFor();
		await head.getByLabel(meeting.tookPartLabel).fill('8');
		await head.getByLabel(meeting.rolesLabel).fill('afsnitsledere');
		await head.locator('input[name=representative]').first().check({ force: true });
		await head.getByRole('button', { name: meeting.markHeld }).click();
		await head.getByText(meeting.heldSaved).waitFor();
		await checkPage(head);
		await head.getByRole('link', { name: meeting.toPlan }).click();
		await decidePlan(head);
	});

	await part('day 10: a cause above the group goes to the director, who says yes', async () => {
		await head.getByRole('link', { name: da.plans.propose }).click();
		await head.getByLabel(da.proposals.titleLabel).fill(proposalTitle);
		await head.getByLabel(da.proposals.reasonLabel).fill('Tre af dem bruges ikke af nogen.');
		await head.getByRole('button', { name: da.proposals.send }).click();
		await head.getByText(da.proposals.sent).waitFor();
		const asked = await letterTo(mailbox, director.email, 'Et forslag til dig');
		const desk = await newDesktop();
		const page = await desk.newPage();
		await signIn(page, site, mailbox, director.email);
		await page.goto(linkIn(asked, '/proposals/'));
		await page.getByRole('radio', { name: da.proposals.answers.accept }).check({ force: true });
		await page.getByLabel(da.proposals.dueLabel).fill(dayFromNow(days.lastDue));
		await checkPage(page);
		// The group's own plan runs for the same: that is said, and has to be chosen.
		await page.getByRole('button', { name: da.proposals.answer }).click();
		await page.getByText(da.proposals.problems['plan-not-chosen']).first().waitFor();
		await page.getByText(da.proposals.sameAim(1)).waitFor();
		await page.getByRole('radio', { name: da.proposals.newPlan }).check({ force: true });
		await checkPage(page);
		await page.getByRole('button', { name: da.proposals.answer }).click();
		await page.getByText(da.proposals.saved.accepted).waitFor();
		await checkPage(page);
		await desk.close();
		const told = await letterTo(mailbox, ourHead.email, proposalTitle);
		await head.goto(linkIn(told, '/proposals/'));
		await head.getByText(da.proposals.becamePlan).waitFor();
		await head.goto(`${site.url}/plans`);
		await head.getByRole('link', { name: planTitle }).first().click();
		await head.getByText(da.proposals.states.accepted, { exact: true }).waitFor();
	});

	await part('day 46: the mail asks, one press answers, and what is stuck is seen by those who can help', async () => {
		await passTo(days.checkIn);
		const late = await letterTo(mailbox, ourHead.email, 'Fristen er gået');
		const soon = await letterTo(mailbox, ourHead.email, 'Hvordan går det?');
		const page = await phone.newPage();
		await page.goto(pressIn(late, 'done'));
		// The letter has just been sent, and a scanner may have opened it: the page asks for a press.
		await page.getByText(da.checkIn.toPress['just-sent']).waitFor();
		await page.getByRole('button', { name: da.checkIn.answers.done }).click();
		await page.getByText(da.checkIn.recorded.done).waitFor();
		await takePicture(page, 'check-in-phone');
		await passTo(days.checkIn + 1);
		await page.goto('about:blank');
		await page.goto(pressIn(soon, 'stuck'));
		await page.getByText(da.checkIn.recorded.stuck).waitFor();
		await page.getByLabel(da.checkIn.remarkLabel).fill('Ét af møderne er direktionens.');
		await page.getByRole('button', { name: da.checkIn.save }).click();
		await page.getByText(da.checkIn.recorded.stuck).waitFor();
		await checkPage(page);
		const promised = await letterTo(mailbox, director.email, 'Hvordan går det?');
		await page.goto('about:blank');
		await page.goto(pressIn(promised, 'done'));
		await page.getByText(da.checkIn.recorded.done).waitFor();
		await lead.goto(`${site.url}/plans`);
		await lead.getByText(da.plans.forYou.stuck(planTitle, steps.stop)).waitFor();
		await head.goto(`${site.url}/plans`);
		await head.getByRole('link', { name: planTitle }).first().click();
		await head.getByText('Ét af møderne er direktionens.').first().waitFor();
		await takePicture(head, 'plan');
		const done = head.getByRole('button', { name: da.plans.markDone });
		await tabTo(head, done.first(), { most: 120 });
		await head.keyboard.press('Enter');
		await head.waitForURL(/#step-/);
		assert.equal(await done.count(), 0, 'both steps are done');
	});

	let followUpId = '';
	await part(
		'day 240: a booster is due, and the programme lead is told to ask again, with a few questions',
		async () => {
			await passTo(days.followUp);
			const booster = await letterTo(mailbox, ourHead.email, 'Tid til at genopfriske');
			assert.ok(booster.text.includes(steps.course));
			await head.goto(linkIn(booster, '/plans/'));
			await head.getByRole('heading', { level: 1, name: planTitle }).waitFor();
			const again = await letterTo(mailbox, administrator.email, 'Tid til at måle igen');
			await lead.goto(linkIn(again, '/rounds/new'));
			await lead.locator('fieldset#factors label').filter({ hasText: 'Balance' }).first().click();
			await lead.locator('fieldset#factors label').filter({ hasText: 'Støtte' }).first().click();
			await lead.getByLabel(da.rounds.nameLabel).fill('Opfølgning');
			await lead.getByLabel(da.rounds.closesLabel).fill(dayFromNow(days.followUp + 14));
			await checkPage(lead);
			await lead.getByRole('button', { name: da.effects.followUpRound.plan }).click();
			await lead.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
			followUpId = new URL(lead.url()).pathname.split('/').at(-1) ?? '';
			await openRound(lead);
			const invitations = await invitationsTo(mailbox, followUpId);
			const survey = await phone.newPage();
			await survey.goto(linkIn(invitations.get(director.email) ?? assert.fail(), '/answer/'));
			const asked = await survey.locator('fieldset[data-item]').count();
			assert.ok(asked >= 8 && asked <= 12, `${asked} questions`);
			await answerAll(invitations, 'follow-up');
			await closeAndRelease(lead, site, followUpId);
		}
	);

	await part('day 240: the effect is told with its uncertainty, to the group and over all plans', async () => {
		await lead.goto(`${site.url}/effects`);
		await lead.getByRole('heading', { name: da.effects.singleTitle }).waitFor();
		await checkPage(lead);
		await head.goto(`${site.url}/plans`);
		await head.getByRole('link', { name: planTitle }).first().click();
		await head.getByRole('heading', { name: da.plans.effectTitle }).waitFor();
		await head.getByText(da.effects.verdict.improved, { exact: true }).first().waitFor();
		await head.getByRole('heading', { name: da.plans.effectTitle }).evaluate((heading) => heading.scrollIntoView());
		await takePicture(head, 'effects');
		await checkPage(head);
	});

	await part('day 240: the overview and the APV say the same as the pages, in PDF and Word', async () => {
		await checkOverview(lead, site);
		await checkAssessment(lead, site, { roundName: 'Efterår', planTitle, steps: Object.values(steps) });
	});
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

async function decidePlan(page: Page): Promise<void> {
	await page.getByLabel(da.plans.nameLabel).fill(planTitle);
	await page.getByLabel(da.plans.factorLabel).selectOption('workload');
	const parts = [
		{ what: steps.stop, level: 'organisation', dueIn: days.lastDue, intervention: 'drop-tasks' },
		{ what: steps.course, level: 'leadership', dueIn: days.firstDue, intervention: 'course-with-follow-up' }
	] as const;
	for (const [place, { what, level, dueIn, intervention }] of parts.entries()) {
		const summary = page.locator('summary').filter({ hasText: da.plans.stepTitle(place + 1) });
		// All steps but the first are closed until they are opened.
		if (place > 0) await summary.first().click();
		await page.getByLabel(da.plans.stepLabel).nth(place).fill(what);
		await page.getByLabel(da.plans.levelLabel).nth(place).selectOption(level);
		await page.getByLabel(da.plans.ownerLabel).nth(place).fill(ourHead.name);
		await page.getByLabel(da.plans.dueLabel).nth(place).fill(dayFromNow(dueIn));
		await summary.last().click();
		await page.locator(`select[name=intervention-${place}]`).selectOption(intervention);
	}
	await page.getByLabel(da.plans.signsLabel).fill('Afsnitslederne er på gulvet hver formiddag.');
	await page.getByLabel(da.plans.involvedLabel).fill('Alle otte afsnitsledere og arbejdsmiljørepræsentanten');
	await page.getByRole('button', { name: da.plans.save }).click();
	await page.getByText(da.plans.saved).waitFor();
}
