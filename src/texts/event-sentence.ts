// A recorded event as a sentence: "Så en gruppes resultat", "Gav rollen Facilitator".
import type { Language } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';

/** `action`: `GET /rounds/[round]`, `POST /plans/[plan] close`, or a deed such as `grant-role facilitator`. */
export function eventSentence(language: Language, action: string): string {
	const { eventNames, accounts } = textsFor(language);
	const page = /^(GET|HEAD|POST|PUT|PATCH|DELETE) (\/\S*)/.exec(action);
	if (page !== null) {
		const name = pageName(eventNames.pages, page[2] ?? '') ?? eventNames.other;
		return page[1] === 'GET' || page[1] === 'HEAD' ? eventNames.saw(name) : eventNames.changed(name);
	}
	const [deed = '', ...details] = action.split(' ');
	const roles = details.map((detail) => accounts.roleNames[detail] ?? detail);
	return [eventNames.deeds[deed] ?? eventNames.otherDeed, roles.join(', ')].filter((part) => part !== '').join(': ');
}

/** The name of the page or of the nearest one above it; null where none has a name. */
export function pageName(pages: Readonly<Record<string, string>>, routeId: string): string | null {
	const parts = routeId.split('/').filter((part) => part !== '');
	for (let length = parts.length; length > 0; length--) {
		const name = pages[`/${parts.slice(0, length).join('/')}`];
		if (name !== undefined) return name;
	}
	return routeId === '/' ? (pages['/'] ?? null) : null;
}
