// A letter that came back, as a mail server hands it over: what it reports, and which of our letters it is about.
import { simpleParser } from 'mailparser';
import { readDeliveryReports, type DeliveryReport } from '#domain/mail/delivery-report.ts';

export type ReturnedMail = {
	readonly reports: readonly DeliveryReport[];
	/** What stands before the @ in Message-IDs of the form that ours have. */
	readonly messageKeys: readonly string[];
};

export const returnedMailAtMostBytes = 5 * 1024 * 1024;

/** Null where it is no report: an answer of a person, an absence, something broken. Never throws. */
export async function readReturnedMail(message: Uint8Array): Promise<ReturnedMail | null> {
	if (message.length > returnedMailAtMostBytes) return null;
	const source = Buffer.from(message);
	try {
		const parsed = await simpleParser(source, { skipHtmlToText: true, skipImageLinks: true, skipTextToHtml: true });
		const parts = parsed.attachments.map(({ content }) => content.toString('utf8'));
		const reports = [...parts, parsed.text ?? ''].flatMap(readDeliveryReports);
		const everything = [source.toString('latin1'), ...parts].join('\n');
		const keys = [...everything.matchAll(/<([0-9a-f]{32})@[^\s<>@]+>/g)].map((match) => match[1] ?? '');
		return reports.length === 0 ? null : { reports, messageKeys: [...new Set(keys)].slice(0, 20) };
	} catch {
		return null;
	}
}
