import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readBase64url, writeBase64url } from '#domain/ballot/base64url.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { blindBallot, finaliseBallot, newBallotSeed, preparedBallot } from '#ui/ballot/blind.ts';
import { sealEnvelope } from '#ui/ballot/seal.ts';
import { checkPage, openBrowser } from '../support/browser.ts';
import { linkIn, startMailbox } from '../support/mailbox.ts';
import { startSite } from '../support/site.ts';
import { administrator, organisationFile } from './made-up-hospital.ts';
import {
	answer,
	da,
	dayFromNow,
	openHospitalRound,
	openRound,
	placeOf,
	planRound,
	postJson,
	readQuestions,
	setUp,
	signIn,
	uploadFile
} from './steps.ts';

test('answers that do not fit, forged ballots and unknown rounds are refused, and an acknowledged response stays', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	const { roundId, invitations } = await openHospitalRound(page, site, mailbox);
	const [invitation, second] = invitations;
	assert.ok(invitation && second);
	const link = new URL(linkIn(invitation, '/answer/'));
	const survey = `${site.url}/answer/${roundId}`;
	const unknown = `${site.url}/answer/00000000-0000-4000-8000-000000000000`;
	await page.goto(link.href);
	const [first, other] = await readQuestions(page);
	assert.ok(first && other);
	const good = { [first.item]: first.values[0] ?? 0 };
	const { sending, envelopeOf } = await placeOf(invitation);
	const { token, place } = sending;

	const collect = (body: unknown, url = survey) => postJson(`${url}/collect`, body);
	const submit = (body: unknown, url = survey) => postJson(`${url}/submit`, body);
	const seed = newBallotSeed();
	const { blinded, inverse } = await blindBallot(place.groupKey, seed);
	const asked = { token, blinded: writeBase64url(blinded) };
	assert.deepEqual(await collect({ ...asked, token: 'guessed' }), { status: 404, kind: 'unknown-invitation' });
	for (const nonsense of ['short', '', '!', writeBase64url(new Uint8Array(256).fill(255))])
		assert.deepEqual(await collect({ ...asked, blinded: nonsense }), { status: 400, kind: 'not-a-blinded-value' });
	assert.deepEqual(await collect(asked, unknown), { status: 404, kind: 'unknown-round' });

	const sealed = async (answers: Readonly<Record<string, number>>, own = seed) => ({
		manifest: place.manifestHash,
		group: place.group.id,
		ballot: writeBase64url(await preparedBallot(own)),
		sealed: writeBase64url(
			await sealEnvelope({
				answersKey: place.answersKey,
				place: { roundId, groupId: place.group.id, manifestHash: place.manifestHash },
				seed: own,
				envelope: Uint8Array.from(envelopeOf(answers))
			})
		)
	});
	const forged = { ...(await sealed(good)), signature: writeBase64url(new Uint8Array(256).fill(7)) };
	assert.deepEqual(await submit(forged), { status: 403, kind: 'not-a-ballot' }, 'a ballot that was never collected');

	assert.deepEqual(await collect(asked), { status: 200, kind: 'collected' });
	assert.deepEqual(await collect(asked), { status: 200, kind: 'collected' }, 'the same exchange again');
	const another = await blindBallot(place.groupKey, newBallotSeed());
	assert.deepEqual(await collect({ token, blinded: writeBase64url(another.blinded) }), {
		status: 409,
		kind: 'already-collected'
	});
	const reply: unknown = await (
		await fetch(`${survey}/collect`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(asked)
		})
	).json();
	const signed = typeof reply === 'object' && reply !== null && 'signature' in reply ? String(reply.signature) : '';
	const signature = await finaliseBallot(place.groupKey, seed, {
		signature: readBase64url(signed) ?? assert.fail(),
		inverse
	});
	assert.ok(signature);
	const response = { ...(await sealed(good)), signature: writeBase64url(signature) };

	for (const [change, reason] of [
		[{ manifest: 'x' }, { status: 409, kind: 'other-manifest' }],
		[{ group: 'nobody' }, { status: 403, kind: 'not-a-ballot' }],
		[{ ballot: writeBase64url(new Uint8Array(64)) }, { status: 403, kind: 'not-a-ballot' }],
		[{ sealed: response.sealed.slice(4) }, { status: 400, kind: 'not-readable' }],
		[{ sealed: 3 }, { status: 400, kind: 'not-readable' }]
	] as const)
		assert.deepEqual(await submit({ ...response, ...change }), reason, JSON.stringify(change).slice(0, 40));
	for (const body of ['', 'not JSON', '[]', '{"ballot":', '{"ballot":1e999}'])
		assert.deepEqual(await submit(body), { status: 400, kind: 'not-readable' }, body);
	assert.deepEqual(await submit(response, unknown), { status: 404, kind: 'unknown-round' });

	// Twenty at once with one ballot are one response, and the same again is the same response.
	const replies = await Promise.all(Array.from({ length: 20 }, () => submit(response)));
	assert.deepEqual([...new Set(replies.map((one) => one.kind))], ['stored']);
	assert.deepEqual(await submit(response), { status: 200, kind: 'stored' });
	const changed = { ...response, ...(await sealed({ [other.item]: other.values[1] ?? 0 })) };
	assert.deepEqual(await submit(changed), { status: 409, kind: 'used' });
	await answer(second, good);

	for (const path of ['/answer/not-a-round', new URL(unknown).pathname]) {
		await page.goto(`${site.url}${path}`);
		await page.getByRole('heading', { name: da.survey.unknownRoundTitle }).waitFor();
		await checkPage(page);
	}
	await page.goto(`${site.url}/rounds/${roundId}`);
	await page.getByRole('button', { name: da.rounds.close }).click();
	await page.getByText(da.rounds.closedText(2)).waitFor();
	const third = new URL(linkIn(invitations[2] ?? assert.fail(), '/answer/'));
	const late = { token: third.hash.slice(1).split('.')[0], blinded: writeBase64url(another.blinded) };
	assert.deepEqual(await collect(late), { status: 409, kind: 'closed' });
	assert.deepEqual(await submit(changed), { status: 409, kind: 'closed' });
	await page.getByRole('button', { name: da.rounds.release }).click();
	await page.getByText(da.rounds.outcomes['too-few'](2, 5)).waitFor();
	await checkPage(page);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('a file that is too big, not a table, empty or circular is refused with a sentence, and nothing is saved', async (t) => {
	const site = await startSite(t);
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	await setUp(page, site);
	const folder = mkdtempSync(join(tmpdir(), 'ledertrivsel-files-'));
	t.after(() => rmSync(folder, { recursive: true, force: true }));
	const problems = page.getByRole('alert');

	await uploadFile(page, site, {
		name: 'rapport.csv',
		bytes: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', 'latin1')
	});
	await problems.getByText(/PDF/).waitFor();
	await checkPage(page);
	await uploadFile(page, site, { name: 'tom.csv', bytes: Buffer.alloc(0) });
	await problems.getByText(da.organisation.fileMissing).waitFor();
	await uploadFile(page, site, {
		name: 'binær.csv',
		bytes: Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 37) % 256))
	});
	await problems.waitFor();
	await uploadFile(page, site, {
		name: 'ring.csv',
		bytes: Buffer.from('Enhedskode;Enhed;Overordnet enhed\n1;Nord;2\n2;Syd;3\n3;Øst;1\n', 'latin1')
	});
	await problems.getByText(/1|2|3/).first().waitFor();
	await checkPage(page);

	const big = join(folder, 'stor.csv');
	writeFileSync(big, Buffer.alloc(50 * 1024 * 1024, 'Enhed;Leder\n'));
	await page.goto(`${site.url}/organisation/import`);
	await page.getByLabel(da.organisation.fileLabel, { exact: true }).setInputFiles(big);
	await page.getByRole('button', { name: da.organisation.upload }).click();
	await page.getByText(da.site.errors.tooLarge(10)).waitFor();

	await page.goto(`${site.url}/organisation`);
	await page.getByText(da.organisation.none).waitFor();
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('markup in every text field is shown as the text it is', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	const markup = (place: string) =>
		`<img src=x onerror="document.title='hit'"><script>document.title='hit'</script> ${place} & "co"`;

	await page.goto(site.setUpLink());
	await page.getByLabel(da.signIn.setUp.organisationName).fill(markup('org'));
	await page.getByLabel(da.signIn.setUp.name).fill(markup('navn'));
	await page.getByLabel(da.signIn.setUp.email).fill(markup('mail'));
	await page.getByRole('button', { name: da.signIn.setUp.button }).click();
	assert.equal(
		await page.getByLabel(da.signIn.setUp.email).inputValue(),
		markup('mail'),
		'what was written comes back'
	);
	await checkPage(page);
	await page.getByLabel(da.signIn.setUp.email).fill(administrator.email);
	await page.getByRole('button', { name: da.signIn.setUp.button }).click();
	await page.waitForURL(`${site.url}/rounds`);

	const file = organisationFile((row, line) => {
		const cells = row.split(';');
		if (line === 3) cells[3] = '<b>Mads</b><script>document.title=1</script>';
		if (line === 4) cells[1] = '<i>Afsnit</i>';
		return cells.join(';');
	});
	await uploadFile(page, site, { name: '<svg onload=alert(1)>.csv', bytes: file });
	await page.getByRole('heading', { name: da.organisation.previewTitle }).waitFor();
	await checkPage(page);
	await page.getByRole('button', { name: da.organisation.save }).click();
	await page.waitForURL(/saved=/);
	assert.ok((await page.locator('main').textContent())?.includes('<i>Afsnit</i>'));
	assert.ok((await page.locator('main').textContent())?.includes('<svg onload=alert(1)>.csv'));
	assert.equal(await page.locator('main').locator('b, i, svg[onload], img[src=x]').count(), 0);
	await checkPage(page);

	await planRound(page, site, markup('måling'));
	await page.getByRole('heading', { level: 1, name: markup('måling') }).waitFor();
	await checkPage(page);
	await openRound(page);
	const mail = (await mailbox.receive(21))[0] ?? assert.fail('no mail came');
	assert.ok(mail.text.includes(markup('måling')));
	assert.ok(!mail.html.includes('<script>'), 'a mail shows it as text too');
	await page.goto(linkIn(mail, '/rounds/'));
	await page.getByRole('heading', { level: 1 }).getByText(markup('måling')).waitFor();

	await page.goto(`${site.url}/sign-in?email=${encodeURIComponent(markup('x'))}`);
	await page.getByLabel(da.signIn.email).fill(markup('adresse'));
	await page.getByRole('button', { name: da.signIn.send }).click();
	await page.getByRole('alert').getByText(da.signIn.notAnAddress).waitFor();
	await page.goto(`${site.url}/outbox?search=${encodeURIComponent(markup('søg'))}`);
	await checkPage(page);
	await page.goto(`${site.url}/${encodeURIComponent(markup('side'))}`);
	await page.getByText(da.site.errors.notFound).waitFor();
	await checkPage(page);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('a sign-in link that is wrong, old or used says so twenty times, and a right one still works', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop } = await openBrowser(t);
	const lead = await (await newDesktop()).newPage();
	await setUp(lead, site);

	const page = await (await newDesktop()).newPage();
	const ask = async () => {
		const before = mailbox.mails.length;
		await page.goto(`${site.url}/sign-in`);
		await page.getByLabel(da.signIn.email).fill(administrator.email);
		await page.getByRole('button', { name: da.signIn.send }).click();
		await page.getByRole('heading', { name: da.signIn.asked.title }).waitFor();
		return linkIn((await mailbox.receive(before + 1)).at(-1) ?? assert.fail(), '/sign-in/confirm');
	};
	const tryLink = async (link: string) => {
		await page.goto(link);
		await page.getByRole('button', { name: da.signIn.confirm.button }).click();
	};

	const old = await ask();
	await checkPage(page);
	await site.stop();
	const database = await openDatabase({
		dataDirectory: join(site.dataDirectory, 'database'),
		databaseUrl: null,
		log: silentLog
	});
	await database.pool.query(`update sign_in_links set expires_at = now() - interval '1 minute'`);
	await database.close();
	await site.start();
	await tryLink(old);
	await page.getByText(/for gammelt/).waitFor();
	await checkPage(page);

	const used = await ask();
	for (let look = 0; look < 3; look++) assert.equal((await fetch(used)).status, 200, 'looking does not use it up');
	const right = await ask();
	await tryLink(used);
	await page.getByRole('button', { name: da.site.signOut }).click();
	await page.getByRole('link', { name: da.site.signIn }).first().waitFor();
	const wrong = `${site.url}/sign-in/confirm?token=${'x'.repeat(43)}`;
	const told = new Set<string>();
	for (let attempt = 0; attempt < 20; attempt++) {
		await tryLink(attempt % 2 === 0 ? used : wrong);
		const sentence = (await page.getByRole('alert').innerText()).replaceAll(/\s+/g, ' ');
		told.add(
			[da.signIn.used, da.signIn.wrong, da.signIn.tooManyTries].find((known) => sentence.includes(known)) ?? sentence
		);
	}
	assert.ok(
		[...told].every((sentence) => [da.signIn.used, da.signIn.wrong, da.signIn.tooManyTries].includes(sentence)),
		[...told].join('\n')
	);
	assert.ok(told.has(da.signIn.used) && told.has(da.signIn.wrong));
	await checkPage(page);
	await tryLink(right);
	await page.getByRole('button', { name: da.site.signOut }).waitFor();

	// An address that nobody has gets the same answer and no mail.
	const before = mailbox.mails.length;
	const stranger = await (await newDesktop()).newPage();
	await stranger.goto(`${site.url}/sign-in`);
	await stranger.getByLabel(da.signIn.email).fill('ukendt@sygehus.example');
	await stranger.getByRole('button', { name: da.signIn.send }).click();
	await stranger.getByRole('heading', { name: da.signIn.asked.title }).waitFor();
	await signIn(lead, site, mailbox, administrator.email);
	assert.equal(mailbox.mails.length, before + 1);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});

test('forms and JSON come through on localhost, by number, and behind a proxy with https; from another site they do not', async (t) => {
	const publicUrl = 'https://trivsel.region.example';
	const site = await startSite(t, { settings: { PUBLIC_URL: publicUrl } });
	const proxy = createServer((incoming, outgoing) => {
		const headers = { ...incoming.headers, host: 'trivsel.region.example' };
		const passed = httpRequest(
			{ host: '127.0.0.1', port: site.port, path: incoming.url, method: incoming.method, headers },
			(answered) => {
				outgoing.writeHead(answered.statusCode ?? 502, answered.headers);
				answered.pipe(outgoing);
			}
		);
		incoming.pipe(passed);
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	t.after(() => new Promise((resolve) => proxy.close(resolve)));
	const proxied = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
	const direct = `http://127.0.0.1:${site.port}`;
	const round = '00000000-0000-4000-8000-000000000000';
	const json = { token: 'x', blinded: 'AA' };

	// Nothing is set up yet: 404 with a reason means that the request came through, 403 that it did not.
	const jsonFrom = async (base: string, headers: Record<string, string>) =>
		(
			await post(`${base}/answer/${round}/collect`, JSON.stringify(json), {
				'content-type': 'application/json',
				...headers
			})
		).status;
	const formFrom = async (base: string, headers: Record<string, string>) =>
		post(`${base}/sign-in`, 'email=nobody%40sygehus.example', {
			'content-type': 'application/x-www-form-urlencoded',
			...headers
		});

	for (const [base, origin] of [
		[site.url, site.url],
		[direct, direct],
		[proxied, publicUrl]
	] as const) {
		assert.equal(await jsonFrom(base, { origin }), 404, `JSON from ${origin}`);
		assert.equal((await formFrom(base, { origin })).status, 200, `a form from ${origin}`);
		for (const foreign of [
			'https://evil.example',
			'null',
			`${origin}.evil.example`,
			origin.replace(/^https?/, (scheme) => (scheme === 'http' ? 'https' : 'http'))
		]) {
			assert.equal(await jsonFrom(base, { origin: foreign }), 403, `JSON to ${origin} from ${foreign}`);
			assert.equal((await formFrom(base, { origin: foreign })).status, 403, `a form to ${origin} from ${foreign}`);
		}
		assert.equal(await jsonFrom(base, { 'sec-fetch-site': 'cross-site' }), 403, 'a browser that hides the origin');
	}

	const token = new URL(site.setUpLink()).searchParams.get('token') ?? '';
	const body = new URLSearchParams({
		token,
		organisationName: 'Proxy',
		name: 'Signe',
		email: administrator.email
	}).toString();
	const done = await post(`${proxied}/set-up?token=${token}`, body, {
		'content-type': 'application/x-www-form-urlencoded',
		origin: publicUrl
	});
	assert.equal(done.status, 303);
	const cookies = [done.headers['set-cookie'] ?? []].flat();
	assert.ok(
		cookies.length > 0 &&
			cookies.every(
				(cookie) => /; *Secure/i.test(cookie) && /; *HttpOnly/i.test(cookie) && /; *SameSite=(Lax|Strict)/i.test(cookie)
			),
		cookies.join('\n')
	);
	const inside = await fetch(`${proxied}/rounds`, {
		headers: { cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') }
	});
	assert.equal(inside.status, 200, 'the session of the proxy works');
	assert.equal(inside.headers.get('cache-control'), 'no-store');
});

test('the dates and names of a round that cannot be are refused at their fields', async (t) => {
	const site = await startSite(t);
	const { newDesktop } = await openBrowser(t);
	const page = await (await newDesktop()).newPage();
	await setUp(page, site);
	await page.goto(`${site.url}/rounds/new`);
	await page.getByLabel(da.rounds.nameLabel).fill('x'.repeat(300));
	await page.getByLabel(da.rounds.opensLabel).fill(dayFromNow(9));
	await page.getByLabel(da.rounds.closesLabel).fill(dayFromNow(2));
	await page.getByRole('button', { name: da.rounds.plan }).click();
	await page.getByRole('alert').getByText(da.rounds.problems['name-too-long']).waitFor();
	await page.getByRole('alert').getByText(da.rounds.problems['closes-before-it-opens']).click();
	assert.ok(
		await page.getByLabel(da.rounds.closesLabel).evaluate((field) => field === document.activeElement),
		'the summary leads to the field'
	);
	await checkPage(page);

	// Too few leaders for anybody to be safe.
	await uploadFile(page, site, {
		name: 'lille.csv',
		bytes: Buffer.from('Enhed;Leder;E-mail\nAfsnit;Ib Holm;ib@sygehus.example\n', 'latin1')
	});
	await page.getByRole('button', { name: da.organisation.save }).click();
	await planRound(page, site);
	await page.getByText(da.rounds.tooFew(1, 8)).waitFor();
	assert.equal(await page.getByRole('button', { name: da.rounds.open }).count(), 0);
	await checkPage(page);
});

type Posted = { readonly status: number; readonly headers: IncomingHttpHeaders };

/** node:http, because fetch does not let a caller set Origin or Host as a browser does. */
function post(url: string, body: string, headers: Record<string, string>): Promise<Posted> {
	return new Promise((resolve, reject) => {
		const request = httpRequest(
			url,
			{ method: 'POST', headers: { accept: 'text/html', ...headers, 'content-length': Buffer.byteLength(body) } },
			(response) => {
				response.resume();
				response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
			}
		);
		request.on('error', reject);
		request.end(body);
	});
}
