// Signing in with a passkey: POST asks what the device is to sign, PUT hands in what it signed.
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { askForPasskeySignIn } from '#server/use-cases/accounts/ask-for-passkey-sign-in.ts';
import { confirmPasskeySignIn } from '#server/use-cases/accounts/confirm-passkey-sign-in.ts';
import { setCookies } from '../set-cookies.ts';
import type { RequestHandler } from './$types';

const Body = v.fallback(v.object({ answer: v.unknown() }), { answer: null });

export const POST: RequestHandler = async ({ locals, cookies, getClientAddress }) => {
	const context = { ...locals.context, identity: locals.identity };
	const outcome = await askForPasskeySignIn(context, locals.actor, { client: getClientAddress() });
	switch (outcome.kind) {
		case 'question':
			setCookies(cookies, outcome.cookies);
			return json(outcome.options);
		case 'too-many':
			return json({ kind: 'too-many' }, { status: 429 });
		case 'forbidden':
			return json({ kind: 'refused' }, { status: 403 });
	}
};

export const PUT: RequestHandler = async ({ locals, request, cookies, getClientAddress }) => {
	const { answer } = v.parse(Body, await request.json().catch(() => null));
	const context = { ...locals.context, identity: locals.identity };
	const outcome = await confirmPasskeySignIn(context, locals.actor, {
		headers: request.headers,
		answer,
		client: getClientAddress()
	});
	switch (outcome.kind) {
		case 'signed-in':
			setCookies(cookies, outcome.cookies);
			return json({ kind: 'signed-in' });
		case 'too-many':
			return json({ kind: 'too-many' }, { status: 429 });
		case 'refused':
		case 'no-access':
			return json({ kind: outcome.kind }, { status: 401 });
		case 'forbidden':
			return json({ kind: 'refused' }, { status: 403 });
	}
};
