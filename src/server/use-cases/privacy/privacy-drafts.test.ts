import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync, strFromU8 } from 'fflate';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { openSmallRound } from '../../../../tests/support/open-small-round.ts';
import { changeRetention } from './change-retention.ts';
import { readPrivacyDraft } from './read-privacy-draft.ts';

test('the drafts say what this installation is set to, and change with it', async () => {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	const { organisationId } = await openSmallRound(context);
	const actor = { kind: 'system', organisationId } as const;
	const textOf = async (draft: string, settings = context.settings, language: 'da' | 'en' = 'da') => {
		const outcome = await readPrivacyDraft({ ...context, settings }, actor, { draft, language });
		assert.equal(outcome.kind, 'privacy-draft');
		return outcome.kind === 'privacy-draft' ? JSON.stringify(outcome.draft) : '';
	};
	const dpia = await textOf('dpia');
	for (const part of [
		'Hospitalet',
		'46 ledere',
		'24 måneder',
		'[udfyldes]',
		'ikke https',
		'mindst 5 svar',
		'samme maskine'
	])
		assert.ok(dpia.includes(part), part);
	assert.ok((await textOf('record')).includes('der er ingen mailserver'));
	const served = {
		...context.settings,
		publicUrl: 'https://trivsel.example.dk',
		smtpUrl: 'smtp://bruger:hemmelig@mail.example.dk:587',
		databaseUrl: 'postgres://u:hemmelig@db/x',
		quietHours: null
	};
	const record = await textOf('record', served);
	for (const part of ['mail.example.dk', 'PostgreSQL-server', 'nås over https', 'alle tider'])
		assert.ok(record.includes(part), part);
	assert.ok(!record.includes('hemmelig'), 'a password stands in a draft');
	await changeRetention(context, actor, {
		months: { responses: '7', mails: '6', imports: '12', events: '24', 'left-leaders': '' }
	});
	const changed = await textOf('dpia');
	assert.ok(changed.includes('7 måneder') && changed.includes('ingen frist') && !changed.includes('ingen frist efter'));
	assert.ok((await textOf('accessibility', served, 'en')).includes('Not tested: screen readers'));
	const visitor = { kind: 'visitor' } as const;
	for (const draft of ['dpia', 'record', 'x'])
		assert.equal((await readPrivacyDraft(context, visitor, { draft, language: 'da' })).kind, 'forbidden', draft);
	const statement = await readPrivacyDraft(context, visitor, { draft: 'accessibility', language: 'da' });
	assert.equal(statement.kind, 'no-statement-yet', 'a draft with gaps is for those who fill them');
	assert.deepEqual(await readPrivacyDraft(context, actor, { draft: 'x', language: 'da' }), { kind: 'unknown-draft' });
});

test('the Word file has real headings, tables with a row of headings, the language, and says that it is a draft', async () => {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	const { organisationId } = await openSmallRound(context);
	const outcome = await readPrivacyDraft(
		context,
		{ kind: 'system', organisationId },
		{ draft: 'dpia', language: 'da' }
	);
	if (outcome.kind !== 'privacy-draft') return assert.fail(outcome.kind);
	const files = unzipSync(await outcome.word());
	const document = strFromU8(files['word/document.xml'] ?? new Uint8Array());
	for (const section of outcome.draft.sections)
		assert.ok(document.includes(section.heading.slice(0, 20)), section.heading);
	assert.equal(document.match(/w:pStyle w:val="Heading1"/g)?.length, outcome.draft.sections.length);
	for (const part of ['w:val="Title"', '<w:tblHeader', 'Udkast til konsekvensanalyse'])
		assert.ok(document.includes(part), part);
	const partOf = (name: string) => strFromU8(files[name] ?? new Uint8Array());
	assert.match(partOf('word/styles.xml'), /<w:docDefaults>.*?<w:lang w:val="da-DK"/s);
	assert.match(partOf('word/footer1.xml'), /Side .*PAGE.* af .*NUMPAGES/s);
	assert.match(outcome.fileName, /^konsekvensanalyse-udkast-\d{4}-\d\d-\d\d\.docx$/);
});
