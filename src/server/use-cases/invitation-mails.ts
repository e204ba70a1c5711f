// The mails of a round, each recorded under a number made from round, kind and leader, so that none is sent twice.
import type { Context } from '#server/context.ts';
import type { QueuedMail } from '#server/database/mails.ts';
import type { Round } from '#server/database/rounds.ts';
import { hashInFours, writeFragment } from '#domain/ballot/code.ts';
import { mail as danish } from '#texts/da/mail.ts';
import { formatDay } from '#texts/format.ts';

export function invitationMails(
	context: Pick<Context, 'settings' | 'now'>,
	wanted: {
		readonly kind: 'invitation' | 'reminder';
		readonly round: Round;
		readonly organisationName: string;
		/** base64url: stands in the link and, to be compared, in the letter. */
		readonly manifestHash: string;
		readonly recipients: readonly {
			readonly leaderId: string;
			readonly name: string;
			readonly email: string | null;
			readonly token: string;
		}[];
	}
): QueuedMail[] {
	const { kind, round } = wanted;
	const { publicUrl } = context.settings;
	return wanted.recipients.flatMap(({ leaderId, name, email, token }) => {
		if (email === null) return [];
		const content = danish[kind]({
			organisation: wanted.organisationName,
			round: round.name,
			name,
			link: `${publicUrl}/answer/${round.id}#${writeFragment({ token, manifestHash: wanted.manifestHash })}`,
			manifestHash: hashInFours(wanted.manifestHash),
			manifestLink: `${publicUrl}/rounds/${round.id}/manifest`,
			visibilityLink: `${publicUrl}/rounds/${round.id}/visibility`,
			lastDay: formatDay('da', round.closesOn)
		});
		return [
			{
				organisationId: round.organisationId,
				mailId: `${kind}:${round.id}:${leaderId}`,
				kind,
				recipient: email,
				subject: content.subject,
				text: content.text,
				html: content.html,
				intendedAt: context.now()
			}
		];
	});
}
