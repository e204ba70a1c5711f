// The benchmark is a program of its own: it runs here as it would by itself, with its own arguments.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { projectRoot } from '#server/project-root.ts';
import { Refusal, refuse } from './refusal.ts';
import type { World } from './world.ts';

const program = join(projectRoot, 'tools/bench/run.ts');

export function benchCommand(world: World): Command {
	return new Command('bench')
		.description('Measure speed and size on this machine; what follows is handed on to the benchmark')
		.argument('[arguments...]')
		.option('--json', 'print the result as JSON')
		.allowUnknownOption()
		.addHelpText('after', '\nExample: ledertrivsel bench --json')
		.action((given: readonly string[], options: { readonly json?: boolean }) =>
			run(world, [...given, ...(options.json === true ? ['--json'] : [])])
		);
}

async function run(world: World, given: readonly string[]): Promise<void> {
	if (!existsSync(program)) refuse('there is no benchmark in this copy (tools/bench/run.ts)');
	const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...given], {
		cwd: projectRoot,
		env: world.environment,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	child.stdout.setEncoding('utf8').on('data', (text: string) => world.stdout.write(text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => world.stderr.write(text));
	const { promise, resolve, reject } = Promise.withResolvers<number | null>();
	child.on('close', resolve).on('error', reject);
	const code = await promise;
	if (code !== 0) throw new Refusal(`the benchmark ended with exit code ${code ?? 'none'}`);
}
