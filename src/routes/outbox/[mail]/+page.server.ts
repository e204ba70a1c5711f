import { error } from '@sveltejs/kit';
import { readOutboxMail } from '#server/use-cases/mail/read-outbox-mail.ts';
import { textsFor } from '#texts/texts.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params }) => {
	const outcome = await readOutboxMail(locals.context, locals.actor, { mailId: params.mail });
	switch (outcome.kind) {
		case 'letter':
			return { letter: outcome };
		case 'unknown-letter':
			error(404, { message: textsFor(locals.language).outbox.letter.unknown });
		case 'forbidden':
			error(403, { message: 'forbidden', code: 'forbidden' });
	}
};
