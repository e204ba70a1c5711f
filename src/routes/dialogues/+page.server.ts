import { error } from '@sveltejs/kit';
import { readOwnDialogues } from '#server/use-cases/dialogues/read-own-dialogues.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const outcome = await readOwnDialogues(locals.context, locals.actor);
	switch (outcome.kind) {
		case 'own-dialogues':
			return { dialogues: outcome.dialogues };
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
