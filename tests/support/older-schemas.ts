// A database as an earlier version left it: the migrations up to a number, and rows that a small organisation would have by then,
// written by SQL, because the program of that time is gone.
import type { Pool } from 'pg';
import { migrate } from '#server/database/migrate.ts';
import { projectMigrations } from './test-database.ts';

export const olderOrganisation = 'aaaaaaaa-0000-4000-8000-000000000001';
export const olderRounds = {
	released: 'bbbbbbbb-0000-4000-8000-000000000001',
	open: 'bbbbbbbb-0000-4000-8000-000000000002'
} as const;

/** Rows that contain what goes wrong most easily: quotes, line ends, NULL in arrays, bytes, microseconds, large JSON. */
export async function fillOlderSchema(pool: Pool, upTo: number): Promise<void> {
	await migrate({ pool } as Parameters<typeof migrate>[0], projectMigrations, upTo);
	const add = async (table: string, row: Readonly<Record<string, unknown>>) => {
		const columns = await columnsOf(pool, table);
		const present = Object.entries({ organisation_id: olderOrganisation, ...row }).filter(([name]) =>
			columns.has(name)
		);
		await pool.query(
			`insert into ${table} (${present.map(([name]) => `"${name}"`).join(', ')}) values (${present.map((_, place) => `$${place + 1}`).join(', ')})`,
			present.map(([, value]) => value)
		);
	};
	const at = '2026-02-01T10:20:30.123456Z';
	await add('organisations', { name: 'Regionen "Å"\nmed to linjer', created_at: at });
	await add('memberships', { email: 'lead@example.org', role: 'programme-lead', granted_at: at });
	await add('units', { unit_id: 'top', name: 'Hospitalet', code: null });
	for (let place = 0; place < 6; place++) {
		await add('leaders', {
			leader_id: `leader-${place}`,
			key: `k${place}`,
			name: `Søren Ærø ${place}`,
			email: `leader${place}@example.org`,
			unit_id: 'top',
			manager_id: place === 0 ? null : 'leader-0',
			span: place
		});
	}
	for (const [name, id] of Object.entries(olderRounds)) {
		const isReleased = name === 'released';
		await add('rounds', {
			round_id: id,
			name: `Måling ${name}`,
			source: isReleased ? 'imported' : 'ballots',
			instrument_id: 'ledertrivsel-1',
			instrument_version: 1,
			minimum_invited: 5,
			threshold: 5,
			opens_on: '2026-02-01',
			closes_on: '2026-02-20',
			created_at: at,
			invitation_secret: Buffer.from([0, 1, 255]),
			preparing_at: isReleased ? null : at,
			opened_at: at,
			closed_at: isReleased ? at : null,
			released_at: isReleased ? at : null
		});
		await add('round_units', { round_id: id, unit_id: 'top', name: 'Hospitalet', parent_unit_id: null });
		await add('reporting_groups', {
			round_id: id,
			group_id: 'g1',
			name: 'Gruppe 1',
			unit_id: 'top',
			path: '["Hospitalet"]',
			pools: '["Hospitalet"]',
			invited: 6
		});
	}
	await add('invitations', {
		round_id: olderRounds.open,
		leader_id: 'leader-1',
		group_id: 'g1',
		token_hash: Buffer.alloc(32, 7)
	});
	for (let place = 0; place < 6; place++) {
		await pool.query(
			`insert into responses (organisation_id, round_id, response_key, group_id, answers) values ($1, $2, $3, 'g1', $4)`,
			[olderOrganisation, olderRounds.released, Buffer.alloc(32, place), `{1,NULL,${place}.1,0.30000000000000004}`]
		);
	}
	await add('releases', {
		round_id: olderRounds.released,
		released_at: at,
		engine: 'tree-3',
		threshold: 5,
		summary: JSON.stringify({ engine: 'tree-3', round: olderRounds.released, k: 5, scales: [] })
	});
	await add('release_groups', {
		round_id: olderRounds.released,
		group_id: 'top',
		position: 0,
		released: JSON.stringify({
			id: 'top',
			name: 'Hospitalet',
			path: ['Hospitalet'],
			pools: [],
			invited: 6,
			responses: 6,
			kind: 'leaf',
			parent: null,
			units: ['top'],
			reportingGroups: ['g1'],
			cells: [],
			withheld: []
		})
	});
}

/** Every table with its rows as text, by name: two databases with the same contents give the same. */
export async function contentsOf(
	pool: Pool,
	tables?: readonly string[]
): Promise<Readonly<Record<string, readonly string[]>>> {
	const { rows: found } = await pool.query<{ name: string }>(
		"select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migrations' order by 1"
	);
	const contents: Record<string, readonly string[]> = {};
	for (const { name } of found) {
		if (tables !== undefined && !tables.includes(name)) continue;
		const { rows } = await pool.query<{ line: string }>(`select t::text as line from ${name} t order by 1`);
		contents[name] = rows.map(({ line }) => line);
	}
	return contents;
}

async function columnsOf(pool: Pool, table: string): Promise<ReadonlySet<string>> {
	const { rows } = await pool.query<{ name: string }>(
		"select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1",
		[table]
	);
	return new Set(rows.map(({ name }) => name));
}
