// One letter that lies in the data directory. Letters whose links act in the recipient's name are never shown, but invitations:
// without a mail server somebody must hand them out.
import type { Actor } from '#server/actor.ts';
import { findSentMail } from '#server/database/outbox.ts';
import { forbidden, isAllowed, type Forbidden } from '#server/use-cases/permissions.ts';
import { isOfDemonstration, unreadableKinds, type ReadOutboxContext } from '#server/use-cases/mail/read-outbox.ts';

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
	const isDemonstration = await isOfDemonstration(context, organisationId);
	const isInFolder = !context.mailer.hasServer || isDemonstration;
	if (/\p{Cc}/u.test(input.mailId) || !isInFolder) return { kind: 'unknown-letter' };
	const mail = await findSentMail(context.db, organisationId, input.mailId);
	if (mail === null || unreadableKinds(isDemonstration).includes(mail.kind)) return { kind: 'unknown-letter' };
	const text = await context.mailer.readFromFolder({ organisationId, mailId: mail.mailId, kind: mail.kind });
	if (text === null) return { kind: 'unknown-letter' };
	return { kind: 'letter', recipient: mail.recipient, subject: mail.subject, at: mail.at, text };
}
