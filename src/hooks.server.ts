// Builds the context once and an actor for each request; sets the headers that every page carries.
import { building } from '$app/env';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import { compressPage } from '#server/compression/compress-page.ts';
import { openContext, type RunningContext } from '#server/context.ts';
import { findPerson } from '#server/database/people.ts';
import { createIdentity, type Identity } from '#server/identity/identity.ts';
import { jobsOf, startJobs } from '#server/jobs/run-jobs.ts';
import { warmReferences } from '#server/references/apa-reference.ts';
import { searchIndexOf } from '#server/search/search-index.ts';
import { readSettings } from '#server/settings.ts';
import { createSetupLink } from '#server/use-cases/create-setup-link.ts';
import { publishedEvidence } from '#server/use-cases/published-evidence.ts';
import { personaOf } from '#server/use-cases/start-demonstration.ts';
import { textsFor } from '#texts/texts.ts';

const visitor: Actor = { kind: 'visitor' };
let running: RunningContext | null = null;
let identity: Identity | null = null;

export const init: ServerInit = async () => {
	if (building) return;
	const outcome = readSettings(process.env);
	if (outcome.kind === 'wrong')
		throw new Error(outcome.problems.map((problem) => `${problem.name} ${problem.reason}`).join('; '));
	running = await openContext(outcome.settings);
	identity = createIdentity(running.context);
	const setupLink = await createSetupLink(running.context);
	if (setupLink !== null) process.stdout.write(`Set up your organisation (this link works once): ${setupLink}\n`);
	// Whoever searches first need not wait for the index.
	searchIndexOf((await publishedEvidence(running.context, null)).base);
	const jobs = startJobs(running.context.log, jobsOf(running.context));
	void warmReferences(running.context.shippedEvidence.studies);
	process.once('sveltekit:shutdown', () => {
		void jobs
			.stop()
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

	if (isForeign(event)) return refusal(403, textsFor(event.locals.language).site.errors.origin);
	const limit = running.context.settings.uploadLimitBytes;
	if (Number(event.request.headers.get('content-length') ?? 0) > limit) {
		return refusal(413, textsFor(event.locals.language).site.errors.tooLarge(limit / 1024 / 1024));
	}
	// The answer house is not told who is signed in.
	if (!isAnswerHouse(event)) await readActor(event, running, identity);
	const { base } = await publishedEvidence(running.context, organisationOf(event.locals.actor));
	event.locals.context = { ...running.context, evidence: base };

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
	const person = session === null ? persona : await findPerson(context.db, session.email);
	if (person !== null) event.locals.actor = person satisfies Actor;
	event.locals.isDemonstration = person?.isDemonstration ?? false;
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
