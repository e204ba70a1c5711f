// What a record is worth beside another that says as much of what was looked for.
import type { Certainty } from '#domain/evidence/evidence.ts';
import type { DocumentKind } from './documents.ts';

export type Weighed = {
	readonly kind: DocumentKind;
	/** False for an outcome of employees or the organisation. */
	readonly isOfLeaders: boolean;
	/** A claim that a counted work shows, a study that was looked up; all else is as good as shown. */
	readonly isShown: boolean;
	/** Null for kinds that have none: these are neither raised nor lowered. */
	readonly certainty: Certainty | null;
};

// Where two records match equally, the kind decides, then whether it is shown, then certainty: each step is larger than
// all that come after it. Among outcomes, those of leaders come first: the library is about them. Where they do not, a step makes up for as much of a worse match as it says.
const worths: Readonly<Record<DocumentKind, number>> = {
	intervention: 1.15,
	factor: 1.15,
	outcome: 1.15,
	finding: 1,
	study: 1
};
const worthOfOthers = 0.96;
const worthOfNotShown = 0.8;
const worthsOfCertainty: Readonly<Record<Certainty, number>> = {
	high: 1,
	moderate: 0.98,
	low: 0.94,
	'very-low': 0.89
};

/** A factor of its match, above 0. Own rule: no source, no measurement; the order that it makes is tested. */
export function worthOf({ kind, isOfLeaders, isShown, certainty }: Weighed): number {
	return (
		worths[kind] *
		(isOfLeaders ? 1 : worthOfOthers) *
		(isShown ? 1 : worthOfNotShown) *
		(certainty === null ? 1 : worthsOfCertainty[certainty])
	);
}
