// The promise "what was acknowledged is on disk" leans on a hook into PGlite's inside. An update that moves that inside
// would break it without a sound, so every start makes one commit and looks whether it was synced.
import type { PGlite } from '@electric-sql/pglite';
import { DatabaseUnusable } from './database-unusable.ts';

const required = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

/** `countSyncs`: how many syncs have been carried out so far. Throws `not-durable` when a commit adds none. */
export async function refuseUnlessDurable(
	database: Pick<PGlite, 'query' | 'exec'>,
	countSyncs: () => number
): Promise<void> {
	for (const [name, wanted] of Object.entries(required)) {
		const found = (await database.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]
			?.value;
		if (found !== wanted)
			throw new DatabaseUnusable(
				'not-durable',
				`the embedded database runs with ${name} = ${found}, it must be ${wanted}`
			);
	}
	const before = countSyncs();
	await database.exec("begin; select pg_logical_emit_message(true, 'ledertrivsel', 'self-test'); commit");
	if (countSyncs() === before) {
		throw new DatabaseUnusable('not-durable', 'the embedded database acknowledged a commit without syncing it to disk');
	}
}
