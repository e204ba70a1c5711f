// Rules of the schema that the database does not hold its rows to, which no migration of ours leaves behind.
import type { PoolClient } from 'pg';

export async function listUncheckedConstraints(client: Pick<PoolClient, 'query'>): Promise<readonly string[]> {
	const { rows } = await client.query<{ name: string }>(
		"select conname as name from pg_constraint where connamespace = 'public'::regnamespace and not convalidated order by 1"
	);
	return rows.map(({ name }) => name);
}
