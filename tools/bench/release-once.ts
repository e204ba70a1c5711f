// A program of its own, so that its memory is that of a release and not of making the data: releases rounds, prints what it took.
import { sql } from 'kysely';
import { auditPublishedRelease } from '#server/use-cases/releases/audit-published-release.ts';
import { releaseRound } from '#server/use-cases/releases/release-round.ts';
import { benchOrganisation, openBenchContext } from './made-up-round.ts';

export type ReleaseSeen = {
	readonly roundId: string;
	/** Everything read, scored, protected, attacked and stored. */
	readonly seconds: number;
	/** The attack once more, from what is stored. */
	readonly auditSeconds: number;
	/** Means of the same scales in the same groups, by the database alone, with nothing protected. */
	readonly statementSeconds: number;
	/** Of the whole process at its highest, the embedded database in it. */
	readonly bytesPeak: number;
	/** What opening the database took, before anything was read from it. */
	readonly bytesOfDatabase: number;
	readonly groups: number;
	/** Of the groups: parts of a union that have a level or a profession in common. */
	readonly dimensionGroups: number;
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
	const actor = { kind: 'system', organisationId: benchOrganisation } as const;
	const outcome = await releaseRound(context, actor, { roundId });
	const seconds = (performance.now() - start) / 1000;
	if (outcome.kind !== 'released')
		throw new Error(`the round was not released: ${JSON.stringify(outcome).slice(0, 500)}`);
	const auditStart = performance.now();
	const audited = await auditPublishedRelease(context, actor, { roundId });
	const auditSeconds = (performance.now() - auditStart) / 1000;
	if (audited.kind !== 'holds') throw new Error(`the release does not hold: ${JSON.stringify(audited).slice(0, 500)}`);
	const bytesPeak = process.resourceUsage().maxRSS * 1024;
	const { rows } = await sql<{ count: number }>`
		select count(*)::integer as count from release_groups
		where round_id = ${roundId}::uuid and released ->> 'kind' = 'dimension'`.execute(context.db);

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
		auditSeconds,
		statementSeconds,
		bytesPeak,
		bytesOfDatabase,
		groups: outcome.groups,
		dimensionGroups: rows[0]?.count ?? 0,
		cells: outcome.cells
	});
}
process.stdout.write(JSON.stringify(seen));
await close();
