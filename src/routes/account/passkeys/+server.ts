// Making a passkey: POST asks what the device is to make, PUT hands in what it made.
import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { addPasskey } from '#server/use-cases/accounts/add-passkey.ts';
import { askForPasskey } from '#server/use-cases/accounts/ask-for-passkey.ts';
import { setCookies } from '../../sign-in/set-cookies.ts';
import type { RequestHandler } from './$types';

const Body = v.fallback(v.object({ answer: v.unknown(), name: v.optional(v.string(), '') }), {
	answer: null,
	name: ''
});

export const POST: RequestHandler = async ({ locals, request, cookies }) => {
	const outcome = await askForPasskey({ identity: locals.identity }, locals.actor, { headers: request.headers });
	switch (outcome.kind) {
		case 'question':
			setCookies(cookies, outcome.cookies);
			return json(outcome.options);
		case 'no-session':
		case 'forbidden':
			return json({ kind: 'refused' }, { status: 403 });
	}
};

export const PUT: RequestHandler = async ({ locals, request }) => {
	const { answer, name } = v.parse(Body, await request.json().catch(() => null));
	const context = { ...locals.context, identity: locals.identity };
	const outcome = await addPasskey(context, locals.actor, {
		headers: request.headers,
		answer,
		name,
		language: locals.language
	});
	switch (outcome.kind) {
		case 'added':
			return json({ kind: 'added' });
		case 'too-many':
			return json({ kind: 'too-many' }, { status: 409 });
		case 'refused':
			return json({ kind: 'refused' }, { status: 400 });
		case 'forbidden':
			return json({ kind: 'refused' }, { status: 403 });
	}
};
