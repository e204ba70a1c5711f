import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { Person } from '#server/actor.ts';
import { projectRoot } from '#server/project-root.ts';
import { eventNames as danish } from '#texts/da/event-names.ts';
import { pageName } from '#texts/event-sentence.ts';
import { eventOfRequest, isRecorded, mustLast, type RequestFacts } from './event-of-request.ts';

const anna: Person = {
	kind: 'person',
	organisationId: 'o',
	email: 'anna@example.org',
	name: 'Anna',
	roles: ['programme-lead'],
	leaderId: null,
	isDemonstration: false
};
const made = { eventId: 'e', at: new Date('2026-03-02T09:00:00Z') };
const eventOf = (facts: Partial<RequestFacts>, actor: Parameters<typeof eventOfRequest>[1] = anna) =>
	eventOfRequest(
		{ routeId: '/rounds/[round]', method: 'GET', parameters: {}, query: '', status: 200, ...facts },
		actor,
		made
	);

test('a page that was seen is recorded with its route, its round and who saw it', () => {
	assert.deepEqual(eventOf({ parameters: { round: 'b1f0' } }), {
		organisationId: 'o',
		...made,
		actor: 'anna@example.org',
		action: 'GET /rounds/[round]',
		subject: { kind: 'round', id: 'b1f0' },
		outcome: 'done'
	});
	const group = eventOf({ routeId: '/results/[round]/[group]', parameters: { round: 'r', group: 'u12' } });
	assert.deepEqual(group?.subject, { kind: 'group', id: 'r/u12' });
});

test('a form is recorded by the name of its action and by how it went', () => {
	assert.equal(eventOf({ method: 'POST', query: '?/open', status: 303 })?.action, 'POST /rounds/[round] open');
	assert.equal(eventOf({ status: 403 })?.outcome, 'refused');
	assert.equal(eventOf({ status: 404 })?.outcome, 'not-found');
	assert.equal(eventOf({ status: 500 })?.outcome, 'failed');
});

test('nothing that somebody typed and no token is ever recorded', () => {
	const secret = 'hush-hush';
	for (const query of [`?token=${secret}`, `?/${secret}!`, `?person=${secret}`, `?/open&name=${secret}`]) {
		assert.ok(!JSON.stringify(eventOf({ query })).includes(secret), query);
		assert.ok(!JSON.stringify(eventOf({ query, method: 'POST' })).includes(secret), query);
	}
	const parameters = { mail: secret, token: secret, round: `${secret} and æ free text`, id: secret };
	assert.ok(!JSON.stringify(eventOf({ parameters })).includes(secret));
});

test('where leaders answer or read, and what anybody may read, nothing is recorded', () => {
	for (const routeId of [
		'/answer/[round]',
		'/answer/[round]/submit',
		'/profile/[round]',
		'/profile/[round]/sealed',
		'/code',
		'/factors/[factor]',
		'/interventions/[intervention]/why',
		'/knowledge/search',
		'/rounds/[round]/visibility',
		'/rounds/[round]/manifest/download',
		'/sign-in/confirm',
		'/'
	]) {
		assert.equal(isRecorded(routeId), false, routeId);
		assert.equal(eventOf({ routeId }), null, routeId);
	}
	assert.equal(eventOf({ routeId: null }), null);
});

test('what a use case records itself, with whom it was done to, is not recorded twice', () => {
	for (const routeId of [
		'/account',
		'/account/passkeys',
		'/organisation/access',
		'/privacy/people',
		'/privacy/people/json'
	]) {
		assert.equal(eventOf({ routeId, method: 'POST', query: '?/take', status: 200 }), null, routeId);
		assert.equal(eventOf({ routeId, method: 'POST', query: '?/take', status: 403 })?.outcome, 'refused');
		assert.equal(eventOf({ routeId })?.action, `GET ${routeId}`);
	}
});

test('what changes something and what hands out data is on disk before its answer; what was only seen may wait', () => {
	const isWaited = (facts: Partial<RequestFacts>, contentType: string | null = 'text/html; charset=utf-8') =>
		mustLast({ method: 'GET', status: 200, ...facts }, contentType);
	for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) assert.equal(isWaited({ method }), true, method);
	assert.equal(isWaited({ method: 'POST', status: 303 }, null), true);
	assert.equal(isWaited({ method: 'POST', status: 403 }), true, 'an attempt that was refused as well');
	for (const file of ['application/pdf', 'text/csv; charset=utf-8', 'application/json', 'text/calendar'])
		assert.equal(isWaited({}, file), true, file);
	assert.equal(isWaited({}), false);
	assert.equal(isWaited({ method: 'HEAD' }, 'application/pdf'), false, 'nothing is handed out');
	assert.equal(isWaited({ status: 303 }, null), false);
	assert.equal(isWaited({ status: 404 }, 'application/json'), false);
});

test('visitors, jobs and the demonstration are not recorded', () => {
	assert.equal(eventOf({}, { kind: 'visitor' }), null);
	assert.equal(eventOf({}, { ...anna, isDemonstration: true }), null);
});

test('every route that is recorded has a name that people understand', () => {
	const routes = globSync('src/routes/**/{+page.server.ts,+server.ts}', { cwd: projectRoot }).map(
		(file) => dirname(file).replace(/^src\/routes/, '') || '/'
	);
	assert.ok(routes.length > 40);
	assert.deepEqual(
		routes.filter((route) => isRecorded(route) && pageName(danish.pages, route) === null),
		[]
	);
});

test('no event is ever changed: nothing in the program updates the table', () => {
	const files = globSync('{src,tools}/**/*.ts', { cwd: projectRoot }).filter((file) => !file.endsWith('.test.ts'));
	const changing = (text: string) =>
		/updateTable\(\s*'audit_events'|update\s+audit_events|doUpdateSet[\s\S]{0,200}audit_events/i.test(text);
	assert.ok(changing("db.updateTable('audit_events').set({})"));
	assert.deepEqual(
		files.filter((file) => changing(readFileSync(join(projectRoot, file), 'utf8'))),
		[]
	);
});
