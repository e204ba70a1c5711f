// The mails of a round, each recorded under a number made from round, kind and leader, so that none is sent twice.
import { answeringMinutes } from '#domain/instrument/answering-minutes.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import type { Language } from '#domain/language/localised.ts';
import type { Context } from '#server/context.ts';
import type { QueuedMail } from '#server/database/mails.ts';
import type { Round } from '#server/database/rounds.ts';
import { hashInFours, writeFragment } from '#domain/ballot/code.ts';
import { formatDay } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { reminderId } from './reminder-ids.ts';

export type InvitedReader = {
	readonly leaderId: string;
	readonly name: string;
	readonly email: string | null;
	readonly token: string;
};

type Wanted = (
	| { readonly kind: 'invitation' }
	/** `number`: from 1. `nextReminderOn`: the day of the next one, or null. */
	| { readonly kind: 'reminder'; readonly number: number; readonly nextReminderOn: string | null }
) & {
	readonly round: Round;
	readonly instrument: Instrument;
	readonly organisationName: string;
	/** base64url: stands in the link and, to be compared, in the letter. */
	readonly manifestHash: string;
	/** By address; Danish for whoever chose nothing. */
	readonly languages: ReadonlyMap<string, Language>;
	/** Where the round closes later than it was to. */
	readonly lastDay?: string;
	readonly recipients: readonly InvitedReader[];
};

export function invitationMails(context: Pick<Context, 'settings' | 'now'>, wanted: Wanted): QueuedMail[] {
	const { kind, round } = wanted;
	const { publicUrl } = context.settings;
	return wanted.recipients.flatMap(({ leaderId, name, email, token }) => {
		if (email === null) return [];
		const language = wanted.languages.get(email) ?? 'da';
		const facts = {
			organisation: wanted.organisationName,
			round: round.name,
			name,
			link: `${publicUrl}/answer/${round.id}#${writeFragment({ token, manifestHash: wanted.manifestHash })}`,
			manifestHash: hashInFours(wanted.manifestHash),
			manifestLink: `${publicUrl}/rounds/${round.id}/manifest`,
			visibilityLink: `${publicUrl}/rounds/${round.id}/visibility`,
			minutes: answeringMinutes(wanted.instrument),
			lastDay: formatDay(language, wanted.lastDay ?? round.closesOn)
		};
		const { mail } = textsFor(language);
		const content =
			wanted.kind === 'invitation'
				? mail.invitation(facts)
				: mail.reminder({
						...facts,
						nextReminder: wanted.nextReminderOn === null ? null : formatDay(language, wanted.nextReminderOn)
					});
		return [
			{
				organisationId: round.organisationId,
				mailId:
					wanted.kind === 'invitation'
						? `invitation:${round.id}:${leaderId}`
						: reminderId(round.id, leaderId, wanted.number),
				kind,
				recipient: email,
				...content,
				isOptional: kind === 'reminder',
				intendedAt: context.now()
			}
		];
	});
}
