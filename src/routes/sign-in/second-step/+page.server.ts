// Between the first factor and the pages: a code, a passkey, or setting up an app.
import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { passkeyPlace } from '#server/use-cases/accounts/read-account.ts';
import { confirmSecondStep } from '#server/use-cases/accounts/confirm-second-step.ts';
import { readSecondStep } from '#server/use-cases/accounts/read-second-step.ts';
import { setUpSecondStep } from '#server/use-cases/accounts/set-up-second-step.ts';
import { qrCodeOf } from '../../rounds/[round]/codes/qr-path.ts';
import { setCookies } from '../set-cookies.ts';
import type { Actions, PageServerLoad } from './$types';

const Code = v.fallback(v.pipe(v.string(), v.maxLength(100)), '');

export const load: PageServerLoad = async ({ locals, request, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const context = { ...locals.context, identity: locals.identity };
	const step = await readSecondStep(context, locals.actor, { headers: request.headers });
	switch (step.kind) {
		case 'not-signed-in':
			// What was sent has just ended the session that this request came with: its answer is shown, not thrown away.
			if (request.method === 'POST') return { step: { kind: 'done' as const }, passkeyPlace: null };
			return redirect(303, '/sign-in');
		case 'forbidden':
			return error(403, { message: 'forbidden', code: 'forbidden' });
		case 'set-up':
			return { step: { ...step, picture: qrCodeOf(step.address) }, passkeyPlace: null };
		default:
			return { step, passkeyPlace: passkeyPlace(locals.context.settings.publicUrl, url) };
	}
};

type Answer = {
	readonly problem: 'wrong' | 'used' | 'locked' | null;
	readonly minutes: number;
	readonly recoveryCodes: readonly string[] | null;
	readonly recoveryCodesLeft: number | null;
};

export const actions: Actions = {
	confirm: async ({ locals, request, cookies }) => {
		const code = v.parse(Code, (await request.formData()).get('code'));
		const context = { ...locals.context, identity: locals.identity };
		const outcome = await confirmSecondStep(context, locals.actor, { headers: request.headers, code });
		switch (outcome.kind) {
			case 'signed-in':
				setCookies(cookies, outcome.cookies);
				if (outcome.recoveryCodesLeft === null) redirect(303, '/');
				return told({ recoveryCodesLeft: outcome.recoveryCodesLeft });
			case 'wrong':
			case 'used':
				return fail(400, told({ problem: outcome.kind }));
			case 'locked':
				return fail(429, told({ problem: 'locked', minutes: outcome.minutes }));
			case 'not-signed-in':
				redirect(303, '/sign-in');
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	setUp: async ({ locals, request, cookies }) => {
		const code = v.parse(Code, (await request.formData()).get('code'));
		const context = { ...locals.context, identity: locals.identity };
		const outcome = await setUpSecondStep(context, locals.actor, {
			headers: request.headers,
			code,
			language: locals.language
		});
		switch (outcome.kind) {
			case 'set-up':
				setCookies(cookies, outcome.cookies);
				return told({ recoveryCodes: outcome.recoveryCodes });
			case 'wrong':
				return fail(400, told({ problem: outcome.kind }));
			case 'not-signed-in':
				redirect(303, '/sign-in');
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

function told(answer: Partial<Answer>): Answer {
	return { problem: null, minutes: 0, recoveryCodes: null, recoveryCodesLeft: null, ...answer };
}
