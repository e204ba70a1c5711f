// The one reader of evidence/: plain files, read once at start and kept by the caller.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
	EvidenceBase,
	Factor,
	Finding,
	Intervention,
	Mention,
	Outcome,
	Study
} from '#domain/evidence/evidence.ts';
import { findingsInOrder, interventionsInOrder } from '#domain/evidence/order.ts';

type Edition = Pick<EvidenceBase, 'version' | 'publishedOn' | 'lastSearch' | 'search'>;

/**
 * Reads the evidence base below a directory. The files are trusted to follow their schemas, which a test and
 * `validateEvidenceFiles` keep; a missing or broken file throws with its name.
 *
 * Order: factors and outcomes as listed, studies by id, findings in the order of the factors (those about no factor
 * last) and else as listed, interventions from the organisation down to the individual and then by id.
 */
export function readEvidence(directory: string): EvidenceBase {
	const factors = readJson<readonly Factor[]>(join(directory, 'factors.json'));
	return {
		...readJson<Edition>(join(directory, 'version.json')),
		factors,
		outcomes: readJson<readonly Outcome[]>(join(directory, 'outcomes.json')),
		studies: readAll<Study>(join(directory, 'studies')),
		findings: findingsInOrder(readAll<readonly Finding[]>(join(directory, 'findings')).flat(), factors),
		interventions: interventionsInOrder(readAll<Intervention>(join(directory, 'interventions'))),
		mentions: readJson<readonly Mention[]>(join(directory, 'mentions.json'))
	};
}

/** Names of the data files in a folder of the evidence base, sorted. */
export function evidenceFilesIn(folder: string): readonly string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.sort();
}

/** One data file as it stands. Throws with the file's name where it cannot be read or is not JSON. */
export function readJson<T>(path: string): T {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as T;
	} catch (cause) {
		throw new Error(`cannot read the evidence file ${path}`, { cause });
	}
}

function readAll<T>(folder: string): readonly T[] {
	return evidenceFilesIn(folder).map((name) => readJson<T>(join(folder, name)));
}
