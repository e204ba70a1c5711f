// Letters as files that a person and a mail program can both read: one text part, UTF-8, not folded.
import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery, Letter } from '#server/mail/mailer.ts';

type Identify = (letter: Pick<Letter, 'messageKey'>) => string;

export function createFolderMail(options: {
	readonly directory: string;
	readonly from: string;
	readonly identify: Identify;
}) {
	const fileOf = (letter: Pick<Letter, 'organisationId' | 'mailId' | 'kind'>) => {
		const digest = createHash('sha256').update(letter.mailId).digest('hex').slice(0, 24);
		return join(options.directory, fileSafe(letter.organisationId), `${fileSafe(letter.kind)}-${digest}.eml`);
	};
	return {
		async deliver(letter: Letter): Promise<Delivery> {
			const head = [
				`From: ${options.from}`,
				`To: ${oneLine(letter.to)}`,
				`Subject: ${oneLine(letter.subject)}`,
				`Date: ${new Date().toUTCString()}`,
				`Message-ID: ${options.identify(letter)}`,
				'MIME-Version: 1.0',
				'Content-Type: text/plain; charset=utf-8',
				'Content-Transfer-Encoding: 8bit'
			];
			try {
				await makePrivate(options.directory);
				await makePrivate(join(options.directory, fileSafe(letter.organisationId)));
				await writeDurably(fileOf(letter), `${head.join('\n')}\n\n${letter.text}`);
				return { kind: 'sent' };
			} catch (error) {
				if (!isSystemError(error)) throw error;
				return { kind: 'failed', failure: 'server-folder', detail: error.code ?? '', isFinal: false };
			}
		},
		async forget(letters: readonly Pick<Letter, 'organisationId' | 'mailId' | 'kind'>[]): Promise<void> {
			for (const letter of letters) await rm(fileOf(letter), { force: true });
		},
		async read(letter: Pick<Letter, 'organisationId' | 'mailId' | 'kind'>): Promise<string | null> {
			try {
				const content = await readFile(fileOf(letter), 'utf8');
				return content.slice(content.indexOf('\n\n') + 2);
			} catch (error) {
				if (isSystemError(error) && error.code === 'ENOENT') return null;
				throw new Error('could not read a mail from the data directory', { cause: error });
			}
		}
	};
}

// A letter holds a personal link: nobody else on the machine may open it.
async function makePrivate(directory: string): Promise<void> {
	await mkdir(directory, { recursive: true, mode: 0o700 });
	await chmod(directory, 0o700);
}

// The database forgets a letter once it is here, so it must be on the disk, whole, before we say so.
async function writeDurably(path: string, content: string): Promise<void> {
	const temporary = `${path}.part`;
	const file = await open(temporary, 'w', 0o600);
	try {
		await file.writeFile(content);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(temporary, path);
	const directory = await open(join(path, '..'), 'r');
	try {
		await directory.sync();
	} finally {
		await directory.close();
	}
}

function oneLine(text: string): string {
	return text.replace(/[\r\n]+/g, ' ');
}

function fileSafe(text: string): string {
	return text.replace(/[^a-zA-Z0-9-]/g, '_');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'syscall' in error;
}
