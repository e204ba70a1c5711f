// Which letters the clock has written: the letters themselves go with retention, and what was written once is not written again.
import type { Kysely } from 'kysely';
import type { Tables } from '#server/database/tables.ts';

/**
 * True for whoever notes this letter first, in any process: that one queues it, in the same transaction. Called only once
 * somebody can be written to, so that an address that comes later gets the letter.
 */
export async function noteLetter(
	db: Kysely<Tables>,
	noted: {
		readonly organisationId: string;
		/** What the letter is for. Neither an address nor a name stands in it. */
		readonly letter: string;
		/** Where a successor gets the letter as well: the leader who gets it now. */
		readonly readerLeaderId?: string;
	}
): Promise<boolean> {
	const { organisationId, letter, readerLeaderId = '' } = noted;
	const added = await db
		.insertInto('letters_written')
		.values({ organisation_id: organisationId, letter, reader_leader_id: readerLeaderId })
		.onConflict((conflict) => conflict.doNothing())
		.returning('letter')
		.execute();
	return added.length > 0;
}
