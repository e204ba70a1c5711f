// What a comparison with an earlier round rests on, fetched like everything here: the same for everybody, without a cookie.
import * as v from 'valibot';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';

export type ChangeBasis = {
	readonly instrument: Instrument;
	/** Newest first. */
	readonly earlierRounds: readonly { readonly id: string; readonly name: string }[];
	readonly scales: readonly {
		readonly id: string;
		readonly standardDeviation: number | null;
		readonly reliability: number | null;
	}[];
};

const figure = v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0)));
const shape = v.object({
	instrument: v.unknown(),
	earlierRounds: v.array(v.object({ id: v.string(), name: v.string() })),
	scales: v.array(v.object({ id: v.string(), standardDeviation: figure, reliability: figure }))
});

/** Null without a connection or where the answer is none of ours. */
export async function fetchChangeBasis(roundId: string, send: typeof fetch): Promise<ChangeBasis | null> {
	try {
		const response = await send(`/answer/${roundId}/change-basis`, {
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			cache: 'no-store'
		});
		const read = v.safeParse(shape, await response.json());
		if (!read.success) return null;
		const parsed = parseInstrument(read.output.instrument);
		return parsed.kind === 'instrument' ? { ...read.output, instrument: parsed.instrument } : null;
	} catch {
		return null;
	}
}
