// One letter that lies in the data directory. Sign-in letters are never shown: whoever read one could sign in as another.
import type { Actor } from '#server/actor.ts';
import { findSentMail, unreadableKinds } from '#server/database/outbox.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';
import { liesInFolder, type ReadOutboxContext } from '#server/use-cases/read-outbox.ts';

export type ReadOutboxMailOutcome =
	| {
			readonly kind: 'letter';
			readonly recipient: string;
			readonly subject: string;
			readonly at: Date;
			readonly text: string;
	  }
	| { readonly kind: 'unknown-letter' }
	| Forbidden;

export async function readOutboxMail(
	context: ReadOutboxContext,
	actor: Actor,
	input: { readonly mailId: string }
): Promise<ReadOutboxMailOutcome> {
	if (!isAllowed('read-outbox-mail', actor) || actor.kind === 'visitor') return forbidden;
	const { organisationId } = actor;
	if (/\p{Cc}/u.test(input.mailId) || !(await liesInFolder(context, organisationId))) return { kind: 'unknown-letter' };
	const mail = await findSentMail(context.db, organisationId, input.mailId);
	if (mail === null || unreadableKinds.includes(mail.kind)) return { kind: 'unknown-letter' };
	const text = await context.mailer.readFromFolder({ organisationId, mailId: mail.mailId, kind: mail.kind });
	if (text === null) return { kind: 'unknown-letter' };
	return { kind: 'letter', recipient: mail.recipient, subject: mail.subject, at: mail.at, text };
}
