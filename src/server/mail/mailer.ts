// Delivers one letter: by the mail server where one is set, else as a readable file in the data directory.
// What went wrong comes back as a code; texts/outbox says it in words.
import { join } from 'node:path';
import { createFolderMail } from '#server/mail/folder-mail.ts';
import { createServerMail } from '#server/mail/server-mail.ts';
import type { Settings } from '#server/settings.ts';

export type Letter = {
	readonly organisationId: string;
	/** Made from what the mail is for, e.g. `invitation:<round>:<leader>`; the same letter always has the same one. */
	readonly mailId: string;
	readonly kind: string;
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	/** What stands before the @ in its Message-ID; the same letter always has the same one. */
	readonly messageKey: string;
	/** An .ics text that goes with it. */
	readonly calendar?: string | null;
	/** Where a mail program may refuse letters of this kind for its reader, with one POST (RFC 8058). */
	readonly unsubscribeUrl?: string | null;
	/** Never leaves the machine: people of a demonstration do not exist, but their addresses may. */
	readonly isDemonstration: boolean;
};

/** Codes that begin with `server-` are true of every letter for the moment; those with `mail-` of this one. */
export type DeliveryFailure =
	| 'server-unreachable'
	| 'server-timeout'
	| 'server-refused'
	| 'server-insecure'
	| 'server-refused-sign-in'
	| 'server-folder'
	| 'mail-deferred'
	| 'mail-refused';

export type Delivery =
	| { readonly kind: 'sent' }
	/** The letter was certainly not accepted. `detail` is the other side's answer, in its own words. */
	| { readonly kind: 'failed'; readonly failure: DeliveryFailure; readonly detail: string; readonly isFinal: boolean }
	/** It was handed over, and no answer came: it may or may not have arrived. */
	| { readonly kind: 'uncertain'; readonly detail: string };

export type Mailer = {
	/** False: every letter goes into the data directory. */
	readonly hasServer: boolean;
	/** Never throws for what a mail server or a disk does. */
	readonly deliver: (letter: Letter) => Promise<Delivery>;
	/** Removes letters that lie in the data directory; those that do not are passed over. */
	readonly forget: (letters: readonly Pick<Letter, 'organisationId' | 'mailId' | 'kind'>[]) => Promise<void>;
	/** The plain text of a letter that was put into the data directory, or null. */
	readonly readFromFolder: (letter: Pick<Letter, 'organisationId' | 'mailId' | 'kind'>) => Promise<string | null>;
};

export type MailerSettings = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'publicUrl' | 'dataDirectory'>;

export function createMailer(settings: MailerSettings): Mailer {
	const host = new URL(settings.publicUrl).hostname;
	const identify = (letter: Pick<Letter, 'messageKey'>) => `<${letter.messageKey}@${host}>`;
	const folder = createFolderMail({
		directory: join(settings.dataDirectory, 'outbox'),
		from: settings.mailFrom,
		identify
	});
	const server =
		settings.smtpUrl === null
			? null
			: createServerMail({ smtpUrl: settings.smtpUrl, from: settings.mailFrom, identify });
	return {
		hasServer: server !== null,
		deliver: (letter) => (server === null || letter.isDemonstration ? folder.deliver(letter) : server.deliver(letter)),
		forget: folder.forget,
		readFromFolder: folder.read
	};
}
