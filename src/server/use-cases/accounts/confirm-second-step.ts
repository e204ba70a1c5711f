// A code of the authenticator app, or a recovery code in its place. A right one begins a new session; the weaker one ends.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import type { SessionCookie } from '#server/identity/session-cookie.ts';
import { recordSignIn, tellOfLock } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import type { SignInContext } from './who-is-signed-in.ts';

export type ConfirmSecondStepOutcome =
	| {
			readonly kind: 'signed-in';
			readonly cookies: readonly SessionCookie[];
			/** Null where a code of the app was used. */
			readonly recoveryCodesLeft: number | null;
	  }
	| { readonly kind: 'not-signed-in' | 'wrong' | 'used' }
	| { readonly kind: 'locked'; readonly minutes: number }
	| Forbidden;

export async function confirmSecondStep(
	context: SignInContext & Pick<Context, 'settings'>,
	actor: Actor,
	input: { readonly headers: Headers; readonly code: string }
): Promise<ConfirmSecondStepOutcome> {
	if (!isAllowed('confirm-second-step', actor)) return forbidden;
	const { identity } = context;
	const session = await identity.readSession(input.headers);
	if (session === null) return { kind: 'not-signed-in' };
	const checked = await identity.secondStep.checkCode(session.email, input.code);
	switch (checked.kind) {
		case 'none':
			return { kind: 'not-signed-in' };
		case 'locked':
			await recordSignIn(context, session.email, { action: 'second-step-locked', outcome: 'refused' });
			return { kind: 'locked', minutes: checked.minutes };
		case 'wrong':
		case 'used':
			await recordSignIn(context, session.email, { action: 'second-step', outcome: 'refused' });
			if (checked.isFirstLock) await tellOfLock(context, session.email);
			return { kind: checked.kind };
		case 'right':
		case 'right-recovery-code': {
			const cookies = await identity.raiseSession(input.headers);
			if (cookies === null) return { kind: 'not-signed-in' };
			const isRecovery = checked.kind === 'right-recovery-code';
			await recordSignIn(context, session.email, { action: isRecovery ? 'second-step-recovery' : 'second-step' });
			const recoveryCodesLeft = isRecovery ? await identity.secondStep.countRecoveryCodes(session.email) : null;
			return { kind: 'signed-in', cookies, recoveryCodesLeft };
		}
	}
}
