// Hands a letter to a mail server, and says in a code what became of it.
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Delivery, DeliveryFailure, Letter } from '#server/mail/mailer.ts';
import { createSmtpConnections, type SmtpError } from '#server/mail/smtp-connections.ts';

type Identify = (letter: Pick<Letter, 'messageKey'>) => string;
type Options = { readonly smtpUrl: string; readonly from: string; readonly identify: Identify };

export function createServerMail(options: Options) {
	const connections = createSmtpConnections(options.smtpUrl);
	return {
		async deliver(letter: Letter): Promise<Delivery> {
			const message = new MailComposer({
				from: options.from,
				to: { name: '', address: letter.to },
				subject: letter.subject,
				text: letter.text,
				html: letter.html,
				...calendarOf(letter),
				messageId: options.identify(letter),
				headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(letter) },
				disableFileAccess: true,
				disableUrlAccess: true
			}).compile();
			const { from, to } = message.getEnvelope();
			const content = await message.build();
			const handover = await connections.handOver({ from: from === false ? '' : from, to }, content);
			return handover.kind === 'accepted' ? { kind: 'sent' } : judge(handover.error, handover.isHandedOver);
		}
	};
}

/** As a part that mail programs show as a meeting, and as a file for those that do not. */
function calendarOf({ calendar }: Letter) {
	if (calendar === undefined || calendar === null) return {};
	const method = /^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH';
	return { icalEvent: { method, filename: 'aftale.ics', content: calendar } };
}

function unsubscribeHeaders({ unsubscribeUrl }: Letter): Record<string, string> {
	if (unsubscribeUrl === undefined || unsubscribeUrl === null) return {};
	return { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function judge(error: SmtpError, isHandedOver: boolean): Delivery {
	const detail = (error.response ?? error.message).replace(/\s+/g, ' ').slice(0, 300);
	if (error.responseCode === undefined && isHandedOver) return { kind: 'uncertain', detail };
	const failure = failureOf(error);
	return { kind: 'failed', failure, detail, isFinal: failure === 'mail-refused' };
}

function failureOf(error: SmtpError): DeliveryFailure {
	if (error.code === 'EAUTH' || error.code === 'ENOAUTH') return 'server-refused-sign-in';
	if (error.code === 'ETLS') return 'server-insecure';
	if (error.code === 'ETIMEDOUT' || error.message === 'deadline') return 'server-timeout';
	if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') {
		// 421 closes the connection: it is about the server, not about this letter.
		if (error.responseCode === 421) return 'server-refused';
		return error.responseCode !== undefined && error.responseCode < 500 ? 'mail-deferred' : 'mail-refused';
	}
	return error.responseCode === undefined ? 'server-unreachable' : 'server-refused';
}
