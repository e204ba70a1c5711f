// A place in a group's ranking, reason by reason, in words.
import type { FactorId } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { FitReason, PlaceExplanation } from '#domain/recommendation/explain-place.ts';
import { fitAnswersInOrder, fitDimensionsInOrder, type FitDimension } from '#domain/recommendation/fit.ts';
import type { FitOfIntervention } from '#domain/recommendation/rank-for-group.ts';
import { formatList, formatNumber } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';

export type NamedFactor = { readonly name: string; readonly shortName: string; readonly isRisk: boolean };
export type PlaceWords = { readonly term: string; readonly lines: readonly string[] };

/** `factorOf`: a factor's name in the reader's language. Terms without anything to say are left out. */
export function placeWords(input: {
	readonly language: Language;
	readonly explanation: PlaceExplanation;
	readonly factorOf: (factor: FactorId) => NamedFactor;
}): readonly PlaceWords[] {
	const { language, explanation, factorOf } = input;
	const { fit: texts, results, certaintyWords } = textsFor(language);
	const { need, evidence, level } = explanation;
	const because = factorOf(need.because.factor);
	const studies =
		evidence.studies === 0 ? results.noStudies : results.studiesInWords(evidence.studies, evidence.reviews);
	const all: readonly PlaceWords[] = [
		{
			term: texts.terms.place,
			lines: [
				explanation.shelf === 'already-done'
					? texts.placeApart
					: texts.place(explanation.place, explanation.among),
				...(explanation.place === explanation.placeBefore ? [] : [texts.placeBefore(explanation.placeBefore)]),
				...aheadWords(language, explanation)
			]
		},
		{
			term: texts.terms.need,
			lines: [
				texts.need(because.name, formatNumber(language, need.because.score), because.isRisk),
				...(need.alsoFor.length === 0
					? []
					: [texts.needAlso(formatList(language, need.alsoFor.map(({ factor }) => lower(factorOf(factor).shortName))))])
			]
		},
		{
			term: texts.terms.evidence,
			lines: [
				texts.evidence(certaintyWords.levels[evidence.certainty].name, studies),
				...(evidence.contradicting === 0 ? [] : [texts.contradicting(evidence.contradicting)])
			]
		},
		{ term: texts.terms.fit, lines: fitLines(language, explanation.fit) },
		{ term: texts.terms.practice, lines: practiceLines(language, explanation, because) },
		{
			term: texts.terms.level,
			lines: [
				level.after.length === 0
					? texts.levelFirst
					: texts.levelAfter(formatList(language, level.after.map((one) => texts.levelInSentence[one])))
			]
		},
		{ term: texts.terms.change, lines: changeLines(language, explanation, because) }
	];
	return all.filter(({ lines }) => lines.length > 0);
}

/** "3 ja, 1 delvist, 1 ikke besvaret"; null where nobody has answered. */
export function countedFit(language: Language, fit: FitOfIntervention): string | null {
	const { card } = textsFor(language).fit;
	const given = fitDimensionsInOrder.flatMap((dimension) => fit[dimension]?.answer ?? []);
	if (given.length === 0) return null;
	const counted = fitAnswersInOrder.flatMap((answer) => {
		const count = given.filter((one) => one === answer).length;
		return count === 0 ? [] : [card.counted(count, answer)];
	});
	const missing = fitDimensionsInOrder.length - given.length;
	return [...counted, ...(missing === 0 ? [] : [card.unanswered(missing)])].join(', ');
}

/** The questions that were answered no, as "organisationen og rammerne"; empty where none was. */
export function refusedIn(language: Language, fit: FitOfIntervention): string {
	return dimensionList(language, fitDimensionsInOrder.filter((dimension) => fit[dimension]?.answer === 'no'));
}

function fitLines(language: Language, reasons: readonly FitReason[]): readonly string[] {
	const texts = textsFor(language).fit;
	const unanswered = reasons.filter(({ answer }) => answer === null).map(({ dimension }) => dimension);
	if (unanswered.length === reasons.length) return [texts.fitNone];
	const lines = reasons.flatMap(({ answer, dimension, source, placesMoved, pull }) =>
		answer === null
			? []
			: [
					`${texts.fitAnswer(answer, dimension, source === 'organisation')} ${placesMoved === 0 ? texts.fitPull[pull] : texts.fitMoved(placesMoved)}.`
				]
	);
	return unanswered.length === 0 ? lines : [...lines, texts.fitUnanswered(dimensionList(language, unanswered))];
}

function practiceLines(
	language: Language,
	{ practice }: PlaceExplanation,
	because: NamedFactor
): readonly string[] {
	if (practice === null) return [];
	const texts = textsFor(language).fit.practice;
	const { practice: done, advice } = practice;
	return [
		done.kind === 'marked' ? texts.marked : texts.planned(done.planTitle),
		advice === 'keep-up' ? texts['keep-up'] : texts.check(because.name, because.isRisk)
	];
}

function aheadWords(language: Language, { ahead, shelf }: PlaceExplanation): readonly string[] {
	if (ahead === null || shelf === 'already-done') return [];
	const texts = textsFor(language).fit;
	const by = ahead.by === 'shelf' ? 'does-not-fit' : ahead.by;
	return [texts.ahead(ahead.intervention.name[language], texts.aheadBy[by])];
}

function changeLines(
	language: Language,
	{ practice, wouldChange }: PlaceExplanation,
	because: NamedFactor
): readonly string[] {
	if (practice !== null) return [];
	const texts = textsFor(language).fit.change;
	if (wouldChange.length === 0) return [texts.nothing];
	return wouldChange.map((change) => {
		switch (change.kind) {
			case 'answer':
				return texts.answer(change.answer, change.dimensions, dimensionList(language, change.dimensions), change.place);
			case 'surer-evidence':
				return texts.surer(change.place);
			case 'lighter-burden':
				return texts.lighter(because.name, formatNumber(language, change.points), change.place);
		}
	});
}

function dimensionList(language: Language, dimensions: readonly FitDimension[]): string {
	const words = textsFor(language).fit.dimensionInSentence;
	return formatList(language, dimensions.map((dimension) => words[dimension]));
}

function lower(name: string): string {
	return name.charAt(0).toLowerCase() + name.slice(1);
}
