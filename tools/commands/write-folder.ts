// Writes files into a folder of their own, and touches nothing that is there already.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse } from './refusal.ts';

export function writeFolder(folder: string, files: readonly { readonly path: string; readonly text: string }[]): void {
	try {
		if (existsSync(folder) && readdirSync(folder).length > 0) refuse(`${folder} is not empty: choose a new folder`);
		for (const { path, text } of files) {
			mkdirSync(dirname(join(folder, path)), { recursive: true });
			writeFileSync(join(folder, path), text);
		}
	} catch (error) {
		if (error instanceof Error && 'code' in error) refuse(`${folder} cannot be written to (${String(error.code)})`);
		throw error;
	}
}
