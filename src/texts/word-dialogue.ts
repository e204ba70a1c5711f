// A meeting pack in words: the page, the handout and the slides say the same sentences, because they are made here once.
import type { AgendaStepId } from '#domain/dialogue/agenda.ts';
import type { Caution, MeetingPack, Theme } from '#domain/dialogue/meeting-pack.ts';
import type { Surprise } from '#domain/dialogue/surprises.ts';
import type { Language } from '#domain/language/localised.ts';
import type { ScalePoints } from '#domain/recommendation/scale-points.ts';
import { formatList, formatNumber } from './format.ts';
import { textsFor } from './texts.ts';

export type WordedStep = {
	readonly id: AgendaStepId;
	/** From 1. */
	readonly number: number;
	readonly title: string;
	readonly minutes: number;
	readonly beginsAfterMinutes: number;
	/** For the whole group to talk about. */
	readonly question: string;
	/** What the result and research say here. */
	readonly lines: readonly string[];
	/** What whoever leads the meeting says and does. */
	readonly facilitator: readonly string[];
};

export type WordedCaution = { readonly title: string; readonly text: string };

/** One bar: a factor's figure in words and as a number. */
export type WordedBar = {
	readonly name: string;
	/** 0-100, or null where it is not shown. */
	readonly points: number | null;
	readonly bound: 'at-most' | 'at-least' | null;
	readonly interval: readonly [number, number] | null;
	readonly organisationPoints: number | null;
	/** "Workload: 64 (the organisation 51)". */
	readonly text: string;
	/** "64", "at most 20", "not shown". */
	readonly figure: string;
};

export type WordedPack = {
	readonly language: Language;
	readonly groupName: string;
	readonly title: string;
	readonly answered: string;
	readonly cautions: readonly WordedCaution[];
	/** What the numbers in the picture are. */
	readonly scaleNote: string;
	readonly rules: readonly string[];
	readonly steps: readonly WordedStep[];
	/** Whether the lines of `choose` are what research suggests. */
	readonly hasSuggestions: boolean;
	/** Heaviest first; what is not shown last. */
	readonly strains: readonly WordedBar[];
	readonly carries: readonly WordedBar[];
};

/** `groupName`: as the pages call the group, who may bear the name of its unit. */
export function wordDialogue(pack: MeetingPack, language: Language, groupName: string): WordedPack {
	const texts = textsFor(language).dialogue;
	return {
		language,
		groupName,
		title: texts.titleOf(groupName),
		answered: texts.answeredOf(pack.group.responses, pack.group.invited),
		cautions: pack.cautions.map((caution) => wordCaution(caution, language)),
		scaleNote: texts.scaleNote(pack.cautions.some((caution) => caution.kind === 'estimated' && caution.isFew)),
		rules: texts.rules,
		steps: pack.agenda.map((step, place) => ({
			...step,
			number: place + 1,
			...texts.step[step.id],
			facilitator: [
				...(step.id === 'surprises' && pack.surprises.length > 0 ? [texts.surprisesAreClear] : []),
				...texts.step[step.id].facilitator
			],
			lines: linesOf(step.id, pack, language)
		})),
		hasSuggestions: pack.suggestions.length > 0,
		strains: barsOf(pack, language, 'strain'),
		carries: barsOf(pack, language, 'resource')
	};
}

function linesOf(step: AgendaStepId, pack: MeetingPack, language: Language): readonly string[] {
	const texts = textsFor(language).dialogue;
	const hasFigures = pack.themes.some(({ scale }) => scale.points !== null);
	switch (step) {
		case 'welcome':
			return texts.rules;
		case 'answered':
			return [texts.answeredOf(pack.group.responses, pack.group.invited), ...(hasFigures ? [] : [texts.noFigures])];
		case 'surprises':
			if (!hasFigures) return [texts.noFigures];
			return pack.surprises.length === 0
				? [texts.noSurprises]
				: pack.surprises.map((surprise) => wordSurprise(surprise, pack, language));
		case 'weighs':
			return hasFigures ? weighing(pack, language) : [texts.noFigures];
		case 'causes':
			return pack.weighs.length === 0
				? [texts.noCauses]
				: pack.weighs.map(({ factor }) =>
						texts.organisationOnly(factor.name[language], factor.organisationOnly[language])
					);
		case 'choose':
			return pack.suggestions.length === 0
				? [texts.noSuggestions]
				: pack.suggestions.map((suggestion) =>
						texts.suggestion({
							name: suggestion.intervention.name[language],
							level: textsFor(language).results.levelTitle[suggestion.level],
							factor:
								pack.weighs.find(({ factor }) => factor.id === suggestion.factor)?.factor.shortName[language] ?? ''
						})
					);
		case 'decide':
			return texts.decideLines;
		case 'close':
			return texts.closeLines;
	}
}

function weighing(pack: MeetingPack, language: Language): readonly string[] {
	const texts = textsFor(language).dialogue;
	const named = (themes: readonly Theme[]) =>
		formatList(
			language,
			themes.map(({ factor, scale }) => texts.withPoints(factor.shortName[language], figureOf(scale, language)))
		);
	const strains = pack.weighs.filter(({ scale }) => scale.direction === 'strain');
	const lacks = pack.weighs.filter(({ scale }) => scale.direction === 'resource');
	return [
		...(strains.length === 0 ? [] : [texts.strainsMost(named(strains))]),
		...(lacks.length === 0 ? [] : [texts.carriesLeast(named(lacks))]),
		...(pack.weighs.length === 0 ? [texts.nothingWeighs] : []),
		...(pack.isOrderUnsure ? [texts.orderUnsure] : []),
		...(pack.carries.length === 0 ? [] : [texts.carriesMost(named(pack.carries))])
	];
}

function wordSurprise(surprise: Surprise, pack: MeetingPack, language: Language): string {
	const texts = textsFor(language).dialogue;
	const { scale } = surprise;
	const factor = pack.themes.find((theme) => theme.scale.scale === scale.scale)?.factor;
	const name = factor?.name[language] ?? scale.name[language];
	switch (surprise.kind) {
		case 'answers-apart':
			return texts.apart(name);
		case 'far':
			return texts.far({
				name,
				here: figureOf(scale, language),
				there: formatNumber(language, surprise.referencePoints),
				reference: surprise.from === 'parent' ? (pack.parentName ?? '') : texts.wholeOrganisation,
				isStrain: scale.direction === 'strain',
				isHeavier: surprise.side === 'heavier'
			});
	}
}

function wordCaution(caution: Caution, language: Language): WordedCaution {
	const texts = textsFor(language).dialogue;
	switch (caution.kind) {
		case 'pooled':
			return { title: texts.pooledTitle, text: texts.pooled(formatList(language, caution.names)) };
		case 'estimated':
			return caution.isFew
				? { title: texts.estimatedTitle, text: texts.estimated(caution.responses) }
				: { title: texts.leaningTitle, text: texts.leaning };
		case 'withheld':
			return {
				title: texts.withheldTitle,
				text: caution.count === caution.all ? texts.withheldAll : texts.withheld(caution.count, caution.all)
			};
	}
}

function barsOf(pack: MeetingPack, language: Language, direction: 'strain' | 'resource'): readonly WordedBar[] {
	const texts = textsFor(language).dialogue;
	return pack.themes
		.filter(({ factor, scale }) => factor.kind !== 'context' && scale.direction === direction)
		.map(({ factor, scale }) => {
			const there = scale.organisationPoints === null ? null : formatNumber(language, scale.organisationPoints);
			const figure = figureOf(scale, language);
			const isWhole = pack.parentName === null;
			return {
				name: factor.name[language],
				points: scale.points,
				bound: scale.bound,
				interval: scale.interval,
				organisationPoints: isWhole ? null : scale.organisationPoints,
				text: texts.chartRow({ name: factor.name[language], here: figure, there: isWhole ? null : there }),
				figure
			};
		})
		.toSorted((left, right) => (right.points ?? -1) - (left.points ?? -1));
}

/** "64", "at most 20", "not shown". */
function figureOf(scale: ScalePoints, language: Language): string {
	if (scale.points === null) return textsFor(language).dialogue.notShown;
	const words = textsFor(language).ui.value;
	const figure = formatNumber(language, scale.points);
	if (scale.bound === null) return figure;
	return scale.bound === 'at-most' ? words.atMost(figure) : words.atLeast(figure);
}

/** As the pages call a group: the leaders right below a unit's head bear the unit's name, and so does the unit as a whole. */
export function dialogueGroupName(
	language: Language,
	group: { readonly name: string; readonly kind: string },
	parentName: string | null
): string {
	return group.kind === 'leaf' && group.name === parentName
		? textsFor(language).results.leadershipGroup(group.name)
		: group.name;
}
