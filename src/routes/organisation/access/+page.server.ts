// Who has which role: given and taken back here, and for which roles a mailbox alone is not enough.
import { error, fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { grantableRoles, grantRole } from '#server/use-cases/accounts/grant-role.ts';
import { readAccess } from '#server/use-cases/accounts/read-access.ts';
import { requireSecondFactor, rolesWithRule } from '#server/use-cases/accounts/require-second-factor.ts';
import { resetSecondFactor } from '#server/use-cases/accounts/reset-second-factor.ts';
import { takeRole } from '#server/use-cases/accounts/take-role.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await readAccess(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'access':
			return { access: outcome, grantableRoles, rolesWithRule };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

type Answer = {
	readonly told: 'granted' | 'taken' | 'rules' | 'reset' | null;
	/** In the order of the page. */
	readonly problems: readonly (
		| 'not-an-address'
		| 'unknown-role'
		| 'known-elsewhere'
		| 'not-granted'
		| 'last-programme-lead'
		| 'nothing-to-reset'
		| 'yourself'
		| 'unknown-person'
	)[];
	readonly email: string;
	readonly role: string;
};

const Text = v.fallback(v.pipe(v.string(), v.maxLength(300)), '');

export const actions: Actions = {
	grant: async ({ locals, request }) => {
		const sent = await request.formData();
		const input = { email: v.parse(Text, sent.get('email')), role: v.parse(Text, sent.get('role')) };
		const outcome = await grantRole(locals.context, locals.actor, input);
		switch (outcome.kind) {
			case 'granted':
				return answer({ told: 'granted', email: outcome.email, role: outcome.role });
			case 'faulty':
				return fail(400, answer({ ...input, problems: outcome.problems }));
			case 'known-elsewhere':
				return fail(409, answer({ ...input, problems: [outcome.kind] }));
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	take: async ({ locals, request }) => {
		const sent = await request.formData();
		const input = { email: v.parse(Text, sent.get('email')), role: v.parse(Text, sent.get('role')) };
		const outcome = await takeRole(locals.context, locals.actor, input);
		switch (outcome.kind) {
			case 'taken':
				return answer({ told: 'taken', email: outcome.email, role: outcome.role });
			case 'not-granted':
			case 'last-programme-lead':
				return fail(409, answer({ ...input, problems: [outcome.kind] }));
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	rules: async ({ locals, request }) => {
		const roles = (await request.formData()).getAll('required').map((role) => v.parse(Text, role));
		const outcome = await requireSecondFactor(locals.context, locals.actor, { roles });
		switch (outcome.kind) {
			case 'saved':
				return answer({ told: 'rules' });
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	reset: async ({ locals, request }) => {
		const email = v.parse(Text, (await request.formData()).get('email'));
		const outcome = await resetSecondFactor(locals.context, locals.actor, { email, language: locals.language });
		switch (outcome.kind) {
			case 'reset':
				return answer({ told: 'reset', email: outcome.email });
			case 'nothing-to-reset':
			case 'yourself':
			case 'unknown-person':
				return fail(409, answer({ email, problems: [outcome.kind] }));
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

function answer(own: Partial<Answer>): Answer {
	return { told: null, problems: [], email: '', role: '', ...own };
}
