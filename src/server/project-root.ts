// Where the project lies: migrations, evidence and worker files are read from there, also by the bundled server.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = findUpwards(dirname(fileURLToPath(import.meta.url)));

/** As package.json says. */
export function programVersion(): string {
	const parsed: unknown = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
	const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : null;
	return typeof version === 'string' ? version : '0';
}

function findUpwards(start: string): string {
	for (let directory = start; ; directory = dirname(directory)) {
		const file = join(directory, 'package.json');
		if (existsSync(file) && isOurs(readFileSync(file, 'utf8'))) return directory;
		if (directory === dirname(directory)) throw new Error(`no package.json of ledertrivsel above ${start}`);
	}
}

function isOurs(text: string): boolean {
	const parsed: unknown = JSON.parse(text);
	return typeof parsed === 'object' && parsed !== null && 'name' in parsed && parsed.name === 'ledertrivsel';
}
