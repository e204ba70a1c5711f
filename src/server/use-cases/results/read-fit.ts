// The questions of whether the suggestions that stand out fit a group, a few at a time, with what has been said and what it
// has moved.
import type { Level } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';
import { fitDimensionsInOrder, isShared, type FitAnswer, type FitDimension } from '#domain/recommendation/fit.ts';
import { rankForGroup, type GroupRecommendation, type Practice } from '#domain/recommendation/rank-for-group.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import { listGroupFit, listOrganisationFit, type StoredFit } from '#server/database/fit.ts';
import { standing } from './answer-fit.ts';
import { findGroupToAnswerFor, mayAnswerForAll } from './fit-group.ts';
import { suggestionsPerLevel } from './group-ranking.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';
import { readGroupResult, type GroupDoings } from './read-group-result.ts';

export type FitQuestion = {
	readonly dimension: FitDimension;
	readonly question: Localised;
	readonly isShared: boolean;
	readonly standing: FitAnswer | 'as-all' | '';
	/** What counts for all groups; null where nothing was said. */
	readonly forAll: FitAnswer | null;
	/** Who gave the answer that counts; null where there is none. */
	readonly by: { readonly name: string; readonly at: Date } | null;
};

export type AskedIntervention = {
	readonly id: string;
	readonly level: Level;
	readonly name: Localised;
	readonly description: Localised;
	readonly practice: Practice | null;
	readonly questions: readonly FitQuestion[];
};

export type MovedIntervention = Pick<GroupRecommendation, 'place' | 'placeBefore' | 'among' | 'shelf' | 'fit'> & {
	readonly id: string;
	readonly level: Level;
	readonly name: Localised;
};

export type ReadFitOutcome =
	| {
			readonly kind: 'fit';
			readonly roundId: string;
			readonly group: { readonly id: string; readonly name: string };
			readonly isWhole: boolean;
			/** At most three. */
			readonly asked: readonly AskedIntervention[];
			/** From 1; null where one intervention was asked for by name. */
			readonly part: number | null;
			readonly parts: number;
			/** Every one that was answered about or is done, or that stands elsewhere because of it, in order of level and place. */
			readonly moved: readonly MovedIntervention[];
			readonly mayAnswer: boolean;
			/** The later round from which the group answers now; null where it is not that which keeps the reader from it. */
			readonly newerRound: { readonly id: string; readonly name: string } | null;
			readonly may: GroupDoings;
			readonly mayAnswerForAll: boolean;
	  }
	| {
			readonly kind: 'nothing-to-ask';
			readonly roundId: string;
			readonly group: { readonly id: string; readonly name: string };
			readonly may: GroupDoings;
	  }
	| { readonly kind: 'unknown-group' }
	| Forbidden;

const askedAtOnce = 3;

/**
 * `interventionId`: ask about that one alone. `part`: which three, from 1. Which are asked about, and in which order,
 * follows from need and evidence alone, so that a question keeps its page whatever is answered. What is in a plan already
 * is not asked about.
 */
export async function readFit(
	context: Context,
	actor: Actor,
	input: {
		readonly roundId: string;
		readonly groupId: string;
		readonly interventionId: string | null;
		readonly part: number;
	}
): Promise<ReadFitOutcome> {
	if (!isAllowed('read-fit', actor) || actor.kind === 'visitor') return forbidden;
	const read = await readGroupResult(context, actor, input);
	if (read.kind !== 'group-result') return read;
	const { id, name } = read.result.group;
	const levels = read.rankingInput.burdens.length === 0 ? [] : rankForGroup(read.rankingInput);
	const ranked = levels.flatMap(({ recommendations }) => recommendations);
	const standOut = levels.flatMap(({ recommendations }) =>
		recommendations
			.filter(({ practice }) => practice?.kind !== 'planned')
			.toSorted((a, b) => a.placeBefore - b.placeBefore)
			.slice(0, suggestionsPerLevel)
	);
	const chosen = ranked.filter((one) => one.intervention.id === input.interventionId);
	const parts = Math.ceil(standOut.length / askedAtOnce);
	if (parts === 0) return { kind: 'nothing-to-ask', roundId: input.roundId, group: { id, name }, may: read.may };
	const part = Math.min(Math.max(1, Math.trunc(input.part) || 1), parts);
	const asked = chosen.length > 0 ? chosen : standOut.slice((part - 1) * askedAtOnce, part * askedAtOnce);
	const key = { organisationId: actor.organisationId, lastingId: read.lastingId };
	const said = {
		group: await listGroupFit(context.db, key),
		general: await listOrganisationFit(context.db, actor.organisationId)
	};
	const found = isAllowed('answer-fit', actor) ? await findGroupToAnswerFor(context, actor, input) : null;
	const mayAnswer = found?.kind === 'group';
	return {
		kind: 'fit',
		roundId: input.roundId,
		group: { id, name },
		isWhole: id === read.result.organisation.id,
		asked: asked.flatMap((one) => askedAbout(one, said, context)),
		part: chosen.length > 0 ? null : part,
		parts,
		moved: ranked.filter(isMoved).map(movedOf),
		mayAnswer,
		newerRound: found?.kind === 'newer-round' ? read.newerRound : null,
		may: read.may,
		mayAnswerForAll: mayAnswer && mayAnswerForAll(actor)
	};
}

type Said = { readonly group: readonly StoredFit[]; readonly general: readonly StoredFit[] };

function askedAbout(one: GroupRecommendation, said: Said, { evidence }: Context): AskedIntervention[] {
	const intervention = evidence.interventions.find(({ id }) => id === one.intervention.id);
	if (intervention === undefined) return [];
	const { id, level, name, description, fit } = intervention;
	const questions = fitDimensionsInOrder.map((dimension) => {
		const same = (stored: StoredFit) => stored.interventionId === id && stored.dimension === dimension;
		const general = said.general.find(same);
		const counting = said.group.find(same) ?? general;
		return {
			dimension,
			question: fit[dimension],
			isShared: isShared(dimension),
			standing: standing(said.group, said.general, { interventionId: id, dimension }),
			forAll: general?.answer ?? null,
			by: counting === undefined ? null : { name: counting.answeredBy, at: counting.answeredAt }
		};
	});
	return [{ id, level, name, description, practice: one.practice, questions }];
}

function isMoved(one: GroupRecommendation): boolean {
	const isSaid = Object.keys(one.fit).length > 0 || one.practice !== null;
	return isSaid || (one.place !== one.placeBefore && Math.min(one.place, one.placeBefore) <= suggestionsPerLevel);
}

function movedOf(one: GroupRecommendation): MovedIntervention {
	const { intervention, place, placeBefore, among, shelf, fit } = one;
	return {
		id: intervention.id,
		level: intervention.level,
		name: intervention.name,
		place,
		placeBefore,
		among,
		shelf,
		fit
	};
}
