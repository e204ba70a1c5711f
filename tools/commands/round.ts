// Rounds that are answered here: planned, opened, closed, listed.
import { Command } from 'commander';
import type { Context } from '#server/context.ts';
import { readOrganisation } from '#server/database/organisations.ts';
import type { Round } from '#server/database/rounds.ts';
import { closeRound } from '#server/use-cases/rounds/close-round.ts';
import { createRound, type RoundProblem } from '#server/use-cases/rounds/create-round.ts';
import { openRound } from '#server/use-cases/rounds/open-round.ts';
import { requireOrganisation } from './find-organisation.ts';
import { actorFor, findRound, roundsOf } from './find-round.ts';
import { refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';

type Options = Output & { readonly organisation?: string };
type CreateOptions = Options & {
	readonly name: string;
	readonly instrument: string;
	readonly opens: string;
	readonly closes: string;
	readonly unit?: string;
};

export function roundCommand(world: World): Command {
	return new Command('round')
		.description('Plan, open and close rounds; ROUND is an id, a name or "latest"')
		.addCommand(createCommand(world))
		.addCommand(
			withRound('open', 'Freeze the groups and invite the leaders', 'ledertrivsel round open "Spring 2027"').action(
				(wanted: string, options: Options) => withContext(world, (context) => open(world, context, { wanted, options }))
			)
		)
		.addCommand(
			withRound('close', 'Take no more answers, and open the ballot box', 'ledertrivsel round close latest').action(
				(wanted: string, options: Options) =>
					withContext(world, (context) => close(world, context, { wanted, options }))
			)
		)
		.addCommand(
			new Command('list')
				.description('All rounds, newest first')
				.option('--organisation <name>', 'name or id')
				.option('--json', 'print the result as JSON')
				.addHelpText('after', '\nExample: ledertrivsel round list --json')
				.action((options: Options) => withContext(world, (context) => list(world, context, options)))
		);
}

function createCommand(world: World): Command {
	return new Command('create')
		.description('Plan a round; nobody is asked before it opens')
		.requiredOption('--name <name>', 'what the round is called')
		.requiredOption('--instrument <id>', 'what is asked, such as ledertrivsel-1')
		.requiredOption('--opens <day>', 'YYYY-MM-DD')
		.requiredOption('--closes <day>', 'YYYY-MM-DD')
		.option('--unit <unit>', 'id, code or name of the unit whose leaders are asked (all when left out)')
		.option('--organisation <name>', 'name or id')
		.option('--json', 'print the result as JSON')
		.addHelpText(
			'after',
			'\nExample: ledertrivsel round create --name "Spring 2027" --instrument ledertrivsel-1 --opens 2027-03-01 --closes 2027-03-21'
		)
		.action((options: CreateOptions) => withContext(world, (context) => create(world, context, options)));
}

function withRound(name: string, description: string, example: string): Command {
	return new Command(name)
		.description(description)
		.argument('<round>', 'id, name or "latest"')
		.option('--organisation <name>', 'name or id')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', `\nExample: ${example}`);
}

async function create(world: World, context: Context, options: CreateOptions): Promise<void> {
	const organisation = await requireOrganisation(context, options.organisation);
	const scopeUnitId = options.unit === undefined ? null : await findUnit(context, organisation.id, options.unit);
	const outcome = await createRound(
		context,
		{ kind: 'system', organisationId: organisation.id },
		{
			name: options.name,
			instrumentId: options.instrument,
			scopeUnitId,
			opensOn: options.opens,
			closesOn: options.closes
		}
	);
	switch (outcome.kind) {
		case 'created':
			return print(world, options, { round: outcome.roundId }, [
				`Round ${outcome.roundId} is planned.`,
				`Next: ledertrivsel round open ${outcome.roundId}`
			]);
		case 'faulty':
			return refuse(
				`the round was not planned: ${outcome.problems.map((problem) => sentences(options, context)[problem]).join('; ')}`
			);
		case 'forbidden':
			return refuse('this is not allowed');
	}
}

async function findUnit(context: Context, organisationId: string, wanted: string): Promise<string> {
	const { units } = await readOrganisation(context.db, organisationId);
	const found = units.filter((unit) => unit.id === wanted || unit.code === wanted || unit.name === wanted.trim());
	if (found.length > 1)
		return refuse(
			`several units are called "${wanted}": give the code or the id, one of ${found.map(({ id }) => id).join(', ')}`
		);
	return found[0]?.id ?? refuse(`there is no unit "${wanted}"`);
}

function sentences(options: CreateOptions, context: Context): Readonly<Record<RoundProblem, string>> {
	const known = context.instruments.filter(({ pages }) => pages.length > 0).map(({ id }) => id);
	return {
		'name-missing': 'it needs a name',
		'name-too-long': 'its name has more than 200 characters',
		'unknown-instrument': `there is no instrument "${options.instrument}" that can be answered here; there is: ${known.join(', ')}`,
		'unknown-unit': `there is no unit "${options.unit ?? ''}"`,
		'opens-on-not-a-day': `--opens "${options.opens}" is not a day such as 2027-03-01`,
		'closes-on-not-a-day': `--closes "${options.closes}" is not a day such as 2027-03-21`,
		'closes-before-it-opens': `it would close on ${options.closes}, before it opens on ${options.opens}`,
		'closes-in-the-past': `it would close on ${options.closes}, which is past`
	};
}

async function open(
	world: World,
	context: Context,
	{ wanted, options }: { wanted: string; options: Options }
): Promise<void> {
	const round = await findRound(context, wanted, options.organisation);
	const outcome = await openRound(context, actorFor(round), { roundId: round.id });
	switch (outcome.kind) {
		case 'opened':
			return print(
				world,
				options,
				{ round: round.id, invited: outcome.invited, groups: outcome.groups, words: outcome.words },
				[
					`"${round.name}" is open: ${outcome.invited} leaders in ${outcome.groups} groups. Their mails go out while the server runs.`,
					...toWriteDown(outcome.words)
				]
			);
		case 'preparing':
			return print(world, options, { round: round.id, keys: outcome.keys, words: outcome.words }, [
				`"${round.name}" is being opened: ${outcome.keys.made} of ${outcome.keys.total} keys are made, the rest while the server runs.`,
				...toWriteDown(outcome.words ?? '')
			]);
		case 'merges-outdated':
			return refuse(
				`"${round.name}" was not opened: groups that were put together no longer exist; look at the page of its groups`
			);
		case 'list-refused':
			return refuse(
				`"${round.name}" was not opened: browsers would refuse its list of groups (${outcome.problems.join(', ')})`
			);
		case 'no-committee':
			return refuse(`"${round.name}" was not opened: nobody of the committee can keep half of its key`);
		case 'already-open':
			return refuse(`"${round.name}" has been opened already`);
		case 'too-few':
			return refuse(
				`"${round.name}" was not opened: it would ask ${outcome.leaders} leaders, and a group needs ${outcome.minimumInvited}`
			);
		case 'unknown-round':
			return refuse(`"${round.name}" holds answers from elsewhere: there is nobody to ask`);
		case 'forbidden':
			return refuse('this is not allowed');
	}
}

async function close(
	world: World,
	context: Context,
	{ wanted, options }: { wanted: string; options: Options }
): Promise<void> {
	const round = await findRound(context, wanted, options.organisation);
	const outcome = await closeRound(context, actorFor(round), { roundId: round.id });
	switch (outcome.kind) {
		case 'closed':
			return print(world, options, { round: round.id, responses: outcome.responses }, [
				`"${round.name}" is closed with ${outcome.responses} responses.`,
				`Next: ledertrivsel release build ${round.id}`
			]);
		case 'closing':
			return print(world, options, { round: round.id, until: outcome.until.toISOString() }, [
				`"${round.name}" hands out no more ballots. Those handed out may come back until ${outcome.until.toISOString()}.`,
				`After that: ledertrivsel round close ${round.id}, or let the server run`
			]);
		case 'key-missing':
			return refuse(`the key of "${round.name}" is not in its file: type in its words on the page of the round's key`);
		case 'key-split':
			return refuse(`the key of "${round.name}" is split: both halves are typed in on the page of the round`);
		case 'too-many-unreadable':
			return refuse(
				`the box of "${round.name}" stays shut: ${outcome.unreadable} of ${outcome.responses + outcome.unreadable} responses cannot be read; look at the page of the round`
			);
		case 'already-closed':
			return refuse(`"${round.name}" has been closed already`);
		case 'not-open':
			return refuse(`"${round.name}" has not been opened`);
		case 'unknown-round':
			return refuse(`there is no round ${wanted}`);
		case 'forbidden':
			return refuse('this is not allowed');
	}
}

async function list(world: World, context: Context, options: Options): Promise<void> {
	const rounds = (await roundsOf(context, options.organisation)).map((round) => ({
		id: round.id,
		name: round.name,
		state: stateOf(round),
		source: round.source,
		instrument: `${round.instrumentId} version ${round.instrumentVersion}`,
		opensOn: round.opensOn,
		closesOn: round.closesOn,
		threshold: round.threshold,
		organisation: round.organisationId
	}));
	const lines = rounds.map(
		(round) =>
			`${round.id}  ${round.state.padEnd(8)}  ${round.source.padEnd(9)}  ${round.opensOn} – ${round.closesOn}  ${round.name}`
	);
	print(world, options, rounds, rounds.length === 0 ? ['There are no rounds.'] : lines);
}

function stateOf(round: Round): 'planned' | 'open' | 'closed' | 'released' {
	if (round.releasedAt !== null) return 'released';
	if (round.closedAt !== null) return 'closed';
	return round.openedAt === null ? 'planned' : 'open';
}

/** Whoever opens a round on the command line keeps its words, like whoever does it on the page. */
function toWriteDown(words: string): string[] {
	if (words === '') return [];
	return [
		'Write these words down. If the file with the key of the round is lost, they are the only way to the answers:',
		words
	];
}
