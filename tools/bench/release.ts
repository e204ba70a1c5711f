// The release of a round, through the use case, on the embedded database: everything read, scored, protected, attacked and stored.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measurement } from './figures.ts';
import { writeClosedRounds } from './made-up-round.ts';
import type { ReleaseSeen } from './release-once.ts';

export async function measureRelease({ isQuick }: { readonly isQuick: boolean }): Promise<readonly Measurement[]> {
	return [
		...(await measure({ leaders: 1_500, count: isQuick ? 1 : 5, seconds: 2 })),
		...(isQuick ? [] : await measure({ leaders: 150_000, count: 1, seconds: 60 }))
	];
}

async function measure(wanted: {
	readonly leaders: number;
	readonly count: number;
	readonly seconds: number;
}): Promise<Measurement[]> {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'ledertrivsel-bench-'));
	try {
		const rounds = await writeClosedRounds({ dataDirectory, databaseUrl: null }, wanted);
		const program = [
			join(import.meta.dirname, 'release-once.ts'),
			dataDirectory,
			...rounds.map((round) => round.roundId)
		];
		const { stdout } = await promisify(execFile)(process.execPath, [
			'--disable-warning=ExperimentalWarning',
			...program
		]);
		const seen = JSON.parse(stdout) as ReleaseSeen[];
		const peak = Math.max(...seen.map((run) => run.bytesPeak));
		const first = rounds[0];
		const what = `release of ${first?.responses ?? 0} leaders in ${first?.units ?? 0} units`;
		return [
			{
				what,
				unit: 's',
				reach: { atMost: wanted.seconds },
				figures: [
					{
						variant: 'protected and attacked',
						runs: seen.map((run) => run.seconds),
						note: `${seen[0]?.groups ?? 0} groups, ${seen[0]?.dimensionGroups ?? 0} of them by level or profession, ${seen[0]?.cells ?? 0} cells`
					},
					{ variant: 'the attack alone, from what is stored', runs: seen.map((run) => run.auditSeconds) },
					{ variant: 'means in one SQL statement, nothing protected', runs: seen.map((run) => run.statementSeconds) }
				]
			},
			{
				what: `${what}, memory`,
				unit: 'MiB',
				reach: { atMost: 2048 },
				figures: [
					{ variant: 'beside the database', runs: [(peak - (seen[0]?.bytesOfDatabase ?? 0)) / 2 ** 20] },
					{ variant: 'the database included', runs: [peak / 2 ** 20] }
				]
			}
		];
	} finally {
		rmSync(dataDirectory, { recursive: true, force: true });
	}
}
