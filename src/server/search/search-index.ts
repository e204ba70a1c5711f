// The index of one base, built when somebody first searches it and kept as long as the base is.
import type { EvidenceBase, Study } from '#domain/evidence/evidence.ts';
import { certaintiesInOrder, levelsInOrder } from '#domain/evidence/order.ts';
import { buildDictionaries, type Dictionaries } from './build-index.ts';
import { documentsOf, type SearchDocument } from './documents.ts';
import { packValues, type ValueBits } from './value-bits.ts';
import { worthOf } from './worth.ts';

export type SearchIndex = {
	readonly documents: readonly SearchDocument[];
	/** Of each document, beside others that match as well. */
	readonly worths: Float32Array;
	readonly dictionaries: Dictionaries;
	readonly bits: ValueBits;
	readonly studies: ReadonlyMap<string, Study>;
};

const indexes = new WeakMap<EvidenceBase, SearchIndex>();

export function searchIndexOf(base: EvidenceBase): SearchIndex {
	const kept = indexes.get(base);
	if (kept !== undefined) return kept;
	const documents = documentsOf(base);
	const bits = packValues(documents, {
		level: levelsInOrder,
		factor: base.factors.map((factor) => factor.id),
		design: [...new Set(base.studies.map((study) => study.design))].sort(),
		country: [...new Set(base.studies.flatMap((study) => study.countries))].sort(),
		certainty: certaintiesInOrder
	});
	const studies = new Map(base.studies.map((study) => [study.id, study]));
	const worths = Float32Array.from(documents, worthOf);
	const built = { documents, worths, dictionaries: buildDictionaries(documents), bits, studies };
	indexes.set(base, built);
	return built;
}
