import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { findRecord, formOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import type { FormValues } from '#domain/evidence/edit/form-values.ts';
import type { EvidenceBase, Finding } from '#domain/evidence/evidence.ts';
import type { Person } from '#server/actor.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { describeFindings } from '#server/use-cases/describe-finding.ts';
import { editEvidenceRecord } from '#server/use-cases/edit-evidence-record.ts';
import { exportEvidenceDrafts } from '#server/use-cases/export-evidence-drafts.ts';
import { grantEvidenceEditor } from '#server/use-cases/grant-evidence-editor.ts';
import { listEvidenceDrafts } from '#server/use-cases/list-evidence-drafts.ts';
import { listEvidenceRecords } from '#server/use-cases/list-evidence-records.ts';
import { listEvidenceEditors } from '#server/use-cases/list-evidence-editors.ts';
import { previewEvidenceEdit } from '#server/use-cases/preview-evidence-edit.ts';
import { publishEvidence } from '#server/use-cases/publish-evidence.ts';
import { publishedEvidence } from '#server/use-cases/published-evidence.ts';
import { readEvidenceHistory } from '#server/use-cases/read-evidence-history.ts';
import { removeEvidenceEditor } from '#server/use-cases/remove-evidence-editor.ts';
import {
	settleEvidenceConflict,
	wholeRecord,
	type ConflictChoice
} from '#server/use-cases/settle-evidence-conflict.ts';
import { undoEvidenceEdit } from '#server/use-cases/undo-evidence-edit.ts';
import { createTestContext, type TestContext } from '../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../tests/support/test-database.ts';

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

test('what cannot be read, a missing reason and no change are told, and nothing is saved', async () => {
	const editor = await newEditor();
	const unreadable = await editEvidenceRecord(context, editor, {
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
	assert.equal(second.newer.editorName, 'Rikke');
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
	const { revision } = second.newer;
	const saved = await editEvidenceRecord(context, editor, {
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
	await editEvidenceRecord(disputed, editor, { ...key, values: settled, basedOn: 1, reason: 'Afgjort.' });
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
	assert.deepEqual(findingIn(base), findingIn(shippedEvidence));
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
	const outcome = await editEvidenceRecord(context, editor, {
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
	const saved = await editEvidenceRecord(context, editor, {
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
});

test('a study that the overview does not cite can be added with a finding that names it', async () => {
	const editor = await newEditor();
	const study = context.shippedEvidence.studies.find((one) => one.status === 'verified');
	const finding = findingIn(context.shippedEvidence);
	assert.ok(study);
	const ofStudy = formOfRecord({ kind: 'study', record: study });
	const added = await editEvidenceRecord(context, editor, {
		kind: 'study',
		recordId: null,
		values: { ...ofStudy, id: ['hansen-2026'], doi: ['10.1234/ny'] },
		basedOn: 0,
		reason: 'Ny undersøgelse.'
	});
	assert.deepEqual(added, { kind: 'saved', recordId: 'hansen-2026', revision: 1 });
	const { [`studies.${finding.studies[0]}`]: _, ...rest } = values({});
	const standings = Object.fromEntries(finding.studies.map((id) => [`studies.${id}`, ['']]));
	await editEvidenceRecord(context, editor, {
		kind: 'finding',
		recordId: null,
		values: { ...rest, ...standings, id: ['workload-new'], 'studies.hansen-2026': ['counts'], lines: [''] },
		basedOn: 0,
		reason: 'Ny påstand.'
	});
	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	assert.deepEqual(drafts.problems, []);
	assert.equal((await publish(editor)).kind, 'published');
	const base = await read(editor);
	assert.equal(base.findings.find((one) => one.id === 'workload-new')?.version, 1);
	const again = await editEvidenceRecord(context, editor, {
		kind: 'study',
		recordId: null,
		values: { ...ofStudy, id: ['hansen-2026'] },
		basedOn: 0,
		reason: 'x'
	});
	assert.ok(again.kind === 'unreadable');
	assert.deepEqual(again.problems, [{ field: 'id', code: 'id-taken', detail: 'hansen-2026' }]);
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

function values(changed: FormValues): FormValues {
	const found = findRecord(context.shippedEvidence, { kind: 'finding', id: findingId });
	assert.ok(found);
	return { ...formOfRecord(found), ...changed };
}

function save(editor: Person, changed: FormValues, basedOn = 0) {
	return editEvidenceRecord(context, editor, { ...key, values: values(changed), basedOn, reason: 'Fordi.' });
}

async function publish(editor: Person) {
	const drafts = await listEvidenceDrafts(context, editor);
	assert.ok(drafts.kind === 'drafts');
	return publishEvidence(context, editor, { note: 'Vi retter.', seen: drafts.seen });
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

async function newEditor(): Promise<Person> {
	const organisationId = context.randomId();
	await insertOrganisation(kysely, {
		id: organisationId,
		name: 'Region Prøve',
		isDemonstration: false,
		createdAt: context.now()
	});
	return {
		kind: 'person',
		organisationId,
		email: 'rikke@example.org',
		name: 'Rikke',
		roles: ['evidence-editor'],
		leaderId: null,
		isDemonstration: false
	};
}
