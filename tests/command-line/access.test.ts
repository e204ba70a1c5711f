// The way back when nobody can sign in any more: roles and second factors from the machine itself, on the record.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvents } from '#server/database/audit-events.ts';
import { addSecondFactor } from '#server/database/second-factors.ts';
import { grantRole, insertOrganisation } from '#server/database/organisations.ts';
import { createWorkbench } from './workbench.ts';

type Shown = {
	readonly people: readonly { readonly email: string; readonly hasSecondFactor: boolean }[];
	readonly requiredFor: readonly string[];
};

test('roles are shown, given and taken, and a lost second factor is reset, on the record', async (t) => {
	const bench = await createWorkbench(t);
	const { db } = bench.context;
	const organisationId = bench.context.randomId();
	const at = bench.context.now();
	await insertOrganisation(db, { id: organisationId, name: 'Region', isDemonstration: false, createdAt: at });
	await grantRole(db, organisationId, { email: 'eva@region.example', role: 'programme-lead', at });
	const factor = { email: 'eva@region.example', sealedSecret: 'x', step: 1, codeHashes: [Buffer.from('x')], at };
	await addSecondFactor(db, factor);

	const before = await bench.json<Shown>('access', 'show');
	assert.deepEqual(
		before.people.map((person) => [person.email, person.hasSecondFactor]),
		[['eva@region.example', true]]
	);
	assert.equal((await bench.run('access', 'grant', 'bo@region.example', 'facilitator')).code, 0);
	assert.match((await bench.run('access', 'show')).out, /bo@region\.example {2}facilitator {2}mail only/);
	assert.equal((await bench.run('access', 'take', 'bo@region.example', 'facilitator')).code, 0);
	for (const [argv, reason] of [
		[['take', 'bo@region.example', 'facilitator'], /does not have the role/],
		[['take', 'eva@region.example', 'programme-lead'], /only programme lead/],
		[['grant', 'bo@region.example', 'king'], /there is no role "king"/],
		[['grant', 'bo', 'committee'], /not an e-mail address/],
		[['reset-second-factor', 'nobody@region.example'], /nobody in "Region"/]
	] as const) {
		const ran = await bench.run('access', ...argv);
		assert.deepEqual([ran.code, ran.out], [1, ''], argv.join(' '));
		assert.match(ran.error, reason);
	}
	assert.equal((await bench.run('access', 'reset-second-factor', 'eva@region.example')).code, 0);
	assert.equal((await bench.json<Shown>('access', 'show')).people[0]?.hasSecondFactor, false);

	const { events } = await readEvents(db, {
		...{ organisationId, actor: null, from: null, before: null, subjectId: null },
		...{ most: 100, skip: 0 }
	});
	assert.deepEqual(
		events.map((event) => [event.actor, event.action, event.subject?.id]),
		[
			[null, 'reset-second-factor', 'eva@region.example'],
			[null, 'take-role facilitator', 'bo@region.example'],
			[null, 'grant-role facilitator', 'bo@region.example']
		]
	);
});
