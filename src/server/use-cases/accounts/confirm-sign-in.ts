// A sign-in link is used up, by a button and never by opening the page. A right link works however many wrong ones were tried
// before: its token cannot be guessed, and a whole hospital may stand behind one address.
import type { Actor } from '#server/actor.ts';
import { linkMinutes } from '#server/identity/identity.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { recordSignIn } from '#server/use-cases/accounts/account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';
import type { SignInContext } from '#server/use-cases/accounts/who-is-signed-in.ts';

export type ConfirmSignInOutcome =
	| { readonly kind: 'signed-in'; readonly cookies: readonly SessionCookie[] }
	| { readonly kind: 'wrong' | 'used' | 'too-many' }
	| { readonly kind: 'old'; readonly minutes: number }
	| Forbidden;

export async function confirmSignIn(
	context: SignInContext,
	actor: Actor,
	input: { readonly token: string; readonly client: string }
): Promise<ConfirmSignInOutcome> {
	if (!isAllowed('confirm-sign-in', actor)) return forbidden;
	const outcome = await context.identity.redeemLink(input.token);
	if (outcome.kind === 'signed-in') {
		await recordSignIn(context, outcome.email, { action: 'sign-in-link' });
		return { kind: 'signed-in', cookies: outcome.cookies };
	}
	if (!context.identity.wrongTokens.count(input.client, context.now())) return { kind: 'too-many' };
	return outcome.kind === 'old' ? { kind: 'old', minutes: linkMinutes } : outcome;
}
