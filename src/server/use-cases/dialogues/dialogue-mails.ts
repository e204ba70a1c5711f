// Letters about a dialogue meeting, each with its calendar file, each under a number made from what it is for.
import { createHash } from 'node:crypto';
import type { Language } from '#domain/language/localised.ts';
import type { Context } from '#server/context.ts';
import type { Dialogue } from '#server/database/dialogues.ts';
import { findMailPreferences } from '#server/database/mail-preferences.ts';
import type { QueuedMail } from '#server/database/mails.ts';
import { meetingCalendar } from '#server/documents/meeting-calendar.ts';
import { formatDay, formatMoment } from '#texts/format.ts';
import { letterOf } from '#texts/letter.ts';
import { textsFor } from '#texts/texts.ts';
import { dialogueGroupName } from '#texts/word-dialogue.ts';
import { dayOf } from '../calendar-day.ts';
import type { DialoguePlace } from './dialogue-place.ts';

type Meeting = Pick<Dialogue, 'plannedFor' | 'minutes' | 'place' | 'meetingVersion'>;
type LetterKind =
	| 'invitation'
	| 'changed'
	| 'calledOff'
	/** The meeting stands, without this reader. */
	| 'released'
	| 'assigned'
	| 'reminder';
type Sender = Pick<Context, 'db' | 'settings' | 'now'>;

/** One letter for each address. `meeting`: as it is after the change; for one called off, or without this reader, as it was before. */
export async function dialogueMails(
	context: Sender,
	place: DialoguePlace,
	wanted: {
		readonly kind: LetterKind;
		readonly recipients: readonly string[];
		readonly meeting: Meeting | null;
		/** Tells this letter from others of its kind to the same person. */
		readonly reason: string;
		/** Who may open the page: leaders of the group may not, since a result is read by those above it. */
		readonly hosts?: readonly string[];
	}
): Promise<QueuedMail[]> {
	const mails: QueuedMail[] = [];
	for (const recipient of wanted.recipients) {
		const reader = { organisationId: place.key.organisationId, email: recipient };
		const { language } = await findMailPreferences(context.db, reader);
		const texts = textsFor(language).dialogueLetters;
		const { meeting, kind } = wanted;
		const group = dialogueGroupName(language, place.group, place.parentName);
		const { subject, paragraphs } = texts[kind]({
			group,
			round: place.round.name,
			when: meeting === null || meeting.plannedFor === null ? '' : formatMoment(language, meeting.plannedFor),
			place: meeting?.place ?? '',
			releasedOn: formatDay(language, dayOf(place.releasedAt))
		});
		const isAsked = kind !== 'reminder';
		const isHost = wanted.hosts?.includes(recipient) ?? false;
		mails.push({
			organisationId: place.key.organisationId,
			mailId: `dialogue:${place.key.roundId}:${place.key.groupId}:${wanted.reason}:${recipient}`,
			kind: 'dialogue',
			recipient,
			...letterOf({
				language,
				subject,
				paragraphs,
				actions: isHost ? [{ label: texts.openPack, href: dialogueAddress(context, place) }] : [],
				footer: texts.footer
			}),
			calendar:
				meeting !== null && isAsked
					? calendarOf(context, place, {
							meeting,
							language,
							method: kind === 'calledOff' || kind === 'released' ? 'cancel' : 'request',
							attendee: recipient,
							isHost
						})
					: null,
			isOptional: kind === 'reminder',
			intendedAt: context.now()
		});
	}
	return mails;
}

/** The meeting's calendar file, or null where no time is set. */
export function calendarOf(
	context: Pick<Context, 'settings' | 'now'>,
	place: DialoguePlace,
	wanted: {
		readonly meeting: Meeting;
		readonly language: Language;
		readonly method: 'request' | 'cancel' | 'publish';
		readonly attendee: string | null;
		readonly isHost: boolean;
	}
): string | null {
	const { meeting, language } = wanted;
	if (meeting.plannedFor === null) return null;
	const texts = textsFor(language).dialogueLetters;
	const host = new URL(context.settings.publicUrl).hostname;
	const number = createHash('sha256').update(`${place.key.roundId}/${place.key.groupId}`).digest('hex').slice(0, 32);
	return meetingCalendar({
		uid: `dialogue-${number}@${host}`,
		sequence: meeting.meetingVersion,
		method: wanted.method,
		language,
		title: texts.calendarSummary(dialogueGroupName(language, place.group, place.parentName)),
		text: texts.calendarText,
		place: meeting.place,
		url: wanted.isHost ? dialogueAddress(context, place) : null,
		begins: meeting.plannedFor,
		minutes: meeting.minutes,
		madeAt: context.now(),
		organiser: organiserOf(context.settings.mailFrom),
		attendee: wanted.attendee
	});
}

function dialogueAddress(context: Pick<Context, 'settings'>, { key }: DialoguePlace): string {
	return `${context.settings.publicUrl}/results/${key.roundId}/${encodeURIComponent(key.groupId)}/dialogue`;
}

/** Always the same, whoever plans: only the organiser who asked can change or call off what lies in a calendar. */
function organiserOf(mailFrom: string): { readonly name: string; readonly email: string } {
	const [, name = '', email = mailFrom] = /^(.*)<([^<>]+)>$/.exec(mailFrom) ?? [];
	return { name: name.trim() || 'Ledertrivsel', email: email.trim() };
}
