// Where the secret of a round lies: a file outside the database, so that a copy of the database opens no ballot box.
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeSync
} from 'node:fs';
import { dirname, join } from 'node:path';

export const roundSecretBytes = 32;

export type RoundKeys = {
	/** On disk, synced, when it returns. */
	readonly write: (roundId: string, secret: Uint8Array) => void;
	/** Null where the file is missing or not a key. */
	readonly read: (roundId: string) => Uint8Array | null;
	/** Overwritten, then removed; nothing happens where it is gone already. */
	readonly destroy: (roundId: string) => void;
};

/** One file a round, readable for its owner only. `directory`: made when first needed. */
export function roundKeysIn(directory: string): RoundKeys {
	const pathOf = (roundId: string) => join(directory, `${roundId}.key`);
	return {
		write: (roundId, secret) => {
			if (mkdirSync(directory, { recursive: true, mode: 0o700 }) !== undefined) syncDirectory(dirname(directory));
			const fresh = `${pathOf(roundId)}.new`;
			writeSynced(fresh, `${Buffer.from(secret).toString('hex')}\n`);
			renameSync(fresh, pathOf(roundId));
			syncDirectory(directory);
		},
		read: (roundId) => {
			if (!existsSync(pathOf(roundId))) return null;
			const secret = Buffer.from(readFileSync(pathOf(roundId), 'utf8').trim(), 'hex');
			return secret.length === roundSecretBytes ? secret : null;
		},
		destroy: (roundId) => {
			for (const path of [pathOf(roundId), `${pathOf(roundId)}.new`]) {
				if (!existsSync(path)) continue;
				// In its own place: a file that is emptied first gives its blocks away unwritten.
				writeSynced(path, `${'0'.repeat(2 * roundSecretBytes)}\n`, 'r+');
				rmSync(path);
				syncDirectory(directory);
			}
		}
	};
}

function writeSynced(path: string, text: string, flags: 'w' | 'r+' = 'w'): void {
	const file = openSync(path, flags, 0o600);
	try {
		writeSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}

// Windows cannot open a directory; there a file's name is durable with the file.
function syncDirectory(path: string): void {
	if (process.platform === 'win32') return;
	const directory = openSync(path, 'r');
	try {
		fsyncSync(directory);
	} finally {
		closeSync(directory);
	}
}
