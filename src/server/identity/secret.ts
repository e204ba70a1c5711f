// The secret that signs the session cookie: given as a setting, else made once and kept for the owner of the machine only.
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#server/settings.ts';

export function readSecret(settings: Pick<Settings, 'secret' | 'dataDirectory'>): string {
	if (settings.secret !== null) return settings.secret;
	const path = join(settings.dataDirectory, 'secret');
	const secret = readKept(path) ?? makeSecret(settings.dataDirectory, path);
	if (secret.length < 32)
		throw new Error(`${path} holds no usable secret: delete the file, and everybody signs in anew`);
	return secret;
}

// Written whole under another name first: two processes that start at once must end with one secret, not with half of one.
function makeSecret(directory: string, path: string): string {
	mkdirSync(directory, { recursive: true });
	const temporary = `${path}.${process.pid}`;
	writeFileSync(temporary, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
	try {
		linkSync(temporary, path);
	} catch (error) {
		if (!isErrno(error, 'EEXIST')) throw error;
	} finally {
		unlinkSync(temporary);
	}
	return readFileSync(path, 'utf8').trim();
}

function readKept(path: string): string | null {
	try {
		return readFileSync(path, 'utf8').trim();
	} catch (error) {
		if (isErrno(error, 'ENOENT')) return null;
		throw new Error(`could not read ${path}`, { cause: error });
	}
}

function isErrno(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}
