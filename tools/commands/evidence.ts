// The evidence base: checked against its schemas and rules, and handed on. Needs no database.
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { readEvidence } from '#server/evidence-base/read-evidence.ts';
import { validateEvidenceFiles } from '#server/evidence-base/validate-evidence-files.ts';
import { projectRoot } from '#server/project-root.ts';
import { toCslJson } from './csl-json.ts';
import { Refusal } from './refusal.ts';
import { print, type Output, type World } from './world.ts';

export function evidenceCommand(world: World): Command {
	return new Command('evidence')
		.description('Check the evidence base, or print it')
		.addCommand(
			new Command('check')
				.description('Check every file against its schema and the rules')
				.option('--directory <folder>', 'where the evidence base lies (that of the project when left out)')
				.option('--json', 'print the result as JSON')
				.addHelpText('after', '\nExample: ledertrivsel evidence check')
				.action((options: Output & { readonly directory?: string }) => check(world, options))
		)
		.addCommand(
			new Command('export')
				.description('Print the whole evidence base as JSON, or its studies as CSL-JSON for a reference manager')
				.addOption(new Option('--format <format>', 'what to print').choices(['json', 'csl']).default('json'))
				.option('--json', 'the same as --format json')
				.addHelpText('after', '\nExample: ledertrivsel evidence export --format csl > studies.json')
				.action(({ format }: { readonly format: 'json' | 'csl' }) => {
					const evidence = readEvidence(join(projectRoot, 'evidence'));
					print(world, { json: true }, format === 'csl' ? evidence.studies.map(toCslJson) : evidence, []);
				})
		);
}

function check(world: World, options: Output & { readonly directory?: string }): void {
	const directory = options.directory ?? join(projectRoot, 'evidence');
	const problems = readAndCheck(directory);
	if (problems.length > 0) {
		const lines = problems.map(({ rule, record, detail }) => `${record}: ${detail} (${rule})`);
		print(world, options, { kind: 'faulty', problems }, lines);
		throw new Refusal(
			`the evidence has ${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}: ${lines[0] ?? ''}`
		);
	}
	const { version, factors, outcomes, studies, findings, interventions } = readEvidence(directory);
	const counts = {
		factors: factors.length,
		outcomes: outcomes.length,
		studies: studies.length,
		findings: findings.length,
		interventions: interventions.length
	};
	const list = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
	print(world, options, { kind: 'holds', version, ...counts }, [
		`The evidence base ${version} holds: ${list.join(', ')}.`
	]);
}

function readAndCheck(directory: string) {
	try {
		return validateEvidenceFiles(directory);
	} catch (error) {
		const reason = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error);
		throw new Refusal(`the evidence in ${directory} cannot be read: ${reason}`, { cause: error });
	}
}
