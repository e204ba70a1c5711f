// What the link at the foot of optional letters carries: whose letters it is about, sealed with the site's secret. Nothing is
// kept for it, so a reminder leaves no mark by having carried one; a row is written when somebody chooses something.
import type { Context } from '#server/context.ts';
import { openText, sealTextAlike } from '#server/identity/seal-text.ts';
import { readSecret } from '#server/identity/secret.ts';
import { isUuid } from '../is-uuid.ts';

export type MailReader = { readonly organisationId: string; readonly email: string };
type SecretPlace = Pick<Context['settings'], 'secret' | 'dataDirectory'>;

const purpose = 'choice of letters';

/** The same in every letter to the same address. */
export function choiceTokenOf(settings: SecretPlace, { organisationId, email }: MailReader): string {
	return sealTextAlike(readSecret(settings), purpose, `${organisationId}/${email.toLowerCase()}`);
}

/** Whose link it is, or null where it is none of ours. */
export function readerOfChoiceToken(settings: SecretPlace, token: string): MailReader | null {
	const text = openText(readSecret(settings), purpose, token) ?? '';
	const end = text.indexOf('/');
	const reader = { organisationId: text.slice(0, end), email: text.slice(end + 1) };
	return isUuid(reader.organisationId) ? reader : null;
}
