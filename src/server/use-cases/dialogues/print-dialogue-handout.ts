// The sheet for those who take part in a dialogue meeting, as a tagged PDF.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { dialogueHandout } from '#server/documents/dialogue-handout.ts';
import { textsFor } from '#texts/texts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { wordedDialogue, type DialogueFile, type DialogueFileInput } from './worded-dialogue.ts';

export type PrintDialogueHandoutOutcome =
	({ readonly kind: 'handout' } & DialogueFile) | { readonly kind: 'unknown-group' } | Forbidden;

export async function printDialogueHandout(
	context: Context,
	actor: Actor,
	input: DialogueFileInput
): Promise<PrintDialogueHandoutOutcome> {
	if (!isAllowed('print-dialogue-handout', actor)) return forbidden;
	const read = await wordedDialogue(context, actor, input);
	if (read.kind !== 'worded') return read;
	const { language } = input;
	return {
		kind: 'handout',
		fileName: `${textsFor(language).dialogue.handoutFile}-${language}.pdf`,
		bytes: dialogueHandout(read)
	};
}
