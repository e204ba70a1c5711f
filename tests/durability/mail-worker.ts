// Sends what waits until it is killed: the use case of the running system, on the database and the mail server it is given.
// Arguments: data directory, address of the mail server, and, where there is one, the address of the database.
import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { createMailer } from '#server/mail/mailer.ts';
import { sendMailsOfAll } from '#server/use-cases/mail/send-mails.ts';
import { workerSecret } from './mail-secret.ts';

const [dataDirectory = '', smtpUrl = '', databaseUrl] = process.argv.slice(2);
const publicUrl = 'https://ledertrivsel.example.org';
const { kysely: db } = await openDatabase({ dataDirectory, databaseUrl: databaseUrl ?? null, log: silentLog });
const context = {
	db,
	mailer: createMailer({ smtpUrl, mailFrom: 'svar@example.org', publicUrl, dataDirectory }),
	settings: { quietHours: null, publicUrl, dataDirectory, secret: workerSecret },
	log: silentLog,
	now: () => new Date()
};
process.stdout.write('ready\n');
for (;;) {
	await sendMailsOfAll(context);
	await wait(20);
}
