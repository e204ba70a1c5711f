// The evidence base: checked against its schemas and rules, and handed on. Needs no database.
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { exportedEvidence } from '#domain/evidence/exported-evidence.ts';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { projectRoot } from '#server/project-root.ts';
import { apaReference } from '#server/references/apa-reference.ts';
import { formatReferences } from '#server/references/format-references.ts';
import { filesOfDownload } from '#server/use-cases/evidence/export-evidence.ts';
import { checkEvidenceFiles } from './evidence-check.ts';
import { refuse } from './refusal.ts';
import { print, type Output, type World } from './world.ts';
import { writeFolder } from './write-folder.ts';

const formats = ['json', 'csl', 'ris', 'bibtex', 'apa'] as const;
type Format = (typeof formats)[number];

type CheckOptions = Output & { readonly directory?: string; readonly works?: string };
type ExportOptions = { readonly format: Format; readonly directory?: string };

const shipped = join(projectRoot, 'evidence');

export function evidenceCommand(world: World): Command {
	return new Command('evidence')
		.description('Check the evidence base, or hand it on')
		.addCommand(
			new Command('check')
				.description('Check every file against its schema and the rules, and that every citation is carried')
				.option('--directory <folder>', 'where the evidence base lies (that of the project when left out)')
				.option('--works <file>', 'a record of cited works to compare with, instead of mentions.json of the base')
				.option('--json', 'print the result as JSON')
				.addHelpText('after', '\nExample: ledertrivsel evidence check --works works.json')
				.action((options: CheckOptions) => check(world, options))
		)
		.addCommand(
			new Command('export')
				.description('Print the whole evidence base as JSON, or its works for a reference manager')
				.addOption(new Option('--format <format>', 'what to print').choices(formats).default('json'))
				.option('--json', 'the same as --format json')
				.option('--directory <folder>', 'write the files of the base there instead, as in the download')
				.addHelpText('after', '\nExample: ledertrivsel evidence export --format ris > works.ris')
				.action((options: ExportOptions) => exportBase(world, options))
		);
}

function check(world: World, options: CheckOptions): void {
	const { counts, errors } = checkEvidenceFiles(options.directory ?? shipped, options.works ?? null);
	const lines = errors.map(({ file, record, rule, detail }) => `${file}: ${record}: ${detail} (${rule})`);
	const summary = Object.entries(counts).map(([name, count]) => `${name} ${count ?? 'not counted'}`);
	print(
		world,
		options,
		{ ...counts, errors },
		lines.length > 0 ? lines : [`The evidence holds: ${summary.join(', ')}.`]
	);
	if (errors.length === 0) return;
	refuse(`the evidence has ${errors.length} ${errors.length === 1 ? 'fault' : 'faults'}: ${lines[0] ?? ''}`);
}

function exportBase(world: World, { format, directory }: ExportOptions): void {
	const base = readEvidence(shipped);
	if (directory !== undefined) {
		const files = filesOfDownload(base);
		writeFolder(directory, files);
		world.stdout.write(`${files.length} files of the evidence base ${base.version} are in ${directory}.\n`);
		return;
	}
	switch (format) {
		case 'json':
			print(
				world,
				{ json: true },
				exportedEvidence(base, (study) => apaReference(study, 'en').text),
				[]
			);
			return;
		case 'csl':
			world.stdout.write(formatReferences(base.studies, 'csl-json'));
			return;
		case 'ris':
		case 'bibtex':
		case 'apa':
			world.stdout.write(formatReferences(base.studies, format));
	}
}
