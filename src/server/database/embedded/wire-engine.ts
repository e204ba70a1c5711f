// One PGlite, spoken to in PostgreSQL's wire protocol: bytes in, bytes out.
import type { PGlite } from '@electric-sql/pglite';

export type WireEngine = {
	/** `bytes`: one or more whole messages, the last of which PostgreSQL answers. */
	readonly execute: (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
	/** Leaves nothing of the last connection: no open transaction, settings or prepared statements. */
	readonly reset: () => Promise<void>;
	readonly close: () => Promise<void>;
};

/** `onDeath`: this PGlite can no longer be used; it must end its thread. */
export function createWireEngine(database: PGlite, onDeath: (reason: string) => never): WireEngine {
	reportCrashes(database, onDeath);
	return {
		execute: (bytes) => execute(database, bytes),
		reset: async () => {
			if (database.isInTransaction()) await database.exec('rollback');
			await database.exec('discard all');
		},
		close: () => database.close()
	};
}

// PostgreSQL leaves a failed statement by a jump that PGlite knows by this number. Whatever else is thrown (a stack that ran
// full) left it half-way through, and PGlite would ignore it and ask for the same statement again, for ever.
const jumpAfterError = 100;

function reportCrashes(database: PGlite, onDeath: (reason: string) => never): void {
	const module: { _PostgresMainLoopOnce: () => void } = database.Module;
	const step = module._PostgresMainLoopOnce;
	module._PostgresMainLoopOnce = () => {
		try {
			step();
		} catch (error) {
			const isJump =
				typeof error === 'object' && error !== null && 'status' in error && error.status === jumpAfterError;
			if (!isJump) onDeath(String(error));
			throw error;
		}
	};
}

// The raw stream, because PGlite's other ways keep every parsed message for ever or throw PostgreSQL's errors.
async function execute(database: PGlite, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
	const parts: Uint8Array[] = [];
	let size = 0;
	await database.execProtocolRawStream(bytes, {
		syncToFs: false,
		onRawData: (part) => {
			parts.push(part.slice());
			size += part.length;
		}
	});
	const reply = new Uint8Array(size);
	let at = 0;
	for (const part of parts) {
		reply.set(part, at);
		at += part.length;
	}
	return reply;
}
