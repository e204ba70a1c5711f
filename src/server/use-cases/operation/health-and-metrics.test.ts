import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueMails } from '#server/database/mails.ts';
import { watchEvents } from '#server/metrics/event-counts.ts';
import { createMetrics, metrics } from '#server/metrics/request-metrics.ts';
import { answerAs } from '../../../../tests/support/answering-leader.ts';
import { createTestContext } from '../../../../tests/support/test-context.ts';
import { createTestDatabase } from '../../../../tests/support/test-database.ts';
import { openSmallRound } from '../../../../tests/support/open-small-round.ts';
import { readHealth } from './read-health.ts';
import { readMetrics } from './read-metrics.ts';

const visitor = { kind: 'visitor' } as const;
const metricsToken = 'a-token-for-the-monitor';

test('health is told in words: the database, its migrations, mail and keys, and nothing else', async () => {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	const { organisationId, roundId } = await openSmallRound(context);
	await queueMails(db, [
		{
			...{ organisationId, mailId: `invitation:${roundId}:x`, kind: 'invitation', recipient: 'x@example.org' },
			...{ subject: 'x', text: 'x', html: 'x', intendedAt: context.now() }
		}
	]);
	const health = await readHealth(context, visitor);
	assert.deepEqual(health.parts, { database: 'ok', migrations: 'ok', jobs: 'degraded', mail: 'ok', roundKeys: 'ok' });
	await db.updateTable('rounds').set({ key_missing_at: context.now() }).where('round_id', '=', roundId).execute();
	assert.equal((await readHealth(context, visitor)).parts.roundKeys, 'degraded');
	await db
		.updateTable('mails')
		.set({ failure: 'server-unreachable', retry_at: new Date(context.now().getTime() + 60_000) })
		.execute();
	const paused = await readHealth(context, visitor);
	assert.deepEqual([paused.status, paused.parts.mail], ['degraded', 'degraded']);
});

test('a database that does not answer, or that another version has used, is down', async () => {
	const database = await createTestDatabase();
	const context = createTestContext(database.kysely);
	await database.pool.query("insert into schema_migrations values (9999, '9999-x.sql', 'x', now())");
	assert.deepEqual((await readHealth(context, visitor)).status, 'down');
	await database.pool.query('drop table schema_migrations');
	assert.deepEqual((await readHealth(context, visitor)).parts.database, 'down');
});

test('metrics are there for whoever shows the token, and not at all where none is set', async () => {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	assert.deepEqual(await readMetrics(context, visitor, { token: null }), { kind: 'off' });
	const watched = { ...context, settings: { ...context.settings, metricsToken } };
	for (const token of [null, '', 'a-token-for-the-monito', `${metricsToken}x`])
		assert.deepEqual(await readMetrics(watched, visitor, { token }), { kind: 'wrong-token' });
	watchEvents({ counts: () => ({ waiting: 3, failures: 2, lost: 1 }) });
	const outcome = await readMetrics(watched, visitor, { token: metricsToken });
	assert.equal(outcome.kind, 'metrics');
	const text = outcome.kind === 'metrics' ? outcome.text : '';
	for (const name of [
		'ledertrivsel_mails{state="waiting"} 0',
		'ledertrivsel_database_bytes',
		'ledertrivsel_audit_events_waiting 3',
		'ledertrivsel_audit_write_failures 2',
		'ledertrivsel_audit_events_lost 1',
		'process_cpu_seconds_total'
	])
		assert.ok(text.includes(name), name);
});

test('not one figure of ours moves when a leader collects a ballot, answers, or is reminded', async () => {
	const { kysely: db } = await createTestDatabase();
	const context = createTestContext(db);
	const { organisationId, roundId, items } = await openSmallRound(context);
	const watched = { ...context, settings: { ...context.settings, metricsToken } };
	const ours = async () => {
		const outcome = await readMetrics(watched, visitor, { token: metricsToken });
		return outcome.kind === 'metrics' ? outcome.text.split('\n').filter((line) => line.startsWith('ledertrivsel')) : [];
	};
	const before = await ours();
	assert.ok(before.length >= 5);
	const answers = Object.fromEntries(items.map((item) => [item, 1]));
	await answerAs(context, { organisationId, roundId }, { leaderId: 'department-1-ward-1', answers });
	assert.equal((await db.selectFrom('ballot_box').select('group_id').execute()).length, 1);
	for (const routeId of [
		'/answer/[round]',
		'/answer/[round]/collect',
		'/answer/[round]/submit',
		'/profile/[round]',
		'/code',
		'/rounds/[round]/visibility',
		'/rounds/[round]/manifest',
		'/mail/[token]',
		'/factors/[factor]',
		'/interventions/[intervention]/why',
		'/',
		null
	])
		metrics.observe({ routeId, status: 200, seconds: 0.01 });
	assert.deepEqual(await ours(), before);
	for (const routeId of ['/rounds', '/health']) metrics.observe({ routeId, status: 303, seconds: 0.2 });
	assert.notDeepEqual(await ours(), before, 'the test sees what is counted');
});

test('requests are counted by route and class of status, without addresses', async () => {
	const own = createMetrics();
	own.observe({ routeId: '/rounds/[round]', status: 200, seconds: 0.02 });
	own.observe({ routeId: '/rounds/[round]', status: 404, seconds: 0.02 });
	const text = await own.text([]);
	assert.ok(text.includes('ledertrivsel_requests_total{route="/rounds/[round]",status="2xx"} 1'));
	assert.ok(text.includes('ledertrivsel_requests_total{route="/rounds/[round]",status="4xx"} 1'));
	assert.ok(text.includes('ledertrivsel_request_seconds_count{route="/rounds/[round]"} 2'));
	assert.ok(!/nodejs_active|process_open_fds/.test(text), 'open connections show who is there');
});
