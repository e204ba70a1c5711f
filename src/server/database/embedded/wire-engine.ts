// One PGlite, spoken to in PostgreSQL's wire protocol: bytes in, bytes out.
import type { PGlite } from '@electric-sql/pglite';

export type WireEngine = {
	/** `bytes`: one or more whole messages, the last of which PostgreSQL answers. */
	readonly execute: (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;
	/** Leaves nothing of the last connection: no open transaction, settings or prepared statements. */
	readonly reset: () => Promise<void>;
	readonly close: () => Promise<void>;
};

export function createWireEngine(database: PGlite): WireEngine {
	return {
		execute: (bytes) => execute(database, bytes),
		reset: async () => {
			if (database.isInTransaction()) await database.exec('rollback');
			await database.exec('discard all');
		},
		close: () => database.close()
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
