import type { Level } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';

/** An intervention that a step can be made from, and what shows that it works. */
export type OfferedIntervention = {
	readonly id: string;
	readonly name: Localised;
	readonly level: Level;
	readonly signs: readonly Localised[];
};
