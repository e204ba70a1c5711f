// The demonstration region: made-up leaders and answers, labelled as a demonstration on every page.
import { Command } from 'commander';
import type { Context } from '#server/context.ts';
import { findDemonstration, readOrganisation } from '#server/database/organisations.ts';
import { listRounds } from '#server/database/rounds.ts';
import { resetDemonstration, startDemonstration } from '#server/use-cases/organisation/start-demonstration.ts';
import { refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';

type Options = Output & { readonly reset?: boolean };

export function demoCommand(world: World): Command {
	return new Command('demo')
		.description('Make the demonstration region, where there is none yet')
		.option('--reset', 'delete it with all that visitors did in it, and make it anew')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: ledertrivsel demo --reset')
		.action((options: Options) => withContext(world, (context) => demo(world, context, options)));
}

async function demo(world: World, context: Context, options: Options): Promise<void> {
	const before = await findDemonstration(context.db);
	if (options.reset === true) await resetDemonstration(context);
	else {
		const started = await startDemonstration(context, { kind: 'visitor' }, { role: 'programme-lead' });
		if (started.kind !== 'ready') refuse(`the demonstration was not made (${started.kind})`);
	}
	const made = await findDemonstration(context.db);
	if (made === null) throw new Error('the demonstration was made but cannot be found');
	const { units, leaders } = await readOrganisation(context.db, made.id);
	const rounds = (await listRounds(context.db, made.id)).map(({ id, name }) => ({ id, name }));
	const isNew = before === null || options.reset === true;
	print(
		world,
		options,
		{ organisation: { id: made.id, name: made.name }, isNew, units: units.length, leaders: leaders.length, rounds },
		[
			`"${made.name}" ${isNew ? 'is made' : 'is there already'}: ${leaders.length} leaders in ${units.length} units, all made up.`,
			...rounds.map(({ id, name }) => `${id}  ${name}`)
		]
	);
}
