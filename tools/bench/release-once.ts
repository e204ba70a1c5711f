// A program of its own, so that its memory is that of a release and not of making the data: releases rounds, prints what it took.
import { sql } from 'kysely';
import { releaseRound } from '#server/use-cases/release-round.ts';
import { benchOrganisation, openBenchContext } from './made-up-round.ts';

export type ReleaseSeen = {
	readonly roundId: string;
	readonly seconds: number;
	/** Means of the same scales in the same groups, by the database alone, with nothing protected. */
	readonly statementSeconds: number;
	/** Of the whole process at its highest, the embedded database in it. */
	readonly bytesPeak: number;
	/** What opening the database took, before anything was read from it. */
	readonly bytesOfDatabase: number;
	readonly groups: number;
	readonly cells: number;
};

const [dataDirectory = '', ...roundIds] = process.argv.slice(2);
const bytesBare = process.memoryUsage().rss;
const { context, close } = await openBenchContext({ dataDirectory, databaseUrl: null });
const bytesOfDatabase = process.memoryUsage().rss - bytesBare;
const instrument = context.instruments.find((one) => one.id === 'ledertrivsel-1');
const scaleOfItem =
	instrument?.items.map((item) => instrument.scales.findIndex((scale) => scale.items.includes(item.id))) ?? [];

const seen: ReleaseSeen[] = [];
for (const roundId of roundIds) {
	const start = performance.now();
	const outcome = await releaseRound(context, { kind: 'system', organisationId: benchOrganisation }, { roundId });
	const seconds = (performance.now() - start) / 1000;
	if (outcome.kind !== 'released')
		throw new Error(`the round was not released: ${JSON.stringify(outcome).slice(0, 500)}`);
	const bytesPeak = process.resourceUsage().maxRSS * 1024;

	const before = performance.now();
	await sql`
		select responses.group_id, scales.scale, avg(given.answer), count(given.answer)
		from responses
		cross join unnest(responses.answers) with ordinality as given(answer, item)
		join unnest(${scaleOfItem}::integer[]) with ordinality as scales(scale, item) on scales.item = given.item
		where responses.organisation_id = ${benchOrganisation}::uuid and responses.round_id = ${roundId}::uuid
		group by responses.group_id, scales.scale`.execute(context.db);
	const statementSeconds = (performance.now() - before) / 1000;
	seen.push({
		roundId,
		seconds,
		statementSeconds,
		bytesPeak,
		bytesOfDatabase,
		groups: outcome.groups,
		cells: outcome.cells
	});
}
process.stdout.write(JSON.stringify(seen));
await close();
