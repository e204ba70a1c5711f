// Exactly what is published, from the stored release alone.
import { Command } from 'commander';
import { toReleaseJson, type Release, type ReleasedCell, type ReleasedGroup } from '#domain/disclosure/release.ts';
import type { Context } from '#server/context.ts';
import { readRelease } from '#server/use-cases/releases/read-release.ts';
import { actorFor, findRound } from './find-round.ts';
import { refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';

type Options = Output & { readonly organisation?: string; readonly group?: string };

export function showCommand(world: World): Command {
	return new Command('show')
		.description('Print a release as it was published')
		.argument('<round>', 'id, name or "latest"')
		.option('--group <id>', 'only this group, by id or name')
		.option('--organisation <name>', 'name or id')
		.option('--json', 'print groups and cells as JSON, see docs/command-line.md')
		.addHelpText('after', '\nExample: ledertrivsel release show latest --json')
		.action((wanted: string, options: Options) =>
			withContext(world, (context) => show(world, context, { wanted, options }))
		);
}

async function show(
	world: World,
	context: Context,
	{ wanted, options }: { wanted: string; options: Options }
): Promise<void> {
	const round = await findRound(context, wanted, options.organisation);
	const outcome = await readRelease(context, actorFor(round), { roundId: round.id });
	if (outcome.kind !== 'release') return refuse(`"${round.name}" has not been released`);
	const release = options.group === undefined ? outcome.release : onlyGroup(outcome.release, options.group);
	const { round: id, k, groups, cells, ...more } = toReleaseJson(release);
	print(world, options, { round: id, k, groups, cells, ...more }, [
		`"${round.name}" (${round.id}), at least ${k} responses behind each figure`,
		...release.groups.flatMap(linesOf)
	]);
}

function onlyGroup(release: Release, wanted: string): Release {
	const found = release.groups.filter((group) => group.id === wanted || group.name === wanted);
	if (found.length === 0) refuse(`the release has no group "${wanted}"`);
	const exact = found.filter((group) => group.id === wanted);
	if (exact.length === 0 && found.length > 1)
		refuse(`several groups are called "${wanted}": give the id, one of ${found.map(({ id }) => id).join(', ')}`);
	return { ...release, groups: exact.length > 0 ? exact : found };
}

function linesOf(group: ReleasedGroup): string[] {
	const count =
		group.invited === null ? `${group.responses} responses` : `${group.responses} of ${group.invited} responses`;
	const place =
		group.dimension === undefined ? group.path : [...group.path, `${group.dimension} ${group.category ?? ''}`];
	const pooled = group.pools.length > 1 ? `, pooled: ${group.pools.join(', ')}` : '';
	return [
		'',
		`${place.join(' > ')} [${group.id}]: ${count}${pooled}`,
		...group.cells.map((cell) => `  ${cell.scale} ${cell.statistic} ${valueOf(cell)} (n ${cell.n})`),
		...(group.withheld.length > 0
			? [`  withheld: ${group.withheld.map((cell) => `${cell.scale} ${cell.statistic}`).join(', ')}`]
			: [])
	];
}

function valueOf({ value, step, bound }: ReleasedCell): string {
	const decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
	const sign = bound === undefined ? '' : bound === 'at-most' ? '≤ ' : '≥ ';
	return `${sign}${value.toFixed(Math.min(decimals, 10))}`;
}
