import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { linesAsText } from '#domain/evidence/edit/form-values.ts';
import { insertRevision, listRevisions } from '#server/database/evidence-revisions.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { listOrganisations } from '#server/database/organisations.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { silentLog } from '#server/log/log.ts';
import { projectRoot } from '#server/project-root.ts';
import { checkPage, openBrowser, tabTo, takePicture } from '../support/browser.ts';
import { startMailbox } from '../support/mailbox.ts';
import { startSite } from '../support/site.ts';
import { medicalHead } from './made-up-hospital.ts';
import { da, en, importHospital, setUp, signIn } from './steps.ts';

const editing = da.evidenceEditing;
const fields = da.evidenceFields;
const findingId = 'workload-stress';
const shipped = readEvidence(join(projectRoot, 'evidence'));
const finding = shipped.findings.find(({ id }) => id === findingId) ?? assert.fail(`no finding ${findingId}`);
const rikke = 'rikke.rask@sygehus.example';
const omar = 'omar.oest@sygehus.example';
const newClaim = 'Stor arbejdsmængde er det, ledende sygeplejersker oftest nævner som kilde til stress.';
/** Shown as it is written: nothing in a record is ever read as HTML. */
const newNote = 'Omars forbehold <script>document.title = "nej"</script> & <b>mere</b>.';

test('an editor corrects a claim, sees it before readers do, publishes it and takes it back', async (t) => {
	const mailbox = await startMailbox(t);
	const site = await startSite(t, { settings: { SMTP_URL: mailbox.url } });
	const { newDesktop, newPhone } = await openBrowser(t);
	const lead = await (await newDesktop()).newPage();
	const reader = await (await newPhone()).newPage();
	const first = await (await newDesktop({ acceptDownloads: true })).newPage();
	const second = await (await newPhone()).newPage();
	const manager = await (await newDesktop()).newPage();
	const form = `${site.url}/evidence/finding/${findingId}`;
	await setUp(lead, site);
	await importHospital(lead, site);

	await t.test('the programme lead makes two people editors, and takes a third back', async () => {
		await lead.goto(`${site.url}/organisation`);
		await lead.getByRole('link', { name: editing.editors.link }).click();
		await lead.getByRole('heading', { level: 1, name: editing.editors.title }).waitFor();
		await grant(lead, 'rikke');
		await lead.getByRole('alert').getByText(editing.editors.notAnAddress).waitFor();
		assert.equal(await lead.getByLabel(editing.editors.email, { exact: true }).inputValue(), 'rikke');
		for (const email of [rikke, omar, 'forkert@sygehus.example']) {
			await grant(lead, email);
			await lead.getByText(editing.editors.granted(email)).waitFor();
		}
		await checkPage(lead);
		await lead.getByRole('button', { name: editing.editors.removeOf('forkert@sygehus.example') }).click();
		await lead.getByText(editing.editors.removed).waitFor();
		// Whoever sets the organisation up is one as well.
		const removal = new RegExp(`^${editing.editors.removeOf('')}`);
		assert.equal(await lead.getByRole('button', { name: removal }).count(), 3);
	});

	await t.test('nobody else opens a page of editors', async () => {
		await signIn(manager, site, mailbox, medicalHead.email);
		await signIn(first, site, mailbox, rikke);
		await signIn(second, site, mailbox, omar);
		const pages = ['', '/finding', '/finding/new', `/finding/${findingId}`, `/finding/${findingId}/history`];
		const more = [`/finding/${findingId}/conflict`, '/drafts', '/history', '/status', '/export'];
		for (const path of [...pages, ...more]) {
			for (const page of [reader, manager]) {
				assert.equal((await page.request.get(`${site.url}/evidence${path}`)).status(), 403, path);
			}
			assert.equal((await first.request.get(`${site.url}/evidence${path}`)).status(), 200, path);
		}
		for (const page of [reader, manager, first]) {
			assert.equal((await page.request.get(`${site.url}/evidence/editors`)).status(), 403);
		}
		for (const address of [`${form}?/save`, `${form}?/preview`, `${form}/history`, `${site.url}/evidence/drafts`]) {
			const headers = { origin: site.url };
			const sent = { form: { reason: 'x', note: 'x', revision: '0', basedOn: '0', seen: '' } };
			assert.equal((await manager.request.post(address, { ...sent, headers })).status(), 403, address);
			const foreign = { origin: 'https://elsewhere.example' };
			assert.equal((await first.request.post(address, { ...sent, headers: foreign })).status(), 403, address);
		}
		await first.goto(`${site.url}/evidence/status`);
		await first.getByRole('heading', { level: 1, name: da.evidenceStatus.title }).waitFor();
		await first.getByRole('rowheader', { name: finding.claim.da }).waitFor();
		await checkPage(first);
		assert.equal((await first.request.get(`${site.url}/evidence/factor`)).status(), 404);
		assert.equal((await first.request.get(`${site.url}/evidence/finding/does-not-exist`)).status(), 404);
	});

	await t.test(
		'the editor finds the claim by a word; what cannot be read is told, and nothing typed is lost',
		async () => {
			await first.goto(site.url);
			await first.getByRole('heading', { level: 1, name: editing.start.title }).waitFor();
			await checkPage(first);
			await tabTo(first, first.getByLabel(editing.list.searchHint));
			await first.keyboard.type('arbejdsmængde kilde');
			await first.keyboard.press('Enter');
			await first.getByRole('link', { name: finding.claim.da }).first().click();
			await first.getByRole('heading', { level: 1, name: finding.claim.da }).waitFor();
			assert.equal(await first.getByRole('link', { name: editing.form.readersSee }).count(), 1);
			// Omar has the same form open from here on.
			await second.goto(form);
			await checkPage(first);

			await danish(first, fields.fields.finding.claim).fill(newClaim);
			await english(first, fields.fields.finding.population).fill('');
			await first.getByLabel(fields.fields.finding.lines).fill('mange');
			await first.getByLabel(editing.form.reasonLabel).fill('Oversigten siger det sådan.');
			await first.getByRole('button', { name: editing.form.preview }).click();
			const summary = first.getByRole('alert');
			await summary.getByText(fields.problems.fields['lines-unreadable']('mange')).waitFor();
			await summary.getByText(fields.problems.fields['one-language']()).waitFor();
			assert.ok((await first.title()).startsWith(`${da.ui.form.error}: `));
			await checkPage(first);
			assert.equal(await danish(first, fields.fields.finding.claim).inputValue(), newClaim);
			assert.equal(await first.getByLabel(fields.fields.finding.lines).inputValue(), 'mange');
			assert.equal(await first.getByLabel(editing.form.reasonLabel).inputValue(), 'Oversigten siger det sådan.');
			await summary.getByRole('link', { name: fields.fields.finding.lines }).click();
			assert.ok(await first.evaluate(() => document.activeElement?.id === 'lines'));
		}
	);

	await t.test('the preview stands beside what readers see; without a reason nothing is saved', async () => {
		await english(first, fields.fields.finding.population).fill(finding.population.en);
		await first.getByLabel(fields.fields.finding.lines).fill(linesAsText(finding.lines));
		await first.getByLabel(editing.form.reasonLabel).fill('');
		await first.getByRole('button', { name: editing.form.preview }).click();
		await first.getByRole('heading', { name: editing.preview.title }).waitFor();
		await first.getByText(editing.preview.problemsNone).waitFor();
		const now = first.getByRole('region', { name: editing.preview.readNow });
		const then = first.getByRole('region', { name: editing.preview.readThen });
		assert.ok((await now.innerText()).includes(finding.claim.da));
		assert.ok((await then.innerText()).includes(newClaim));
		assert.ok((await then.innerText()).includes(editing.form.version(finding.version + 1)));
		assert.ok(!(await then.innerText()).includes(finding.claim.da));
		await first.getByText(editing.preview.certaintySame).waitFor();
		// A screen reader begins with the answer, not with the page from above.
		assert.ok((await first.title()).startsWith(`${editing.preview.title}: `));
		assert.equal(await first.evaluate(() => document.activeElement?.id), 'preview');
		const question = first.getByRole('listitem').filter({ hasText: editing.preview.oneLanguage.da });
		assert.equal(await question.count(), 1);
		await question.getByRole('link', { name: fields.fields.finding.claim }).click();
		assert.equal(await first.evaluate(() => document.activeElement?.id), 'claim.en');
		await checkPage(first);
		await first.getByRole('heading', { name: editing.preview.title }).scrollIntoViewIfNeeded();
		await takePicture(first, 'evidence-preview');

		await first.getByRole('button', { name: editing.form.save }).click();
		await first.getByRole('alert').getByText(fields.problems.fields.missing()).waitFor();
		assert.equal(await danish(first, fields.fields.finding.claim).inputValue(), newClaim);
		await first.getByLabel(editing.form.reasonLabel).fill('Oversigten siger det sådan.');
		await first.getByRole('button', { name: editing.form.save }).click();
		await first.getByText(editing.form.saved).waitFor();
		await first.getByText(editing.form.isDraft).waitFor();
	});

	await t.test('another editor with the same form open is told, and neither loses anything', async () => {
		await danish(second, fields.fields.finding.note).fill(newNote);
		await english(second, fields.fields.finding.note).fill('A note by Omar.');
		await second.getByLabel(editing.form.reasonLabel).fill('Læseren skal vide det.');
		await second.getByRole('button', { name: editing.form.save }).click();
		await second.getByText(editing.newer.text).waitFor();
		await checkPage(second);
		assert.equal(await danish(second, fields.fields.finding.claim).inputValue(), newClaim);
		assert.equal(await danish(second, fields.fields.finding.note).inputValue(), newNote);
		assert.equal(await second.getByLabel(editing.form.reasonLabel).inputValue(), 'Læseren skal vide det.');
		await second.getByRole('button', { name: editing.form.save }).click();
		await second.getByText(editing.form.saved).waitFor();
	});

	await t.test('readers see the old words until the drafts are published, with a higher version', async () => {
		const page = `${site.url}/findings/${findingId}`;
		await reader.goto(page);
		await reader.getByRole('heading', { level: 1, name: finding.claim.da }).waitFor();
		await reader.getByText(`version ${finding.version}.`).waitFor();
		assert.equal(await reader.getByRole('link', { name: editing.correctThis }).count(), 0);

		await first.goto(`${site.url}/evidence`);
		await first.getByText(editing.start.drafts(1)).waitFor();
		const files = await download(first, first.getByRole('link', { name: editing.start.export }));
		const exported = Object.entries(files).find(([path]) => path.endsWith('findings/workload.json'))?.[1];
		assert.ok(exported?.includes(JSON.stringify(newClaim)));

		await first.getByRole('link', { name: editing.start.toDrafts }).click();
		await first.getByText('Læseren skal vide det.').waitFor();
		await first.getByText('Oversigten siger det sådan.').waitFor();
		// Of the claim and the note only the claim was left as it was in English.
		const question = first.getByRole('listitem').filter({ hasText: editing.drafts.oneLanguage.da });
		assert.equal(await question.count(), 1);
		await question.getByRole('link', { name: fields.fields.finding.claim }).waitFor();
		await checkPage(first);
		await tabTo(first, first.getByRole('button', { name: editing.drafts.publish }));
		await first.keyboard.press('Enter');
		await first.getByRole('alert').getByText(fields.problems.fields.missing()).waitFor();
		await first.getByLabel(editing.drafts.noteLabel).fill('Arbejdsmængde sagt klarere.');
		await first.getByRole('button', { name: editing.drafts.publish }).click();
		await first.getByText(editing.drafts.published(1)).waitFor();
		await checkPage(first);

		await reader.goto(page);
		await reader.getByRole('heading', { level: 1, name: newClaim }).waitFor();
		await reader.getByText(newNote).waitFor();
		assert.notEqual(await reader.title(), 'nej');
		await reader.getByText(`version ${finding.version + 1}.`).waitFor();
		await checkPage(reader);
		await reader.goto(`${site.url}/knowledge/overview`);
		assert.ok((await reader.locator('main').innerText()).includes(newClaim.replace(/\.$/, '')));
	});

	await t.test('the history tells who, when and why, and leads back', async () => {
		await first.goto(`${site.url}/findings/${findingId}`);
		await first.getByRole('link', { name: editing.correctThis }).click();
		await first.getByRole('link', { name: editing.form.history }).click();
		await first.getByText('Oversigten siger det sådan.').waitFor();
		await checkPage(first);
		await first.getByText(editing.history.undoShipped).click();
		const back = first.locator('details[open]').filter({ hasText: editing.history.undoShipped });
		await back.getByRole('button', { name: editing.history.undoButton }).click();
		await first.getByRole('alert').getByText(fields.problems.fields.missing()).waitFor();
		await back.getByLabel(editing.history.undoReason).fill('Det gamle var rigtigt.');
		await back.getByRole('button', { name: editing.history.undoButton }).click();
		await first.getByText(editing.form.undone).waitFor();
		await first.getByRole('link', { name: editing.form.toDrafts }).click();
		await first.getByLabel(editing.drafts.noteLabel).fill('Ført tilbage.');
		await first.getByRole('button', { name: editing.drafts.publish }).click();
		await first.getByText(editing.drafts.published(2)).waitFor();

		await reader.goto(`${site.url}/findings/${findingId}`);
		await reader.getByRole('heading', { level: 1, name: finding.claim.da }).waitFor();
		await reader.getByText(`version ${finding.version + 2}.`).waitFor();
		await first.goto(`${form}/history`);
		for (const reason of ['Oversigten siger det sådan.', 'Læseren skal vide det.', 'Det gamle var rigtigt.'])
			await first.getByText(reason).first().waitFor();
		await first.getByText('Arbejdsmængde sagt klarere.').waitFor();
		await first.goto(`${site.url}/evidence/history`);
		await first.getByText('Ført tilbage.').waitFor();
		await checkPage(first);
	});

	await t.test('a new study is saved, led on to a claim, not published without one, and taken out again', async () => {
		await first.goto(`${site.url}/evidence`);
		await first.getByRole('link', { name: editing.kinds.study.add }).click();
		await first.getByRole('button', { name: editing.form.preview }).click();
		await first.getByRole('alert').getByText(fields.problems.fields.missing()).first().waitFor();
		await checkPage(first);
		for (const heading of Object.values(fields.sections)) await first.getByRole('heading', { name: heading }).waitFor();
		await first.getByLabel(editing.form.idLabel).fill('hansen-2026');
		await first.getByLabel(fields.fields.study.status).selectOption('recalled');
		await first.getByRole('textbox', { name: fields.fields.study.authors }).fill('Hansen, Kim');
		await first.locator('#design').selectOption('unknown');
		await first.getByLabel(editing.form.reasonLabel).fill('Skal slås efter.');
		await first.getByRole('button', { name: editing.form.preview }).click();
		await first.getByText(editing.preview.nextClaim).waitFor();
		const preview = first.getByRole('region', { name: editing.preview.title });
		for (const part of [fields.choices.confidenceFields.author, fields.choices.confidenceFields.DOI])
			await preview.getByText(fields.problems.fields['confidence-missing'](part)).waitFor();
		const said = await preview.innerText();
		for (const unwanted of ['must have', fields.problems.rules['studies-are-used'], editing.changes.nothing])
			assert.ok(!said.includes(unwanted), unwanted);
		await checkPage(first);
		await preview.getByRole('link', { name: fields.fields.study.confidence }).first().click();
		assert.equal(await first.evaluate(() => document.activeElement?.id), 'confidence.author');
		for (const part of ['author', 'issued', 'title', 'DOI'])
			await first.locator(`[id="confidence.${part}"]`).selectOption('recalled');
		await first.getByRole('button', { name: editing.form.previewAgain }).click();
		await first.getByText(editing.preview.nextClaim).waitFor();
		assert.equal(await preview.getByText(editing.preview.problemsText).count(), 0);
		assert.equal(await preview.getByText(editing.preview.problemsNone).count(), 0);
		await first.getByRole('button', { name: editing.form.save }).click();
		await first.getByText(editing.form.saved).waitFor();
		await first.getByText(editing.form.nextClaim).waitFor();
		// Readers have no page of it yet.
		assert.equal(await first.getByRole('link', { name: editing.form.readersSee }).count(), 0);
		await checkPage(first);
		await first.getByRole('link', { name: editing.kinds.finding.add }).click();
		await first.locator('[id="studies.hansen-2026"]').waitFor({ state: 'attached' });
		await first.goBack();
		await first.getByRole('link', { name: editing.form.toDrafts }).click();
		await first.getByText(fields.problems.rules['studies-are-used']).first().waitFor();
		await checkPage(first);
		await first.getByLabel(editing.drafts.noteLabel).fill('Et studie mere.');
		await first.getByRole('button', { name: editing.drafts.publish }).click();
		await first.getByText(editing.drafts.rulesBroken).waitFor();
		assert.equal(await first.getByLabel(editing.drafts.noteLabel).inputValue(), 'Et studie mere.');
		assert.equal((await reader.request.get(`${site.url}/studies/hansen-2026`)).status(), 404);

		await first.goto(`${site.url}/evidence/study/hansen-2026/history`);
		await first.getByText(editing.history.takeOut).click();
		await first.getByLabel(editing.history.undoReason).fill('Fandtes ikke.');
		await first.getByRole('button', { name: editing.history.takeOutButton }).click();
		await first.getByText(editing.form.undone).waitFor();
		await first.goto(`${site.url}/evidence/drafts`);
		await first.getByText(editing.drafts.none).waitFor();
	});

	await t.test('after an upgrade the editor says which words are to stand', async () => {
		await site.stop();
		await saveUnderEarlierVersion(site.dataDirectory);
		await site.start();
		await first.goto(`${site.url}/evidence`);
		await first.getByText(editing.start.conflicts(1)).waitFor();
		await first.getByRole('link', { name: editing.start.toConflicts, exact: true }).click();
		await first.getByRole('link', { name: 'Vores ord om arbejdsmængde.' }).first().click();
		await first.getByRole('heading', { level: 1, name: editing.conflict.title }).waitFor();
		await checkPage(first);
		await first.getByRole('button', { name: editing.conflict.button }).click();
		await first.getByRole('alert').getByText(fields.problems.fields['not-chosen']('')).waitFor();
		await checkPage(first);
		await first.getByText(editing.conflict.takeShipped, { exact: true }).click();
		await first.getByLabel(editing.conflict.reasonLabel).fill('Deres er klarere.');
		await first.getByRole('button', { name: editing.conflict.button }).click();
		await first.getByText(editing.form.settled).waitFor();
		await first.goto(`${site.url}/evidence`);
		assert.equal(await first.getByText(editing.start.conflicts(1)).count(), 0);
	});

	await t.test('in English', async () => {
		await first.goto(`${form}?language=en`);
		await first.getByRole('button', { name: en.evidenceEditing.form.preview }).click();
		await first.getByRole('heading', { name: en.evidenceEditing.preview.title }).waitFor();
		await checkPage(first, { language: 'en' });
	});

	assert.doesNotMatch(site.output(), /"level":"error"/);
});

/** A draft from when the program shipped another claim: since then the shipped one has changed as well. */
async function saveUnderEarlierVersion(dataDirectory: string): Promise<void> {
	const database = await openDatabase({
		dataDirectory: join(dataDirectory, 'database'),
		databaseUrl: null,
		log: silentLog
	});
	const [organisation] = await listOrganisations(database.kysely);
	assert.ok(organisation);
	const key = { kind: 'finding', id: findingId } as const;
	const [newest] = await listRevisions(database.kysely, organisation.id, key);
	await insertRevision(database.kysely, organisation.id, {
		...key,
		revision: (newest?.revision ?? 0) + 1,
		content: { ...finding, claim: { da: 'Vores ord om arbejdsmængde.', en: 'Our words on workload.' } },
		shippedBefore: { ...finding, claim: { da: 'Som det var før.', en: 'As it was before.' } },
		reason: 'Klarere sagt.',
		editorName: 'Rikke Rask',
		savedAt: new Date()
	});
	await database.close();
}

async function grant(page: Page, email: string): Promise<void> {
	await page.getByLabel(editing.editors.email, { exact: true }).fill(email);
	await page.getByRole('button', { name: editing.editors.add }).click();
}

function danish(page: Page, label: string): Locator {
	return page.getByRole('group', { name: label }).getByLabel(editing.form.danish, { exact: true });
}

function english(page: Page, label: string): Locator {
	return page.getByRole('group', { name: label }).getByLabel(editing.form.english, { exact: true });
}

/** The files of a downloaded archive, as texts. */
async function download(page: Page, link: Locator): Promise<Readonly<Record<string, string>>> {
	const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
	const entries = Object.entries(unzipSync(readFileSync(await file.path())));
	return Object.fromEntries(entries.map(([path, bytes]) => [path, strFromU8(bytes)]));
}
