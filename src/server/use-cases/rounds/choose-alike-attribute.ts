// The programme lead chooses whether leaders of one level, or of one profession, are kept together where sizes allow.
import { rosterAttributes } from '#domain/round/group-attributes.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { changeRoundGroups, type NotChangeable } from './change-round-groups.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

export type ChooseAlikeAttributeOutcome =
	{ readonly kind: 'chosen' } | { readonly kind: 'unknown-attribute' } | NotChangeable | Forbidden;

/** `attribute`: 'level', 'profession', or empty for neither. */
export async function chooseAlikeAttribute(
	context: Pick<Context, 'db'>,
	actor: Actor,
	input: { readonly roundId: string; readonly attribute: string }
): Promise<ChooseAlikeAttributeOutcome> {
	if (!isAllowed('choose-alike-attribute', actor) || actor.kind === 'visitor') return forbidden;
	const key = { organisationId: actor.organisationId, roundId: input.roundId };
	const alikeIn = rosterAttributes.find((attribute) => attribute === input.attribute) ?? null;
	if (alikeIn === null && input.attribute !== '') return { kind: 'unknown-attribute' };
	return changeRoundGroups<ChooseAlikeAttributeOutcome>(context, key, async ({ choices }) => ({
		outcome: { kind: 'chosen' },
		choices: { ...choices, alikeIn }
	}));
}
