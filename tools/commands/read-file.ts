import { readFileSync } from 'node:fs';
import { refuse } from './refusal.ts';

/** The bytes of a file that the operator named. */
export function readBytes(path: string): Uint8Array {
	try {
		return readFileSync(path);
	} catch (error) {
		return refuse(`${path} cannot be read: ${reasonOf(error)}`);
	}
}

const reasons: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EISDIR: 'it is a folder',
	EACCES: 'this user may not',
	ENOTDIR: 'a part of the path is not a folder'
};

export function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
