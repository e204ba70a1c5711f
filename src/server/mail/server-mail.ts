// Hands a letter to a mail server. nodemailer's connection is used directly, because its transport does not tell whether a
// broken connection broke before or after the letter was handed over, and only the first may be tried again.
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Delivery, DeliveryFailure, Letter } from '#server/mail/mailer.ts';

type Identify = (letter: Pick<Letter, 'organisationId' | 'mailId'>) => string;
type Options = { readonly smtpUrl: string; readonly from: string; readonly identify: Identify };

const connectMilliseconds = 10_000;
const silenceMilliseconds = 30_000;
/** Nothing takes longer than this, so an older attempt without a verdict belongs to a process that died. */
const deadlineMilliseconds = 120_000;

export function createServerMail(options: Options) {
	const { auth, ...server } = parseConnectionUrl(options.smtpUrl);
	return {
		async deliver(letter: Letter): Promise<Delivery> {
			const message = new MailComposer({
				from: options.from,
				to: { name: '', address: letter.to },
				subject: letter.subject,
				text: letter.text,
				html: letter.html,
				messageId: options.identify(letter),
				headers: { 'Auto-Submitted': 'auto-generated' },
				disableFileAccess: true,
				disableUrlAccess: true
			}).compile();
			const envelope = message.getEnvelope();
			const content = await message.build();
			return new Promise((resolve) => {
				let isHandedOver = false;
				const connection = new SMTPConnection({
					connectionTimeout: connectMilliseconds,
					greetingTimeout: connectMilliseconds,
					socketTimeout: silenceMilliseconds,
					...server
				});
				const finish = (delivery: Delivery) => {
					clearTimeout(deadline);
					connection.close();
					resolve(delivery);
				};
				const fail = (error: Error) => finish(judge(error, isHandedOver));
				const deadline = setTimeout(() => fail(new Error('deadline')), deadlineMilliseconds);
				// The stream is read only once the server has said that it will take the letter.
				const body = new Readable({
					read() {
						isHandedOver = true;
						this.push(content);
						this.push(null);
					}
				});
				const send = () =>
					connection.send({ from: envelope.from, to: envelope.to }, body, (error) =>
						error ? fail(error) : finish({ kind: 'sent' })
					);
				connection.on('error', fail);
				connection.connect((error) => {
					if (error) fail(error);
					else if (!auth) send();
					else connection.login({ user: auth.user, pass: auth.pass }, (refused) => (refused ? fail(refused) : send()));
				});
			});
		}
	};
}

type SmtpError = Error & {
	readonly code?: string;
	readonly responseCode?: number;
	readonly response?: string;
	readonly timeoutType?: string;
};

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
