// The slides of a dialogue meeting, with what to say in the notes.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { dialogueSlides } from '#server/documents/dialogue-slides.ts';
import { textsFor } from '#texts/texts.ts';
import { dialogueGroupName, wordDialogue } from '#texts/word-dialogue.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { readDialogue } from './read-dialogue.ts';

export type MakeDialogueSlidesOutcome =
	| { readonly kind: 'slides'; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

export async function makeDialogueSlides(
	context: Context,
	actor: Actor,
	input: {
		readonly roundId: string;
		readonly groupId: string;
		readonly minutes?: number;
		readonly language: Language;
	}
): Promise<MakeDialogueSlidesOutcome> {
	if (!isAllowed('make-dialogue-slides', actor)) return forbidden;
	const read = await readDialogue(context, actor, input);
	if (read.kind !== 'dialogue') return read;
	const { language } = input;
	const name = dialogueGroupName(language, read.pack.group, read.pack.parentName);
	return {
		kind: 'slides',
		fileName: `${textsFor(language).dialogue.slidesFile}-${language}.pptx`,
		bytes: await dialogueSlides({ worded: wordDialogue(read.pack, language, name), roundName: read.round.name })
	};
}
