// The reader chooses which letters to get and in which language, or a mail program refuses one kind for them with one press.
// What waits already and is refused is forgotten.
import { isOptionalKind } from '#domain/mail/optional-kinds.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findMailPreferences, setMailPreferences } from '#server/database/mail-preferences.ts';
import { forgetWaiting } from '#server/database/mails.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { readerOfChoiceToken } from './choice-token.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ChangeMailChoicesOutcome =
	| { readonly kind: 'changed' }
	| { readonly kind: 'unknown-link' }
	/** No such kind, or one that cannot be refused. */
	| { readonly kind: 'not-optional' }
	| Forbidden;

export type MailChoices = { readonly language: Language; readonly refuses: readonly string[] };

export async function changeMailChoices(
	context: Pick<Context, 'db' | 'settings'>,
	actor: Actor,
	input: { readonly token: string; readonly choices: MailChoices | { readonly refusesAlso: string } }
): Promise<ChangeMailChoicesOutcome> {
	if (!isAllowed('change-mail-choices', actor)) return forbidden;
	const reader = readerOfChoiceToken(context.settings, input.token);
	if (reader === null) return { kind: 'unknown-link' };
	return context.db.transaction().execute(async (db): Promise<ChangeMailChoicesOutcome> => {
		if ((await findOrganisation(db, reader.organisationId)) === null) return { kind: 'unknown-link' };
		const before = await findMailPreferences(db, reader);
		const { choices } = input;
		const chosen =
			'refusesAlso' in choices
				? { language: before.language, refuses: [...new Set([...before.refuses, choices.refusesAlso])] }
				: choices;
		if (!chosen.refuses.every(isOptionalKind)) return { kind: 'not-optional' };
		await setMailPreferences(db, reader, chosen);
		await forgetWaiting(db, reader, chosen.refuses);
		return { kind: 'changed' };
	});
}
