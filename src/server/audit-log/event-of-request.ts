// What is recorded of a request by somebody who is signed in: the route, which round, group or plan, and how it went. Never
// an address with what was typed, never a token, and nothing of the pages where leaders answer, read their profile or the library.
import type { Actor } from '#server/actor.ts';
import type { AuditEvent, EventOutcome } from '#server/database/audit-events.ts';

export type RequestFacts = {
	readonly routeId: string | null;
	readonly method: string;
	readonly parameters: Readonly<Record<string, string | undefined>>;
	/** The name of a form's action: `?/remove`. Anything else of the query stays out. */
	readonly query: string;
	readonly status: number;
};

/** Open to everybody, or of the answer house: what somebody reads or answers there is nobody's business. */
const unrecorded = [
	'answer',
	'profile',
	'code',
	'knowledge',
	'factors',
	'outcomes',
	'findings',
	'interventions',
	'studies',
	'methods',
	'visibility',
	'demonstration',
	'set-up',
	'sign-in',
	'mail',
	'check-in',
	'health',
	'metrics'
];

/** Parameters whose value is an identifier of ours. Others may be a token, or the mark of a reminder that must be forgotten. */
const subjects: Readonly<Record<string, string>> = {
	round: 'round',
	plan: 'plan',
	proposal: 'proposal',
	dialogue: 'dialogue'
};

/**
 * The event of a request, or null where nothing is recorded: visitors, the demonstration (where everybody is the same
 * person), public pages and the answer house.
 */
export function eventOfRequest(
	facts: RequestFacts,
	actor: Actor,
	made: { readonly eventId: string; readonly at: Date }
): AuditEvent | null {
	if (actor.kind !== 'person' || actor.isDemonstration || facts.routeId === null) return null;
	if (!isRecorded(facts.routeId) || isToldBetter(facts)) return null;
	return {
		organisationId: actor.organisationId,
		eventId: made.eventId,
		at: made.at,
		actor: actor.email,
		action: actionOf(facts.method, facts.routeId, facts.query),
		subject: subjectOf(facts.routeId, facts.parameters),
		outcome: outcomeOf(facts.status)
	};
}

/**
 * True where the event is on disk before the answer goes: whatever may have changed something, and whatever hands out data
 * (anything but a page). What was only seen may wait a moment. `contentType`: of the answer, or null where it has none.
 */
export function mustLast(
	{ method, status }: Pick<RequestFacts, 'method' | 'status'>,
	contentType: string | null
): boolean {
	if (method === 'HEAD') return false;
	if (method !== 'GET') return true;
	return status < 300 && contentType !== null && !contentType.startsWith('text/html');
}

/** True for routes whose visits are recorded. */
export function isRecorded(routeId: string): boolean {
	const area = routeId.split('/')[1] ?? '';
	if (area === '') return false;
	// What leaders are told before they answer; the page of a round that anybody may read.
	return !unrecorded.includes(area) && !/\/(visibility|manifest)(\/|$)/.test(routeId);
}

/** What is done there is recorded by the use case itself, with whom it was done to; only what was refused is left to tell. */
function isToldBetter({ routeId, method, status }: RequestFacts): boolean {
	return (
		method !== 'GET' && status < 400 && /^\/(account|organisation\/access|privacy\/people)(\/|$)/.test(routeId ?? '')
	);
}

function actionOf(method: string, routeId: string, query: string): string {
	const name = method === 'POST' ? /^\?\/([a-zA-Z-]{1,40})(?:[=&]|$)/.exec(query)?.[1] : undefined;
	return `${method} ${routeId}${name === undefined ? '' : ` ${name}`}`.slice(0, 200);
}

function subjectOf(
	routeId: string,
	parameters: Readonly<Record<string, string | undefined>>
): AuditEvent['subject'] | null {
	const { round, group } = parameters;
	if (isIdentifier(round) && isIdentifier(group)) return { kind: 'group', id: `${round}/${group}` };
	if (routeId.startsWith('/evidence/') && isIdentifier(parameters['id']))
		return { kind: 'record', id: parameters['id'] };
	for (const [name, kind] of Object.entries(subjects).reverse()) {
		const id = parameters[name];
		if (isIdentifier(id)) return { kind, id };
	}
	return null;
}

function isIdentifier(text: string | undefined): text is string {
	return text !== undefined && /^[a-zA-Z0-9][a-zA-Z0-9._:-]{0,79}$/.test(text);
}

function outcomeOf(status: number): EventOutcome {
	if (status < 400) return 'done';
	if (status === 404) return 'not-found';
	return status < 500 ? 'refused' : 'failed';
}
