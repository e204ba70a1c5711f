// The meeting pack of a group in words, as its sheet and its slides show it.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { dialogueGroupName, wordDialogue, type WordedPack } from '#texts/word-dialogue.ts';
import { readDialogue, type ReadDialogueOutcome } from './read-dialogue.ts';

export type DialogueFileInput = {
	readonly roundId: string;
	readonly groupId: string;
	readonly minutes?: number;
	readonly language: Language;
};

export type DialogueFile = { readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type WordedDialogue =
	| {
			readonly kind: 'worded';
			readonly worded: WordedPack;
			readonly roundName: string;
			readonly releasedAt: Date;
	  }
	| Exclude<ReadDialogueOutcome, { readonly kind: 'dialogue' }>;

export async function wordedDialogue(
	context: Context,
	actor: Actor,
	input: DialogueFileInput
): Promise<WordedDialogue> {
	const read = await readDialogue(context, actor, input);
	if (read.kind !== 'dialogue') return read;
	const { language } = input;
	const name = dialogueGroupName(language, read.pack.group, read.pack.parentName);
	return {
		kind: 'worded',
		worded: wordDialogue(read.pack, language, name),
		roundName: read.round.name,
		releasedAt: read.releasedAt
	};
}
