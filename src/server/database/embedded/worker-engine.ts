// The main thread's side of the database's worker: starts it, asks it, and starts it anew when PostgreSQL gave up
// (a full disk, a failed sync). PostgreSQL then recovers from its log, as after a crash: what was acknowledged is there.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Log } from '#server/log/log.ts';
import { projectRoot } from '#server/project-root.ts';
import { DatabaseUnusable } from './database-unusable.ts';
import type { WireEngine } from './wire-engine.ts';
import type { FromWorker, ToWorker, WorkerData } from './worker-messages.ts';

// Found from the project's root and not from this file, which the bundler moves: the worker is never bundled, Node runs its source.
const workerFile = join(projectRoot, 'src/server/database/embedded/database-worker.ts');

// So much that PostgreSQL's own limit on nesting is reached first, which is an ordinary error.
const stackSizeMb = 32;

export type EngineOptions = { readonly dataDirectory: string; readonly log: Log };

/** Starts the worker and waits until the database is open. Throws `DatabaseUnusable` where it refuses. */
export async function startWorkerEngine(options: EngineOptions): Promise<WireEngine> {
	let running: Promise<RunningWorker> = startWorker(options);
	let isClosed = false;
	await running;

	const current = async (): Promise<RunningWorker> => {
		const worker = await running;
		if (worker.hasDied()) throw new Error('the embedded database has stopped');
		return worker;
	};

	return {
		execute: async (bytes) => (await current()).ask({ kind: 'execute', bytes: transferable(bytes) }),
		// Each new connection begins with a reset: the moment to come back from the dead.
		reset: async () => {
			const hasDied = await running.then(
				(worker) => worker.hasDied(),
				() => true
			);
			if (hasDied && !isClosed) {
				options.log.info('database-restarts');
				running = startWorker(options);
				running.catch(() => {});
			}
			await (await running).ask({ kind: 'reset' });
		},
		close: async () => {
			isClosed = true;
			const worker = await running.catch(() => null);
			if (worker === null || worker.hasDied()) return;
			await worker.ask({ kind: 'close' });
			await worker.terminate();
		}
	};
}

type Question = ToWorker extends infer Message ? (Message extends ToWorker ? Omit<Message, 'id'> : never) : never;

type RunningWorker = {
	readonly ask: (question: Question) => Promise<Uint8Array<ArrayBuffer>>;
	readonly hasDied: () => boolean;
	readonly terminate: () => Promise<unknown>;
};

function startWorker({ dataDirectory, log }: EngineOptions): Promise<RunningWorker> {
	const worker = new Worker(workerFile, {
		workerData: { dataDirectory } satisfies WorkerData,
		name: 'database',
		resourceLimits: { stackSizeMb }
	});
	const waiting = new Map<
		number,
		{ resolve: (bytes: Uint8Array<ArrayBuffer>) => void; reject: (error: Error) => void }
	>();
	let lastId = 0;
	let death: Error | null = null;

	return new Promise((resolve, reject) => {
		const die = (error: Error) => {
			death ??= error;
			for (const { reject: rejectQuestion } of waiting.values()) rejectQuestion(death);
			waiting.clear();
			reject(death);
		};
		const ask = (question: Question): Promise<Uint8Array<ArrayBuffer>> => {
			if (death !== null) return Promise.reject(death);
			const id = ++lastId;
			const transfer = question.kind === 'execute' ? [question.bytes.buffer] : [];
			worker.postMessage({ ...question, id }, transfer);
			return new Promise((resolveQuestion, rejectQuestion) =>
				waiting.set(id, { resolve: resolveQuestion, reject: rejectQuestion })
			);
		};

		worker.on('message', (message: FromWorker) => {
			switch (message.kind) {
				case 'event':
					return log.info(`database-${message.event.kind}`, { directory: message.event.directory });
				case 'ready':
					return resolve({ ask, hasDied: () => death !== null, terminate: () => worker.terminate() });
				case 'refused':
					return die(
						message.refusal === null
							? new Error(message.message)
							: new DatabaseUnusable(message.refusal, message.message)
					);
				case 'died':
					log.error('database-died', new Error(message.message));
					return die(new Error(`the embedded database gave up (${message.message})`));
				case 'reply':
					waiting.get(message.id)?.resolve(message.bytes);
					waiting.delete(message.id);
			}
		});
		worker.on('error', die);
		worker.on('exit', () => die(new Error('the embedded database has stopped')));
	});
}

// Small buffers of Node share one block of memory, which must not be given away.
function transferable(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes);
}
