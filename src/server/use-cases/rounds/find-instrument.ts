// The instrument of a round: one of the project's files, or one that the organisation brought.
import type { Context } from '#server/context.ts';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { findStoredInstrument } from '#server/database/instruments.ts';

export async function findInstrument(
	context: Pick<Context, 'db' | 'instruments'>,
	wanted: { readonly organisationId: string; readonly instrumentId: string; readonly instrumentVersion: number }
): Promise<Instrument> {
	const own = context.instruments.find(
		(instrument) => instrument.id === wanted.instrumentId && instrument.version === wanted.instrumentVersion
	);
	const instrument = own ?? (await findStoredInstrument(context.db, wanted));
	if (instrument !== null) return instrument;
	throw new Error(
		`instrument ${wanted.instrumentId} version ${wanted.instrumentVersion} is used by a round but is gone`
	);
}
