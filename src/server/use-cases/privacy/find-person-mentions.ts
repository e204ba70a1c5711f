// Where a person's name or address stands in what others have written: deleting leaves free text as it is, and somebody has to
// take the name out by hand. What is found is shown and not kept.
import { findMentions, type Mention } from '#domain/privacy/find-mentions.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { eachFreeText, type FreeText, type FreeTextPlace } from '#server/database/free-text.ts';
import { findKnownPerson, type KnownPerson } from '#server/database/personal-data.ts';
import { recordOf } from '../accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { askedFor } from './export-personal-data.ts';

/**
 * What can be done about it. `edit`: changed on its page. `fixed`: part of what was said and answered, or of a plan that is over; no
 * page changes it. `kept-by-law`: the documents that the law has kept. `by-itself`: removed by the night's job when it is old.
 */
export type MentionHandling = 'edit' | 'fixed' | 'kept-by-law' | 'by-itself';

export type PersonMention = {
	readonly place: FreeTextPlace;
	readonly handling: MentionHandling;
	/** A path on this site. */
	readonly href: string;
	readonly mentions: readonly Mention[];
};

export type FindPersonMentionsOutcome =
	| { readonly kind: 'mentions'; readonly found: readonly PersonMention[] }
	| { readonly kind: 'unknown-person' }
	| Forbidden;

/** `person`: an address, or the id of a leader of the roster. */
export async function findPersonMentions(
	context: Pick<Context, 'db' | 'now' | 'randomId'>,
	actor: Actor,
	input: { readonly person: string }
): Promise<FindPersonMentionsOutcome> {
	if (!isAllowed('find-person-mentions', actor) || actor.kind === 'visitor') return forbidden;
	const person = await findKnownPerson(context.db, actor.organisationId, askedFor(input.person));
	if (person === null) return { kind: 'unknown-person' };
	const isMadeUp = actor.kind === 'person' && actor.isDemonstration;
	if (!isMadeUp) await recordOf(context, actor, { action: 'search-person', leaderIds: person.leaderIds });
	return { kind: 'mentions', found: await mentionsOf(context.db, person, 'before-deleting') };
}

/** What can be changed comes first, then by page. Before deleting, a field that deleting itself empties is not told. */
export async function mentionsOf(
	db: Context['db'],
	person: KnownPerson,
	when: 'before-deleting' | 'after-deleting'
): Promise<readonly PersonMention[]> {
	const found = new Map<string, PersonMention>();
	const who = { names: person.calledNames, emails: person.emails };
	const emptied = new Set(when === 'before-deleting' ? [...person.names, ...person.emails] : []);
	await eachFreeText(db, person.organisationId, (text) => {
		const own = text.texts.filter((one) => !isEmptiedIn(text.place) || !emptied.has(one));
		const mentions = own.flatMap((one) => findMentions(one, who));
		if (mentions.length === 0) return;
		const one = { place: text.place, handling: handlingOf(text), href: hrefOf(text) };
		const key = `${one.place} ${one.handling} ${one.href}`;
		found.set(key, { ...one, mentions: [...(found.get(key)?.mentions ?? []), ...mentions] });
	});
	return [...found.values()].toSorted(
		(one, other) => order.indexOf(one.handling) - order.indexOf(other.handling) || (one.href < other.href ? -1 : 1)
	);
}

const order: readonly MentionHandling[] = ['edit', 'fixed', 'by-itself', 'kept-by-law'];

/** Where deleting takes a name out that is all there is in its field. */
function isEmptiedIn(place: FreeTextPlace): boolean {
	return place === 'plan' || place === 'plan-history' || place === 'proposal';
}

function handlingOf({ place, isClosed }: FreeText): MentionHandling {
	switch (place) {
		case 'plan':
			return isClosed ? 'fixed' : 'edit';
		case 'dialogue':
			return 'edit';
		case 'assessment':
			return isClosed ? 'kept-by-law' : 'edit';
		case 'assessment-remark':
			return isClosed ? 'kept-by-law' : 'fixed';
		case 'assessment-document':
		case 'participation':
		case 'absence':
			return 'kept-by-law';
		case 'round':
		case 'plan-history':
		case 'check-in':
		case 'proposal':
		case 'evidence':
			return 'fixed';
		case 'mail':
			return 'by-itself';
	}
}

function hrefOf({ place, keys }: FreeText): string {
	const key = (name: string) => encodeURIComponent(keys[name] ?? '');
	switch (place) {
		case 'round':
			return `/rounds/${key('round_id')}`;
		case 'plan':
		case 'plan-history':
		case 'check-in':
			return `/plans/${key('plan_id')}`;
		case 'proposal':
			return `/proposals/${key('proposal_id')}`;
		case 'dialogue':
			return `/results/${key('round_id')}/${key('group_id')}/dialogue`;
		case 'assessment':
		case 'assessment-document':
		case 'assessment-remark':
			return `/apv/${key('assessment_id')}`;
		case 'participation':
		case 'absence':
			return '/apv';
		case 'evidence':
			return '/evidence';
		case 'mail':
			return '/outbox';
	}
}
