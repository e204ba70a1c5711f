// The programme's overview as a document: the same figures and sentences as the page.
import type { Language } from '#domain/language/localised.ts';
import { countSteps, onlyIndividualPlans, type ProgrammeFacts } from '#domain/programme/programme-facts.ts';
import { formatDate, formatDay, formatNumber, formatShare } from '#texts/format.ts';
import { dialogueLines, effectText, factorName, plansVerdictLine } from '#texts/programme-lines.ts';
import { textsFor } from '#texts/texts.ts';
import { heading, list, paragraph, quiet } from './blocks.ts';
import { measuredBlocks, trendBlocks } from './programme-measured.ts';
import { cell, type WrittenBlock, type WrittenDocument } from './written-document.ts';

type Measured = NonNullable<ProgrammeFacts['measured']>;

export function programmeDocument(facts: ProgrammeFacts, language: Language): WrittenDocument {
	const words = textsFor(language).programme;
	const { measured } = facts;
	return {
		language,
		title: words.documentTitle,
		subtitle:
			measured === null
				? words.subtitleUnmeasured(facts.organisation)
				: words.subtitle(facts.organisation, measured.round),
		day: facts.day,
		facts: [
			{ label: words.facts.organisation, value: facts.organisation },
			{
				label: words.facts.round,
				value: measured === null ? words.noRound : `${measured.round} (${formatDate(language, measured.releasedAt)})`
			},
			...(measured === null
				? []
				: [
						{
							label: words.facts.answers,
							value: textsFor(language).results.responses(
								measured.responses,
								measured.invited,
								formatShare(language, measured.responses, measured.invited)
							)
						}
					]),
			{ label: words.facts.day, value: formatDay(language, facts.day) }
		],
		blocks: [
			...(measured === null ? [] : measuredBlocks(facts, measured, language)),
			...planBlocks(facts, language),
			...dialogueBlocks(measured?.dialogues ?? null, language),
			...effectBlocks(facts, language),
			...(measured === null ? [] : trendBlocks(facts, measured, language))
		]
	};
}

function planBlocks(facts: ProgrammeFacts, language: Language): WrittenBlock[] {
	const { programme: words, results } = textsFor(language);
	const number = (value: number) => cell(formatNumber(language, value));
	const flagged = onlyIndividualPlans(facts.plans);
	return [
		heading(1, words.plans.title),
		...(facts.plans.length === 0
			? [paragraph(words.plans.none)]
			: [
					{
						kind: 'table',
						caption: `${words.plans.caption} (${words.plans.count(facts.plans.length)})`,
						columns: [
							{ label: words.plans.level, width: 1 },
							{ label: words.plans.state.done, isNumber: true },
							{ label: words.plans.state.open, isNumber: true },
							{ label: words.plans.state.late, isNumber: true },
							{ label: words.plans.all, isNumber: true }
						],
						rows: countSteps(facts.plans).map(({ level, done, open, late }) => [
							cell(results.levelTitle[level]),
							number(done),
							number(open),
							number(late),
							number(done + open + late)
						])
					} as const,
					...(flagged.length === 0
						? [paragraph(words.plans.onlyIndividualNone)]
						: [
								paragraph(words.plans.onlyIndividual(flagged.length)),
								list(flagged.map(({ title, groupName }) => words.plans.planLine(title, groupName)))
							])
				]),
		heading(2, words.proposals.title),
		...(facts.proposals.length === 0
			? [paragraph(words.proposals.none)]
			: [
					{
						kind: 'table',
						caption: words.proposals.caption,
						columns: [
							{ label: words.proposals.proposal, width: 3 },
							{ label: words.proposals.receiver, width: 2 },
							{ label: words.proposals.waiting }
						],
						rows: facts.proposals.map(({ title, receiver, waitingDays, isOverdue }) => [
							cell(title),
							cell(receiver),
							cell(words.proposals.days(waitingDays), isOverdue ? { tone: 'warning' } : {})
						])
					} as const
				])
	];
}

function dialogueBlocks(dialogues: Measured['dialogues'], language: Language): WrittenBlock[] {
	const words = textsFor(language).programme.dialogues;
	if (dialogues === null) return [];
	return [heading(1, words.title), ...dialogueLines(dialogues, language).map(paragraph)];
}

function effectBlocks(facts: ProgrammeFacts, language: Language): WrittenBlock[] {
	const { programme, certaintyWords, effects: effectTexts } = textsFor(language);
	const words = programme.helped;
	const { programmes, plans, research } = facts.effects;
	const line = plansVerdictLine(plans, language);
	return [
		heading(1, words.title),
		...(programmes.length === 0 ? [paragraph(words.none)] : [paragraph(words.lead)]),
		...(line === null ? [] : [paragraph(line)]),
		...(programmes.length === 0
			? []
			: [
					{
						kind: 'table',
						caption: words.caption,
						columns: [
							{ label: words.factor, width: 2.2 },
							{ label: words.rounds, width: 2.2 },
							{ label: words.verdict },
							{ label: words.effect, width: 2.6 },
							{ label: words.groups, width: 1.3 }
						],
						rows: programmes.map((one) => [
							cell(factorName(facts.factors, one.factor, language)),
							cell(words.between(one.before, one.after)),
							cell(effectTexts.verdict[one.verdict]),
							cell(effectText(one, language)),
							cell(words.groupsValue(one.actingGroups, one.comparisonGroups))
						])
					} as const,
					quiet(words.unit)
				]),
		...(research.length === 0
			? []
			: [
					heading(2, words.researchTitle),
					paragraph(words.researchLead),
					list(
						research.map(({ name, certainty }) => words.research(name[language], certaintyWords.levels[certainty].name))
					)
				])
	];
}
