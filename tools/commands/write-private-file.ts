import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Writes a file that only its owner can read; whoever reads it meanwhile sees the old one or all of the new one. */
export function writePrivateFile(path: string, parts: Iterable<string>): void {
	const unfinished = `${path}.${process.pid}.unfinished`;
	const file = openSync(unfinished, 'wx', 0o600);
	try {
		for (const part of parts) writeSync(file, part);
		closeSync(file);
		renameSync(unfinished, path);
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw error;
	}
}
