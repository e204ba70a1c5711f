import { error, fail } from '@sveltejs/kit';
import { grantEvidenceEditor } from '#server/use-cases/evidence/grant-evidence-editor.ts';
import { listEvidenceEditors } from '#server/use-cases/evidence/list-evidence-editors.ts';
import { removeEvidenceEditor } from '#server/use-cases/evidence/remove-evidence-editor.ts';
import { readText } from '../read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await listEvidenceEditors(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'editors':
			return { editors: outcome.editors };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};

type Answer = { readonly email: string; readonly what: 'granted' | 'removed' | 'unknown' | 'notAnAddress' | 'knownElsewhere' };

export const actions: Actions = {
	grant: async ({ locals, request }) => {
		const email = readText(await request.formData(), 'email');
		const outcome = await grantEvidenceEditor(locals.context, locals.actor, { email });
		switch (outcome.kind) {
			case 'granted':
				return told({ email: outcome.email, what: 'granted' });
			case 'not-an-address':
				return fail(400, told({ email, what: 'notAnAddress' }));
			case 'known-elsewhere':
				return fail(409, told({ email, what: 'knownElsewhere' }));
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	},
	remove: async ({ locals, request }) => {
		const email = readText(await request.formData(), 'email');
		const outcome = await removeEvidenceEditor(locals.context, locals.actor, { email });
		switch (outcome.kind) {
			case 'removed':
				return told({ email, what: 'removed' });
			case 'unknown-editor':
				return fail(409, told({ email, what: 'unknown' }));
			case 'forbidden':
				error(403, { message: 'forbidden', code: 'forbidden' });
		}
	}
};

function told(answer: Answer): Answer {
	return answer;
}
