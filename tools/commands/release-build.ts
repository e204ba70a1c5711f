// Computes, checks and freezes what may be shown of a closed round. Beside it, for rounds that nobody answered by ballot, the
// figures behind: they are for checking this program, and are published nowhere.
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Context } from '#server/context.ts';
import { findDeletedResponses } from '#server/database/responses.ts';
import type { Round } from '#server/database/rounds.ts';
import { changeThreshold } from '#server/use-cases/rounds/change-threshold.ts';
import { readRelease } from '#server/use-cases/releases/read-release.ts';
import { scoreRound } from '#server/use-cases/releases/release-candidate.ts';
import { releaseRound, type ReleaseRoundOutcome } from '#server/use-cases/releases/release-round.ts';
import { breachSentence } from './breach-sentence.ts';
import { explainPrivate } from './explain-private.ts';
import { actorFor, findRound } from './find-round.ts';
import { reasonOf } from './read-file.ts';
import { Refusal, refuse } from './refusal.ts';
import { statisticsOf } from './statistics-file.ts';
import { print, withContext, type Output, type World } from './world.ts';
import { writePrivateFile } from './write-private-file.ts';

type Options = Output & {
	readonly organisation?: string;
	readonly statistics?: string;
	readonly explainPrivate?: string;
	readonly threshold?: number;
};

export function buildCommand(world: World): Command {
	return new Command('build')
		.description('Publish a closed round, once')
		.argument('<round>', 'id, name or "latest"')
		.option('--statistics <file>', 'write the unrounded statistics; not for rounds answered by ballot')
		.option(
			'--explain-private <file>',
			'write one row a respondent, as .csv or .jsonl; not for rounds answered by ballot'
		)
		.option(
			'--threshold <k>',
			'fewest responses behind a figure; for rounds answered by ballot it can only be raised',
			wholeNumber
		)
		.option('--organisation <name>', 'name or id')
		.option('--json', 'print the result as JSON')
		.addHelpText(
			'after',
			'\nExample: ledertrivsel release build latest --statistics statistics.json --explain-private respondents.csv'
		)
		.action((wanted: string, options: Options) =>
			withContext(world, (context) => build(world, context, { wanted, options }))
		);
}

async function build(
	world: World,
	context: Context,
	{ wanted, options }: { wanted: string; options: Options }
): Promise<void> {
	const round = await findRound(context, wanted, options.organisation);
	const files = [options.statistics, options.explainPrivate].filter((file) => file !== undefined);
	if (files.length > 0 && round.source === 'ballots') {
		refuse(
			`"${round.name}" was answered by ballot: what stands behind its figures is written nowhere, and nothing was built`
		);
	}
	for (const file of files) checkPlace(file);
	const wasReleased = round.releasedAt !== null;
	if (wasReleased && (files.length === 0 || options.threshold !== undefined)) {
		refuse(
			`"${round.name}" has been released already, with at least ${round.threshold} responses behind each figure; a round is released once`
		);
	}
	const released = wasReleased ? null : await release(context, round, options.threshold);
	if (files.length > 0) await writeFiles(context, round, options);
	print(world, options, { round: round.id, ...(released ?? { alreadyReleased: true }), files }, [
		released === null
			? `"${round.name}" has been released before, and stays as it is.`
			: `"${round.name}" is released: ${released.groups} groups, ${released.cells} figures shown, ${released.withheld} withheld.`,
		...files.map((file) => `Written: ${file}`)
	]);
}

function wholeNumber(text: string): number {
	if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
	return Number(text);
}

function checkPlace(file: string): void {
	const folder = dirname(resolve(file));
	const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
	if (!isFolder(folder)) refuse(`${file} cannot be written: there is no folder ${folder}, and nothing was built`);
	if (isFolder(file)) refuse(`${file} cannot be written: it is a folder, and nothing was built`);
}

type Released = Pick<Extract<ReleaseRoundOutcome, { kind: 'released' }>, 'groups' | 'cells' | 'withheld'>;

async function release(context: Context, round: Round, threshold: number | undefined): Promise<Released> {
	const actor = actorFor(round);
	if (threshold === undefined) return releasedOr(round, await releaseRound(context, actor, { roundId: round.id }));
	if (round.closedAt === null) refuse(`"${round.name}" is not closed yet`);
	const changed = await changeThreshold(context, actor, { roundId: round.id, threshold });
	if (changed.kind === 'below-promise')
		refuse(
			`those who answered were told that at least ${changed.promised} stand behind a figure: the threshold can only be raised`
		);
	if (changed.kind === 'too-low') refuse(`the threshold is at least ${changed.least}`);
	if (changed.kind !== 'changed') return refuse(`the threshold was not changed (${changed.kind})`);
	const outcome = await releaseRound(context, actor, { roundId: round.id });
	if (outcome.kind !== 'released')
		await changeThreshold(context, actor, { roundId: round.id, threshold: changed.before });
	return releasedOr(round, outcome);
}

function releasedOr(round: Round, outcome: ReleaseRoundOutcome): Released {
	switch (outcome.kind) {
		case 'released': {
			const { groups, cells, withheld } = outcome;
			return { groups, cells, withheld };
		}
		case 'already-released':
			return refuse(`"${round.name}" has been released already`);
		case 'not-closed':
			return refuse(`"${round.name}" is not closed yet: ledertrivsel round close ${round.id}`);
		case 'too-few':
			return refuse(
				`"${round.name}" was not released: it has ${outcome.responses} responses, and ${outcome.threshold} are needed`
			);
		case 'stuffed':
			return refuse(
				`"${round.name}" was not released: more ballots came back than were handed out to ${outcome.groups.join(', ')}`
			);
		case 'released-before':
			return refuse(
				`"${round.name}" was not released: the same answers, or some of them, were released as "${outcome.round}", and two versions of them can give away single people`
			);
		case 'breach':
			return refuse(
				`"${round.name}" was not released: the check found ${outcome.breaches.length} ways to a small group's scores, first ${outcome.breaches.slice(0, 1).map(breachSentence).join('')}`
			);
		case 'unknown-round':
			return refuse(`there is no round ${round.id}`);
		case 'forbidden':
			return refuse('this is not allowed');
	}
}

async function writeFiles(context: Context, round: Round, options: Options): Promise<void> {
	const deleted = await findDeletedResponses(context.db, { organisationId: round.organisationId, roundId: round.id });
	if (deleted !== null) refuse(`the responses of "${round.name}" were deleted: only its release is left`);
	const scored = await scoreRound(context, round);
	const read = await readRelease(context, actorFor(round), { roundId: round.id });
	if (read.kind !== 'release') throw new Error(`the release of round ${round.id} is gone`);
	try {
		if (options.statistics !== undefined)
			writePrivateFile(options.statistics, [`${JSON.stringify(statisticsOf(round, scored), null, '\t')}\n`]);
		if (options.explainPrivate !== undefined) {
			const format = options.explainPrivate.endsWith('.jsonl') ? 'jsonl' : 'csv';
			writePrivateFile(options.explainPrivate, explainPrivate({ scored, release: read.release, format }));
		}
	} catch (error) {
		throw new Refusal(`the round is released, but a file was not written: ${reasonOf(error)}`, { cause: error });
	}
}
