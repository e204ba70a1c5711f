#!/usr/bin/env node
// The command line's door, on any Node: hands over to the pinned one where the own is too old to run TypeScript.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 24;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'tools', 'ledertrivsel.ts');

if (isOld(process.versions.node)) handOver();
else await run();

async function run() {
	if (!existsSync(join(root, 'node_modules', 'commander')))
		return give('The packages are not installed: run npm ci in the project first.');
	const { main } = await import(program);
	await main();
}

function handOver() {
	const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
	if (process.env.LEDERTRIVSEL_HANDED_OVER === 'yes' || !existsSync(pinned)) {
		return give(
			`ledertrivsel needs Node ${oldestNode}, and this is Node ${process.versions.node}: run npm ci in the project, which brings it along.`
		);
	}
	const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
		stdio: 'inherit',
		shell: process.platform === 'win32',
		env: { ...process.env, LEDERTRIVSEL_HANDED_OVER: 'yes' }
	});
	for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
	child.on('exit', (code) => (process.exitCode = code ?? 1));
}

function isOld(version) {
	return Number(version.split('.')[0]) < oldestNode;
}

function give(line) {
	process.stderr.write(`${line}\n`);
	process.exitCode = 1;
}
