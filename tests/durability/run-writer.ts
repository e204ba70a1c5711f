// Starts the writer, listens to what it acknowledges, and takes it down.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export type Writer = {
	/** What has been acknowledged so far. */
	readonly acknowledged: () => readonly string[];
	readonly hasAcknowledged: (rows: number) => Promise<void>;
	/** Writes for a while; another while in each round, so that every round ends at another point between two checkpoints. */
	readonly hasWrittenFor: (round: number) => Promise<void>;
	/** Freezes the process: it does nothing more, and what it has said is still read. */
	readonly freeze: () => Promise<void>;
	readonly kill: () => Promise<void>;
	/** Waits until it has ended by itself. */
	readonly hasEnded: () => Promise<void>;
	readonly processId: number | undefined;
};

export type WriterOptions = {
	readonly dataDirectory: string;
	readonly run: string;
	/** For the program to read; `writer.ts` knows `durable` and `as-shipped`. */
	readonly mode?: string;
	/** The file beside this one that writes. */
	readonly program?: string;
};

export function startWriter({ dataDirectory, run, mode = 'durable', program = 'writer.ts' }: WriterOptions): Writer {
	const child = spawn(process.execPath, [join(import.meta.dirname, program), dataDirectory, run, mode], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let said = '';
	let complaints = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
	const ended = once(child, 'close');
	// A line without its end was not said: the process was cut off in the middle of it.
	const acknowledged = () => said.split('\n').slice(0, -1);
	const isOver = () => child.exitCode !== null || child.signalCode !== null;

	const hasAcknowledged = async (rows: number) => {
		while (acknowledged().length < rows) {
			if (isOver()) throw new Error(`the writer ended by itself: ${complaints}`);
			await wait(5);
		}
	};

	return {
		acknowledged,
		processId: child.pid,
		hasAcknowledged,
		hasWrittenFor: async (round) => {
			await hasAcknowledged(100);
			await wait(20 + 210 * (round % 5));
		},
		freeze: async () => {
			child.kill('SIGSTOP');
			for (let before = -1; before !== said.length;) {
				before = said.length;
				await wait(100);
			}
		},
		hasEnded: async () => {
			await ended;
			if (child.exitCode !== 0 && child.signalCode !== 'SIGKILL')
				throw new Error(`it ended with a fault: ${complaints}`);
		},
		kill: async () => {
			child.kill('SIGKILL');
			await ended;
		}
	};
}
