// Answers collected elsewhere, with a unit path per row, into a round of their own.
import { basename } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Context } from '#server/context.ts';
import { readAnswerFile } from '#server/response-files/read-answer-file.ts';
import type { ResponseProblem } from '#server/response-files/parse-responses.ts';
import { importResponses, type ImportResponsesOutcome } from '#server/use-cases/releases/import-responses.ts';
import { organisationImport } from '#texts/en/organisation-import.ts';
import { withOrganisation, type NewOrganisation } from './find-organisation.ts';
import { readBytes } from './read-file.ts';
import { Refusal, refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';

type Condition = { readonly column: string; readonly value: string };
type Options = Output &
	NewOrganisation & {
		readonly instrument: string;
		readonly responses: string;
		readonly unitColumn: readonly string[];
		readonly where: readonly Condition[];
		readonly name?: string;
	};

export function importResponsesCommand(world: World): Command {
	return new Command('responses')
		.description('Read answers that were collected elsewhere, one row a respondent, into a round of their own')
		.requiredOption('--instrument <file>', 'the instrument, see docs/instrument-format.md')
		.requiredOption('--responses <file>', 'the answers: a .csv or .xlsx file with the ids of the items as headings')
		.requiredOption(
			'--unit-column <column>',
			'where the unit stands; repeat it from the top down, or name one column that holds "Hospital > Department"',
			(column: string, before: readonly string[] = []) => [...before, column.trim()]
		)
		.option('--where <column=value>', 'take only these rows; repeat it, and all must hold', collectCondition, [])
		.option('--name <name>', 'what the round is called (the name of the file when left out)')
		.option(
			'--organisation <name>',
			'name or id; made where there is no organisation yet ("Organisation" when left out)'
		)
		.option(
			'--administrator <e-mail>',
			'who may sign in as programme lead and operator of an organisation that is made now'
		)
		.option('--json', 'print the result as JSON')
		.addHelpText(
			'after',
			'\nExample: ledertrivsel import responses --instrument survey.json --responses answers.csv \\\n  --unit-column Hospital --unit-column Department --where leader=1 --name "Survey 2025"'
		)
		.action((options: Options) => withContext(world, (context) => run(world, context, options)));
}

function collectCondition(text: string, before: readonly Condition[]): readonly Condition[] {
	const sign = text.indexOf('=');
	if (sign < 1) throw new InvalidArgumentError('It must look like column=value.');
	return [...before, { column: text.slice(0, sign).trim(), value: text.slice(sign + 1) }];
}

async function run(world: World, context: Context, options: Options): Promise<void> {
	const instrument = readJson(options.instrument);
	const read = await readAnswerFile(readBytes(options.responses), basename(options.responses));
	if (read.kind === 'not-a-table') {
		const isHuge = read.code === 'too-large';
		return refuse(
			`${options.responses}: ${isHuge ? 'The file is larger than 200 MB.' : organisationImport.unreadable(read.code, read.line)}`
		);
	}
	const table = { rows: read.rows, firstLine: read.firstLine, mayEndEarly: read.encoding === 'xlsx' };
	await withOrganisation(context, options, async (organisation) => {
		const outcome = await importResponses(
			context,
			{ kind: 'system', organisationId: organisation.id },
			{
				name: options.name ?? basename(options.responses).replace(/\.[^.]+$/, ''),
				instrument,
				table,
				unitColumns: options.unitColumn,
				where: options.where
			}
		);
		if (outcome.kind === 'faulty') {
			const sentences = outcome.problems.map(sentenceOf);
			const more = outcome.total > sentences.length ? [`… and ${outcome.total - sentences.length} more.`] : [];
			print(world, options, { total: outcome.total, problems: outcome.problems }, [...sentences, ...more]);
		}
		if (outcome.kind !== 'imported') throw new Refusal(refusalOf(outcome, options).replace(/\s*\n\s*/g, ' '));
		const { roundId, respondents, units, missingAnswers, leftOut } = outcome;
		print(
			world,
			options,
			{
				round: roundId,
				organisation: { id: organisation.id, name: organisation.name },
				respondents,
				units,
				missingAnswers,
				leftOut
			},
			[
				`Round ${roundId} in "${organisation.name}": ${respondents} respondents in ${units} units, ${missingAnswers} missing answers, ${leftOut} rows left out.`,
				`Next: ledertrivsel release build ${roundId}`
			]
		);
	});
}

function readJson(path: string): unknown {
	const bytes = readBytes(path);
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch (error) {
		if (!(error instanceof SyntaxError) && !(error instanceof TypeError)) throw error;
		return refuse(`${path} is not JSON: ${error.message}`);
	}
}

function refusalOf(outcome: Exclude<ImportResponsesOutcome, { kind: 'imported' }>, options: Options): string {
	const file = options.responses;
	switch (outcome.kind) {
		case 'faulty': {
			const [first] = outcome.problems;
			const count = outcome.total === 1 ? 'one fault' : `${outcome.total} faults`;
			return `${file}: nothing was saved, the file has ${count}: ${first === undefined ? '' : sentenceOf(first)}${outcome.total > 1 ? ' …' : ''}`;
		}
		case 'faulty-instrument': {
			const problems = outcome.problems
				.slice(0, 5)
				.map(({ path, code, detail }) => `${path || 'the file'}: ${code}${detail === '' ? '' : ` (${detail})`}`);
			const more =
				outcome.problems.length > problems.length ? `; and ${outcome.problems.length - problems.length} more` : '';
			return `${options.instrument} is not an instrument: ${problems.join('; ')}${more} (docs/instrument-format.md)`;
		}
		case 'other-instrument':
			return `an instrument ${outcome.id} version ${outcome.version} with another text is in use already: raise the version in ${options.instrument}`;
		case 'columns-missing':
			return `${file} has no column ${quoted(outcome.missing)}; it has ${quoted(outcome.found)}`;
		case 'columns-repeated':
			return `${file} has more than one column ${quoted(outcome.repeated)}: keep one of them`;
		case 'no-rows':
			return `${file} holds no answers: it needs a row of headings and a row for each respondent`;
		case 'nobody-left':
			return `${file}: --where leaves out all ${outcome.rows} rows`;
		case 'name-missing':
			return 'the round needs a name: --name';
		case 'name-too-long':
			return 'the name of the round has at most 200 characters';
		case 'forbidden':
			return 'this is not allowed';
	}
}

function sentenceOf({ line, column, code, value }: ResponseProblem): string {
	const place = column === null ? `line ${line}` : `line ${line}, column ${column}`;
	switch (code) {
		case 'row-length':
			return `${place}: ${value}`;
		case 'unit-missing':
			return `${place}: no unit${value === '' ? '' : ` at one level of "${value}"`}`;
		case 'unit-unusable':
			return `${place}: "${value}" cannot be the name of a unit`;
		case 'not-a-number':
			return `${place}: "${value}" is not a number`;
		case 'out-of-range':
			return `${place}: ${value} is not one of the possible answers`;
		case 'not-whole':
			return `${place}: ${value} is not a whole number`;
	}
}

function quoted(words: readonly string[]): string {
	return words.map((word) => `"${word}"`).join(', ');
}
