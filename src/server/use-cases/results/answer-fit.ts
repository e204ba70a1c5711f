// Whether interventions fit a group, as the group, its facilitator or the programme lead says it. Only what was changed is
// written, and an answer that somebody else gave in the meantime is kept.
import {
	fitAnswersInOrder,
	fitDimensionsInOrder,
	isShared,
	type FitAnswer,
	type FitDimension
} from '#domain/recommendation/fit.ts';
import type { Actor } from '#server/actor.ts';
import type { Context } from '#server/context.ts';
import {
	listGroupFit,
	listOrganisationFit,
	removeGroupFit,
	saveGroupFit,
	saveOrganisationFit,
	type StoredFit
} from '#server/database/fit.ts';
import { findGroupToAnswerFor, mayAnswerForAll, nameBeside } from './fit-group.ts';
import { forbidden, isAllowed, type Forbidden } from '../permissions.ts';

/** `answer`: a `FitAnswer`, `as-all` to let the answer for all groups count, or empty where nothing was chosen. */
export type FitInput = {
	readonly interventionId: string;
	readonly dimension: string;
	readonly answer: string;
	/** What stood in the form when it was opened. */
	readonly was: string;
};

export type AnswerFitOutcome =
	| {
			readonly kind: 'answered';
			readonly changed: number;
			/** Answers that somebody else had changed since the form was opened: theirs stand. */
			readonly keptOfOthers: number;
	  }
	| { readonly kind: 'faulty'; readonly problem: 'unknown-question' | 'unknown-answer' }
	| { readonly kind: 'unknown-group' }
	/** A later round has the group: it answers from there. */
	| { readonly kind: 'newer-round' }
	| Forbidden;

export async function answerFit(
	context: Context,
	actor: Actor,
	input: {
		readonly roundId: string;
		readonly groupId: string;
		readonly answers: readonly FitInput[];
		/** What is asked about the organisation and its surroundings counts for all groups. */
		readonly isForAll: boolean;
	}
): Promise<AnswerFitOutcome> {
	if (!isAllowed('answer-fit', actor) || actor.kind === 'visitor') return forbidden;
	if (input.isForAll && !mayAnswerForAll(actor)) return forbidden;
	const found = await findGroupToAnswerFor(context, actor, input);
	if (found === null) return { kind: 'unknown-group' };
	if (found.kind === 'newer-round') return found;
	const changes: Change[] = [];
	for (const given of input.answers) {
		if (given.answer === '') continue;
		const change = parse(given, context);
		if (change === 'unknown-question' || change === 'unknown-answer') return { kind: 'faulty', problem: change };
		const isRaised = input.isForAll && isShared(change.dimension) && change.answer !== 'as-all';
		if (given.answer !== given.was || isRaised) changes.push(change);
	}
	const key = { organisationId: actor.organisationId, lastingId: found.lastingId };
	const said = { answeredBy: nameBeside(actor), answeredAt: context.now() };
	return context.db.transaction().execute(async (db) => {
		const group = await listGroupFit(db, key);
		const general = await listOrganisationFit(db, actor.organisationId);
		let keptOfOthers = 0;
		for (const { interventionId, dimension, answer, was } of changes) {
			if (standing(group, general, { interventionId, dimension }) !== was) {
				keptOfOthers++;
				continue;
			}
			const fit = { interventionId, answer, ...said };
			if (answer === 'as-all') await removeGroupFit(db, key, { interventionId, dimension });
			else if (input.isForAll && isShared(dimension)) {
				await saveOrganisationFit(db, actor.organisationId, { ...fit, answer, dimension });
				await removeGroupFit(db, key, { interventionId, dimension });
			} else await saveGroupFit(db, key, { ...fit, answer, dimension });
		}
		return { kind: 'answered', changed: changes.length - keptOfOthers, keptOfOthers };
	});
}

type Change = {
	readonly interventionId: string;
	readonly dimension: FitDimension;
	readonly answer: FitAnswer | 'as-all';
	readonly was: string;
};

function parse(given: FitInput, { evidence }: Context): Change | 'unknown-question' | 'unknown-answer' {
	const dimension = fitDimensionsInOrder.find((one) => one === given.dimension);
	const isKnown = evidence.interventions.some((one) => one.id === given.interventionId);
	if (dimension === undefined || !isKnown) return 'unknown-question';
	const answer = given.answer === 'as-all' ? 'as-all' : fitAnswersInOrder.find((one) => one === given.answer);
	return answer === undefined
		? 'unknown-answer'
		: { interventionId: given.interventionId, dimension, answer, was: given.was };
}

/** What a form shows as chosen: the group's own answer, `as-all` where only the one for all counts, else nothing. */
export function standing(
	group: readonly StoredFit[],
	general: readonly StoredFit[],
	question: { readonly interventionId: string; readonly dimension: FitDimension }
): FitAnswer | 'as-all' | '' {
	const same = (one: StoredFit) =>
		one.interventionId === question.interventionId && one.dimension === question.dimension;
	return group.find(same)?.answer ?? (general.some(same) ? 'as-all' : '');
}
