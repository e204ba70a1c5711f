// What the reader of a letter wants of letters. Whoever has the link from the foot of a letter may see and choose this for
// its address, and nothing else; no sign-in, because refusing letters must not take one.
import { optionalKinds, type OptionalKind } from '#domain/mail/optional-kinds.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import { findOrganisation } from '#server/database/organisations.ts';
import { readerOfChoiceToken } from './choice-token.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ReadMailChoicesOutcome =
	| {
			readonly kind: 'choices';
			readonly email: string;
			readonly organisation: string;
			readonly language: Language;
			readonly kinds: readonly { readonly kind: OptionalKind; readonly isWanted: boolean }[];
	  }
	| { readonly kind: 'unknown-link' }
	| Forbidden;

export async function readMailChoices(
	context: Pick<Context, 'db' | 'settings'>,
	actor: Actor,
	input: { readonly token: string }
): Promise<ReadMailChoicesOutcome> {
	if (!isAllowed('read-mail-choices', actor)) return forbidden;
	const reader = readerOfChoiceToken(context.settings, input.token);
	const organisation = reader === null ? null : await findOrganisation(context.db, reader.organisationId);
	if (reader === null || organisation === null) return { kind: 'unknown-link' };
	const { language, refuses } = await findMailPreferences(context.db, reader);
	return {
		kind: 'choices',
		email: reader.email,
		organisation: organisation.name,
		language,
		kinds: optionalKinds.map((kind) => ({ kind, isWanted: !refuses.has(kind) }))
	};
}
