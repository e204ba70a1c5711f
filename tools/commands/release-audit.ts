// The attack on what was published, repeated from the stored release, the roster and the response counts.
import { Command } from 'commander';
import type { Context } from '#server/context.ts';
import { auditPublishedRelease } from '#server/use-cases/releases/audit-published-release.ts';
import { breachSentence } from './breach-sentence.ts';
import { actorFor, findRound } from './find-round.ts';
import { Refusal, refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';

type Options = Output & { readonly organisation?: string };

export function auditCommand(world: World): Command {
	return new Command('audit')
		.description(
			"Attack a release as somebody who knows the roster would; exit code 0 only where no small group's scores come out"
		)
		.argument('<round>', 'id, name or "latest"')
		.option('--organisation <name>', 'name or id')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: ledertrivsel release audit latest')
		.action((wanted: string, options: Options) =>
			withContext(world, (context) => audit(world, context, { wanted, options }))
		);
}

async function audit(
	world: World,
	context: Context,
	{ wanted, options }: { wanted: string; options: Options }
): Promise<void> {
	const round = await findRound(context, wanted, options.organisation);
	const outcome = await auditPublishedRelease(context, actorFor(round), { roundId: round.id });
	switch (outcome.kind) {
		case 'holds': {
			const { groups, cells, derivedSets } = outcome.checked;
			return print(world, options, { round: round.id, ...outcome }, [
				`"${round.name}" holds: ${groups} groups and ${cells} figures tried, ${derivedSets} sets derived from them, none below the threshold.`
			]);
		}
		case 'breach': {
			const sentences = outcome.breaches.map(breachSentence);
			print(world, options, { round: round.id, ...outcome }, sentences);
			throw new Refusal(`"${round.name}" does not hold, ${sentences.length} breaches: ${sentences[0] ?? ''}`);
		}
		case 'not-released':
			return refuse(`"${round.name}" has not been released`);
		case 'unknown-round':
			return refuse(`there is no round ${wanted}`);
		case 'forbidden':
			return refuse('this is not allowed');
	}
}
