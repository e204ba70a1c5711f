// From `npm start`'s program to the first page in a visitor's hands. Installing and building come before and are not measured.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectRoot } from '#server/project-root.ts';
import { freePort } from '../../tests/support/site.ts';
import type { Measurement } from './figures.ts';

export async function measureStart({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Measurement[]> {
	// Else the first of the starts would build, or fail because somebody else builds, without a word.
	const built = spawnSync(process.execPath, ['tools/start.mjs', 'build'], {
		cwd: projectRoot,
		stdio: ['ignore', process.stderr, 'inherit']
	});
	if (built.status !== 0) throw new Error('what is to be started could not be built');
	const directory = mkdtempSync(join(tmpdir(), 'ledertrivsel-bench-'));
	try {
		const first = await secondsToFirstPage(directory);
		const later: number[] = [];
		for (let run = 0; run < (isQuick ? 1 : 5); run++) later.push(await secondsToFirstPage(directory));
		return [
			{
				what: 'second start to first page',
				unit: 's',
				reach: { atMost: 5 },
				figures: [
					{ variant: 'data there', runs: later },
					{ variant: 'first start, empty data directory', runs: [first] }
				]
			}
		];
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

async function secondsToFirstPage(dataDirectory: string): Promise<number> {
	const port = await freePort();
	const start = performance.now();
	const program = spawn(process.execPath, ['tools/start.mjs'], {
		cwd: projectRoot,
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			PORT: String(port),
			DATA_DIR: dataDirectory,
			LOG_LEVEL: 'error'
		},
		stdio: ['ignore', 'ignore', 'inherit']
	});
	const ended = new Promise((resolve) => program.once('exit', resolve));
	try {
		while (!(await isAnswered(`http://127.0.0.1:${port}/`))) {
			if (program.exitCode !== null)
				throw new Error(`the server ended with exit code ${program.exitCode} before it was ready`);
			await wait(10);
		}
		return (performance.now() - start) / 1000;
	} finally {
		program.kill('SIGTERM');
		await ended;
	}
}

async function isAnswered(url: string): Promise<boolean> {
	try {
		const response = await fetch(url);
		await response.text();
		return response.ok;
	} catch {
		return false;
	}
}
