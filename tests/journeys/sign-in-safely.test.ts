// A programme lead makes a passkey, sets an app up, gives and takes a role; a taken role ends what is open elsewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { checkPage, openBrowser, tabTo } from '../support/browser.ts';
import { startMailbox } from '../support/mailbox.ts';
import { startSite } from '../support/site.ts';
import { administrator } from './made-up-hospital.ts';
import { da, setUp, signIn } from './steps.ts';

const texts = da.accounts;
const committee = 'udvalg@hospital.example';

test('signing in with more than a mailbox, and a role that is taken back', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const people = await openBrowser(t);
	const desktop = await people.newDesktop();
	const page = await desktop.newPage();
	const devtools = await desktop.newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
	await setUp(page, site);

	// A passkey, with a name, told by mail.
	await page.goto(`${site.url}/account`);
	await checkPage(page);
	await page.getByLabel(texts.account.name).fill('Arbejdstelefon');
	await tabTo(page, page.getByRole('button', { name: texts.account.add }));
	await page.keyboard.press('Enter');
	await page.getByText(texts.account.told.added).waitFor();
	await page.getByText('Arbejdstelefon').first().waitFor();
	const told = await mailbox.receive(1, administrator.email);
	assert.equal(told[0]?.subject, texts.letters.subjects['passkey-added']);

	// A browser without passkeys says so, and offers nothing that it cannot do.
	const older = await desktop.newPage();
	await older.addInitScript(() => void Reflect.deleteProperty(window, 'PublicKeyCredential'));
	await older.goto(`${site.url}/account`);
	await older.getByText(texts.passkeyNotHere).waitFor();
	assert.equal(await older.getByRole('button', { name: texts.account.add }).isVisible(), false);
	await checkPage(older);
	await older.close();

	// The roles of the organisation, and what they require.
	await page.goto(`${site.url}/organisation/access`);
	await checkPage(page);
	const give = page.getByRole('button', { name: texts.access.add });
	await give.click();
	await page.getByRole('alert').getByText(texts.access.problems['unknown-role']).waitFor();
	await page.getByLabel(texts.access.email).fill(committee);
	await page.locator('label', { hasText: 'Arbejdsmiljøudvalg' }).first().click();
	await give.click();
	await page.getByText(texts.access.told.granted(committee, 'Arbejdsmiljøudvalg')).waitFor();
	await page.getByRole('button', { name: texts.access.takeFrom('Programleder', administrator.email) }).click();
	await page.getByText(texts.access.problems['last-programme-lead']).waitFor();
	await page.getByRole('group', { name: texts.access.rulesRoles }).getByText('Programleder').click();
	await page.getByRole('button', { name: texts.access.rulesSave, exact: true }).click();
	await page.getByText(texts.access.told.rules).waitFor();
	// From the next page on the passkey is needed: the session of the set-up link is not enough.
	await page.goto(`${site.url}/rounds`);
	await page.getByText(texts.secondStep.passkeyIntro).waitFor();

	// Somebody else's finger opens nothing; the own one does.
	await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	const withPasskey = page.getByRole('button', { name: texts.signIn.passkey });
	await withPasskey.click();
	await page.getByText(texts.signIn.problems.cancelled).waitFor();
	await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
	await withPasskey.click();
	await page.getByRole('button', { name: da.site.signOut }).waitFor();

	// An app with recovery codes, beside it.
	await page.goto(`${site.url}/sign-in/second-step`);
	await page.getByRole('img', { name: texts.secondStep.picture }).waitFor();
	await checkPage(page);
	const secret = Secret.fromBase32((await page.locator('.secret').innerText()).replaceAll(' ', ''));
	await page.getByLabel(texts.secondStep.code, { exact: true }).fill('000000');
	await page.getByRole('button', { name: texts.secondStep.setUp }).click();
	await page.getByRole('alert').getByText(texts.secondStep.wrong).waitFor();
	await page.getByLabel(texts.secondStep.code, { exact: true }).fill(new TOTP({ secret }).generate());
	await page.getByRole('button', { name: texts.secondStep.setUp }).click();
	await page.getByRole('heading', { name: texts.secondStep.codesTitle }).waitFor();
	await checkPage(page);
	const recoveryCode = await page.locator('ol[translate="no"] li').first().innerText();
	await page.getByRole('link', { name: texts.secondStep.codesDone }).click();
	await page.getByText(texts.account.told['app-added']).waitFor();

	// On another device, by mail: the link alone opens nothing, a recovery code does.
	const phone = await (await people.newPhone()).newPage();
	await phone.goto(`${site.url}/sign-in`);
	await checkPage(phone);
	await phone.getByLabel(da.signIn.email).fill(administrator.email);
	await phone.getByRole('button', { name: da.signIn.send }).click();
	const link = (await mailbox.receive(3, administrator.email)).find((mail) => mail.text.includes('/sign-in/confirm'));
	await phone.goto(/https?:\/\/\S+\/sign-in\/confirm\S+/.exec(link?.text ?? '')?.[0] ?? '');
	await phone.getByRole('button', { name: da.signIn.confirm.button }).tap();
	await phone.getByRole('heading', { name: texts.secondStep.title }).waitFor();
	await checkPage(phone);
	await phone.goto(`${site.url}/organisation/access`);
	await phone.waitForURL(`${site.url}/sign-in/second-step`);
	await phone.getByLabel(texts.secondStep.code, { exact: true }).fill(recoveryCode);
	await phone.getByRole('button', { name: texts.secondStep.confirm }).tap();
	await phone.getByText(texts.secondStep.recoveryLeft(9)).waitFor();
	await phone.goto(`${site.url}/organisation/access`);
	await phone.getByRole('heading', { name: texts.access.title }).waitFor();

	// A role that is taken back ends what is open in another browser.
	const other = await (await people.newDesktop()).newPage();
	await signIn(other, site, mailbox, committee);
	assert.equal((await other.goto(`${site.url}/results`))?.status(), 200);
	await page.goto(`${site.url}/organisation/access`);
	await page.getByRole('button', { name: texts.access.takeFrom('Arbejdsmiljøudvalg', committee) }).click();
	await page.getByText(texts.access.told.taken(committee, 'Arbejdsmiljøudvalg')).waitFor();
	assert.equal((await other.goto(`${site.url}/results`))?.status(), 403);

	// And all of it stands in the record, without anything that somebody typed.
	await page.goto(`${site.url}/operation/events?subject=${encodeURIComponent(committee)}`);
	await page.getByRole('cell', { name: `${da.eventNames.deeds['take-role']}: Arbejdsmiljøudvalg` }).waitFor();
	await checkPage(page);
	assert.doesNotMatch(site.output(), /"level":"error"/);
});
