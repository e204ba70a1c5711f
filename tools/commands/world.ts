// What a command may touch: where it writes, what the environment says, and the context it works in.
import { openContext, type Context } from '#server/context.ts';
import { DatabaseUnusable } from '#server/database/open-database.ts';
import { silentLog } from '#server/log/log.ts';
import { readSettings, type Settings } from '#server/settings.ts';
import { refuse } from './refusal.ts';

export type World = {
	readonly stdout: { write(text: string): unknown };
	readonly stderr: { write(text: string): unknown };
	/** Only read by commands that say so. */
	readonly stdin?: AsyncIterable<Uint8Array>;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Where it is given, it is used and left open; else one is opened by the environment. */
	readonly context?: Context;
};

/** What every command offers: the result as JSON instead of lines. */
export type Output = { readonly json?: boolean };

/** Prints a result: for machines as JSON, for people as lines. */
export function print(world: World, output: Output, result: unknown, lines: readonly string[]): void {
	world.stdout.write(
		output.json === true ? `${JSON.stringify(result, null, '\t')}\n` : lines.map((line) => `${line}\n`).join('')
	);
}

/** Opens what the environment names, lets `work` have it, and closes it however that ends. */
export async function withContext<Result>(world: World, work: (context: Context) => Promise<Result>): Promise<Result> {
	if (world.context !== undefined) return work(world.context);
	const settings = settingsOf(world);
	const running = await openContext(settings, silentLog).catch((error: unknown) => refuseDatabase(error, settings));
	try {
		return await work(running.context);
	} finally {
		await running.close();
	}
}

export function settingsOf(world: World): Settings {
	const outcome = readSettings(world.environment);
	if (outcome.kind === 'settings') return outcome.settings;
	return refuse(outcome.problems.map(({ name, reason }) => `${name} ${reason}`).join('; '));
}

export function refuseDatabase(error: unknown, settings: Settings): never {
	if (error instanceof DatabaseUnusable && error.kind === 'in-use') {
		return refuse(`${error.message} (the server, most likely): stop it and try again, or choose another DATA_DIR`);
	}
	if (error instanceof DatabaseUnusable) return refuse(error.message);
	const code = error instanceof Error && 'code' in error ? error.code : null;
	if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
		return refuse(`DATA_DIR ${settings.dataDirectory} cannot be written to (${String(code)})`);
	}
	throw error;
}
