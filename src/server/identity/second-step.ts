// The second step of signing in: an authenticator app, or a recovery code in its place. better-auth's own is made for
// passwords: it does not stand between a mail link and a session, and its recovery codes can be read back.
import type { Kysely } from 'kysely';
import {
	addSecondFactor,
	countRecoveryCodes,
	findSecondFactor,
	removeSecondFactor,
	takeAttempt,
	takeRecoveryCode,
	takeStep
} from '#server/database/second-factors.ts';
import type { Tables } from '#server/database/tables.ts';
import {
	appAddress,
	appSecretFor,
	makeRecoveryCodes,
	recoveryCodeHash,
	stepOfCode
} from '#server/identity/one-time-codes.ts';
import { openText, sealText } from '#server/identity/seal-text.ts';

export type CheckedCode =
	| { readonly kind: 'right' | 'right-recovery-code' | 'none' }
	/** `isFirstLock`: from now on it is locked, for the first time since a right code. */
	| { readonly kind: 'wrong' | 'used'; readonly isFirstLock: boolean }
	| { readonly kind: 'locked'; readonly minutes: number };

export type ConfirmedApp =
	{ readonly kind: 'confirmed'; readonly recoveryCodes: readonly string[] } | { readonly kind: 'wrong' | 'none' };

/** Whose app is set up, and in which session. */
export type SettingUp = { readonly email: string; readonly sessionId: string };

export type SecondStep = {
	readonly hasApp: (email: string) => Promise<boolean>;
	/**
	 * The secret of an app that is being set up: another one in each session, so that whoever once had the mailbox does not know
	 * the owner's. Nothing is kept of it. Null where there is an app already.
	 */
	readonly beginApp: (own: SettingUp) => Promise<{ readonly secret: string; readonly address: string } | null>;
	/** A first right code: from now on the app counts. The recovery codes are told this once. */
	readonly confirmApp: (own: SettingUp, code: string) => Promise<ConfirmedApp>;
	/** A code of the app, or a recovery code; each works once. */
	readonly checkCode: (email: string, code: string) => Promise<CheckedCode>;
	readonly countRecoveryCodes: (email: string) => Promise<number>;
	readonly removeApp: (email: string) => Promise<boolean>;
};

export const attemptsAtMost = 5;
export const lockMinutes = 15;
export const lockMinutesAtMost = 24 * 60;
/** A secret is shown for at most this long; what was shown can be confirmed for as long again. */
export const setUpMinutes = 15;

const minute = 60_000;

export function createSecondStep(parts: {
	readonly db: Kysely<Tables>;
	readonly now: () => Date;
	readonly secret: string;
}): SecondStep {
	const { db, now, secret } = parts;
	const purposeFor = (email: string) => `authenticator app of ${email}`;
	const attempt = (email: string) => {
		const at = now();
		return takeAttempt(db, email, { most: attemptsAtMost, at, lockedUntil: (locks) => lockedUntil(at, locks) });
	};
	const shownSecret = (own: SettingUp, age: 0 | 1) =>
		appSecretFor(secret, { ...own, period: Math.floor(now().getTime() / (setUpMinutes * minute)) - age });
	return {
		hasApp: async (email) => (await findSecondFactor(db, email)) !== null,
		async beginApp(own) {
			if ((await findSecondFactor(db, own.email)) !== null) return null;
			const appSecret = shownSecret(own, 0);
			return { secret: appSecret, address: appAddress(appSecret, own.email) };
		},
		async confirmApp(own, code) {
			const { email } = own;
			if ((await findSecondFactor(db, email)) !== null) return { kind: 'none' };
			for (const appSecret of [shownSecret(own, 0), shownSecret(own, 1)]) {
				const step = stepOfCode(appSecret, code, now());
				if (step === null) continue;
				const sealedSecret = sealText(secret, purposeFor(email), appSecret);
				const recoveryCodes = makeRecoveryCodes();
				const codeHashes = recoveryCodes.flatMap((one) => recoveryCodeHash(secret, email, one) ?? []);
				const isAdded = await addSecondFactor(db, { email, sealedSecret, step, codeHashes, at: now() });
				return isAdded ? { kind: 'confirmed', recoveryCodes } : { kind: 'none' };
			}
			return { kind: 'wrong' };
		},
		async checkCode(email, code) {
			const found = await findSecondFactor(db, email);
			const taken = found === null ? null : await attempt(email);
			if (found === null || taken === null) return { kind: 'none' };
			if (taken.kind === 'locked')
				return { kind: 'locked', minutes: Math.ceil((taken.until.getTime() - now().getTime()) / minute) };
			const { isFirstLock } = taken;
			const hash = recoveryCodeHash(secret, email, code);
			if (hash !== null) {
				const isRight = await takeRecoveryCode(db, email, hash, now());
				return isRight ? { kind: 'right-recovery-code' } : { kind: 'wrong', isFirstLock };
			}
			const appSecret = openText(secret, purposeFor(email), found.sealedSecret);
			const step = appSecret === null ? null : stepOfCode(appSecret, code, now());
			if (step === null) return { kind: 'wrong', isFirstLock };
			return (await takeStep(db, email, step)) ? { kind: 'right' } : { kind: 'used', isFirstLock };
		},
		countRecoveryCodes: (email) => countRecoveryCodes(db, email),
		removeApp: (email) => removeSecondFactor(db, email)
	};
}

/** A quarter of an hour, then twice as long each time, a day at most. */
function lockedUntil(at: Date, locks: number): Date {
	return new Date(at.getTime() + Math.min(lockMinutes * 2 ** locks, lockMinutesAtMost) * minute);
}
