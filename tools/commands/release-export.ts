// What was published of a round, for an outside auditor who attacks it with a program of its own; and, for rounds that
// nobody answered by ballot, the truth to hold the findings against.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { groupsOfManager } from '#domain/disclosure/groups-of-manager.ts';
import type { Release } from '#domain/disclosure/release.ts';
import type { Context } from '#server/context.ts';
import { listLeadershipGroups, listReportingGroups, listRoundUnits, type Round } from '#server/database/rounds.ts';
import { readRelease } from '#server/use-cases/releases/read-release.ts';
import { scoreRound } from '#server/use-cases/releases/release-candidate.ts';
import { auditPlaces } from './audit-places.ts';
import { shownLines, type Reader } from './audit-shown.ts';
import { truthLines } from './audit-truth.ts';
import { actorFor, findRound } from './find-round.ts';
import { refuse } from './refusal.ts';
import { print, withContext, type Output, type World } from './world.ts';
import { writePrivateFile } from './write-private-file.ts';

type Options = Output & {
	readonly organisation?: string;
	readonly audit: string;
	readonly withTruth?: boolean;
	readonly yes?: boolean;
};

export function exportCommand(world: World): Command {
	return new Command('export')
		.description('Write what was published, statistic by statistic, for an outside auditor')
		.argument('<round>', 'id, name or "latest"')
		.requiredOption('--audit <folder>', 'a new or empty folder, for shown.jsonl')
		.option('--with-truth', 'write every score to truth.csv as well; not for rounds answered by ballot')
		.option('--yes', 'confirm --with-truth')
		.option('--organisation <name>', 'name or id')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', '\nExample: ledertrivsel release export latest --audit attack --with-truth --yes')
		.action((wanted: string, options: Options) =>
			withContext(world, (context) => exportAudit(world, context, { wanted, options }))
		);
}

async function exportAudit(
	world: World,
	context: Context,
	{ wanted, options }: { wanted: string; options: Options }
): Promise<void> {
	const round = await findRound(context, wanted, options.organisation);
	if (options.withTruth === true) checkTruth(round, options);
	const outcome = await readRelease(context, actorFor(round), { roundId: round.id });
	if (outcome.kind !== 'release') return refuse(`"${round.name}" has not been released`);
	const { release } = outcome;
	makeFolder(options.audit);

	const key = { organisationId: round.organisationId, roundId: round.id };
	const units = await listRoundUnits(context.db, key);
	const leadershipGroups = await listLeadershipGroups(context.db, key);
	const places = auditPlaces({ units, groups: await listReportingGroups(context.db, key) });
	const everything = new Set(release.groups.map(({ id }) => id));
	const managers = Map.groupBy(
		leadershipGroups.filter(({ managerId }) => managerId !== null),
		({ managerId }) => managerId
	);
	const readers: Reader[] = [
		{ name: 'programme-lead', groups: everything },
		{ name: 'committee', groups: everything },
		// By the leadership group, whose id is built from a unit: no person is named.
		...[...managers].map(([managerId, own]) => ({
			name: `manager:${own[0]?.id ?? ''}`,
			groups: withComparisons(release, groupsOfManager({ release, units, leadershipGroups, managerId }))
		}))
	];
	const count = { lines: 0, rows: 0 };
	const files = [join(options.audit, 'shown.jsonl')];
	writePrivateFile(
		join(options.audit, 'shown.jsonl'),
		counted(shownLines({ release, readers, places }), () => count.lines++)
	);
	if (options.withTruth === true) {
		files.push(join(options.audit, 'truth.csv'));
		const scored = await scoreRound(context, round);
		const lines = truthLines({ round: round.id, scored, places });
		writePrivateFile(
			join(options.audit, 'truth.csv'),
			counted(lines, () => count.rows++)
		);
	}
	const rows = Math.max(0, count.rows - 1);
	print(world, options, { round: round.id, statistics: count.lines, readers: readers.length, rows, files }, [
		`Written: ${files.join(', ')}`,
		`${count.lines} statistics for ${readers.length} readers${options.withTruth === true ? `, and ${rows} rows of the truth` : ''}.`
	]);
}

/** A group's page sets the group around it and the whole organisation beside its figures (`groupResult`). */
function withComparisons(release: Release, own: ReadonlySet<string>): ReadonlySet<string> {
	const shown = new Set(own);
	const { groups } = release;
	for (const { id, parent } of groups) if (own.has(id) && parent !== null) shown.add(parent);
	if (own.size > 0 && groups[0] !== undefined) shown.add(groups[0].id);
	return shown;
}

function checkTruth(round: Round, options: Options): void {
	if (round.source === 'ballots') {
		refuse(`"${round.name}" was answered by ballot: what stands behind its figures is written nowhere`);
	}
	if (options.yes !== true) {
		refuse(`--with-truth writes every respondent's scores on "${round.name}": confirm with --yes`);
	}
}

function makeFolder(folder: string): void {
	try {
		if (existsSync(folder) && readdirSync(folder).length > 0) refuse(`${folder} is not empty: choose a new folder`);
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		if (error instanceof Error && 'code' in error) refuse(`${folder} cannot be written to (${String(error.code)})`);
		throw error;
	}
}

function* counted(lines: Iterable<string>, count: () => void): Generator<string> {
	for (const line of lines) {
		count();
		yield line;
	}
}
