// A real mail server in the test's own process: what the site sends is read here, as a mail program would.
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = {
	readonly to: string;
	readonly subject: string;
	readonly text: string;
	readonly html: string;
};

export type Mailbox = {
	/** For SMTP_URL. */
	readonly url: string;
	readonly mails: readonly ReceivedMail[];
	/** Waits until so many mails to an address (or to anybody) have come, and returns them. */
	readonly receive: (count: number, to?: string) => Promise<readonly ReceivedMail[]>;
};

export async function startMailbox(test: { readonly after: (work: () => Promise<void>) => void }): Promise<Mailbox> {
	const mails: ReceivedMail[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		closeTimeout: 10,
		onData: (stream, session, answer) => {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const to = session.envelope.rcptTo.map((recipient) => recipient.address).join(', ');
				mails.push(readMail(to, Buffer.concat(parts).toString('latin1')));
				answer();
			});
		}
	});
	server.on('error', () => {});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	test.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
	const { port } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		mails,
		receive: async (count, to) => {
			const found = () => mails.filter((mail) => to === undefined || mail.to === to);
			for (let attempt = 0; attempt < 600 && found().length < count; attempt++) await wait(50);
			assert.ok(
				found().length >= count,
				`${found().length} of ${count} mails ${to ? `to ${to} ` : ''}arrived within 30 seconds`
			);
			return found();
		}
	};
}

/** The first address in a mail that leads to a path of the site. */
export function linkIn(mail: ReceivedMail, path: string): string {
	const link = mail.text.match(/https?:\/\/\S+/g)?.find((address) => new URL(address).pathname.startsWith(path));
	assert.ok(link, `no link to ${path} in the mail "${mail.subject}":\n${mail.text}`);
	return link;
}

function readMail(to: string, raw: string): ReceivedMail {
	const [head = '', ...rest] = raw.split('\r\n\r\n');
	const subject = /^Subject: ((?:.*\r\n\s)*.*)$/m.exec(head)?.[1]?.replaceAll(/\r\n\s+/g, ' ') ?? '';
	const boundary = /boundary="?([^"\r\n;]+)/.exec(head)?.[1];
	const body = rest.join('\r\n\r\n');
	const parts = boundary === undefined ? [raw] : body.split(`--${boundary}`);
	const partOf = (type: string) => {
		const [partHead = '', ...content] = (parts.find((part) => part.includes(`Content-Type: ${type}`)) ?? '')
			.trimStart()
			.split('\r\n\r\n');
		return decodeBody(partHead, content.join('\r\n\r\n'));
	};
	return { to, subject: decodeWords(subject), text: partOf('text/plain'), html: partOf('text/html') };
}

function decodeBody(head: string, content: string): string {
	if (/quoted-printable/i.test(head)) {
		const joined = content.replaceAll('=\r\n', '');
		return Buffer.from(
			joined.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
			'latin1'
		).toString('utf8');
	}
	if (/base64/i.test(head)) return Buffer.from(content, 'base64').toString('utf8');
	return Buffer.from(content, 'latin1').toString('utf8');
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`, as headers carry Danish letters. */
function decodeWords(header: string): string {
	return header.replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=\s*/gi, (_, encoding: string, word: string) =>
		encoding.toLowerCase() === 'b'
			? Buffer.from(word, 'base64').toString('utf8')
			: decodeBody('quoted-printable', word.replaceAll('_', ' '))
	);
}
