// The thread in which the embedded database runs: on the main thread one long aggregate would stop every page.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { prepareCluster } from './cluster-directory.ts';
import { DatabaseUnusable } from './database-unusable.ts';
import { DurableNodeFS, durableStartParameters } from './durable-files.ts';
import { refuseUnlessDurable } from './self-test.ts';
import { createWireEngine, type WireEngine } from './wire-engine.ts';
import type { FromWorker, ToWorker, WorkerData } from './worker-messages.ts';

const { dataDirectory } = workerData as WorkerData;
let lastWords = '';

try {
	const engine = await open();
	let turn = Promise.resolve();
	parentPort?.on('message', (message: ToWorker) => {
		turn = turn.then(() => answer(engine, message));
	});
	say({ kind: 'ready' });
} catch (error) {
	const refusal = error instanceof DatabaseUnusable ? error.kind : null;
	say({ kind: 'refused', refusal, message: `${error instanceof Error ? error.message : String(error)}${lastWords}` });
	process.exit(1);
}

async function open(): Promise<WireEngine> {
	const cluster = await prepareCluster(dataDirectory, {
		report: (event) => say({ kind: 'event', event }),
		onDeath: die
	});
	const fs = new DurableNodeFS(cluster, die);
	const database = await PGlite.create({ fs, startParams: [...durableStartParameters], onStderr: rememberLastWords });
	await refuseUnlessDurable(database, () => fs.syncCount);
	return createWireEngine(database, die);
}

async function answer(engine: WireEngine, message: ToWorker): Promise<void> {
	try {
		const bytes = message.kind === 'execute' ? await engine.execute(message.bytes) : new Uint8Array();
		if (message.kind === 'reset') await engine.reset();
		if (message.kind === 'close') await engine.close();
		say({ kind: 'reply', id: message.id, bytes }, [bytes.buffer]);
	} catch (error) {
		die(error instanceof Error ? error.message : String(error));
	}
}

function die(reason: string): never {
	say({ kind: 'died', message: `${reason}${lastWords}` });
	process.exit(1);
}

// Only what PostgreSQL says when it gives up: its other lines may quote answers or addresses.
function rememberLastWords(line: string): boolean {
	const words = /\b(?:PANIC|FATAL): +(.*)/.exec(line);
	if (words !== null) lastWords = `: ${words[1]}`;
	return false;
}

function say(message: FromWorker, transfer: ArrayBuffer[] = []): void {
	parentPort?.postMessage(message, transfer);
}
