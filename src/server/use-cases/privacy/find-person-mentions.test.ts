// A name in every kind of free text, written straight into the tables, and where it is told before and after the person is deleted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { freeTextSources } from '#server/database/free-text.ts';
import { projectRoot } from '#server/project-root.ts';
import { addPlannedOrganisation, decidePlan, planInput } from '../../../../tests/support/planned-organisation.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { beginAssessment } from '../assessments/begin-assessment.ts';
import { logParticipation } from '../assessments/log-participation.ts';
import { remarkOnAssessment } from '../assessments/remark-on-assessment.ts';
import { endPlan } from '../plans/end-plan.ts';
import { sendProposal } from '../plans/send-proposal.ts';
import { deletePerson } from './delete-person.ts';
import { findPersonMentions, type PersonMention } from './find-person-mentions.ts';

const email = 'department-2@example.org';

test('every long text that people can write is looked through, or is said why not', () => {
	const schema = readFileSync(join(projectRoot, 'src/server/database/schema.sql'), 'utf8');
	const looked = new Set(
		freeTextSources.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))
	);
	const long = [...schema.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)].flatMap(([, table = '', body = '']) =>
		[...body.matchAll(/length\((\w+)\) <= (\d+)/g)].flatMap(([, column = '', most]) =>
			Number(most) >= 200 ? [`${table}.${column}`] : []
		)
	);
	assert.ok(long.length > 15, `the search found ${long.length}`);
	assert.deepEqual(
		long.filter((column) => !looked.has(column) && !(column in exempt)),
		[]
	);
	for (const { table, columns } of freeTextSources) {
		const body = new RegExp(`create table ${table} \\(([\\s\\S]*?)\\n\\);`).exec(schema)?.[1] ?? assert.fail(table);
		for (const column of columns) assert.match(body, new RegExp(`\\n\\t${column} (text|jsonb)`), `${table}.${column}`);
	}
});

/** Columns that the search finds, with why nobody looks there. */
const exempt: Readonly<Record<string, string>> = {
	'audit_events.action': 'the program’s words',
	'audit_events.subject_id': 'the record of who did what, which deleting keeps',
	'group_fit_answers.lasting_id': 'an id',
	'group_practices.lasting_id': 'an id',
	'lasting_groups.lasting_id': 'an id',
	'organisations.name': 'no person',
	'group_fit_answers.answered_by': 'a name that deleting takes out',
	'group_practices.marked_by': 'a name that deleting takes out',
	'organisation_fit_answers.answered_by': 'a name that deleting takes out',
	'evidence_publications.publisher_name': 'a name by itself; the record of who published keeps it',
	'participations.written_by': 'a name by itself'
};

test('before deleting, each place is told with its page, a little of the text and what can be done about it', async () => {
	const { context, place, planId, proposalId, assessmentId } = await arrange();
	const outcome = await findPersonMentions(context, place.lead, { person: email });
	if (outcome.kind !== 'mentions') return assert.fail(outcome.kind);
	assert.deepEqual(
		told(outcome.found),
		[
			['edit', 'assessment', `/apv/${assessmentId}`, 1],
			['edit', 'plan', `/plans/${planId}`, 3],
			['edit', 'dialogue', `/results/${place.roundId}/group-1/dialogue`, 1],
			['fixed', 'assessment-remark', `/apv/${assessmentId}`, 1],
			['fixed', 'plan-history', `/plans/${planId}`, 1],
			['fixed', 'proposal', `/proposals/${proposalId}`, 1],
			['kept-by-law', 'participation', '/apv', 1],
			['kept-by-law', 'assessment-document', '/apv/00000000-0000-4000-8000-00000000000f', 1]
		].toSorted(byHandling)
	);
	const inPlan = outcome.found.find((one) => one.place === 'plan')?.mentions ?? [];
	assert.deepEqual(inPlan[0], { before: 'Aftalt med ', match: 'LEDER department-2s', after: ' afsnit' });
	assert.ok(outcome.found.every(({ mentions }) => mentions.every(({ match }) => /department-2/.test(match))));
	const events = await context.db.selectFrom('audit_events').select(['action', 'subject_id']).execute();
	assert.deepEqual(events, [{ action: 'search-person', subject_id: 'department-2' }]);
	assert.deepEqual(await findPersonMentions(context, place.lead, { person: 'nobody@example.org' }), {
		...{ kind: 'unknown-person' }
	});
	for (const who of [place.committee, place.personOf('department-1')])
		assert.deepEqual(await findPersonMentions(context, who, { person: email }), { kind: 'forbidden' });
});

test('after deleting, what is left is told once more, by the name that is gone; another organisation is not looked through', async () => {
	const { context, place, planId } = await arrange();
	await endPlan(context, place.lead, { planId, reason: 'Gjort' });
	await context.db.updateTable('leaders').set({ left_at: new Date() }).where('email', '=', email).execute();
	const stranger = await addPlannedOrganisation(context);
	await decidePlan(context, stranger, { title: 'Uden Leder department-2' });
	const outcome = await deletePerson(context, place.lead, { person: email, isConfirmed: true });
	if (outcome.kind !== 'deleted') return assert.fail(outcome.kind);
	const plans = outcome.mentions.filter(({ href }) => href.startsWith('/plans/'));
	assert.deepEqual([...new Set(plans.map(({ href }) => href))], [`/plans/${planId}`]);
	assert.ok(
		plans.every(({ handling }) => handling === 'fixed'),
		'the plan has been ended: no page changes it'
	);
	assert.ok(outcome.mentions.some(({ place: where }) => where === 'dialogue'));
	assert.ok(outcome.mentions.some(({ handling }) => handling === 'kept-by-law'));
	assert.deepEqual(await findPersonMentions(context, place.lead, { person: email }), { kind: 'unknown-person' });
});

async function arrange() {
	const context = createTestContext((await createTestDatabase()).kysely);
	const place = await addPlannedOrganisation(context);
	const { organisationId, roundId, lead, committee } = place;
	const [first] = planInput(roundId).steps;
	if (first === undefined) return assert.fail('a plan has a step');
	const planId = await decidePlan(context, place, {
		title: 'Aftalt med LEDER department-2s afsnit',
		involved: `Alle; spørg ${email}.`,
		steps: [{ ...first, description: 'Hør Leder  department-2' }]
	});
	await context.db
		.insertInto('plan_events')
		.values({
			...{ organisation_id: organisationId, plan_id: planId, position: 9, happened_at: context.now(), person: 'x' },
			...{ kind: 'changed', details: JSON.stringify({ before: { title: 'Leder department-2 gør det' }, after: {} }) }
		})
		.execute();
	const sent = await sendProposal(context, place.personOf('department-1'), {
		...{ planId, title: 'Hjælp', reason: 'Leder department-2 kan ikke mere.', receiver: 'committee' }
	});
	await context.db
		.insertInto('dialogues')
		.values({
			...{ organisation_id: organisationId, round_id: roundId, group_id: 'group-1' },
			notes: JSON.stringify({ themes: [], agreement: 'Leder department-2 og HR ser på det', owner: '' })
		})
		.execute();
	const begun = await beginAssessment(context, lead, {
		...{ title: 'APV 2026, Leder department-2', roundId: '', basedOn: '' }
	});
	if (begun.kind !== 'begun' || sent.kind !== 'sent') return assert.fail(`${begun.kind} ${sent.kind}`);
	const { assessmentId } = begun;
	const part = 'mapping';
	await remarkOnAssessment(context, committee, { assessmentId, part, remark: 'Spørg Leder department-2' });
	await logParticipation(context, lead, {
		...{ heldOn: '2026-01-05', what: 'Leder department-2 fortalte', who: 'Udvalget', corrects: '' }
	});
	await context.db
		.insertInto('workplace_assessments')
		.values({
			...{ organisation_id: organisationId, assessment_id: '00000000-0000-4000-8000-00000000000f', title: 'APV 2025' },
			...{ began_at: context.now(), began_by: 'x', finalised_at: context.now(), finalised_on: '2025-05-01' },
			...{ finalised_by: 'x', document_hash: 'a'.repeat(64) },
			document: JSON.stringify({ parts: [{ text: 'Leder department-2 siger nej' }] })
		})
		.execute();
	return { context, place, planId, proposalId: sent.proposalId, assessmentId };
}

const handlings = ['edit', 'fixed', 'by-itself', 'kept-by-law'];

function told(found: readonly PersonMention[]) {
	return found
		.map(({ handling, place, href, mentions }) => [handling, place, href, mentions.length] as const)
		.toSorted(byHandling);
}

function byHandling(one: readonly unknown[], other: readonly unknown[]): number {
	return (
		handlings.indexOf(String(one[0])) - handlings.indexOf(String(other[0])) || (String(one) < String(other) ? -1 : 1)
	);
}
