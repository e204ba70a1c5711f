// Letters that waited when a backup was made: whether they went afterwards nobody knows, so nothing sends them again by itself.
import type { PoolClient } from 'pg';

/** Puts them to the uncertain ones, where a person decides. Reminders go: whom they were for tells who had not collected. */
export async function holdRestoredMails(client: Pick<PoolClient, 'query'>, at: Date): Promise<void> {
	await client.query("delete from mails where sent_at is null and kind = 'reminder'");
	await client.query(
		'update mails set attempted_at = $1, failure = null, retry_at = null where sent_at is null and attempted_at is null',
		[at]
	);
}
