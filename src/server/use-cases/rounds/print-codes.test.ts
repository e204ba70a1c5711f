// A code on paper: printed for those who get no mail, typed by its leader, and the same invitation as the mailed link.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { normaliseCode, readFragment } from '#domain/ballot/code.ts';
import type { Person } from '#server/actor.ts';
import { insertOrganisation, writeOrganisation } from '#server/database/organisations.ts';
import { holdInvitation, markCollected } from '#server/database/invitations.ts';
import { forEachDatabase } from '../../../../tests/support/each-database.ts';
import { smallOrganisation } from '../../../../tests/support/small-organisation.ts';
import { createTestContext, type TestContext } from '../../../../tests/support/test-context.ts';
import { closeRound } from './close-round.ts';
import { createRound } from './create-round.ts';
import { findCode, wrongCodesAtMost } from '../ballots/find-code.ts';
import { hashToken } from '../ballots/invitation-token.ts';
import { openRound } from './open-round.ts';
import { printCodes, type PrintedFor, type PrintedLetter } from './print-codes.ts';

const visitor = { kind: 'visitor' } as const;
const withoutEmail = ['department-1-ward-1', 'department-4-ward-2'];
const organisation = {
	...smallOrganisation,
	leaders: smallOrganisation.leaders.map((leader) =>
		withoutEmail.includes(leader.id) ? { ...leader, email: null } : leader
	)
};

forEachDatabase('a printed code', (open) => {
	test('is printed for those without an address, for everybody or for one unit, and only when asked for', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await planned(context, lead);
		assert.deepEqual(await printCodes(context, lead, { roundId, printedFor: null }), { kind: 'not-open' });
		assert.equal((await openRound(context, lead, { roundId })).kind, 'opened');

		const choice = await printCodes(context, lead, { roundId, printedFor: null });
		if (choice.kind !== 'letters') return assert.fail(choice.kind);
		assert.deepEqual(choice.letters, [], 'opening the page shows no links');
		assert.deepEqual([choice.choice.everybody, choice.choice.withoutEmail], [46, 2]);
		const department = choice.choice.units.find((unit) => unit.id === 'department-4');
		assert.deepEqual(department, {
			id: 'department-4',
			name: 'Afdeling 4',
			parentName: 'Hospitalet',
			letters: 5
		});

		const without = await letters(context, lead, roundId, { kind: 'without-email' });
		assert.deepEqual(
			without.map(({ name, unit }) => ({ name, unit })),
			[
				{ name: 'Leder department-1-ward-1', unit: 'Afsnit 1.1' },
				{ name: 'Leder department-4-ward-2', unit: 'Afsnit 4.2' }
			]
		);
		assert.equal((await letters(context, lead, roundId, { kind: 'everybody' })).length, 46);
		const ofUnit = await letters(context, lead, roundId, { kind: 'unit', unitId: 'department-4' });
		assert.equal(ofUnit.length, 5, 'the head of the department and the wards below it');
		assert.deepEqual(await letters(context, lead, roundId, { kind: 'unit', unitId: 'nowhere' }), []);
	});

	test('carries the same link as the mail, and the hash of the list', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const [letter] = (await letters(context, lead, roundId, { kind: 'everybody' })).filter(
			({ name }) => name === 'Leder director'
		);
		assert.ok(letter);
		assert.match(letter.code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
		const mail = await context.db
			.selectFrom('mails')
			.select('body_text')
			.where('mail_id', '=', `invitation:${roundId}:director`)
			.executeTakeFirstOrThrow();
		assert.ok(mail.body_text.includes(letter.link));
		const fragment = readFragment(new URL(letter.link).hash);
		assert.equal(fragment?.token, normaliseCode(letter.code));
		const outcome = await printCodes(context, lead, { roundId, printedFor: null });
		assert.equal(
			outcome.kind === 'letters' && outcome.manifestHash.replaceAll(' ', ''),
			Buffer.from(fragment?.manifestHash ?? '', 'base64url').toString('hex')
		);
	});

	test('does not tell who has collected', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const before = await printCodes(context, lead, { roundId, printedFor: { kind: 'everybody' } });
		if (before.kind !== 'letters') return assert.fail(before.kind);
		await context.db.transaction().execute(async (db) => {
			const key = { organisationId: lead.organisationId, roundId };
			const held = await holdInvitation(db, key, hashToken(before.letters[3]?.code ?? ''));
			assert.ok(held);
			await markCollected(db, key, { ...held, blindedHash: new Uint8Array(32) });
		});
		assert.deepEqual(await printCodes(context, lead, { roundId, printedFor: { kind: 'everybody' } }), before);
	});

	test('leads to its round however it is typed, and says what is wrong with it', async () => {
		const { context, lead } = await arrange(open);
		await opened(context, lead);
		const roundId = await opened(context, lead);
		const [letter] = await letters(context, lead, roundId, { kind: 'everybody' });
		assert.ok(letter);
		const code = letter.code.replaceAll('-', '');
		const typed = [letter.code, code, code.toLowerCase(), ` ${letter.code.replaceAll('-', ' – ').toLowerCase()} `];
		for (const one of typed)
			assert.deepEqual(await findCode(context, visitor, { typed: one, client: 'a' }), { kind: 'found', roundId, code });
		assert.deepEqual(await findCode(context, visitor, { typed: code.slice(1), client: 'a' }), { kind: 'not-a-code' });
		assert.deepEqual(await findCode(context, visitor, { typed: '', client: 'a' }), { kind: 'not-a-code' });
		const slip = `${code.startsWith('0') ? '2' : '0'}${code.slice(1)}`;
		assert.deepEqual(await findCode(context, visitor, { typed: slip, client: 'a' }), { kind: 'unknown-code' });
	});

	test('works after many wrong ones from the same address, which are asked to wait', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const [letter] = await letters(context, lead, roundId, { kind: 'everybody' });
		const wrong = { typed: '0'.repeat(16), client: randomUUID() };
		for (let tries = 0; tries < wrongCodesAtMost; tries++)
			assert.deepEqual(await findCode(context, visitor, wrong), { kind: 'unknown-code' });
		assert.deepEqual(await findCode(context, visitor, wrong), { kind: 'too-many' });
		assert.deepEqual(await findCode(context, visitor, { ...wrong, client: 'another' }), { kind: 'unknown-code' });
		assert.equal((await findCode(context, visitor, { ...wrong, typed: letter?.code ?? '' })).kind, 'found');
	});

	test('is worth nothing after the close, and says so', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const [letter] = await letters(context, lead, roundId, { kind: 'everybody' });
		await closeRound(context, lead, { roundId });
		assert.deepEqual(await findCode(context, visitor, { typed: letter?.code ?? '', client: 'a' }), { kind: 'closed' });
		assert.deepEqual(await printCodes(context, lead, { roundId, printedFor: { kind: 'everybody' } }), {
			kind: 'not-open'
		});
	});

	test('of another organisation cannot be printed', async () => {
		const { context, lead } = await arrange(open);
		const roundId = await opened(context, lead);
		const stranger = { ...lead, organisationId: context.randomId() };
		assert.deepEqual(await printCodes(context, stranger, { roundId, printedFor: { kind: 'everybody' } }), {
			kind: 'unknown-round'
		});
		assert.deepEqual(await printCodes(context, { ...lead, roles: ['committee'] }, { roundId, printedFor: null }), {
			kind: 'forbidden'
		});
	});
});

async function letters(
	context: TestContext,
	lead: Person,
	roundId: string,
	printedFor: PrintedFor
): Promise<readonly PrintedLetter[]> {
	const outcome = await printCodes(context, lead, { roundId, printedFor });
	return outcome.kind === 'letters' ? outcome.letters : assert.fail(outcome.kind);
}

async function arrange(open: () => Promise<{ readonly kysely: TestContext['db'] }>) {
	const { kysely } = await open();
	const context = createTestContext(kysely);
	const organisationId = context.randomId();
	const record = { id: organisationId, name: 'Hospitalet', isDemonstration: false, createdAt: context.now() };
	await insertOrganisation(kysely, record);
	await kysely.transaction().execute((db) => writeOrganisation(db, organisationId, organisation, context.now()));
	const lead: Person = {
		kind: 'person',
		organisationId,
		email: 'lead@example.org',
		name: 'Programlederen',
		roles: ['programme-lead'],
		leaderId: null,
		isDemonstration: false
	};
	return { context, lead };
}

async function planned(context: TestContext, lead: Person): Promise<string> {
	const outcome = await createRound(context, lead, {
		...{ name: 'Forår 2026', instrumentId: 'ledertrivsel-1', scopeUnitId: null },
		...{ opensOn: '2026-03-02', closesOn: '2026-03-16' }
	});
	return outcome.kind === 'created' ? outcome.roundId : assert.fail(JSON.stringify(outcome));
}

async function opened(context: TestContext, lead: Person): Promise<string> {
	const roundId = await planned(context, lead);
	assert.equal((await openRound(context, lead, { roundId, patienceMilliseconds: 60_000 })).kind, 'opened');
	return roundId;
}
