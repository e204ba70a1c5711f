// What stands before the @ in a letter's Message-ID. Made with the site's secret: whoever knows only what a letter is for cannot
// write a report that it came back.
import { createHmac } from 'node:crypto';
import type { Context } from '#server/context.ts';
import { readSecret } from '#server/identity/secret.ts';

/** The same letter always has the same one, so that a mail program shows it once even if it arrives twice. */
export function messageKeyOf(
	settings: Pick<Context['settings'], 'secret' | 'dataDirectory'>,
	{ organisationId, mailId }: { readonly organisationId: string; readonly mailId: string }
): string {
	return createHmac('sha256', readSecret(settings))
		.update(JSON.stringify(['message key', organisationId, mailId]))
		.digest('hex')
		.slice(0, 32);
}
