// For the job: the letters that came back and wait in the data directory, each recorded and then removed.
import type { Context } from '#server/context.ts';
import { returnedFolderIn } from '#server/mail/returned-folder.ts';
import { recordBounce } from './record-bounce.ts';

type ReturnedMailContext = Pick<Context, 'db' | 'now' | 'log' | 'settings'>;

export async function isReturnedMailWaiting({ settings }: ReturnedMailContext): Promise<boolean> {
	return (await returnedFolderIn(settings.dataDirectory).list()).length > 0;
}

export async function readReturnedMails(context: ReturnedMailContext): Promise<void> {
	const folder = returnedFolderIn(context.settings.dataDirectory);
	const system = { kind: 'system', organisationId: '' } as const;
	for (const name of await folder.list()) {
		const outcome = await recordBounce(context, system, { message: await folder.read(name) });
		context.log.info('returned-mail', { outcome: outcome.kind });
		await (outcome.kind === 'not-a-report' ? folder.setAside(name) : folder.remove(name));
	}
}
