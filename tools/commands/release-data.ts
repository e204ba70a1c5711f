// What was released, as files for researchers: CSV, SPSS or the codebook that explains them.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { Context } from '#server/context.ts';
import { exportRelease, researchFormats, type ResearchFormat } from '#server/use-cases/releases/export-release.ts';
import { actorFor, findRound } from './find-round.ts';
import { reasonOf } from './read-file.ts';
import { refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';

type Options = Output & {
	readonly organisation?: string;
	readonly format: ResearchFormat;
	readonly out: string;
	readonly language: 'da' | 'en';
};

export function dataCommand(world: World): Command {
	return new Command('data')
		.description('Write what was released as a file for researchers')
		.argument('<round>', 'id, name or "latest"')
		.addOption(new Option('--format <format>', 'what to write').choices([...researchFormats]).makeOptionMandatory())
		.requiredOption('--out <file>', 'a new file')
		.addOption(new Option('--language <language>', 'of labels and codebook').choices(['da', 'en']).default('da'))
		.option('--organisation <name>', 'name or id')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: ledertrivsel release data latest --format sav --out release.sav')
		.action((wanted: string, options: Options) =>
			withContext(world, (context) => write(world, context, wanted, options))
		);
}

async function write(world: World, context: Context, wanted: string, options: Options): Promise<void> {
	const round = await findRound(context, wanted, options.organisation);
	const { format, language } = options;
	const outcome = await exportRelease(context, actorFor(round), { roundId: round.id, format, language });
	if (outcome.kind !== 'exported') return refuse(`"${round.name}" has not been released`);
	try {
		writeFileSync(options.out, outcome.bytes, { flag: 'wx' });
	} catch (error) {
		const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
		refuse(isThere ? `${options.out} exists already: choose a new name` : `${options.out}: ${reasonOf(error)}`);
	}
	const { rows, withheld } = outcome;
	print(world, options, { round: round.id, file: resolve(options.out), format, rows, withheld }, [
		`Written: ${options.out} (${rows} figures of "${round.name}", ${withheld} of them withheld).`
	]);
}
