// The sheet for those who take part in a dialogue meeting, as a tagged PDF.
import type { Language } from '#domain/language/localised.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { dialogueHandout } from '#server/documents/dialogue-handout.ts';
import { textsFor } from '#texts/texts.ts';
import { dialogueGroupName, wordDialogue } from '#texts/word-dialogue.ts';
import { forbidden, isAllowed, type Forbidden } from './permissions.ts';
import { readDialogue } from './read-dialogue.ts';

export type PrintDialogueHandoutOutcome =
	| { readonly kind: 'handout'; readonly fileName: string; readonly bytes: Uint8Array<ArrayBuffer> }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

export async function printDialogueHandout(
	context: Context,
	actor: Actor,
	input: {
		readonly roundId: string;
		readonly groupId: string;
		readonly minutes?: number;
		readonly language: Language;
	}
): Promise<PrintDialogueHandoutOutcome> {
	if (!isAllowed('print-dialogue-handout', actor)) return forbidden;
	const read = await readDialogue(context, actor, input);
	if (read.kind !== 'dialogue') return read;
	const { language } = input;
	const name = dialogueGroupName(language, read.pack.group, read.pack.parentName);
	return {
		kind: 'handout',
		fileName: `${textsFor(language).dialogue.handoutFile}-${language}.pdf`,
		bytes: dialogueHandout({
			worded: wordDialogue(read.pack, language, name),
			roundName: read.round.name,
			releasedAt: read.releasedAt
		})
	};
}
