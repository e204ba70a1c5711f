// Instruments that an organisation brought with it.
import type { Kysely } from 'kysely';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';
import type { Tables } from '#server/database/tables.ts';

export async function findStoredInstrument(
	db: Kysely<Tables>,
	wanted: { readonly organisationId: string; readonly instrumentId: string; readonly instrumentVersion: number }
): Promise<Instrument | null> {
	const row = await db
		.selectFrom('instruments')
		.select('definition')
		.where('organisation_id', '=', wanted.organisationId)
		.where('instrument_id', '=', wanted.instrumentId)
		.where('version', '=', wanted.instrumentVersion)
		.executeTakeFirst();
	if (row === undefined) return null;
	const parsed = parseInstrument(row.definition);
	if (parsed.kind === 'instrument') return parsed.instrument;
	throw new Error(`the stored instrument ${wanted.instrumentId} is faulty: ${parsed.problems[0]?.code}`);
}

/** Keeps an instrument; the same version again must be the same text. Returns false where it is another one. */
export async function storeInstrument(
	db: Kysely<Tables>,
	organisationId: string,
	instrument: Instrument,
	at: Date
): Promise<boolean> {
	await db
		.insertInto('instruments')
		.values({
			organisation_id: organisationId,
			instrument_id: instrument.id,
			version: instrument.version,
			definition: JSON.stringify(instrument),
			added_at: at
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	const stored = await findStoredInstrument(db, {
		organisationId,
		instrumentId: instrument.id,
		instrumentVersion: instrument.version
	});
	return JSON.stringify(stored) === JSON.stringify(instrument);
}
