// The second step of signing in: an authenticator app, or a recovery code in its place. better-auth's own is made for
// passwords: it does not stand between a mail link and a session, and its recovery codes can be read back.
import type { Kysely } from 'kysely';
import {
	beginSecondFactor,
	confirmSecondFactor,
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
	makeAppSecret,
	makeRecoveryCodes,
	recoveryCodeHash,
	stepOfCode
} from '#server/identity/one-time-codes.ts';
import { openText, sealText } from '#server/identity/seal-text.ts';

export type CheckedCode = 'right' | 'right-recovery-code' | 'wrong' | 'used' | 'locked' | 'none';

export type ConfirmedApp =
	| { readonly kind: 'confirmed'; readonly recoveryCodes: readonly string[] }
	| { readonly kind: 'wrong' | 'locked' | 'none' };

export type SecondStep = {
	readonly hasApp: (email: string) => Promise<boolean>;
	/** The secret of an app that is being set up; the same until a first code was right. Null where there is an app already. */
	readonly beginApp: (email: string) => Promise<{ readonly secret: string; readonly address: string } | null>;
	/** A first right code: from now on the app counts. The recovery codes are told this once. */
	readonly confirmApp: (email: string, code: string) => Promise<ConfirmedApp>;
	/** A code of the app, or a recovery code; each works once. */
	readonly checkCode: (email: string, code: string) => Promise<CheckedCode>;
	readonly countRecoveryCodes: (email: string) => Promise<number>;
	readonly removeApp: (email: string) => Promise<boolean>;
};

export const attemptsAtMost = 5;
export const lockMinutes = 15;

export function createSecondStep(parts: {
	readonly db: Kysely<Tables>;
	readonly now: () => Date;
	readonly secret: string;
}): SecondStep {
	const { db, now, secret } = parts;
	const purposeFor = (email: string) => `authenticator app of ${email}`;
	const attempt = (email: string) => {
		const at = now();
		return takeAttempt(db, email, {
			most: attemptsAtMost,
			at,
			lockedUntil: new Date(at.getTime() + lockMinutes * 60_000)
		});
	};
	return {
		hasApp: async (email) => (await findSecondFactor(db, email))?.isConfirmed ?? false,
		async beginApp(email) {
			const fresh = sealText(secret, purposeFor(email), makeAppSecret());
			await beginSecondFactor(db, { email, sealedSecret: fresh, at: now() });
			const found = await findSecondFactor(db, email);
			if (found === null || found.isConfirmed) return null;
			const appSecret = openText(secret, purposeFor(email), found.sealedSecret);
			if (appSecret !== null) return { secret: appSecret, address: appAddress(appSecret, email) };
			// The site's secret was changed since: begin anew.
			await removeSecondFactor(db, email);
			await beginSecondFactor(db, { email, sealedSecret: fresh, at: now() });
			const own = openText(secret, purposeFor(email), fresh) ?? '';
			return { secret: own, address: appAddress(own, email) };
		},
		async confirmApp(email, code) {
			const found = await findSecondFactor(db, email);
			if (found === null || found.isConfirmed) return { kind: 'none' };
			if (!(await attempt(email))) return { kind: 'locked' };
			const appSecret = openText(secret, purposeFor(email), found.sealedSecret);
			const step = appSecret === null ? null : stepOfCode(appSecret, code, now());
			if (step === null) return { kind: 'wrong' };
			const recoveryCodes = makeRecoveryCodes();
			const codeHashes = recoveryCodes.flatMap((own) => recoveryCodeHash(secret, email, own) ?? []);
			const isConfirmed = await confirmSecondFactor(db, { email, step, codeHashes, at: now() });
			return isConfirmed ? { kind: 'confirmed', recoveryCodes } : { kind: 'none' };
		},
		async checkCode(email, code) {
			const found = await findSecondFactor(db, email);
			if (found === null || !found.isConfirmed) return 'none';
			if (!(await attempt(email))) return 'locked';
			const hash = recoveryCodeHash(secret, email, code);
			if (hash !== null) return (await takeRecoveryCode(db, email, hash, now())) ? 'right-recovery-code' : 'wrong';
			const appSecret = openText(secret, purposeFor(email), found.sealedSecret);
			const step = appSecret === null ? null : stepOfCode(appSecret, code, now());
			if (step === null) return 'wrong';
			return (await takeStep(db, email, step)) ? 'right' : 'used';
		},
		countRecoveryCodes: (email) => countRecoveryCodes(db, email),
		removeApp: (email) => removeSecondFactor(db, email)
	};
}
