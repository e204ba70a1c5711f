import type { Language } from '#domain/language/localised.ts';
import { studiesNamed } from '#domain/evidence/look-up.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	fileEndings,
	formatReferences,
	isReferenceFormat,
	referenceFormats,
	type ReferenceFormat
} from '#server/references/format-references.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type { ReferenceFormat };

export type ReferencesOutcome =
	| {
			readonly kind: 'references';
			readonly format: ReferenceFormat;
			/** With the version of the base in it. */
			readonly fileName: string;
			readonly text: string;
			readonly works: number;
	  }
	| { readonly kind: 'unknown-format'; readonly known: readonly ReferenceFormat[] }
	| { readonly kind: 'unknown-study'; readonly studyId: string }
	| Forbidden;

/**
 * Works as one file for a reference manager, or as a reference list. `studyIds`: null for all; one that is named twice
 * comes once. `language`: of what the file says about works that were not looked up.
 */
export function exportReferences(
	{ evidence }: Pick<Context, 'evidence'>,
	actor: Actor,
	input: { readonly studyIds: readonly string[] | null; readonly format: string; readonly language?: Language }
): ReferencesOutcome {
	if (!isAllowed('export-references', actor)) return forbidden;
	const { studyIds, format, language = 'en' } = input;
	if (!isReferenceFormat(format)) return { kind: 'unknown-format', known: referenceFormats };
	const known = new Set(evidence.studies.map((study) => study.id));
	const unknown = studyIds?.find((id) => !known.has(id));
	if (unknown !== undefined) return { kind: 'unknown-study', studyId: unknown };
	const studies = studyIds === null ? evidence.studies : studiesNamed(studyIds, evidence);
	return {
		kind: 'references',
		format,
		fileName: `ledertrivsel-${evidence.version}.${fileEndings[format]}`,
		text: formatReferences(studies, format, language),
		works: studies.length
	};
}
