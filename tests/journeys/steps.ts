// What people do in more than one journey, in the words of the Danish pages.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { writeEnvelope } from '#domain/ballot/answer-envelope.ts';
import { readFragment } from '#domain/ballot/code.ts';
import { textsFor } from '#texts/texts.ts';
import { fieldOf, type Exchange } from '#ui/survey/exchange.ts';
import { findPlace } from '#ui/survey/find-place.ts';
import { sendResponse } from '#ui/survey/send-response.ts';
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
	const own = () => mailbox.mails.filter((mail) => mail.to === email);
	const links = () => own().filter((mail) => mail.text.includes('/sign-in/confirm'));
	const linksBefore = links().length;
	await page.goto(`${site.url}/sign-in`);
	await page.getByLabel(da.signIn.email).fill(email);
	await page.getByRole('button', { name: da.signIn.send }).click();
	// Other letters may come in between.
	while (links().length === linksBefore) await mailbox.receive(own().length + 1, email);
	await page.goto(linkIn(links().at(-1) ?? assert.fail(), '/sign-in/confirm'));
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

/** A leader's browser without the browser: the questionnaire's own code checks, blinds, seals and sends. */
export async function answer(invitation: ReceivedMail, answers: Readonly<Record<string, number>>): Promise<void> {
	const { sending, envelopeOf } = await placeOf(invitation);
	const envelope = envelopeOf(answers);
	assert.equal(await sendResponse({ ...sending, envelope, ballot: null, keep: (ballot) => ballot }), 'stored');
}

/** Where an invitation's ballot belongs, found as the page finds it. */
export async function placeOf(invitation: ReceivedMail) {
	const { origin, pathname, hash } = new URL(linkIn(invitation, '/answer/'));
	const { token, manifestHash } = readFragment(hash) ?? assert.fail('the link has no personal part');
	const html = await (await fetch(`${origin}${pathname}`)).text();
	const told = (name: string) => new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1] ?? assert.fail(name);
	const roundId = told('round');
	const instrument = { id: told('instrument'), version: Number(told('version')) };
	const rules = { threshold: Number(told('threshold')), minimumInvited: Number(told('minimum-invited')) };
	const items: readonly string[] = JSON.parse(told('items').replaceAll('&quot;', '"'));
	const exchange = exchangeWith(origin);
	const question = { roundId, token, namedHash: manifestHash, instrument, rules, groupId: null };
	const found = await findPlace(question, exchange);
	assert.ok(found.kind === 'found', JSON.stringify(found));
	const envelopeOf = (answers: Readonly<Record<string, number>>) =>
		writeEnvelope({ instrument, answers: items.map((item) => answers[item] ?? null), changes: null });
	return { sending: { roundId, token, place: found.place, exchange }, envelopeOf };
}

/** What the page's own does with addresses relative to it; trouble is none of these journeys' matter. */
function exchangeWith(origin: string): Exchange {
	const ask = async (path: string, options: RequestInit) => {
		const response = await fetch(`${origin}${path}`, options);
		const read = { status: response.status, kind: null, text: await response.text() };
		const kind = fieldOf(read, 'kind');
		return { ...read, kind: typeof kind === 'string' ? kind : null };
	};
	return {
		post: (path, body) =>
			ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
		get: (path) => ask(path, {}),
		wait: () => assert.fail('the server is in trouble'),
		onTrouble: () => {}
	};
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
