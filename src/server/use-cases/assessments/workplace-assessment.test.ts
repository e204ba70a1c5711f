// A workplace assessment from its beginning to the document that is kept, with what may go wrong in between.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor } from '#server/actor.ts';
import { grantRole, listKnownSince, readOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { textsFor } from '#texts/texts.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { readDocx } from '../../../../tests/support/read-docx.ts';
import { addReleasedRound, type ReleasedRound } from '../../../../tests/support/released-round.ts';
import { beginAssessment } from './begin-assessment.ts';
import { chooseAssessmentRound } from './choose-assessment-round.ts';
import { createPlan } from '../plans/create-plan.ts';
import { enterAbsence, type AbsenceInput } from './enter-absence.ts';
import { finaliseAssessment } from './finalise-assessment.ts';
import { logParticipation } from './log-participation.ts';
import { noteEarlierAssessment } from './note-earlier-assessment.ts';
import { printAssessment } from './print-assessment.ts';
import { readAssessment } from './read-assessment.ts';
import { readAssessments } from './read-assessments.ts';
import { remarkOnAssessment } from './remark-on-assessment.ts';
import { saveAssessmentPart } from './save-assessment-part.ts';
import { sendAssessmentWarnings } from './send-assessment-warnings.ts';
import { withdrawAbsence } from './withdraw-absence.ts';

const da = textsFor('da').apv;
const system: Actor = { kind: 'system', organisationId: '' };
const year = { from: '2025-01-01', to: '2025-12-31', corrects: '' };

const { kysely } = await createTestDatabase();
const context = createTestContext(kysely);
const released = await addReleasedRound(context);
const lead = released.lead;
const committee = released.person('committee', ['committee']);
// The roster has been here for years.
const longAgo = new Date('2020-01-01T00:00:00Z');
await kysely.updateTable('leaders').set({ known_since: longAgo }).execute();

test('a draft shows the factors of the release with an assessment, and finalising waits for what the law asks for', async () => {
	const assessmentId = await begun('APV 2026');
	const read = await opened(assessmentId);
	assert.equal(read.facts.risks.length, 13);
	assert.equal(read.missing.length, 7);
	assert.equal((await finaliseAssessment(context, lead, { assessmentId })).kind, 'incomplete');
	assert.equal(read.facts.forDocument.round?.name, 'Efterår');
});

test('what is written is kept, and two who write at once are told', async () => {
	const assessmentId = await begun('To skriver');
	const save = (values: Readonly<Record<string, string>>, revision: number) =>
		saveAssessmentPart(context, lead, { assessmentId, part: 'mapping', values, revision });
	assert.deepEqual(await save({ conclusion: 'Første', other: 'Støj', nothing: 'x' }, 0), {
		kind: 'saved',
		revision: 1
	});
	const second = await save({ conclusion: 'Anden', other: '' }, 0);
	assert.ok(second.kind === 'changed-meanwhile');
	assert.deepEqual(second.saved.content, { conclusion: 'Første', other: 'Støj' });
	assert.equal((await save({ conclusion: 'Samlet' }, 1)).kind, 'saved');
	assert.deepEqual(await save({ conclusion: 'x'.repeat(4001) }, 2), {
		kind: 'faulty',
		problems: [{ code: 'text-too-long', field: 'conclusion' }]
	});
	assert.equal((await opened(assessmentId)).facts.parts.mapping.content.conclusion, 'Samlet');
});

test('absence of four leaders is refused, and so is a set whose difference from an earlier one is few', async () => {
	const enter = (setKeys: readonly string[], more: Partial<AbsenceInput> = {}) =>
		enterAbsence(context, lead, { setKeys, days: '84', ...year, ...more });
	// A ward has one leader; the fourth department has five with its head.
	assert.deepEqual(await enter(['unit:department-1-ward-1']), {
		kind: 'refused',
		verdict: { kind: 'too-few', leaders: 1, others: 0, least: 5 }
	});
	assert.equal((await enter(['unit:hospital'])).kind, 'entered');
	const others = [1, 2, 3, 5].map((department) => `unit:department-${department}`);
	// All but the fourth department and the director: six are left.
	assert.equal((await enter(others)).kind, 'entered');
	assert.deepEqual(await enter(['unit:department-4']), {
		kind: 'refused',
		verdict: { kind: 'gives-away', leaders: 1 }
	});
	const wards = [1, 2, 3, 4].map((ward) => `unit:department-4-ward-${ward}`);
	assert.deepEqual(await enter([...others, ...wards]), {
		kind: 'refused',
		verdict: { kind: 'gives-away', leaders: 2 }
	});
	assert.equal((await enter(['unit:department-1'], { from: '2024-01-01', to: '2024-12-31' })).kind, 'entered');
});

test('a figure is corrected for the same leaders, and one that is taken back still counts', async () => {
	const read = await opened(await begun('Rettelser'));
	const [entry] = read.facts.absence.filter((one) => one.setName === 'Hospitalet');
	assert.ok(entry);
	const corrected = await enterAbsence(context, lead, { ...year, setKeys: [], days: '92,5', corrects: entry.id });
	assert.ok(corrected.kind === 'entered');
	const after = await opened(read.assessment.id);
	assert.deepEqual(
		after.facts.absence.filter((one) => one.setName === 'Hospitalet').map((one) => [one.id, one.daysPerLeader]),
		[[corrected.entryId, 2]]
	);
	assert.deepEqual(await withdrawAbsence(context, lead, { entryId: corrected.entryId }), { kind: 'withdrawn' });
	assert.deepEqual(await withdrawAbsence(context, lead, { entryId: corrected.entryId }), { kind: 'unknown-entry' });
	const outcome = await enterAbsence(context, lead, { setKeys: ['unit:department-4'], days: '10', ...year });
	assert.equal(outcome.kind, 'refused');
	assert.ok((await opened(read.assessment.id)).facts.absence.every((one) => one.setName !== 'Hospitalet'));
});

test('what was typed wrong is told at its field', async () => {
	const outcome = await enterAbsence(context, lead, { setKeys: [], days: 'mange', from: '', to: '', corrects: '' });
	assert.ok(outcome.kind === 'faulty');
	assert.deepEqual(
		outcome.problems.map(({ code }) => code),
		['set-missing', 'days-missing', 'from-missing', 'to-missing']
	);
	const many = await enterAbsence(context, lead, {
		...{ setKeys: ['unit:department-2'], days: '99.999', from: '2025-01-01', to: '2025-03-31', corrects: '' }
	});
	assert.ok(many.kind !== 'entered');
});

test('absence of a day, or of what differs from a quarter by a day, is not taken', async () => {
	const enter = (from: string, to: string, days = '40') =>
		enterAbsence(context, lead, { setKeys: ['unit:department-1'], days, from, to, corrects: '' });
	const off = (field: string) => ({ kind: 'faulty', problems: [{ code: 'period-not-quarters', field }] });
	assert.deepEqual(await enter('2022-01-03', '2022-01-03', '10'), off('from'));
	assert.deepEqual(await enter('2022-01-01', '2022-04-01'), off('to'));
	const full = await enter('2022-01-01', '2022-03-31', `${10 * 62}`);
	assert.ok(full.kind === 'entered');
	const shown = (await opened(await begun('Fuldt fravær'))).facts.absence.find(({ id }) => id === full.entryId);
	assert.equal(shown?.daysPerLeader, 54, 'at least 54 of 90 days, like everything above');
	await withdrawAbsence(context, lead, { entryId: full.entryId });
});

test('leaders who came after the period began do not count, and a round’s higher threshold holds here too', async () => {
	const enter = () =>
		enterAbsence(context, lead, {
			...{ setKeys: ['unit:department-4'], days: '40', from: '2021-01-01', to: '2021-12-31', corrects: '' }
		});
	const came = kysely.updateTable('leaders').where(
		'leader_id',
		'in',
		[1, 2, 3, 4].map((at) => `department-4-ward-${at}`)
	);
	await came.set({ known_since: new Date('2021-02-01T00:00:00Z') }).execute();
	assert.deepEqual(await enter(), {
		kind: 'refused',
		verdict: { kind: 'too-few', leaders: 1, others: 4, least: 5 }
	});
	await came.set({ known_since: longAgo }).execute();
	await kysely.updateTable('rounds').set({ threshold: 8 }).execute();
	assert.deepEqual(await enter(), {
		kind: 'refused',
		verdict: { kind: 'too-few', leaders: 5, others: 0, least: 8 }
	});
	assert.equal((await opened(await begun('Otte'))).leastLeaders, 8);
	await kysely.updateTable('rounds').set({ threshold: 5 }).execute();
	const entered = await enter();
	assert.ok(entered.kind === 'entered');
	await withdrawAbsence(context, lead, { entryId: entered.entryId });
});

test('who leaves and comes back is known anew', async () => {
	const since = async () => (await listKnownSince(kysely, lead.organisationId)).get('department-5-ward-1');
	const today = await readOrganisation(kysely, lead.organisationId);
	const without = { ...today, leaders: today.leaders.filter(({ id }) => id !== 'department-5-ward-1') };
	const write = (next: typeof today, day: string) =>
		kysely.transaction().execute((db) => writeOrganisation(db, lead.organisationId, next, new Date(day)));
	assert.deepEqual(await since(), longAgo);
	const renamed = today.leaders.map((leader) => ({ ...leader, span: (leader.span ?? 0) + 1 }));
	await write({ ...today, leaders: renamed }, '2026-01-01');
	assert.deepEqual(await since(), longAgo);
	await write(without, '2026-01-02');
	await write(today, '2026-02-01');
	assert.deepEqual(await since(), new Date('2026-02-01'));
	// Of a leader from before this was kept, the next roster says since when.
	await kysely.updateTable('leaders').set({ known_since: null }).execute();
	assert.equal(await since(), undefined);
	await write(today, '2026-02-03');
	assert.deepEqual(await since(), new Date('2026-02-03'));
	await kysely.updateTable('leaders').set({ known_since: longAgo }).execute();
});

test('two who enter at once do not get past the joint check together', async () => {
	const period = { from: '2023-01-01', to: '2023-12-31', corrects: '' };
	const outcomes = await Promise.all([
		enterAbsence(context, lead, { ...period, setKeys: ['unit:department-4'], days: '10' }),
		enterAbsence(context, lead, {
			...{ ...period, days: '9' },
			setKeys: [1, 2, 3, 4].map((ward) => `unit:department-4-ward-${ward}`)
		}),
		enterAbsence(context, lead, { ...period, setKeys: ['unit:department-1', 'unit:department-2'], days: '30' })
	]);
	assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['entered', 'entered', 'refused']);
});

test('the log only grows, and a line is put right by another', async () => {
	const log = (corrects: string, what: string) =>
		logParticipation(context, committee, { heldOn: '2026-02-20', what, who: 'Arbejdsmiljørepræsentant', corrects });
	assert.deepEqual(await log('', 'Drøftede resultatet'), { kind: 'logged' });
	const before = await readAssessments(context, committee);
	assert.ok(before.kind === 'assessments');
	const [first] = before.log;
	assert.deepEqual(await log(first?.id ?? '', 'Drøftede målingens resultat'), { kind: 'logged' });
	const after = await readAssessments(context, committee);
	assert.ok(after.kind === 'assessments');
	assert.equal(after.log.length, 2);
	assert.equal(after.log.find((entry) => entry.id === first?.id)?.correctedBy?.what, 'Drøftede målingens resultat');
	assert.equal(after.mayEdit, false);
	const faulty = await logParticipation(context, committee, { heldOn: '2027-01-01', what: '', who: '', corrects: 'x' });
	assert.ok(faulty.kind === 'faulty');
	assert.deepEqual(
		faulty.problems.map(({ code }) => code),
		['day-in-future', 'what-missing', 'who-missing', 'unknown-entry']
	);
});

test('a finalised assessment is kept word for word, begins the three years anew, and the next begins with its texts', async () => {
	const assessmentId = await begun('Hele APV’en');
	await decided();
	await remarkOnAssessment(context, committee, { assessmentId, part: 'mapping', remark: 'Vi er enige.' });
	await filled(assessmentId);
	const outcome = await finaliseAssessment(context, lead, { assessmentId });
	assert.ok(outcome.kind === 'finalised');
	assert.match(outcome.hash, /^[0-9a-f]{64}$/);
	assert.equal((await finaliseAssessment(context, lead, { assessmentId })).kind, 'already-final');
	assert.equal(
		(
			await saveAssessmentPart(context, lead, {
				...{ assessmentId, part: 'mapping', values: { conclusion: 'Andet' }, revision: 1 }
			})
		).kind,
		'already-final'
	);
	assert.equal((await chooseAssessmentRound(context, lead, { assessmentId, roundId: '' })).kind, 'already-final');
	assert.equal(
		(await remarkOnAssessment(context, committee, { assessmentId, part: 'mapping', remark: 'For sent' })).kind,
		'already-final'
	);

	const list = await readAssessments(context, lead);
	assert.ok(list.kind === 'assessments' && list.clock.kind === 'in-time');
	assert.equal(list.clock.latestOn, '2029-03-02');

	const [before, docx] = [
		await printAssessment(context, committee, { assessmentId, format: 'pdf', language: 'da' }),
		await printAssessment(context, committee, { assessmentId, format: 'docx', language: 'da' })
	];
	assert.ok(before.kind === 'printed' && docx.kind === 'printed');
	assert.equal(docx.fileName, 'apv-2026-03-02-da.docx');
	const word = readDocx(docx.bytes);
	assert.deepEqual(
		word.headings.filter(({ level }) => level === 1).map(({ text }) => text),
		[da.document.aboutTitle, ...Object.values(da.document.chapters)]
	);
	assert.equal(word.language, 'da-DK');
	assert.ok(word.title.includes('Hele APV’en'));
	assert.ok(word.tables.length >= 4 && word.tables.every(({ hasHead }) => hasHead));
	assert.ok(word.tables.flatMap(({ rows }) => rows.flat()).every((text) => text.trim() !== ''));
	for (const told of ['Vi er enige.', 'Skrevet: factor:workload', 'Stop tre møder', 'Drøftede målingens resultat'])
		assert.ok(word.text.includes(told), told);
	assert.doesNotMatch(word.text, /undefined|null|NaN/);
	await decided();
	const after = await printAssessment(context, lead, { assessmentId, format: 'pdf', language: 'da' });
	assert.ok(after.kind === 'printed' && Buffer.from(after.bytes).equals(Buffer.from(before.bytes)));

	const next = await opened(await begun('Den næste'));
	assert.equal(next.assessment.basedOn, assessmentId);
	assert.equal(next.facts.parts['follow-up'].content.who, 'Skrevet: who');
	assert.deepEqual(
		next.missing.map(({ part }) => part),
		['participation'],
		'what the committee did before does not count for the next'
	);

	await context.db
		.updateTable('workplace_assessments')
		.set({ document: '{}' })
		.where('assessment_id', '=', assessmentId)
		.execute();
	assert.equal(
		(await printAssessment(context, lead, { assessmentId, format: 'pdf', language: 'da' })).kind,
		'tampered'
	);
	assert.equal((await opened(assessmentId)).assessment.final?.isIntact, false);
});

test('programme leads get one letter half a year before the limit and one when it has passed, however often the clock asks', async () => {
	const { db } = context;
	const other = await addReleasedRound(context, { organisationName: 'Et andet hospital' });
	const key = { email: 'lead@example.org', role: 'programme-lead', at: context.now() } as const;
	await grantRole(db, other.organisationId, key);
	await noteEarlierAssessment(context, other.lead, { madeOn: '2024-01-15' });
	const at = (day: string): TestContext => ({ ...context, now: () => new Date(`${day}T09:00:00Z`) });
	const letters = async (day: string) => {
		const outcome = await sendAssessmentWarnings(at(day), system);
		return outcome.kind === 'sent' ? outcome.letters : outcome.kind;
	};
	assert.equal(await letters('2026-07-14'), 0);
	assert.equal(await letters('2026-07-15'), 1);
	assert.equal(await letters('2026-07-16'), 0);
	assert.equal(await letters('2027-01-15'), 0);
	assert.equal(await letters('2027-01-16'), 1);
	assert.equal(await letters('2027-02-16'), 0);
	const mails = await db.selectFrom('mails').selectAll().where('kind', '=', 'apv').execute();
	assert.ok(mails.every((mail) => mail.body_text.includes('15. januar 2024') && mail.body_text.includes('/apv')));
	assert.deepEqual(await noteEarlierAssessment(context, other.lead, { madeOn: '2027-01-15' }), {
		kind: 'faulty',
		problems: [{ code: 'day-in-future' }]
	});
});

async function begun(title: string): Promise<string> {
	const outcome = await beginAssessment(context, lead, { title, roundId: released.roundId, basedOn: '' });
	if (outcome.kind !== 'begun') throw new Error(outcome.kind);
	return outcome.assessmentId;
}

async function opened(assessmentId: string) {
	const read = await readAssessment(context, lead, { assessmentId, unitId: '' });
	if (read.kind !== 'assessment') throw new Error(read.kind);
	return read;
}

/** Everything that the law asks for, once. */
async function filled(assessmentId: string): Promise<void> {
	const fields = {
		mapping: ['conclusion', 'factor:workload', 'method'],
		absence: ['assessment'],
		'action-plan': ['priority'],
		'follow-up': ['who', 'when', 'late', 'involvement']
	};
	for (const [part, own] of Object.entries(fields)) {
		const values = Object.fromEntries(own.map((field) => [field, `Skrevet: ${field}`]));
		const saved = await saveAssessmentPart(context, lead, { assessmentId, part, values, revision: 0 });
		assert.equal(saved.kind, 'saved', part);
	}
}

async function decided(): Promise<void> {
	const { roundId, leaves }: ReleasedRound = released;
	const outcome = await createPlan(context, lead, {
		...{ roundId, groupId: leaves[0]?.id ?? '', title: 'Færre møder', targetFactor: 'workload', owner: 'director' },
		...{ level: 'organisation', resources: '', signs: 'Mere ro', involved: 'Alle', followUpOn: '2026-09-01' },
		steps: [
			{
				...{ description: 'Stop tre møder', level: 'organisation', owner: 'Direktionen' },
				...{ dueOn: '2026-03-20', interventionId: '' }
			}
		]
	});
	assert.equal(outcome.kind, 'decided', JSON.stringify(outcome));
}
