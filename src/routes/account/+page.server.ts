import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { readAccount } from '#server/use-cases/accounts/read-account.ts';
import { removePasskey } from '#server/use-cases/accounts/remove-passkey.ts';
import { removeSecondFactor } from '#server/use-cases/accounts/remove-second-factor.ts';
import { renamePasskey } from '#server/use-cases/accounts/rename-passkey.ts';
import { eventSentence } from '#texts/event-sentence.ts';
import type { Actions, PageServerLoad } from './$types';

const Told = v.fallback(v.nullable(v.picklist(['added', 'app-added'])), null);
const Text = v.fallback(v.pipe(v.string(), v.maxLength(200)), '');

export const load: PageServerLoad = async ({ locals, url }) => {
	const context = { ...locals.context, identity: locals.identity };
	const outcome = await readAccount(context, locals.actor, { pageUrl: url });
	switch (outcome.kind) {
		case 'account':
			return {
				account: {
					...outcome,
					events: outcome.events.map((event) => ({
						at: event.at,
						sentence: eventSentence(locals.language, event.action),
						isDone: event.outcome === 'done'
					}))
				},
				told: v.parse(Told, url.searchParams.get('told'))
			};
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

type Answer = {
	readonly told: 'renamed' | 'removed' | 'app-removed' | null;
	readonly problem: 'no-name' | 'unknown-passkey' | 'wrong' | 'used' | 'locked' | null;
	/** Which passkey the problem is about. */
	readonly passkeyId: string | null;
	readonly minutes: number;
};

export const actions: Actions = {
	rename: async ({ locals, request }) => {
		const sent = await request.formData();
		const passkeyId = v.parse(Text, sent.get('passkey'));
		const name = v.parse(Text, sent.get('name'));
		const outcome = await renamePasskey(locals.context, locals.actor, { passkeyId, name });
		switch (outcome.kind) {
			case 'renamed':
				return told({ told: 'renamed' });
			case 'no-name':
			case 'unknown-passkey':
				return fail(400, told({ problem: outcome.kind, passkeyId }));
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	remove: async ({ locals, request }) => {
		const passkeyId = v.parse(Text, (await request.formData()).get('passkey'));
		const outcome = await removePasskey(locals.context, locals.actor, { passkeyId, language: locals.language });
		switch (outcome.kind) {
			case 'removed':
				return told({ told: 'removed' });
			case 'unknown-passkey':
				return fail(400, told({ problem: outcome.kind, passkeyId }));
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	removeApp: async ({ locals, request }) => {
		const code = v.parse(Text, (await request.formData()).get('code'));
		const context = { ...locals.context, identity: locals.identity };
		const outcome = await removeSecondFactor(context, locals.actor, { code, language: locals.language });
		switch (outcome.kind) {
			case 'removed':
				return told({ told: 'app-removed' });
			case 'wrong':
			case 'none':
				return fail(400, told({ problem: 'wrong' }));
			case 'used':
				return fail(400, told({ problem: 'used' }));
			case 'locked':
				return fail(429, told({ problem: 'locked', minutes: outcome.minutes }));
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

function told(answer: Partial<Answer>): Answer {
	return { told: null, problem: null, passkeyId: null, minutes: 0, ...answer };
}
