// The overview's sentences: one place, so that the page and the document say the same.
import type { Factor } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { ProgrammeFacts } from '#domain/programme/programme-facts.ts';
import type { SpanVerdict } from '#domain/programme/span-and-workload.ts';
import { isHeavy } from '#domain/work-environment/map-risks.ts';
import { directionIn, groupLabel, pointsIn } from './apv-figures.ts';
import { formatList, formatNumber } from './format.ts';
import { textsFor } from './texts.ts';

type Measured = NonNullable<ProgrammeFacts['measured']>;

const mostLines = 3;
const mostWhere = 6;

/** What weighs most in the whole organisation, in words: at most three. */
export function weighsLines(
	facts: Pick<ProgrammeFacts, 'measured' | 'factors'>,
	language: Language
): readonly string[] {
	const { programme: words, apv } = textsFor(language);
	return (facts.measured?.risks ?? [])
		.filter((risk) => isHeavy(risk.seriousness) || risk.seriousness === 'watch')
		.slice(0, mostLines)
		.map((risk) =>
			words.weighs.line(
				factorName(facts.factors, risk.factor, language),
				apv.mapping.levels[risk.seriousness],
				pointsIn(risk.points, language),
				directionIn(risk.points.direction, language)
			)
		);
}

/** Units right below the top with what is serious or considerable there, those with most of it first. */
export function whereLines(facts: Pick<ProgrammeFacts, 'measured' | 'factors'>, language: Language): readonly string[] {
	const words = textsFor(language).programme;
	const heavy = (facts.measured?.risks ?? []).flatMap((risk) =>
		risk.heavyIn.map(({ group }) => ({ group, factor: factorName(facts.factors, risk.factor, language).toLowerCase() }))
	);
	return [...Map.groupBy(heavy, ({ group }) => group.id).values()]
		.toSorted((a, b) => b.length - a.length)
		.slice(0, mostWhere)
		.flatMap((own) =>
			own[0] === undefined
				? []
				: [
						words.weighs.where(
							groupLabel(own[0].group, language),
							formatList(
								language,
								own.map(({ factor }) => factor)
							)
						)
					]
		);
}

export function spanSentence(verdict: SpanVerdict, language: Language): string {
	const words = textsFor(language).programme.span;
	if (verdict.kind === 'cannot-tell') return words['cannot-tell'](verdict.groups);
	const [r, low, high] = [verdict.correlation, verdict.low, verdict.high].map((value) =>
		formatNumber(language, value, 2)
	);
	return words[verdict.kind](r ?? '', low ?? '', high ?? '', verdict.groups);
}

export function dialogueLines(dialogues: NonNullable<Measured['dialogues']>, language: Language): readonly string[] {
	const words = textsFor(language).programme.dialogues;
	if (dialogues.groups === 0) return [words.none];
	return [
		words.line(dialogues.held, dialogues.groups),
		...(dialogues.planned === 0 ? [] : [words.planned(dialogues.planned)]),
		...(dialogues.overdue === 0 ? [] : [words.overdue(dialogues.overdue)])
	];
}

/** In points first, as on the page of effects; then in standard deviations, as research counts. */
export function effectText(
	{ effect, interval, personSd }: ProgrammeFacts['effects']['programmes'][number],
	language: Language
): string {
	const { programme, effects } = textsFor(language);
	if (effect === null || interval === null) return programme.helped.notTold;
	const inWords = effects.effectInWords(personSd * effect, personSd * interval.low, personSd * interval.high);
	return programme.helped.effectValue(
		`${inWords.charAt(0).toUpperCase()}${inWords.slice(1)}`,
		formatNumber(language, effect, 2)
	);
}

/** Null where of no plan anything can be told. */
export function plansVerdictLine(plans: ProgrammeFacts['effects']['plans'], language: Language): string | null {
	const all = plans.improved + plans['no-clear-change'] + plans.worse + plans['cannot-tell'];
	if (all === plans['cannot-tell']) return null;
	const number = (value: number) => formatNumber(language, value);
	return textsFor(language).programme.helped.plansLine({
		improved: number(plans.improved),
		same: number(plans['no-clear-change']),
		worse: number(plans.worse),
		unknown: number(plans['cannot-tell'])
	});
}

export function factorName(factors: readonly Factor[], id: string, language: Language): string {
	return factors.find((factor) => factor.id === id)?.name[language] ?? id;
}
