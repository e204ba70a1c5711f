// What people do in more than one journey, in the words of the Danish pages.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';
import { textsFor } from '#texts/texts.ts';
import { linkIn, type Mailbox, type ReceivedMail } from '../support/mailbox.ts';
import type { Site } from '../support/site.ts';
import { administrator, organisationFile, organisationName } from './made-up-hospital.ts';

export const da = textsFor('da');
export const en = textsFor('en');

/** The first administrator opens the printed link and is signed in afterwards. */
export async function setUp(page: Page, site: Site): Promise<void> {
	await page.goto(site.setUpLink());
	await page.getByLabel(da.signIn.setUp.organisationName).fill(organisationName);
	await page.getByLabel(da.signIn.setUp.name).fill(administrator.name);
	await page.getByLabel(da.signIn.setUp.email).fill(administrator.email);
	await page.getByRole('button', { name: da.signIn.setUp.button }).click();
	await page.waitForURL(`${site.url}/rounds`);
}

export async function uploadFile(
	page: Page,
	site: Site,
	file: { readonly name: string; readonly bytes: Buffer }
): Promise<void> {
	await page.goto(`${site.url}/organisation/import`);
	await page
		.getByLabel(da.organisation.fileLabel, { exact: true })
		.setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: file.bytes });
	await page.getByRole('button', { name: da.organisation.upload }).click();
}

export async function importHospital(page: Page, site: Site): Promise<void> {
	await uploadFile(page, site, { name: 'organisation.csv', bytes: organisationFile() });
	await page.getByRole('button', { name: da.organisation.save }).click();
	await page.waitForURL(/\/organisation\?saved=/);
}

/** Returns the round's id; its page with the groups is open afterwards. */
export async function planRound(page: Page, site: Site, name = 'Efterår'): Promise<string> {
	await page.goto(`${site.url}/rounds/new`);
	await page.getByLabel(da.rounds.nameLabel).fill(name);
	await page.getByLabel(da.rounds.closesLabel).fill(dayFromNow(14));
	await page.getByRole('button', { name: da.rounds.plan }).click();
	await page.waitForURL(/\/rounds\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

export async function openRound(page: Page): Promise<void> {
	await page.getByRole('button', { name: da.rounds.open }).click();
	await page.getByRole('heading', { name: da.roundKey.wordsTitle }).waitFor();
	await page.getByRole('link', { name: da.roundKey.continue }).click();
	await page.getByText(da.rounds.openTitle, { exact: true }).waitFor();
}

/** Everything up to an open round with all invitations delivered. */
export async function openHospitalRound(
	page: Page,
	site: Site,
	mailbox: Mailbox
): Promise<{ roundId: string; invitations: readonly ReceivedMail[] }> {
	await setUp(page, site);
	await importHospital(page, site);
	const roundId = await planRound(page, site);
	await openRound(page);
	return { roundId, invitations: await mailbox.receive(21) };
}

/** A person with an account asks for a link by mail and presses the button behind it. */
export async function signIn(page: Page, site: Site, mailbox: Mailbox, email: string): Promise<void> {
	const mailsBefore = mailbox.mails.filter((mail) => mail.to === email).length;
	await page.goto(`${site.url}/sign-in`);
	await page.getByLabel(da.signIn.email).fill(email);
	await page.getByRole('button', { name: da.signIn.send }).click();
	const mail = (await mailbox.receive(mailsBefore + 1, email)).at(-1);
	assert.ok(mail);
	await page.goto(linkIn(mail, '/sign-in/confirm'));
	await page.getByRole('button', { name: da.signIn.confirm.button }).click();
	await page.getByRole('button', { name: da.site.signOut }).waitFor();
}

export type JsonReply = { readonly status: number; readonly kind: string | null };

export async function postJson(
	url: string,
	body: unknown,
	headers: Readonly<Record<string, string>> = {}
): Promise<JsonReply> {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body)
	});
	const text = await response.text();
	const reply: unknown = text.startsWith('{') ? JSON.parse(text) : null;
	const kind = typeof reply === 'object' && reply !== null && 'kind' in reply ? String(reply.kind) : null;
	return { status: response.status, kind };
}

export function newBallot(): string {
	return randomBytes(32).toString('hex');
}

/** A leader's browser without the browser: exchanges the invitation for a ballot and sends answers under it. */
export async function answer(invitation: ReceivedMail, answers: Readonly<Record<string, number>>): Promise<void> {
	const { origin, pathname, hash } = new URL(linkIn(invitation, '/answer/'));
	const ballot = newBallot();
	const collected = await postJson(`${origin}${pathname}/collect`, { token: hash.slice(1), ballot });
	assert.deepEqual(collected, { status: 200, kind: 'collected' });
	const submitted = await postJson(`${origin}${pathname}/submit`, { ballot, answers });
	assert.deepEqual(submitted, { status: 200, kind: 'stored' });
}

/** The ids of the questions on a survey page, with the values that can be chosen. */
export async function readQuestions(
	page: Page
): Promise<readonly { readonly item: string; readonly values: readonly number[] }[]> {
	return page.locator('fieldset[data-item]').evaluateAll((fields) =>
		fields.map((field) => ({
			item: field.getAttribute('data-item') ?? '',
			values: [...field.querySelectorAll<HTMLInputElement>('input[type=radio]')].map((input) => Number(input.value))
		}))
	);
}

/** YYYY-MM-DD. */
export function dayFromNow(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
