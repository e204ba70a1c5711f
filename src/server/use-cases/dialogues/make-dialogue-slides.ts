// The slides of a dialogue meeting, with what to say in the notes.
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { dialogueSlides } from '#server/documents/dialogue-slides.ts';
import { textsFor } from '#texts/texts.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { wordedDialogue, type DialogueFile, type DialogueFileInput } from './worded-dialogue.ts';

export type MakeDialogueSlidesOutcome =
	({ readonly kind: 'slides' } & DialogueFile) | { readonly kind: 'unknown-group' } | Forbidden;

export async function makeDialogueSlides(
	context: Context,
	actor: Actor,
	input: DialogueFileInput
): Promise<MakeDialogueSlidesOutcome> {
	if (!isAllowed('make-dialogue-slides', actor)) return forbidden;
	const read = await wordedDialogue(context, actor, input);
	if (read.kind !== 'worded') return read;
	const { language } = input;
	return {
		kind: 'slides',
		fileName: `${textsFor(language).dialogue.slidesFile}-${language}.pptx`,
		bytes: await dialogueSlides(read)
	};
}
