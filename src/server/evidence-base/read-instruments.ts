// The project's own instruments, read once at start; a faulty file stops the start with its problems named.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instrument } from '#domain/instrument/instrument.ts';
import { parseInstrument } from '#domain/instrument/parse-instrument.ts';

export function readInstruments(directory: string): readonly Instrument[] {
	return readdirSync(directory)
		.filter((file) => file.endsWith('.json'))
		.sort()
		.map((file) => {
			const outcome = parseInstrument(JSON.parse(readFileSync(join(directory, file), 'utf8')));
			if (outcome.kind === 'instrument') return outcome.instrument;
			throw new Error(`${file}: ${outcome.problems.map((problem) => `${problem.path} ${problem.code}`).join('; ')}`);
		});
}
