// Connections to the mail server, held between letters: greeting and signing in anew for each letter takes longer than the
// letter. nodemailer's connection is used directly, because its transport does not tell whether a broken connection broke
// before or after a letter was handed over, and only the first may be tried again.
import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export type Handover =
	| { readonly kind: 'accepted' }
	/** `isHandedOver`: it may have arrived all the same. */
	| { readonly kind: 'broken'; readonly error: SmtpError; readonly isHandedOver: boolean };

export type SmtpError = Error & {
	readonly code?: string;
	readonly responseCode?: number;
	readonly response?: string;
};

type Envelope = { readonly from: string; readonly to: readonly string[] };

const connectMilliseconds = 10_000;
const silenceMilliseconds = 30_000;
/** Nothing takes longer than this, so an older attempt without a verdict belongs to a process that died. */
const deadlineMilliseconds = 120_000;
/** Mail servers end connections that are idle or have carried much; we end them first. */
const idleMilliseconds = 1_500;
const lettersAtMost = 100;

type Held = { readonly connection: SMTPConnection; letters: number; idle: NodeJS.Timeout | undefined };

export function createSmtpConnections(smtpUrl: string) {
	const { auth, ...server } = parseConnectionUrl(smtpUrl);
	const free: Held[] = [];

	const drop = (held: Held) => {
		clearTimeout(held.idle);
		const index = free.indexOf(held);
		if (index >= 0) free.splice(index, 1);
		held.connection.close();
	};
	const keep = (held: Held) => {
		if (held.letters >= lettersAtMost) return drop(held);
		held.idle = setTimeout(() => drop(held), idleMilliseconds);
		held.idle.unref();
		// A connection that nobody uses keeps no process alive.
		if (held.connection._socket) held.connection._socket.unref();
		free.push(held);
	};
	const open = () =>
		new Promise<Held>((resolve, reject) => {
			const connection = new SMTPConnection({
				connectionTimeout: connectMilliseconds,
				greetingTimeout: connectMilliseconds,
				socketTimeout: silenceMilliseconds,
				...server
			});
			const held: Held = { connection, letters: 0, idle: undefined };
			const fail = (error: Error) => {
				connection.close();
				reject(error);
			};
			// Heard as long as it lives: a held connection that breaks while it is idle is one fewer, and no more.
			connection.on('error', (error) => {
				fail(error);
				drop(held);
			});
			connection.on('end', () => drop(held));
			connection.connect((error) => {
				if (error) fail(error);
				else if (!auth) resolve(held);
				else {
					connection.login({ user: auth.user, pass: auth.pass }, (refused) =>
						refused ? fail(refused) : resolve(held)
					);
				}
			});
		});

	const tryOnce = async (envelope: Envelope, content: Buffer): Promise<Handover & { readonly wasHeld: boolean }> => {
		const taken = free.pop();
		clearTimeout(taken?.idle);
		if (taken?.connection._socket) taken.connection._socket.ref();
		const wasHeld = taken !== undefined;
		let held: Held;
		try {
			held = taken ?? (await open());
		} catch (error) {
			return { kind: 'broken', error: asError(error), isHandedOver: false, wasHeld };
		}
		const outcome = await send(held.connection, envelope, content);
		held.letters += 1;
		if (outcome.kind === 'accepted') keep(held);
		else drop(held);
		return { ...outcome, wasHeld };
	};

	return {
		/** Never throws. A held connection that the server has ended in the meantime is replaced, as long as nothing was handed over. */
		async handOver(envelope: Envelope, content: Buffer): Promise<Handover> {
			for (;;) {
				const { wasHeld, ...outcome } = await tryOnce(envelope, content);
				const isStale =
					outcome.kind === 'broken' && wasHeld && !outcome.isHandedOver && outcome.error.responseCode === undefined;
				if (!isStale) return outcome;
			}
		}
	};
}

function send(connection: SMTPConnection, envelope: Envelope, content: Buffer): Promise<Handover> {
	return new Promise((resolve) => {
		let isHandedOver = false;
		const finish = (outcome: Handover) => {
			clearTimeout(deadline);
			connection.off('error', fail);
			connection.off('end', end);
			resolve(outcome);
		};
		const fail = (error: Error) => finish({ kind: 'broken', error, isHandedOver });
		const end = () => fail(new Error('the connection was ended'));
		const deadline = setTimeout(() => fail(new Error('deadline')), deadlineMilliseconds);
		connection.on('error', fail);
		connection.on('end', end);
		// The stream is read only once the server has said that it will take the letter.
		const body = new Readable({
			read() {
				isHandedOver = true;
				this.push(content);
				this.push(null);
			}
		});
		connection.send({ from: envelope.from, to: [...envelope.to] }, body, (error) =>
			error ? fail(error) : finish({ kind: 'accepted' })
		);
	});
}

function asError(error: unknown): SmtpError {
	return error instanceof Error ? error : new Error(String(error));
}
