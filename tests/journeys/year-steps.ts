// What is done more than once in a year: signing in anew, finding a letter, answering, closing and releasing.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { readInstruments } from '#server/evidence-base/read-instruments.ts';
import { projectRoot } from '#server/project-root.ts';
import { linkIn, type Mailbox, type ReceivedMail } from '../support/mailbox.ts';
import type { Site } from '../support/site.ts';
import { hospitalLeaders } from './larger-hospital.ts';
import { answer, da, signIn } from './steps.ts';
import { answersOf, isOurs, whoAnswers, type Year } from './year-answers.ts';

type Way = { readonly site: Site; readonly mailbox: Mailbox; readonly email: string };

/** A session does not last a year. */
export async function signInAnew(context: BrowserContext, page: Page, { site, mailbox, email }: Way): Promise<void> {
	await context.clearCookies();
	await signIn(page, site, mailbox, email);
}

export async function letterTo(mailbox: Mailbox, to: string, told: string): Promise<ReceivedMail> {
	const find = () => mailbox.mails.findLast((mail) => mail.to === to && mail.subject.includes(told));
	for (let attempt = 0; attempt < 600 && find() === undefined; attempt++) await wait(50);
	const got = mailbox.mails.filter((mail) => mail.to === to).map(({ subject }) => subject);
	return find() ?? assert.fail(`no "${told}" came to ${to}, but: ${got.join(' | ')}`);
}

/** The link behind one of the buttons of a check-in's letter. */
export function pressIn(letter: ReceivedMail, given: 'done' | 'stuck'): string {
	const link = letter.text.match(/https?:\/\/\S+/g)?.find((address) => address.endsWith(`.${given}`));
	return link ?? assert.fail(letter.text);
}

/** By address. */
export async function invitationsTo(mailbox: Mailbox, roundId: string): Promise<ReadonlyMap<string, ReceivedMail>> {
	const find = () => mailbox.mails.filter(({ text }) => text.includes(`/answer/${roundId}`));
	for (let attempt = 0; attempt < 600 && find().length < hospitalLeaders.length; attempt++) await wait(50);
	assert.equal(find().length, hospitalLeaders.length, 'everybody is invited once');
	return new Map(find().map((mail) => [mail.to, mail]));
}

const instrument =
	readInstruments(join(projectRoot, 'evidence/instruments')).find(({ id }) => id === 'ledertrivsel-1') ?? assert.fail();
/** Answers in the first round by hand. */
const onPhone = whoAnswers.find(isOurs) ?? assert.fail();

export async function answerOnPhone(page: Page, invitations: ReadonlyMap<string, ReceivedMail>): Promise<void> {
	await page.goto(linkIn(invitations.get(onPhone.email) ?? assert.fail(), '/answer/'));
	await page.getByRole('button', { name: da.survey.begin }).tap();
	const pages = await page.locator('[data-page]').count();
	for (let step = 0; step < pages; step++) {
		const current = page.locator(`[data-page="${step}"]`);
		for (const question of await current.locator('fieldset[data-item]').all())
			await question
				.locator('label')
				.nth(step === 0 ? 0 : 2)
				.tap();
		await current.getByRole('button', { name: step + 1 < pages ? da.survey.next : da.survey.toReview }).tap();
	}
	await page.getByRole('button', { name: da.survey.send }).tap();
	await page.getByRole('heading', { level: 1, name: da.profile.title }).waitFor();
	await page.close();
}

/** All others, by the same exchange. */
export async function answerAll(invitations: ReadonlyMap<string, ReceivedMail>, year: Year): Promise<void> {
	const others = whoAnswers.filter((leader) => year === 'follow-up' || leader !== onPhone);
	const one = async (leader: (typeof others)[number]) =>
		answer(invitations.get(leader.email) ?? assert.fail(), answersOf(instrument, leader, year));
	for (let place = 0; place < others.length; place += 4) await Promise.all(others.slice(place, place + 4).map(one));
}

export async function closeAndRelease(page: Page, site: Site, roundId: string): Promise<void> {
	await page.goto(`${site.url}/rounds/${roundId}`);
	await page.getByRole('button', { name: da.rounds.close }).click();
	await page.getByText(da.rounds.closedText(whoAnswers.length)).waitFor();
	await page.getByRole('button', { name: da.rounds.release }).click();
	await page.getByText(da.rounds.outcomes.released, { exact: true }).waitFor({ timeout: 60_000 });
}
