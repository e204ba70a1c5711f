// Builds the context once and an actor for each request; sets the headers that every page carries.
import { randomUUID } from 'node:crypto';
import { building } from '$app/env';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import { createEventBuffer, type EventBuffer } from '#server/audit-log/event-buffer.ts';
import { eventOfRequest, isRecorded, mustLast } from '#server/audit-log/event-of-request.ts';
import { compressPage } from '#server/compression/compress-page.ts';
import { openContext, type RunningContext } from '#server/context.ts';
import { recordEvents } from '#server/database/audit-events.ts';
import { createIdentity, type Identity } from '#server/identity/identity.ts';
import { jobsOf } from '#server/jobs/jobs-of.ts';
import { startJobs } from '#server/jobs/run-jobs.ts';
import { warmReferences } from '#server/references/apa-reference.ts';
import { searchIndexOf } from '#server/search/search-index.ts';
import { watchEvents } from '#server/metrics/event-counts.ts';
import { metrics } from '#server/metrics/request-metrics.ts';
import { readSettings } from '#server/settings.ts';
import { createSetupLink } from '#server/use-cases/accounts/create-setup-link.ts';
import { publishedEvidence } from '#server/use-cases/evidence/published-evidence.ts';
import { personaOf } from '#server/use-cases/organisation/start-demonstration.ts';
import { whoIsSignedIn } from '#server/use-cases/accounts/who-is-signed-in.ts';
import { textsFor } from '#texts/texts.ts';

const visitor: Actor = { kind: 'visitor' };
let running: RunningContext | null = null;
let identity: Identity | null = null;
let events: EventBuffer | null = null;

export const init: ServerInit = async () => {
	if (building) return;
	const outcome = readSettings(process.env);
	if (outcome.kind === 'wrong')
		throw new Error(outcome.problems.map((problem) => `${problem.name} ${problem.reason}`).join('; '));
	running = await openContext(outcome.settings);
	identity = createIdentity(running.context);
	const { db, log } = running.context;
	events = createEventBuffer({ write: (waiting) => recordEvents(db, waiting), log });
	watchEvents(events);
	const setupLink = await createSetupLink(running.context);
	if (setupLink !== null) process.stdout.write(`Set up your organisation (this link works once): ${setupLink}\n`);
	// Whoever searches first need not wait for the index.
	searchIndexOf((await publishedEvidence(running.context, null)).base);
	const jobs = await startJobs({ database: running.database, log: running.context.log }, jobsOf(running.context));
	void warmReferences(running.context.shippedEvidence.studies);
	process.once('sveltekit:shutdown', () => {
		void jobs
			.stop()
			.then(() => events?.stop())
			.then(() => running?.close())
			.then(() => process.exit(0));
	});
};

export const handle: Handle = async ({ event, resolve }) => {
	if (running === null || identity === null) throw new Error('a request came before the start was done');
	event.locals.context = running.context;
	event.locals.identity = identity;
	event.locals.language = languageOf(event);
	event.locals.actor = visitor;
	event.locals.isDemonstration = false;
	event.locals.isHalfSignedIn = false;

	if (isForeign(event)) return refusal(403, textsFor(event.locals.language).site.errors.origin);
	const limit = running.context.settings.uploadLimitBytes;
	if (Number(event.request.headers.get('content-length') ?? 0) > limit) {
		return refusal(413, textsFor(event.locals.language).site.errors.tooLarge(limit / 1024 / 1024));
	}
	// The answer house is not told who is signed in.
	if (!isAnswerHouse(event)) await readActor(event, running, identity);
	// One factor is not enough for this person: the second step comes before every page that is not public.
	if (event.locals.isHalfSignedIn && isBehindSecondStep(event)) redirect(303, '/sign-in/second-step');
	const { base } = await publishedEvidence(running.context, organisationOf(event.locals.actor));
	event.locals.context = { ...running.context, evidence: base };

	const begin = performance.now();
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%lang%', event.locals.language).replace('%referrer%', referrerPolicyOf(event)),
		preload: ({ type }) => type === 'css' || type === 'font' || type === 'js'
	});
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', referrerPolicyOf(event));
	response.headers.set('cross-origin-opener-policy', 'same-origin');
	response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
	if (hasActor(event)) response.headers.set('cache-control', 'no-store');
	if (!(await recordRequest(event, response))) {
		await response.body?.cancel();
		return refusal(503, textsFor(event.locals.language).site.errors.unrecorded);
	}
	metrics.observe({
		routeId: event.route.id,
		status: response.status,
		seconds: (performance.now() - begin) / 1000
	});
	return compressPage(event.request, response);
};

export const handleError: HandleServerError = ({ error, kind, event }) => {
	const site = textsFor(event.locals?.language ?? 'da').site.errors;
	if (kind === 'app') return { message: error.message };
	if (kind === 'framework') {
		return error.status === 404 ? { message: site.notFound, code: 'not-found' } : { message: error.message };
	}
	running?.context.log.error('request failed', error, { route: event.route.id, method: event.request.method });
	return { message: site.broken, code: 'broken' };
};

/** Where a leader types a code, answers and reads the own profile. */
function isAnswerHouse({ url }: RequestEvent): boolean {
	return /^\/(answer\/|profile\/|code$)/.test(url.pathname);
}

/** A page that is opened from a private profile is not told so. A browser sends no origin with a form from such a page. */
function referrerPolicyOf(event: RequestEvent): string {
	return isAnswerHouse(event) && event.url.pathname !== '/code' ? 'no-referrer' : 'same-origin';
}

function hasActor(event: RequestEvent): boolean {
	return event.locals.actor.kind === 'person';
}

function organisationOf(actor: Actor): string | null {
	return actor.kind === 'visitor' ? null : actor.organisationId;
}

async function readActor(event: RequestEvent, { context }: RunningContext, accounts: Identity): Promise<void> {
	const session = await accounts.readSession(event.request.headers);
	const persona = session === null ? await personaOf(context, event.cookies.get('demonstration') ?? null) : null;
	const who = await whoIsSignedIn({ ...context, identity: accounts }, session);
	const person = who.kind === 'person' ? who.person : persona;
	event.locals.isHalfSignedIn = who.kind === 'half';
	if (person !== null) event.locals.actor = person satisfies Actor;
	event.locals.isDemonstration = person?.isDemonstration ?? false;
}

/** Pages and files; what is sent there is refused like from anybody who is not signed in. */
function isBehindSecondStep({ request, route }: RequestEvent): boolean {
	if (request.method !== 'GET' || route.id === null) return false;
	return route.id === '/' || isRecorded(route.id);
}

/**
 * Who saw or changed what. What was only seen is written a moment later: no page waits for it, and none fails with it. What changed
 * something is on disk before the answer goes, or the failure is logged, since the change is made. False where data would be
 * handed out and nobody could tell later that it was.
 */
async function recordRequest(
	{ route, request, params, url, locals }: RequestEvent,
	{ status, headers }: Response
): Promise<boolean> {
	const { method } = request;
	const facts = { routeId: route.id, method, parameters: params, query: url.search, status };
	const made = eventOfRequest(facts, locals.actor, { eventId: randomUUID(), at: locals.context.now() });
	if (made === null || events === null) return true;
	if (!mustLast(facts, headers.get('content-type'))) {
		events.add(made);
		return true;
	}
	return (await events.record(made)) || method !== 'GET';
}

/** A file in the other language does not change the language of the site. */
const fileRoute = '/knowledge/overview/pdf';

/** `?language=en` chooses and is remembered; Danish where nothing was chosen. */
function languageOf(event: RequestEvent): Language {
	const asked = event.url.searchParams.get('language');
	if ((asked === 'da' || asked === 'en') && event.route.id !== fileRoute) {
		event.cookies.set('language', asked, {
			path: '/',
			sameSite: 'lax',
			httpOnly: true,
			secure: event.url.protocol === 'https:',
			maxAge: 60 * 60 * 24 * 365
		});
		return asked;
	}
	return event.cookies.get('language') === 'en' ? 'en' : 'da';
}

/** The framework checks the origin of forms; of JSON it does not, so that is done here. */
function isForeign(event: RequestEvent): boolean {
	if (event.request.method === 'GET' || event.request.method === 'HEAD') return false;
	const origin = event.request.headers.get('origin');
	const isBrowser = event.request.headers.has('sec-fetch-site');
	if (origin === null) return isBrowser && event.request.headers.get('sec-fetch-site') !== 'same-origin';
	return origin !== event.url.origin;
}

function refusal(status: number, sentence: string): Response {
	return new Response(sentence, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
