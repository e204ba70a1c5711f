import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { findRecord, formOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FormValues } from '#domain/evidence/edit/form-values.ts';
import type { EvidenceBase, Finding } from '#domain/evidence/evidence.ts';
import type { Person } from '#server/actor.ts';
import { migrate } from '#server/database/migrate.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { grantRole, insertOrganisation } from '#server/database/organisations.ts';
import { findPerson } from '#server/database/people.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { validateRecord } from '#server/evidence-base/validate-record.ts';
import { silentLog } from '#server/log/log.ts';
import { describeFindings } from '#server/use-cases/evidence/describe-finding.ts';
import { editEvidenceRecord } from '#server/use-cases/evidence/edit-evidence-record.ts';
import { readDrafts } from '#server/use-cases/evidence/evidence-drafts.ts';
import { exportEvidenceDrafts } from '#server/use-cases/evidence/export-evidence-drafts.ts';
import { grantEvidenceEditor } from '#server/use-cases/evidence/grant-evidence-editor.ts';
import { listEvidenceDrafts } from '#server/use-cases/evidence/list-evidence-drafts.ts';
import { listEvidenceRecords } from '#server/use-cases/evidence/list-evidence-records.ts';
import { listEvidenceEditors } from '#server/use-cases/evidence/list-evidence-editors.ts';
import { prepareEvidenceEdit } from '#server/use-cases/evidence/prepare-evidence-edit.ts';
import { previewEvidenceEdit } from '#server/use-cases/evidence/preview-evidence-edit.ts';
import { publishEvidence } from '#server/use-cases/evidence/publish-evidence.ts';
import { publishedEvidence } from '#server/use-cases/evidence/published-evidence.ts';
import { readEvidenceHistory } from '#server/use-cases/evidence/read-evidence-history.ts';
import { removeEvidenceEditor } from '#server/use-cases/evidence/remove-evidence-editor.ts';
import {
	settleEvidenceConflict,
	wholeRecord,
	type ConflictChoice
} from '#server/use-cases/evidence/settle-evidence-conflict.ts';
import { undoEvidenceEdit } from '#server/use-cases/evidence/undo-evidence-edit.ts';
import { server } from '../../../../tests/support/each-database.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase, projectMigrations } from '../../../../tests/support/test-database.ts';

const { kysely } = await createTestDatabase();
const context = createTestContext(kysely);
const findingId = 'workload-stress';
const key = { kind: 'finding', recordId: findingId } as const;

test('a draft changes nothing for readers, a publication does, with a higher version', async () => {
	const editor = await newEditor();
	const before = await read(editor);
	assert.equal(before, context.shippedEvidence);
	assert.equal((await save(editor, { 'claim.da': ['Rettet påstand.'] })).kind, 'saved');
	assert.equal(await read(editor), before);

	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(
		drafts.drafts.map(({ id, change, fields }) => [id, change, fields.map(({ field }) => field)]),
		[[findingId, 'edited', ['claim']]]
	);
	assert.deepEqual(await publish(editor), { kind: 'published', publication: 1, records: 1 });
	const after = await read(editor);
	assert.equal(findingIn(after).claim.da, 'Rettet påstand.');
	assert.equal(findingIn(after).version, findingIn(before).version + 1);
	assert.equal(after.version, `${before.version}+1`);
	// The same object as long as nothing is published: what is computed from it can be kept.
	assert.equal(await read(editor), after);
	assert.deepEqual(await publish(editor), { kind: 'nothing-to-publish' });
});

test('visitors read what the own organisation published, and no organisation sees what another did', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Kun hos os.'] });
	await publish(editor);
	const other = await newEditor();
	assert.equal(await read(other), context.shippedEvidence);
	const { base } = await publishedEvidence(context, null);
	assert.notEqual(findingIn(base).claim.da, 'Kun hos os.');
});

test('visitors read what the own organisation published, also where a demonstration is older', async () => {
	const { kysely: db } = await createTestDatabase();
	const installation = createTestContext(db);
	const sayAndPublish = async (editor: Person, claim: string) => {
		assert.equal((await edit(editor, { ...key, ...becauseOf({ 'claim.da': [claim] }) }, installation)).kind, 'saved');
		assert.equal((await publish(editor, installation)).kind, 'published');
	};
	const forVisitors = async () => findingIn((await publishedEvidence(installation, null)).base).claim.da;
	const demonstration = await newEditor(installation, { isDemonstration: true, createdAt: new Date('2026-01-01') });
	await sayAndPublish(demonstration, 'I demonstrationen.');
	assert.equal(await forVisitors(), findingIn(context.shippedEvidence).claim.da);
	const own = await newEditor(installation, { isDemonstration: false, createdAt: new Date('2026-02-01') });
	await sayAndPublish(own, 'I vores egen.');
	assert.equal(await forVisitors(), 'I vores egen.');
});

test('what cannot be read, a missing reason and no change are told, and nothing is saved', async () => {
	const editor = await newEditor();
	const unreadable = await edit(editor, {
		...key,
		basedOn: 0,
		reason: ' ',
		values: values({ lines: ['mange'] })
	});
	assert.ok(unreadable.kind === 'unreadable');
	assert.deepEqual(
		unreadable.problems.map(({ field, code }) => [field, code]),
		[
			['lines', 'lines-unreadable'],
			['reason', 'missing']
		]
	);
	assert.equal((await save(editor, {})).kind, 'unchanged');
	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(drafts.drafts, []);
});

test('of two editors with the same form, the second is told what the first saved', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Den ene.'] });
	const second = await save(editor, { 'claim.da': ['Den anden.'] });
	assert.ok(second.kind === 'newer');
	assert.equal(second.newer?.editorName, 'Rikke');
	const [change] = second.changes;
	assert.deepEqual(
		[change?.field, change?.before, change?.after].map((value) => JSON.stringify(value).includes('Den')),
		[false, true, true]
	);
	assert.deepEqual(second.values['claim.da'], ['Den anden.']);
	const together = await Promise.all([
		save(editor, { 'claim.da': ['A.'] }, 1),
		save(editor, { 'claim.da': ['B.'] }, 1)
	]);
	assert.deepEqual(together.map(({ kind }) => kind).sort(), ['newer', 'saved']);
});

test('of two editors who changed different fields, the second gets both changes in the form', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Den enes påstand.'] });
	const second = await save(editor, { 'note.da': ['Den andens note.'], 'note.en': ['The other’s note.'] });
	assert.ok(second.kind === 'newer');
	assert.deepEqual(
		second.changes.map(({ field }) => field),
		['note']
	);
	assert.deepEqual(second.values['claim.da'], ['Den enes påstand.']);
	const revision = second.newer?.revision ?? 0;
	const saved = await edit(editor, {
		...key,
		values: second.values,
		basedOn: revision,
		reason: 'Begge.'
	});
	assert.equal(saved.kind, 'saved');
	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(
		drafts.drafts.map(({ fields }) => fields.map(({ field }) => field)),
		[['claim', 'note']]
	);
});

test('an edit that goes back to what readers see is no draft any more', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['En fortrydelse.'] });
	await undoEvidenceEdit(context, editor, { ...key, revision: null, basedOn: 1, reason: 'Alligevel ikke.' });
	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(drafts.drafts, []);
	assert.deepEqual(await publish(editor), { kind: 'nothing-to-publish' });
	const exported = await exportEvidenceDrafts(context, editor);
	assert.ok(exported.kind === 'files');
	assert.equal(exported.version, context.shippedEvidence.version);
});

test('records are found by words of either language, whatever their order', async () => {
	const editor = await newEditor();
	const { claim } = findingIn(context.shippedEvidence);
	for (const text of [claim.da, claim.en]) {
		const [first = '', second = ''] = text.split(' ');
		const search = `${second.toUpperCase()}  ${first}`;
		const found = await listEvidenceRecords(context, editor, { kind: 'finding', search });
		assert.ok(found.kind === 'records');
		assert.equal(found.all, context.shippedEvidence.findings.length);
		assert.ok(found.records.some((record) => record.id === findingId));
		assert.ok(found.records.length < found.all);
	}
	const none = await listEvidenceRecords(context, editor, { kind: 'study', search: 'findes slet ikke' });
	assert.ok(none.kind === 'records');
	assert.deepEqual(none.records, []);
});

test('a publication of drafts that nobody has looked at is refused', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Første.'] });
	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	await save(editor, { 'claim.da': ['Anden.'] }, 1);
	assert.equal((await publishEvidence(context, editor, { note: 'x', seen: drafts.seen })).kind, 'newer');
});

test('a certainty that the rule does not give stops the publication with its reason', async () => {
	const editor = await newEditor();
	const preview = await previewEvidenceEdit(context, editor, { ...key, values: values({ certainty: ['high'] }) });
	assert.ok(preview.kind === 'preview');
	assert.deepEqual(
		preview.problems.map(({ rule, record }) => [rule, record]),
		[['certainty-follows-the-rule', findingId]]
	);
	await save(editor, { certainty: ['high'] });
	const outcome = await publish(editor);
	assert.ok(outcome.kind === 'rules-broken');
	assert.match(outcome.problems[0]?.detail ?? '', /certainty is said to be high/);
	assert.equal(await read(editor), context.shippedEvidence);
});

test('an edit is taken back by a new revision, and the history tells of all of them', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['En gang.'] });
	await publish(editor);
	await save(editor, { 'claim.da': ['To gange.'] }, 1);
	const back = { kind: 'finding', recordId: findingId, reason: 'Det første var rigtigt.' } as const;
	assert.deepEqual(await undoEvidenceEdit(context, editor, { ...back, revision: 1, basedOn: 1 }), { kind: 'newer' });
	assert.equal((await undoEvidenceEdit(context, editor, { ...back, revision: 1, basedOn: 2 })).kind, 'saved');
	assert.equal((await undoEvidenceEdit(context, editor, { ...back, revision: null, basedOn: 3 })).kind, 'saved');
	await publish(editor);
	const finding = findingIn(await read(editor));
	assert.deepEqual(finding.claim, findingIn(context.shippedEvidence).claim);
	assert.equal(finding.version, findingIn(context.shippedEvidence).version + 2);

	const history = await readEvidenceHistory(context, editor, { record: { kind: 'finding', id: findingId } });
	assert.ok(history.kind === 'history');
	assert.deepEqual(
		history.revisions.map(({ revision, isBackToShipped, publications }) => [revision, isBackToShipped, publications]),
		[
			[4, true, [2]],
			[3, false, []],
			[2, false, []],
			[1, false, [1]]
		]
	);
	assert.deepEqual(
		history.publications.map(({ publication, publisherName }) => [publication, publisherName]),
		[
			[2, 'Rikke'],
			[1, 'Rikke']
		]
	);
});

test('an upgrade brings its changes to a corrected record, and what both changed is listed', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Vores ord.'] });
	await publish(editor);
	const note = { da: 'Ny note fra opgraderingen.', en: 'A new note from the upgrade.' };
	const claim = { da: 'Deres ord.', en: 'Their words.' };
	const merged = upgrade({ note, version: 2 });
	const mergedFinding = findingIn(await read(editor, merged));
	assert.equal(mergedFinding.claim.da, 'Vores ord.');
	assert.deepEqual(mergedFinding.note, note);
	assert.equal(mergedFinding.version, 3);

	const disputed = upgrade({ claim, version: 2 });
	assert.equal(findingIn(await read(editor, disputed)).claim.da, 'Vores ord.');
	const drafts = await listEvidenceDrafts(disputed, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(
		drafts.conflicts.map(({ id, what }) => [id, what]),
		[[findingId, 'field']]
	);
	// Saving again settles it: the new revision was made from what is shipped now.
	const settled = { ...values({ 'claim.da': ['Vores ord.'], 'claim.en': ['Our words.'] }) };
	await edit(editor, { ...key, values: settled, basedOn: 1, reason: 'Afgjort.' }, disputed);
	const after = await listEvidenceDrafts(disputed, editor);
	assert.ok(after.kind === 'drafts');
	assert.deepEqual(after.conflicts, []);
});

test('what an upgrade disputes is settled field by field', async () => {
	const editor = await newEditor();
	const note = { da: 'Deres note.', en: 'Their note.' };
	await save(editor, { 'claim.da': ['Vores ord.'], 'note.da': ['Vores note.'], 'note.en': ['Our note.'] });
	await publish(editor);
	const disputed = upgrade({ claim: { da: 'Deres ord.', en: 'Their words.' }, note, version: 2 });
	const settle = (choices: Record<string, ConflictChoice>, reason = 'Afgjort.', basedOn = 1) =>
		settleEvidenceConflict(disputed, editor, { ...key, choices, reason, basedOn });
	const incomplete = await settle({ claim: 'ours' }, ' ');
	assert.ok(incomplete.kind === 'unreadable');
	assert.deepEqual(
		incomplete.problems.map(({ field }) => field),
		['choice.note', 'reason']
	);
	assert.equal((await settle({ claim: 'ours', note: 'shipped' }, 'x', 7)).kind, 'newer');
	assert.deepEqual(await settle({ claim: 'ours', note: 'shipped' }), { kind: 'saved', revision: 2 });
	assert.deepEqual(await settle({ claim: 'ours', note: 'shipped' }), { kind: 'no-conflict' });
	const drafts = await listEvidenceDrafts(disputed, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(drafts.conflicts, []);
	assert.equal((await publishEvidence(disputed, editor, { note: 'x', seen: drafts.seen })).kind, 'published');
	const finding = findingIn(await read(editor, disputed));
	assert.equal(finding.claim.da, 'Vores ord.');
	assert.deepEqual(finding.note, note);
});

test('a record that is no longer shipped is kept as the organisation’s own, or goes', async () => {
	for (const choice of ['ours', 'shipped'] as const) {
		const editor = await newEditor();
		await save(editor, { 'claim.da': ['Vores ord.'] });
		await publish(editor);
		const { shippedEvidence } = context;
		const findings = shippedEvidence.findings.filter((one) => one.id !== findingId);
		const without = { ...context, shippedEvidence: { ...shippedEvidence, findings } };
		const choices = { [wholeRecord]: choice };
		const outcome = await settleEvidenceConflict(without, editor, { ...key, choices, reason: 'x', basedOn: 1 });
		assert.equal(outcome.kind, 'saved');
		const drafts = await listEvidenceDrafts(without, editor);
		assert.ok(drafts.kind === 'drafts');
		assert.deepEqual(drafts.conflicts, []);
		assert.deepEqual(
			drafts.drafts.map(({ change }) => change),
			choice === 'ours' ? [] : ['removed']
		);
	}
});

test('what speaks of something that an upgrade took away is held back, and the editors are told', async () => {
	const editor = await newEditor();
	const { shippedEvidence } = context;
	const gone = shippedEvidence.interventions.find(
		({ id }) => !shippedEvidence.findings.some(({ from }) => from.kind === 'intervention' && from.id === id)
	);
	assert.ok(gone);
	await save(editor, { from: [`intervention ${gone.id}`], 'claim.da': ['Om et tiltag.'] });
	assert.equal((await publish(editor)).kind, 'published');
	assert.equal(findingIn(await read(editor)).claim.da, 'Om et tiltag.');

	const interventions = shippedEvidence.interventions.filter(({ id }) => id !== gone.id);
	const without = { ...context, shippedEvidence: { ...shippedEvidence, interventions } };
	const base = await read(editor, without);
	assert.deepEqual(findingIn(base), { ...findingIn(shippedEvidence), version: findingIn(shippedEvidence).version + 1 });
	assert.equal(describeFindings(base.findings, base).length, base.findings.length);
	const drafts = await listEvidenceDrafts(without, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(
		drafts.conflicts.map(({ id, what }) => [id, what]),
		[[findingId, 'does-not-fit']]
	);
	// As it is it cannot be kept; written again it can.
	const settle = (choice: ConflictChoice) =>
		settleEvidenceConflict(without, editor, {
			...key,
			choices: { [wholeRecord]: choice },
			reason: 'Tiltaget er væk.',
			basedOn: 1
		});
	assert.equal((await settle('ours')).kind, 'unreadable');
	assert.equal((await settle('shipped')).kind, 'saved');
	const after = await listEvidenceDrafts(without, editor);
	assert.ok(after.kind === 'drafts');
	assert.deepEqual(after.conflicts, []);
});

test('an unfinished draft is shown, and waits for what its rules want', async () => {
	const editor = await newEditor();
	const outcome = await edit(editor, {
		kind: 'study',
		recordId: null,
		values: { id: ['ufærdigt-2026'], status: ['recalled'] },
		basedOn: 0,
		reason: 'x'
	});
	assert.ok(outcome.kind === 'unreadable');
	const values = {
		id: ['unfinished-2026'],
		status: ['recalled'],
		authors: ['Hansen, Kim'],
		citedYear: ['2026'],
		design: ['unknown'],
		role: ['additional']
	};
	const saved = await edit(editor, {
		kind: 'study',
		recordId: null,
		values,
		basedOn: 0,
		reason: 'Skal slås efter.'
	});
	assert.equal(saved.kind, 'saved');
	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(
		drafts.drafts.map(({ id, change, saved }) => [id, change, saved.map(({ reason }) => reason)]),
		[['unfinished-2026', 'added', ['Skal slås efter.']]]
	);
	const rules = new Set(drafts.problems.map(({ rule }) => rule));
	assert.ok(rules.has('schema') && rules.has('studies-are-used'));
	assert.equal(await waitsForUse(editor, 'unfinished-2026'), true);
	const [used] = findingIn(context.shippedEvidence).studies;
	assert.equal(await waitsForUse(editor, used ?? ''), false);
});

test('a study that the overview does not cite can be added with a finding that names it', async () => {
	const editor = await newEditor();
	const study = context.shippedEvidence.studies.find((one) => one.status === 'verified');
	const finding = findingIn(context.shippedEvidence);
	assert.ok(study);
	const ofStudy = formOfRecord({ kind: 'study', record: study });
	const added = await edit(editor, {
		kind: 'study',
		recordId: null,
		values: { ...ofStudy, id: ['hansen-2026'], doi: ['10.1234/ny'] },
		basedOn: 0,
		reason: 'Ny undersøgelse.'
	});
	assert.deepEqual(added, { kind: 'saved', recordId: 'hansen-2026', revision: 1 });
	const { [`studies.${finding.studies[0]}`]: _, ...rest } = values({});
	const standings = Object.fromEntries(finding.studies.map((id) => [`studies.${id}`, ['']]));
	await edit(editor, {
		kind: 'finding',
		recordId: null,
		values: { ...rest, ...standings, id: ['workload-new'], 'studies.hansen-2026': ['counts'], lines: [''] },
		basedOn: 0,
		reason: 'Ny påstand.'
	});
	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(drafts.problems, []);
	assert.equal(await waitsForUse(editor, 'hansen-2026'), false);
	assert.equal((await publish(editor)).kind, 'published');
	const base = await read(editor);
	assert.equal(base.findings.find((one) => one.id === 'workload-new')?.version, 1);
	const again = await edit(editor, {
		kind: 'study',
		recordId: null,
		values: { ...ofStudy, id: ['hansen-2026'] },
		basedOn: 0,
		reason: 'x'
	});
	assert.ok(again.kind === 'unreadable');
	assert.deepEqual(again.problems, [{ field: 'id', code: 'id-taken', detail: 'hansen-2026' }]);
});

test('the history tells a new record from one that was corrected, and from one that was taken out', async () => {
	const editor = await newEditor();
	const study = context.shippedEvidence.studies.find((one) => one.status === 'verified');
	assert.ok(study);
	const ofStudy = formOfRecord({ kind: 'study', record: study });
	const key = { kind: 'study', recordId: 'hansen-2027' } as const;
	const values = { ...ofStudy, id: [key.recordId], doi: ['10.1234/nyere'] };
	await edit(editor, { ...key, recordId: null, values, basedOn: 0, reason: 'Ny.' });
	const corrected = { ...values, title: ['En anden titel'] };
	await edit(editor, { ...key, values: corrected, basedOn: 1, reason: 'Titlen.' });
	await undoEvidenceEdit(context, editor, { ...key, revision: null, basedOn: 2, reason: 'Alligevel ikke.' });
	await save(editor, { 'claim.da': ['Rettet.'] });
	const history = await readEvidenceHistory(context, editor, { record: null });
	assert.ok(history.kind === 'history');
	const changes = history.revisions.map(({ id, revision, change }) => `${id} ${revision} ${change}`);
	assert.deepEqual(changes.toSorted(), [
		'hansen-2027 1 added',
		'hansen-2027 2 edited',
		'hansen-2027 3 removed',
		`${findingId} 1 edited`
	]);
});

test('the drafts are exported as the files that ship, and read back as the same base', async (t) => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Til eksport.'] });
	const outcome = await exportEvidenceDrafts(context, editor);
	assert.ok(outcome.kind === 'files');
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-evidence-'));
	t.after(() => rmSync(directory, { recursive: true, force: true }));
	for (const { path, text } of outcome.files) {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), text);
	}
	const base = readEvidence(directory);
	assert.equal(base.version, `${context.shippedEvidence.version}+draft`);
	assert.equal(findingIn(base).claim.da, 'Til eksport.');
	assert.deepEqual(base.interventions, context.shippedEvidence.interventions);
});

test('the programme lead makes somebody an editor and takes it back', async () => {
	const lead: Person = { ...(await newEditor()), roles: ['programme-lead'] };
	assert.deepEqual(await grantEvidenceEditor(context, lead, { email: 'nobody' }), { kind: 'not-an-address' });
	const granted = await grantEvidenceEditor(context, lead, { email: ' Ny@Example.org ' });
	assert.deepEqual(granted, { kind: 'granted', email: 'ny@example.org' });
	const listed = await listEvidenceEditors(context, lead);
	assert.ok(listed.kind === 'editors');
	assert.deepEqual(
		listed.editors.map(({ email }) => email),
		['ny@example.org']
	);
	assert.equal((await removeEvidenceEditor(context, lead, { email: 'ny@example.org' })).kind, 'removed');
	assert.equal((await removeEvidenceEditor(context, lead, { email: 'ny@example.org' })).kind, 'unknown-editor');
});

test('in the demonstration nobody can be made an editor, and nobody can be taken away', async () => {
	const editor = await newEditor();
	const lead: Person = { ...editor, roles: ['programme-lead'], isDemonstration: true };
	assert.deepEqual(await grantEvidenceEditor(context, lead, { email: lead.email }), { kind: 'forbidden' });
	assert.deepEqual(await removeEvidenceEditor(context, lead, { email: lead.email }), { kind: 'forbidden' });
	assert.deepEqual(await listEvidenceEditors(context, lead), { kind: 'forbidden' });
	const own = await listEvidenceEditors(context, { ...lead, isDemonstration: false });
	assert.ok(own.kind === 'editors');
	assert.deepEqual(own.editors, []);
});

test('nobody is made an editor whom another organisation knows', async () => {
	const older: Person = { ...(await newEditor()), roles: ['programme-lead'] };
	const younger = await newEditor();
	const email = 'lead@younger.example.org';
	await grantRole(kysely, younger.organisationId, { email, role: 'programme-lead', at: context.now() });
	assert.deepEqual(await grantEvidenceEditor(context, older, { email }), { kind: 'known-elsewhere' });
	const person = await findPerson(kysely, email);
	assert.deepEqual([person?.organisationId, person?.roles], [younger.organisationId, ['programme-lead']]);
	const own: Person = { ...younger, roles: ['programme-lead'] };
	assert.equal((await grantEvidenceEditor(context, own, { email })).kind, 'granted');
});

test('a form that was opened before an upgrade does not undo it', async () => {
	const upgraded = upgrade({
		claim: { da: 'Rettet af programmet.', en: 'Mended by the program.' },
		note: { da: 'Ny note.', en: 'A new note.' },
		version: 2
	});
	const population = { 'population.da': ['Andre.'], 'population.en': ['Others.'] };
	for (const isPublished of [false, true]) {
		const editor = await newEditor();
		if (isPublished) {
			await save(editor, { 'moderator.da': ['Kun vi.'], 'moderator.en': ['Only we.'] });
			await publish(editor);
		}
		const { opened } = await openForm(editor, context);
		const typed = { ...opened.openedValues, ...population };
		const reason = 'Fordi.';
		const outcome = await editEvidenceRecord(upgraded, editor, { ...key, ...opened, values: typed, reason });
		assert.ok(outcome.kind === 'newer');
		assert.equal(outcome.newer, null);
		assert.deepEqual(
			outcome.changes.map(({ field }) => field),
			['population']
		);
		assert.deepEqual(await draftedFields(editor, upgraded), []);
		const again = { ...key, ...outcome.opened, values: outcome.values, reason };
		assert.equal((await editEvidenceRecord(upgraded, editor, again)).kind, 'saved');
		assert.deepEqual(await draftedFields(editor, upgraded), ['population']);
		assert.deepEqual(await conflictsOf(editor, upgraded), []);
	}
});

test('a conflict stands until somebody has chosen, whatever else is saved of the record', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Vores ord.'], 'claim.en': ['Our words.'] });
	await publish(editor);
	const disputed = upgrade({ claim: { da: 'Deres ord.', en: 'Their words.' }, version: 2 });
	const { opened } = await openForm(editor, disputed);
	const typed = { ...opened.openedValues, 'population.da': ['Andre.'], 'population.en': ['Others.'] };
	const reason = 'En slåfejl.';
	const saved = await editEvidenceRecord(disputed, editor, { ...key, ...opened, values: typed, reason });
	assert.equal(saved.kind, 'saved');
	assert.deepEqual(await conflictsOf(editor, disputed), ['claim']);
	assert.deepEqual(await draftedFields(editor, disputed), ['population']);
	await publish(editor, disputed);
	assert.equal(findingIn(await read(editor, disputed)).claim.da, 'Vores ord.');
	assert.deepEqual(await conflictsOf(editor, disputed), ['claim']);
	const settle = { ...key, choices: { claim: 'shipped' as const }, basedOn: 2, reason: 'Deres er bedre.' };
	assert.equal((await settleEvidenceConflict(disputed, editor, settle)).kind, 'saved');
	assert.deepEqual(await conflictsOf(editor, disputed), []);
});

test('a conflict about a whole record stands too, whatever is saved of it', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Vores ord.'] });
	await publish(editor);
	const gone = withoutFinding();
	const added = await newEditor();
	const another = { ...values({ 'claim.da': ['Tilføjet her.'] }), id: [findingId] };
	assert.equal(
		(await edit(added, { ...key, recordId: null, values: another, basedOn: 0, reason: 'x' }, gone)).kind,
		'saved'
	);
	for (const [who, from, what] of [
		[editor, gone, 'no-longer-shipped'],
		[added, context, 'added-twice']
	] as const) {
		const { opened } = await openForm(who, from);
		const typed = { ...opened.openedValues, 'population.da': ['Andre.'], 'population.en': ['Others.'] };
		const saved = await editEvidenceRecord(from, who, { ...key, ...opened, values: typed, reason: 'x' });
		assert.equal(saved.kind, 'saved');
		assert.deepEqual(await conflictsOf(who, from), [what]);
		assert.deepEqual(findingIn(await draftOf(who, from)).population, { da: 'Andre.', en: 'Others.' });
	}
});

test('a version never falls, whatever upgrades bring or take away', async () => {
	const editor = await newEditor();
	const three = upgrade({ version: 3 });
	await edit(editor, { ...key, ...becauseOf({ 'claim.da': ['Vores ord.'] }) }, three);
	await publish(editor, three);
	const five = upgrade({ version: 5, note: { da: 'Ny.', en: 'New.' } });
	const gone = withoutFinding();
	const versions = [
		findingIn(await read(editor, three)).version,
		findingIn(await read(editor, five)).version,
		findingIn(await read(editor, gone)).version
	];
	const settle = { ...key, choices: { [wholeRecord]: 'ours' as const }, basedOn: 1, reason: 'x' };
	assert.equal((await settleEvidenceConflict(gone, editor, settle)).kind, 'saved');
	versions.push(findingIn(await read(editor, gone)).version);
	const { opened } = await openForm(editor, gone);
	const typed = { ...opened.openedValues, 'claim.da': ['Nye ord.'], 'claim.en': ['New words.'] };
	await editEvidenceRecord(gone, editor, { ...key, ...opened, values: typed, reason: 'x' });
	await publish(editor, gone);
	versions.push(findingIn(await read(editor, gone)).version);
	assert.deepEqual(versions, [4, 6, 6, 6, 7]);
});

test('a correction that the program has taken over follows the program from then on', async () => {
	const editor = await newEditor();
	const newer = (da: string, version: number) => upgrade({ claim: { da, en: `${da} (en)` }, version });
	await save(editor, { 'claim.da': ['Ny.'], 'claim.en': ['Ny. (en)'] });
	await publish(editor);
	const takenOver = newer('Ny.', 2);
	assert.equal(findingIn(await read(editor, takenOver)).claim.da, 'Ny.');
	assert.deepEqual(await conflictsOf(editor, takenOver), []);
	const later = newer('Nyere.', 3);
	assert.equal(findingIn(await read(editor, later)).claim.da, 'Nyere.');
	assert.deepEqual(await conflictsOf(editor, later), []);
	// Whoever goes back to the correction afterwards wants it, and is asked.
	await undoEvidenceEdit(later, editor, { ...key, revision: null, basedOn: 1, reason: 'x' });
	await undoEvidenceEdit(later, editor, { ...key, revision: 1, basedOn: 2, reason: 'x' });
	assert.deepEqual(await conflictsOf(editor, later), ['claim']);
	assert.deepEqual(await draftedFields(editor, later), ['claim']);
});

test('going back to an old revision still tells what an upgrade has changed since', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Vores ord.'] });
	const disputed = upgrade({ claim: { da: 'Deres ord.', en: 'Their words.' }, version: 2 });
	await undoEvidenceEdit(disputed, editor, { ...key, revision: null, basedOn: 1, reason: 'x' });
	assert.deepEqual(await conflictsOf(editor, disputed), []);
	await undoEvidenceEdit(disputed, editor, { ...key, revision: 1, basedOn: 2, reason: 'x' });
	assert.deepEqual(await conflictsOf(editor, disputed), ['claim']);
});

test('what was typed is kept where a colleague takes the record out meanwhile, and can be taken in again', async () => {
	const editor = await newEditor();
	const own = { kind: 'finding', recordId: 'workload-own' } as const;
	const first = values({ id: [own.recordId], 'claim.da': ['Vores egen.'] });
	await edit(editor, { ...own, recordId: null, values: first, basedOn: 0, reason: 'x' });
	const { opened } = await openForm(editor, context, own.recordId);
	const typed = { ...opened.openedValues, 'claim.da': ['Længe arbejdet på.'], 'claim.en': ['Long worked on.'] };
	await undoEvidenceEdit(context, editor, { ...own, revision: null, basedOn: 1, reason: 'Ikke relevant.' });
	assert.equal((await previewEvidenceEdit(context, editor, { ...own, values: typed })).kind, 'preview');
	const outcome = await editEvidenceRecord(context, editor, { ...own, ...opened, values: typed, reason: 'x' });
	assert.ok(outcome.kind === 'newer');
	assert.deepEqual([outcome.isTakenOut, outcome.newer?.reason], [true, 'Ikke relevant.']);
	assert.deepEqual(outcome.values['claim.da'], ['Længe arbejdet på.']);
	const form = await openForm(editor, context, own.recordId);
	assert.deepEqual([form.isTakenOut, form.opened.openedValues['claim.da']], [true, ['Vores egen.']]);
	const again = { ...own, ...outcome.opened, values: outcome.values, reason: 'Alligevel.' };
	assert.deepEqual(await editEvidenceRecord(context, editor, again), {
		kind: 'saved',
		recordId: own.recordId,
		revision: 3
	});
	assert.equal((await openForm(editor, context, own.recordId)).isTakenOut, false);
	const nowhere = { kind: 'finding', recordId: 'nowhere' } as const;
	assert.equal((await prepareEvidenceEdit(context, editor, nowhere)).kind, 'unknown-record');
	const unknown = await edit(editor, { ...nowhere, values: typed, basedOn: 0, reason: 'x' });
	assert.equal(unknown.kind, 'unknown-record');
});

test('a record that was added here and no longer has the shape of records can be written again, or taken out', async () => {
	for (const isKept of [true, false]) {
		const editor = await newEditor();
		const own = { kind: 'finding', recordId: 'workload-own' } as const;
		const { population: _, ...older } = { ...findingIn(context.shippedEvidence), id: own.recordId };
		await kysely
			.insertInto('evidence_revisions')
			.values({
				...{ organisation_id: editor.organisationId, kind: own.kind, record_id: own.recordId, revision: 1 },
				...{ content: JSON.stringify(older), shipped_before: null },
				...{ reason: 'Fra før.', editor_name: 'Rikke', saved_at: context.now() }
			})
			.execute();
		assert.deepEqual(await conflictsOf(editor, context), ['does-not-fit']);
		const { opened, isTakenOut } = await openForm(editor, context, own.recordId);
		assert.equal(isTakenOut, false);
		assert.deepEqual(opened.openedValues['claim.da'], [older.claim.da]);
		assert.equal(opened.openedValues['population.da'], undefined);
		const typed = { ...opened.openedValues, 'population.da': ['Ledere.'], 'population.en': ['Leaders.'] };
		const choices = { [wholeRecord]: 'shipped' as const };
		const outcome = isKept
			? await editEvidenceRecord(context, editor, { ...own, ...opened, values: typed, reason: 'x' })
			: await settleEvidenceConflict(context, editor, { ...own, choices, basedOn: 1, reason: 'x' });
		assert.equal(outcome.kind, 'saved');
		assert.deepEqual(await conflictsOf(editor, context), []);
		const draft = await draftOf(editor, context);
		assert.equal(draft.findings.find((one) => one.id === own.recordId)?.population.da, isKept ? 'Ledere.' : undefined);
	}
});

test('an id is given once, whatever the kind', async () => {
	const editor = await newEditor();
	const study = context.shippedEvidence.studies.find((one) => one.status === 'verified');
	assert.ok(study);
	const ofStudy = { ...formOfRecord({ kind: 'study', record: study }), doi: [''] };
	const add = (id: string) =>
		edit(editor, { kind: 'study', recordId: null, values: { ...ofStudy, id: [id] }, basedOn: 0, reason: 'x' });
	const intervention = context.shippedEvidence.interventions[0]?.id ?? '';
	await edit(editor, { ...key, recordId: null, ...becauseOf({ id: ['own-claim'] }) });
	for (const id of [findingId, intervention, 'own-claim']) {
		const outcome = await add(id);
		assert.ok(outcome.kind === 'unreadable', id);
		assert.deepEqual(outcome.problems, [{ field: 'id', code: 'id-taken', detail: id }]);
	}
	assert.equal((await add('own-study')).kind, 'saved');
});

test('a text that is too long is neither shown nor saved', async () => {
	const editor = await newEditor();
	const long = 'x'.repeat(10_001);
	const changed = { 'note.da': [long], 'note.en': ['y'] };
	const problems = [{ field: 'note.da', code: 'too-long', detail: '10000' }];
	assert.deepEqual(await save(editor, changed), { kind: 'unreadable', problems });
	const preview = await previewEvidenceEdit(context, editor, { ...key, values: values(changed) });
	assert.deepEqual(preview, { kind: 'unreadable', problems });
	const finding = { ...findingIn(context.shippedEvidence), note: { da: long, en: 'y' } };
	assert.deepEqual(
		validateRecord('finding', finding).map(({ detail }) => detail),
		['/note/da must NOT have more than 10000 characters', '/note must be null', '/note must match a schema in anyOf']
	);
});

test('a publication leaves the base of other organisations as it is', async () => {
	const [one, other] = [await newEditor(), await newEditor()];
	for (const editor of [one, other]) await save(editor, { 'claim.da': ['Rettet.'] });
	await publish(one);
	const before = await read(one);
	await publish(other);
	assert.equal(await read(one), before);
	assert.equal(findingIn(await read(other)).claim.da, 'Rettet.');
});

test('what another process has published is read a second later, also where the clock was set back', async () => {
	for (const step of [1000, -3_600_000]) {
		const editor = await newEditor();
		let now = Date.parse('2026-03-02T10:00:00Z');
		const clock: TestContext = { ...context, now: () => new Date(now) };
		assert.equal(await read(editor, clock), context.shippedEvidence);
		await save(editor, { 'claim.da': ['Fra en anden proces.'] });
		await publish(editor, { ...context, db: kysely.withoutPlugins() });
		now += 999;
		assert.equal(await read(editor, clock), context.shippedEvidence);
		now += step - 999;
		assert.equal(findingIn(await read(editor, clock)).claim.da, 'Fra en anden proces.');
	}
});

test('a publication that comes while another one is read gives no words under the wrong number', async () => {
	const editor = await newEditor();
	await save(editor, { 'claim.da': ['Første.'] });
	await publish(editor);
	await save(editor, { 'claim.da': ['Anden.'] }, 1);
	let isAsked = false;
	const meanwhile: KyselyPlugin = {
		transformQuery: ({ node }) => node,
		transformResult: async ({ result }) => {
			const isPublication = result.rows.some((row) => 'published_at' in row);
			if (isPublication && !isAsked) {
				isAsked = true;
				await publish(editor);
			}
			return result;
		}
	};
	const asked = { ...context, db: kysely.withPlugin(meanwhile) };
	const { base, edition } = await publishedEvidence(asked, editor.organisationId);
	assert.ok(isAsked);
	assert.match(edition, / 2 /);
	assert.deepEqual([base.version.split('+')[1], findingIn(base).claim.da], ['2', 'Anden.']);
});

test(
	'of two editors who save at the same moment on a server, the second is told',
	{ skip: server.kind === 'unavailable' ? server.reason : false },
	async () => {
		assert.ok(server.kind === 'started');
		const databaseUrl = await server.cluster.createDatabase();
		const database = await openDatabase({ dataDirectory: '', databaseUrl, log: silentLog });
		after(() => database.close());
		await migrate(database, projectMigrations);
		const onServer = createTestContext(database.kysely);
		const editor = await newEditor(onServer);
		for (let basedOn = 0; basedOn < 5; basedOn++) {
			const both = ['A', 'B', 'C'].map((claim) =>
				edit(editor, { ...key, ...becauseOf({ 'claim.da': [`${claim} ${basedOn}.`] }, basedOn) }, onServer)
			);
			assert.deepEqual((await Promise.all(both)).map(({ kind }) => kind).sort(), ['newer', 'newer', 'saved']);
		}
	}
);

function values(changed: FormValues): FormValues {
	const found = findRecord(context.shippedEvidence, { kind: 'finding', id: findingId });
	assert.ok(found);
	return { ...formOfRecord(found), ...changed };
}

type Edit = Omit<Parameters<typeof editEvidenceRecord>[2], 'shippedVersion' | 'openedValues'>;

/** In a form that was opened just before. */
function edit(editor: Person, input: Edit, from: TestContext = context) {
	const shipped = findRecord(from.shippedEvidence, { kind: input.kind, id: input.recordId ?? '' });
	const openedValues = shipped === null ? null : formOfRecord(shipped);
	const shippedVersion = shipped?.record.version ?? 0;
	return editEvidenceRecord(from, editor, { ...input, shippedVersion, openedValues });
}

function save(editor: Person, changed: FormValues, basedOn = 0) {
	return edit(editor, { ...key, values: values(changed), basedOn, reason: 'Fordi.' });
}

async function waitsForUse(editor: Person, recordId: string): Promise<boolean> {
	const form = await prepareEvidenceEdit(context, editor, { kind: 'study', recordId });
	assert.ok(form.kind === 'form');
	return form.waitsForUse;
}

async function publish(editor: Person, from: TestContext = context) {
	const drafts = await listEvidenceDrafts(from, editor);
	assert.ok(drafts.kind === 'drafts');
	return publishEvidence(from, editor, { note: 'Vi retter.', seen: drafts.seen });
}

/** The whole form with these fields changed. */
function becauseOf(changed: FormValues, basedOn = 0) {
	return { values: values(changed), basedOn, reason: 'Fordi.' };
}

async function conflictsOf(editor: Person, from: TestContext) {
	const drafts = await listEvidenceDrafts(from, editor);
	assert.ok(drafts.kind === 'drafts');
	return drafts.conflicts.map((one) => (one.what === 'field' ? one.field : one.what));
}

async function draftedFields(editor: Person, from: TestContext) {
	const drafts = await listEvidenceDrafts(from, editor);
	assert.ok(drafts.kind === 'drafts');
	return drafts.drafts.flatMap(({ fields }) => fields.map(({ field }) => field));
}

async function draftOf(editor: Person, from: TestContext): Promise<EvidenceBase> {
	return (await readDrafts(from.db, from.shippedEvidence, editor.organisationId)).draft;
}

async function openForm(editor: Person, from: TestContext, recordId: string = findingId) {
	const form = await prepareEvidenceEdit(from, editor, { kind: 'finding', recordId });
	assert.ok(form.kind === 'form');
	const { values: openedValues, revision: basedOn, shippedVersion, isTakenOut } = form;
	return { isTakenOut, opened: { openedValues, basedOn, shippedVersion } };
}

/** The same database under a version of the program without the finding. */
function withoutFinding(): TestContext {
	const { shippedEvidence } = context;
	const findings = shippedEvidence.findings.filter((one) => one.id !== findingId);
	return { ...context, shippedEvidence: { ...shippedEvidence, findings } };
}

async function read(editor: Person, from: TestContext = context): Promise<EvidenceBase> {
	return (await publishedEvidence(from, editor.organisationId)).base;
}

/** The same database under a later version of the program. */
function upgrade(changed: Partial<Finding>): TestContext {
	const shippedEvidence = {
		...context.shippedEvidence,
		version: '99.0.0',
		findings: context.shippedEvidence.findings.map((one) => (one.id === findingId ? { ...one, ...changed } : one))
	};
	return { ...context, shippedEvidence };
}

function findingIn(base: EvidenceBase): Finding {
	const found = base.findings.find((one) => one.id === findingId);
	assert.ok(found);
	return found;
}

async function newEditor(
	{ db, randomId }: Pick<TestContext, 'db' | 'randomId'> = context,
	organisation: { readonly isDemonstration: boolean; readonly createdAt: Date } = {
		isDemonstration: false,
		createdAt: context.now()
	}
): Promise<Person> {
	const organisationId = randomId();
	await insertOrganisation(db, { id: organisationId, name: 'Region Prøve', ...organisation });
	return {
		kind: 'person',
		organisationId,
		email: 'rikke@example.org',
		name: 'Rikke',
		roles: ['evidence-editor'],
		leaderId: null,
		isDemonstration: organisation.isDemonstration
	};
}
