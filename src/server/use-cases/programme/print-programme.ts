// The programme's overview for paper and for sending.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { programmeDocument } from '#server/documents/written/programme-document.ts';
import { writtenPdf } from '#server/documents/written/written-pdf.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readProgramme } from './read-programme.ts';

export type PrintProgrammeOutcome =
	{ readonly kind: 'printed'; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> } | Forbidden;

export async function printProgramme(
	context: Context,
	actor: Actor,
	input: { readonly roundId: string | null; readonly language: Language }
): Promise<PrintProgrammeOutcome> {
	if (!isAllowed('print-programme', actor)) return forbidden;
	const read = await readProgramme(context, actor, { roundId: input.roundId });
	if (read.kind === 'forbidden') return forbidden;
	return {
		kind: 'printed',
		fileName: `ledertrivsel-programme-${read.facts.day}-${input.language}.pdf`,
		bytes: writtenPdf(programmeDocument(read.facts, input.language))
	};
}
