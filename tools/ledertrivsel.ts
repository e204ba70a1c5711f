#!/usr/bin/env node
// The command line: reads the arguments, lets one command do the work, and turns whatever happens into an exit code.
// 0: done. 1: refused or failed, with one line on standard error. 2: called in a wrong way.
import { Command, CommanderError } from 'commander';
import { programVersion } from '#server/project-root.ts';
import { accessCommand } from './commands/access.ts';
import { backupCommand } from './commands/backup.ts';
import { benchCommand } from './commands/bench.ts';
import { demoCommand } from './commands/demo.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { importCommand } from './commands/import.ts';
import { mailCommand } from './commands/mail.ts';
import { Refusal } from './commands/refusal.ts';
import { releaseCommand } from './commands/release.ts';
import { restoreCommand } from './commands/restore.ts';
import { roundCommand } from './commands/round.ts';
import { upgradeCommand } from './commands/upgrade.ts';
import type { World } from './commands/world.ts';

export type { World } from './commands/world.ts';

const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const;

/** `argv`: the arguments alone, without the program's name. Never throws; returns the exit code. */
export async function runCommand(argv: readonly string[], world: World): Promise<number> {
	try {
		await createProgram(world).parseAsync([...argv], { from: 'user' });
		return exitCodes.done;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
		world.stderr.write(`${error instanceof Refusal ? error.message : describeFailure(error, world)}\n`);
		return exitCodes.failed;
	}
}

/** The command line of this process. */
export async function main(): Promise<void> {
	// SQLite, which locks the data directory, is called experimental: nothing an operator can do about it.
	process.removeAllListeners('warning');
	process.on('warning', (warning) => {
		if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.name}: ${oneLine(warning.message)}\n`);
	});
	// Whoever reads our output may stop in the middle (`| head`).
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
	});
	process.exitCode = await runCommand(process.argv.slice(2), {
		stdout: process.stdout,
		stderr: process.stderr,
		stdin: process.stdin,
		environment: process.env
	});
}

function createProgram(world: World): Command {
	const program = new Command('ledertrivsel')
		.description('Imports, rounds, releases and the evidence base, from the command line of the machine itself.')
		.version(programVersion())
		.addHelpText(
			'after',
			'\nEach command explains itself: ledertrivsel import responses --help\nAll of them, with examples: docs/command-line.md'
		);
	for (const create of [
		importCommand,
		roundCommand,
		releaseCommand,
		evidenceCommand,
		demoCommand,
		mailCommand,
		benchCommand,
		backupCommand,
		restoreCommand,
		upgradeCommand,
		accessCommand
	]) {
		program.addCommand(create(world));
	}
	forEach(program, (command) => {
		command
			.exitOverride()
			.showSuggestionAfterError(false)
			.configureOutput({
				writeOut: (text) => world.stdout.write(text),
				writeErr: (text) => world.stderr.write(text),
				outputError: (text, write) => write(`${oneLine(text)} (see ledertrivsel ${pathOf(command)}--help)\n`)
			});
		if (command.commands.length > 0) chooseBelow(command);
	});
	return program;
}

/** A command that only holds others says in one line which there are. */
function chooseBelow(command: Command): void {
	const choices = command.commands.map((own) => own.name()).join(', ');
	command
		.usage('<command> [options]')
		.argument('[command]')
		.allowExcessArguments(true)
		.action((name: string | undefined) => {
			command.error(
				name === undefined ? `error: say which: ${choices}` : `error: unknown command "${name}"; there is: ${choices}`
			);
		});
}

function forEach(command: Command, work: (command: Command) => void): void {
	work(command);
	for (const own of command.commands) forEach(own, work);
}

/** "import responses " below the program, "" for the program itself. */
function pathOf(command: Command): string {
	return command.parent === null ? '' : `${pathOf(command.parent)}${command.name()} `;
}

function describeFailure(error: unknown, world: World): string {
	if (world.environment.LOG_LEVEL === 'debug' && error instanceof Error) return error.stack ?? error.message;
	return `ledertrivsel failed: ${oneLine(reasonOf(error))} (LOG_LEVEL=debug tells where)`;
}

function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	// Several addresses tried in vain come as one error without words.
	const own = error.message || (error instanceof AggregateError ? error.errors.map(reasonOf).join('; ') : error.name);
	return error.cause === undefined ? own : `${own}: ${reasonOf(error.cause)}`;
}

function oneLine(text: string): string {
	return text.trim().replace(/\s*\n\s*/g, ' ');
}

if (import.meta.main) await main();
