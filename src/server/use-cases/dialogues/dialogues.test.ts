// A dialogue about a result, from the invitation to what was decided, and who may see it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noNotes } from '#domain/dialogue/notes.ts';
import type { Person } from '#server/actor.ts';
import { findRound, insertRound } from '#server/database/rounds.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { addReleasedRound, type ReleasedRound } from '../../../../tests/support/released-round.ts';
import { assignFacilitator } from './assign-facilitator.ts';
import { callOffDialogue } from './call-off-dialogue.ts';
import { holdDialogue } from './hold-dialogue.ts';
import { makeDialogueSlides } from './make-dialogue-slides.ts';
import { planDialogue } from './plan-dialogue.ts';
import { printDialogueHandout } from './print-dialogue-handout.ts';
import { readDialogueCalendar } from './read-dialogue-calendar.ts';
import { readDialogue } from './read-dialogue.ts';
import { readDialogues } from './read-dialogues.ts';
import { readGroupResult } from '../results/read-group-result.ts';
import { readOwnDialogues } from './read-own-dialogues.ts';
import { readOverview } from '../results/read-overview.ts';
import { readPlans } from '../plans/read-plans.ts';
import { removeFacilitator } from './remove-facilitator.ts';
import { saveDialogueNotes } from './save-dialogue-notes.ts';
import { sendDialogueReminders } from './send-dialogue-reminders.ts';
import { takeRole } from '../accounts/take-role.ts';

const releasedAt = new Date('2026-03-02T09:00:00Z');
const weekMilliseconds = 7 * 24 * 3_600_000;
const groupId = 'department-1:leaders';
const other = 'department-2:leaders';

describe('a dialogue', () => {
	test('is planned, moved and called off: one calendar entry whose number rises, each letter once', async () => {
		const { context, round, head, where } = await arrange();
		const wanted = { ...where, day: '2026-03-20', time: '13.30', minutes: 90, place: 'Lokale 3' };
		assert.deepEqual(await planDialogue(context, head, { ...wanted, basedOn: 0 }), { kind: 'planned', invited: 10 });
		assert.deepEqual(await planDialogue(context, head, { ...wanted, basedOn: 0 }), { kind: 'changed' });
		const first = await mailsOf(context);
		assert.equal(first.length, 10, 'nine leaders and their manager');
		assert.ok(first.every((mail) => mail.kind === 'dialogue' && mail.subject.includes('20. marts 2026')));
		const [asked] = first;
		assert.match(asked?.calendar ?? '', /METHOD:REQUEST/);
		assert.match(asked?.calendar ?? '', /DTSTART;TZID=Europe\/Copenhagen:20260320T133000/);
		assert.match(asked?.calendar ?? '', /DTEND;TZID=Europe\/Copenhagen:20260320T150000/);
		assert.match(asked?.calendar ?? '', /SEQUENCE:1\r/);
		const attendees = first.map(
			(mail) =>
				unfolded(mail.calendar)
					.match(/MAILTO:(\S+)/gi)
					?.join() ?? ''
		);
		assert.ok(attendees.every((line, place) => line.includes(first[place]?.recipient ?? '?')));
		assert.ok(
			attendees.every((line) => (line.match(/example\.org/g) ?? []).length === 1),
			'nobody reads who else comes'
		);
		const withLink = first.filter((mail) => mail.body_text.includes('/dialogue'));
		assert.deepEqual(
			withLink.map((mail) => mail.recipient),
			['department-1@example.org'],
			'only who may open the page is led to it'
		);

		// One leader leaves, and the meeting is moved.
		await context.db
			.updateTable('leaders')
			.set({ left_at: context.now() })
			.where('leader_id', '=', 'department-1-ward-9')
			.execute();
		const moved = { ...wanted, day: '2026-03-30', time: '9:00', basedOn: 1 };
		assert.deepEqual(await planDialogue(context, head, moved), { kind: 'planned', invited: 9 });
		const second = (await mailsOf(context)).slice(10);
		const gone = second.find((mail) => mail.recipient === 'department-1-ward-9@example.org');
		assert.match(gone?.calendar ?? '', /METHOD:CANCEL/);
		const changed = second.find((mail) => mail.recipient === 'department-1-ward-1@example.org');
		assert.match(changed?.calendar ?? '', /METHOD:REQUEST[\s\S]*SEQUENCE:2\r/);
		assert.match(changed?.calendar ?? '', /20260330T090000/, 'by the clock of summer time');
		assert.equal(uidOf(changed?.calendar), uidOf(asked?.calendar));

		const file = await readDialogueCalendar(context, head, { ...where, language: 'da' });
		assert.match(file.kind === 'calendar' ? file.text : '', /METHOD:PUBLISH[\s\S]*SEQUENCE:2\r/);
		assert.deepEqual(await callOffDialogue(context, head, where), { kind: 'called-off' });
		assert.deepEqual(await callOffDialogue(context, head, where), { kind: 'not-planned' });
		const third = (await mailsOf(context)).slice(20);
		assert.equal(third.length, 9);
		assert.ok(
			third.every((mail) => /METHOD:CANCEL[\s\S]*SEQUENCE:3\r[\s\S]*STATUS:CANCELLED/.test(mail.calendar ?? ''))
		);
		assert.equal((await readDialogueCalendar(context, head, { ...where, language: 'da' })).kind, 'not-planned');
		const listed = await readDialogues(context, round.lead, { roundId: round.roundId });
		assert.deepEqual(listed.kind === 'dialogues' && listed.counts, { 'not-planned': 5, planned: 0, held: 0 });
	});

	test('is not planned for a moment that is past or that no clock shows', async () => {
		const { context, head, where } = await arrange();
		const wanted = { ...where, day: '2026-03-20', time: '13:30', minutes: 60, place: '', basedOn: 0 };
		for (const [wrong, problem] of [
			[{ day: '2026-03-01' }, 'when-past'],
			[{ day: '2026-02-30' }, 'when-missing'],
			[{ day: '2026-03-29', time: '02:30' }, 'when-missing'],
			[{ time: '' }, 'when-missing'],
			[{ minutes: 45 }, 'minutes-unknown'],
			[{ place: 'x'.repeat(201) }, 'place-too-long']
		] as const)
			assert.deepEqual(await planDialogue(context, head, { ...wanted, ...wrong }), {
				kind: 'faulty',
				problems: [problem]
			});
		assert.deepEqual(await mailsOf(context), []);
	});

	test('keeps what two people write at once', async () => {
		const { context, round, head, where } = await arrange();
		const notes = { ...noNotes, themes: ['workload'], agreement: 'Færre møder' };
		assert.deepEqual(await saveDialogueNotes(context, head, { ...where, notes, basedOn: 0 }), {
			kind: 'saved',
			version: 1
		});
		const late = { ...noNotes, agreement: 'Noget andet' };
		const outcome = await saveDialogueNotes(context, round.lead, { ...where, notes: late, basedOn: 0 });
		assert.equal(outcome.kind === 'conflict' && outcome.saved.notes.agreement, 'Færre møder');
		assert.deepEqual(await saveDialogueNotes(context, round.lead, { ...where, notes: late, basedOn: 1 }), {
			kind: 'saved',
			version: 2
		});
		// Both at the same moment: one is saved, the other is told.
		const race = await Promise.all(
			['A', 'B'].map((agreement) =>
				saveDialogueNotes(context, head, { ...where, notes: { ...noNotes, agreement }, basedOn: 2 })
			)
		);
		assert.deepEqual(race.map(({ kind }) => kind).toSorted(), ['conflict', 'saved']);
		const again = await saveDialogueNotes(context, head, { ...where, notes: late, basedOn: 2 });
		assert.equal(again.kind, 'conflict');
		const faulty = { ...noNotes, themes: ['workload', 'support', 'isolation'], followUpOn: '2026-02-30' };
		assert.deepEqual(await saveDialogueNotes(context, head, { ...where, notes: faulty, basedOn: 3 }), {
			kind: 'faulty',
			problems: ['too-many-themes', 'follow-up-not-a-day']
		});
	});

	test('is marked as held with numbers and roles, and the round says so', async () => {
		const { context, round, head, where } = await arrange();
		const held = { ...where, isHeld: true, heldOn: '2026-03-02', tookPart: '8', roles: 'afsnitsledere' };
		assert.deepEqual(await holdDialogue(context, head, { ...held, representative: '' }), {
			kind: 'faulty',
			problems: ['representative-unknown']
		});
		for (const [wrong, problem] of [
			[{ heldOn: '2026-03-03' }, 'held-on-future'],
			[{ heldOn: '2026-03-01' }, 'held-before-release'],
			[{ tookPart: 'alle' }, 'took-part-not-a-number']
		] as const)
			assert.deepEqual(await holdDialogue(context, head, { ...held, representative: 'no', ...wrong }), {
				kind: 'faulty',
				problems: [problem]
			});
		assert.deepEqual(await holdDialogue(context, head, { ...held, representative: 'yes' }), { kind: 'held' });
		const listed = await readDialogues(context, round.lead, { roundId: round.roundId });
		if (listed.kind !== 'dialogues') return assert.fail(listed.kind);
		assert.deepEqual(listed.counts, { 'not-planned': 4, planned: 0, held: 1 });
		const group = listed.groups.find((one) => one.groupId === groupId);
		assert.deepEqual([group?.heldOn, group?.tookPart, group?.representativeTookPart], ['2026-03-02', 8, true]);
		const own = await readDialogues(context, head, { roundId: round.roundId });
		assert.deepEqual(own.kind === 'dialogues' && own.groups.map((one) => one.groupId), [groupId]);
		await holdDialogue(context, head, { ...held, isHeld: false, representative: '' });
		const after = await readDialogues(context, round.lead, { roundId: round.roundId });
		assert.equal(after.kind === 'dialogues' && after.counts.held, 0);
	});

	test('that is missing six weeks after the release is marked, and its manager is reminded once', async () => {
		const { context, round, head, where } = await arrange();
		await holdDialogue(context, head, {
			...{ ...where, isHeld: true, heldOn: '2026-03-02', tookPart: '8' },
			...{ roles: '', representative: 'yes' }
		});
		const system = { kind: 'system', organisationId: '' } as const;
		const at = (weeks: number): TestContext => {
			const now = new Date(releasedAt.getTime() + weeks * weekMilliseconds);
			return { ...context, now: () => now };
		};
		assert.deepEqual(await sendDialogueReminders(at(5.9), system), { kind: 'reminded', letters: 0 });
		const early = await readDialogues(at(5.9), round.lead, { roundId: round.roundId });
		assert.equal(early.kind === 'dialogues' && early.overdue, 0);
		// Four groups are missing; the pool of two leadership groups has two managers.
		assert.deepEqual(await sendDialogueReminders(at(6), system), { kind: 'reminded', letters: 5 });
		assert.deepEqual(await sendDialogueReminders(at(6.1), system), { kind: 'reminded', letters: 0 });
		const mails = await mailsOf(context);
		assert.deepEqual(mails.map((mail) => mail.recipient).toSorted(), [
			'department-2@example.org',
			'department-3@example.org',
			'department-4@example.org',
			'department-5@example.org',
			'director@example.org'
		]);
		// It may go up to ten weeks after: the day is told, not the weeks.
		assert.ok(mails.every((mail) => mail.body_text.includes('blev frigivet den 2. marts 2026')));
		assert.ok(mails.every((mail) => !mail.body_text.includes('seks uger')));
		const late = await readDialogues(at(6), round.lead, { roundId: round.roundId });
		assert.equal(late.kind === 'dialogues' && late.overdue, 4);
	});

	test('of an old release is nobody reminded of', async () => {
		const { context } = await arrange();
		const now = new Date(releasedAt.getTime() + 30 * weekMilliseconds);
		const system = { kind: 'system', organisationId: '' } as const;
		assert.deepEqual(await sendDialogueReminders({ ...context, now: () => now }, system), {
			kind: 'reminded',
			letters: 0
		});
	});

	test('of a short follow-up is nobody reminded of, and none is marked', async () => {
		const { context, round } = await arrange();
		const key = { organisationId: round.lead.organisationId, roundId: round.roundId };
		const own = await findRound(context.db, key);
		assert.ok(own);
		const followed = context.randomId();
		await insertRound(context.db, { ...own, id: followed });
		await context.db
			.updateTable('rounds')
			.set({ follows_round_id: followed })
			.where('organisation_id', '=', key.organisationId)
			.where('round_id', '=', key.roundId)
			.execute();
		const now = new Date(releasedAt.getTime() + 6 * weekMilliseconds);
		const later = { ...context, now: () => now };
		const system = { kind: 'system', organisationId: '' } as const;
		assert.deepEqual(await sendDialogueReminders(later, system), { kind: 'reminded', letters: 0 });
		const read = await readDialogues(later, round.lead, { roundId: round.roundId });
		assert.ok(read.kind === 'dialogues' && read.overdue === 0 && read.groups.length > 0);
	});

	test('a pack, a handout and slides are there for each group, also for a pool and for the whole', async () => {
		const { context, round } = await arrange();
		for (const group of round.groups) {
			const where = { roundId: round.roundId, groupId: group.id };
			const read = await readDialogue(context, round.lead, { ...where, minutes: 90 });
			if (read.kind !== 'dialogue') return assert.fail(read.kind);
			assert.equal(
				read.pack.agenda.reduce((sum, step) => sum + step.minutes, 0),
				90
			);
			assert.equal(
				read.pack.cautions.some((caution) => caution.kind === 'pooled'),
				group.pools.length > 1
			);
			for (const language of ['da', 'en'] as const) {
				const handout = await printDialogueHandout(context, round.lead, { ...where, language });
				assert.match(handout.kind === 'handout' ? Buffer.from(handout.bytes).toString('latin1') : '', /\/Count 2\b/);
				assert.equal((await makeDialogueSlides(context, round.lead, { ...where, language })).kind, 'slides');
			}
		}
	});
});

describe('a facilitator', () => {
	test('sees exactly the assigned group, and nothing after being taken off', async () => {
		const { context, round, head, where } = await arrange();
		const facilitator = round.person('facilitator', ['facilitator']);
		const elsewhere = { ...where, groupId: other };
		assert.deepEqual(await assignFacilitator(context, head, { ...where, email: facilitator.email }), {
			kind: 'not-a-facilitator'
		});
		await giveRole(context, facilitator);
		assert.deepEqual(await readGroupResult(context, facilitator, where), { kind: 'unknown-group' });
		assert.deepEqual(await assignFacilitator(context, head, { ...elsewhere, email: facilitator.email }), {
			kind: 'unknown-group'
		});
		assert.deepEqual(await assignFacilitator(context, head, { ...where, email: 'Facilitator@Example.org' }), {
			kind: 'assigned'
		});
		await assignFacilitator(context, head, { ...where, email: facilitator.email });
		assert.equal((await mailsOf(context)).length, 1, 'the same assignment makes one letter');

		for (const group of round.groups) {
			const place = { ...where, groupId: group.id };
			const isOwn = group.id === groupId;
			const seen = [
				(await readGroupResult(context, facilitator, place)).kind === 'group-result',
				(await readDialogue(context, facilitator, place)).kind === 'dialogue',
				(await printDialogueHandout(context, facilitator, { ...place, language: 'da' })).kind === 'handout',
				(await makeDialogueSlides(context, facilitator, { ...place, language: 'da' })).kind === 'slides',
				(await saveDialogueNotes(context, facilitator, { ...place, notes: noNotes, basedOn: 0 })).kind === 'saved'
			];
			assert.deepEqual(seen, [isOwn, isOwn, isOwn, isOwn, isOwn], group.id);
		}
		const listed = await readDialogues(context, facilitator, { roundId: round.roundId });
		assert.deepEqual(listed.kind === 'dialogues' && listed.groups.map((one) => one.groupId), [groupId]);
		const led = await readOwnDialogues(context, facilitator);
		assert.deepEqual(led.kind === 'own-dialogues' && led.dialogues.map((one) => one.groupId), [groupId]);
		assert.equal((await readOverview(context, facilitator, { roundId: round.roundId })).kind, 'forbidden');
		assert.equal((await readPlans(context, facilitator)).kind, 'forbidden');
		const result = await readGroupResult(context, facilitator, where);
		assert.deepEqual(result.kind === 'group-result' && [...result.readable], [groupId]);
		assert.deepEqual(await assignFacilitator(context, facilitator, { ...where, email: facilitator.email }), {
			kind: 'forbidden'
		});

		await removeFacilitator(context, head, { ...where, email: facilitator.email });
		assert.deepEqual(await readDialogue(context, facilitator, where), { kind: 'unknown-group' });
	});

	test('is released from the meeting at once when taken off, and asked again when put on again', async () => {
		const { context, round, head, where } = await arrange();
		const facilitator = round.person('facilitator', ['facilitator']);
		await giveRole(context, facilitator);
		await assignFacilitator(context, head, { ...where, email: facilitator.email });
		const wanted = { ...where, day: '2026-03-20', time: '13.30', minutes: 90, place: 'Lokale 3' };
		await planDialogue(context, head, { ...wanted, basedOn: 0 });
		const methods = async () =>
			(await mailsOf(context))
				.filter((mail) => mail.recipient === facilitator.email)
				.map((mail) => /METHOD:(\w+)/.exec(mail.calendar ?? '')?.[1] ?? null)
				.toSorted();
		assert.deepEqual(await methods(), ['REQUEST', null]);
		await removeFacilitator(context, head, { ...where, email: facilitator.email });
		await removeFacilitator(context, head, { ...where, email: facilitator.email });
		assert.deepEqual(await methods(), ['CANCEL', 'REQUEST', null]);
		const cancelled = (await mailsOf(context)).find((mail) => mail.calendar?.includes('METHOD:CANCEL'));
		assert.match(cancelled?.calendar ?? '', /SEQUENCE:2\r/);
		assert.match(cancelled?.body_text ?? '', /Mødet bliver holdt, men du behøver ikke at komme/);
		assert.doesNotMatch(`${cancelled?.subject}${cancelled?.body_text}`, /aflyst|ny tid/i, 'the meeting stands');
		const shown = await readDialogue(context, head, where);
		assert.ok(shown.kind === 'dialogue' && !shown.dialogue.invited.includes(facilitator.email));
		await assignFacilitator(context, head, { ...where, email: facilitator.email });
		assert.deepEqual(await methods(), ['CANCEL', 'REQUEST', 'REQUEST', null]);
	});

	test('who is taken off and whose meeting is moved later hears that it takes place, not that it is called off', async () => {
		const { context, round, head, where } = await arrange();
		const facilitator = round.person('facilitator', ['facilitator']);
		await giveRole(context, facilitator);
		await assignFacilitator(context, head, { ...where, email: facilitator.email });
		const wanted = { ...where, day: '2026-03-20', time: '13.30', minutes: 90, place: 'Lokale 3' };
		await planDialogue(context, head, { ...wanted, basedOn: 0 });
		// The role rests: nobody was told of anything, and the next plan leaves the address out.
		await context.db.updateTable('memberships').set({ suspended_at: context.now() }).execute();
		await planDialogue(context, head, { ...wanted, day: '2026-03-21', basedOn: 1 });
		const own = (await mailsOf(context)).filter((mail) => mail.recipient === facilitator.email);
		const last = own.find((mail) => mail.calendar?.includes('METHOD:CANCEL'));
		assert.match(last?.body_text ?? '', /Mødet bliver holdt, men du behøver ikke at komme/);
	});

	test('whose role rests is not chosen, and gets no letters about a meeting', async () => {
		const { context, round, head, where } = await arrange();
		const facilitator = round.person('facilitator', ['facilitator']);
		await giveRole(context, facilitator);
		await assignFacilitator(context, head, { ...where, email: facilitator.email });
		await context.db.deleteFrom('mails').execute();
		await context.db.updateTable('memberships').set({ suspended_at: context.now() }).execute();
		const wanted = { ...where, day: '2026-03-20', time: '13.30', minutes: 90, place: '' };
		await planDialogue(context, head, { ...wanted, basedOn: 0 });
		assert.ok((await mailsOf(context)).every((mail) => mail.recipient !== facilitator.email));
		assert.deepEqual(await assignFacilitator(context, head, { ...where, email: facilitator.email }), {
			kind: 'not-a-facilitator'
		});
	});

	test('leaves every dialogue with the role: given again later, it opens no group of before', async () => {
		const { context, round, head, where } = await arrange();
		const facilitator = round.person('facilitator', ['facilitator']);
		await giveRole(context, facilitator);
		await assignFacilitator(context, head, { ...where, email: facilitator.email });
		const wanted = { ...where, day: '2026-03-20', time: '13.30', minutes: 90, place: '' };
		await planDialogue(context, head, { ...wanted, basedOn: 0 });
		const system = { kind: 'system', organisationId: round.organisationId } as const;
		assert.equal((await takeRole(context, system, { email: facilitator.email, role: 'facilitator' })).kind, 'taken');
		assert.ok((await mailsOf(context)).some((mail) => mail.calendar?.includes('METHOD:CANCEL')));
		await giveRole(context, facilitator);
		assert.deepEqual(await readGroupResult(context, facilitator, where), { kind: 'unknown-group' });
	});

	test('is shut out with the role, although still assigned', async () => {
		const { context, round, head, where } = await arrange();
		const facilitator = round.person('facilitator', ['facilitator']);
		await giveRole(context, facilitator);
		await assignFacilitator(context, head, { ...where, email: facilitator.email });
		const without = { ...facilitator, roles: ['manager'] } as const;
		assert.deepEqual(await readGroupResult(context, without, where), { kind: 'unknown-group' });
	});
});

async function arrange(): Promise<{
	context: TestContext;
	round: ReleasedRound;
	head: Person;
	where: { readonly roundId: string; readonly groupId: string };
}> {
	const { kysely } = await createTestDatabase();
	const context = createTestContext(kysely, releasedAt);
	const round = await addReleasedRound(context);
	const head = round.person('department-1', ['manager']);
	await context.db.deleteFrom('mails').execute();
	return { context, round, head, where: { roundId: round.roundId, groupId } };
}

async function giveRole(context: TestContext, person: Person): Promise<void> {
	await context.db
		.insertInto('memberships')
		.values({
			organisation_id: person.organisationId,
			email: person.email,
			role: 'facilitator',
			granted_at: context.now()
		})
		.execute();
}

async function mailsOf(context: TestContext) {
	const mails = await context.db.selectFrom('mails').selectAll().execute();
	// In the order in which they were recorded: by the version in their number, then by address.
	return mails.toSorted((a, b) => (a.mail_id < b.mail_id ? -1 : 1));
}

/** Long lines of a calendar file go on in the next, behind a blank. */
function unfolded(calendar: string | null | undefined): string {
	return (calendar ?? '').replaceAll('\r\n ', '');
}

function uidOf(calendar: string | null | undefined): string {
	return /UID:(\S+)/.exec(unfolded(calendar))?.[1] ?? assert.fail('no UID');
}
