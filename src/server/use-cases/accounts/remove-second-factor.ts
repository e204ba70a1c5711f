// The own authenticator app is removed, with a code of it: to take another phone, or because it is not asked for any more.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { recordOf, tellOfLock, tellOwner } from './account-events.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import type { SignInContext } from './who-is-signed-in.ts';

export type RemoveSecondFactorOutcome =
	| { readonly kind: 'removed' }
	| { readonly kind: 'wrong' | 'used' | 'none' }
	| { readonly kind: 'locked'; readonly minutes: number }
	| Forbidden;

export async function removeSecondFactor(
	context: SignInContext & Pick<Context, 'settings'>,
	actor: Actor,
	input: { readonly code: string; readonly language: Language }
): Promise<RemoveSecondFactorOutcome> {
	if (!isAllowed('remove-second-factor', actor) || actor.kind !== 'person') return forbidden;
	const checked = await context.identity.secondStep.checkCode(actor.email, input.code);
	if (checked.kind === 'locked') return checked;
	if (checked.kind === 'none') return { kind: 'none' };
	if (checked.kind === 'wrong' || checked.kind === 'used') {
		if (checked.isFirstLock) await tellOfLock(context, actor.email);
		return { kind: checked.kind };
	}
	await context.identity.secondStep.removeApp(actor.email);
	await recordOf(context, actor, { action: 'remove-app' });
	await tellOwner(context, actor, 'app-removed', input.language);
	return { kind: 'removed' };
}
