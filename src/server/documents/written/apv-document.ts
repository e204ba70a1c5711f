// The workplace assessment as a document: the law's four elements and the committee's participation, from what the release, the plans
// and the people say. The same for a draft, and for what is kept when it is finalised.
import type { Language } from '#domain/language/localised.ts';
import { levelsInOrder } from '#domain/evidence/order.ts';
import { daysIn } from '#domain/work-environment/absence-period.ts';
import { assessmentClock } from '#domain/work-environment/assessment-clock.ts';
import { absenceDaysInWords } from '#texts/absence-days.ts';
import { roleIn } from '#texts/apv-figures.ts';
import { formatDate, formatDay, formatNumber } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { answersOf, type ApvFacts } from './apv-facts.ts';
import { mappingChapter } from './apv-mapping.ts';
import { heading, list, paragraph, quiet, written } from './blocks.ts';
import { cell, type WrittenBlock, type WrittenDocument } from './written-document.ts';

type Words = ReturnType<typeof textsFor>['apv'];

export function apvDocument(facts: ApvFacts, language: Language): WrittenDocument {
	const words = textsFor(language).apv;
	return {
		language,
		title: `${words.longTitle}: ${facts.title}`,
		subtitle: words.document.subtitle(facts.organisation),
		day: facts.day,
		...(facts.final === null ? { mark: words.document.draftMark } : {}),
		facts: frontFacts(facts, language, words),
		blocks: [
			heading(1, words.document.aboutTitle),
			paragraph(words.document.about),
			...mappingChapter(facts, language, words),
			...absenceChapter(facts, language, words),
			...planChapter(facts, language, words),
			...followUpChapter(facts, language, words),
			...participationChapter(facts, language, words)
		]
	};
}

function frontFacts(facts: ApvFacts, language: Language, words: Words): WrittenDocument['facts'] {
	const { facts: labels } = words.document;
	const { round, final } = facts;
	return [
		{ label: labels.organisation, value: facts.organisation },
		{ label: labels.leaders, value: words.document.leadersValue(facts.leaders) },
		{
			label: labels.round,
			value:
				round === null
					? words.document.noRound
					: words.document.roundValue(round.name, formatDate(language, round.releasedAt), answersOf(round, language))
		},
		{ label: labels.editor, value: facts.editor },
		{
			label: labels.state,
			value:
				final === null ? words.document.draftMark : words.document.finalValue(formatDay(language, facts.day), final.by)
		},
		{ label: labels.previous, value: previousIn(facts, language, words) },
		...(final === null ? [] : [{ label: labels.next, value: formatDay(language, final.latestOn) }])
	];
}

/** The day of the one before, and whether this one keeps the limit of three years. */
function previousIn({ previousOn, day }: ApvFacts, language: Language, words: Words): string {
	const { previousValue } = words.document;
	const clock = assessmentClock({ lastOn: previousOn, today: day });
	if (clock.kind === 'never') return previousValue.never;
	const [last, latest] = [formatDay(language, clock.lastOn), formatDay(language, clock.latestOn)];
	return clock.kind === 'overdue' ? previousValue.overdue(last, latest) : previousValue['in-time'](last, latest);
}

function absenceChapter(facts: ApvFacts, language: Language, words: Words): WrittenBlock[] {
	const { absence: texts, document } = words;
	return [
		heading(1, document.chapters.absence),
		...(facts.absence.length === 0
			? [paragraph(texts.none)]
			: [
					paragraph(document.absenceRule),
					{
						kind: 'table',
						caption: texts.tableCaption,
						columns: [
							{ label: texts.set, width: 1 },
							{ label: texts.period },
							{ label: texts.leaders, isNumber: true },
							{ label: texts.days, isNumber: true }
						],
						rows: facts.absence.map((entry) => [
							cell(entry.setName),
							cell(texts.fromTo(formatDay(language, entry.from), formatDay(language, entry.to))),
							cell(formatNumber(language, entry.leaders)),
							cell(absenceDaysInWords(language, entry.daysPerLeader, daysIn(entry)))
						])
					} as const
				]),
		heading(2, document.absenceAssessmentTitle),
		...written(facts.content.absence.assessment, document.notWritten)
	];
}

function planChapter(facts: ApvFacts, language: Language, words: Words): WrittenBlock[] {
	const { plan: texts, document } = words;
	const levelTitle = textsFor(language).results.levelTitle;
	return [
		heading(1, document.chapters.plan),
		heading(2, document.priorityTitle),
		...written(facts.content['action-plan'].priority, document.notWritten),
		...(facts.steps.length === 0
			? [paragraph(texts.none)]
			: [quiet(document.lookedAt(formatDay(language, facts.day)))]),
		...levelsInOrder.flatMap((level): WrittenBlock[] => {
			const steps = facts.steps.filter((step) => step.level === level);
			if (steps.length === 0) return [];
			return [
				heading(2, levelTitle[level]),
				{
					kind: 'table',
					caption: texts.tableCaption(levelTitle[level]),
					columns: [
						{ label: texts.step, width: 3 },
						{ label: texts.planName, width: 2.8 },
						{ label: texts.owner, width: 2 },
						{ label: texts.due },
						{ label: texts.state }
					],
					rows: steps.map((step) => [
						cell(step.description),
						cell(texts.planAndGroup(step.planTitle, step.groupName)),
						cell(step.owner),
						cell(formatDay(language, step.dueOn)),
						cell(texts.stepState[step.state], step.state === 'late' ? { tone: 'warning' } : {})
					])
				}
			];
		}),
		...(facts.onlyIndividual === 0 ? [] : [paragraph(texts.onlyIndividual(facts.onlyIndividual))]),
		...(facts.proposals.length === 0
			? []
			: [
					heading(2, texts.proposalsTitle),
					{
						kind: 'table',
						caption: texts.proposalsCaption,
						columns: [{ label: texts.proposal, width: 3 }, { label: texts.receiver, width: 2 }, { label: texts.since }],
						rows: facts.proposals.map(({ title, receiver, sentAt }) => [
							cell(title),
							cell(receiver),
							cell(formatDate(language, sentAt))
						])
					} as const
				])
	];
}

function followUpChapter(facts: ApvFacts, language: Language, words: Words): WrittenBlock[] {
	const { document } = words;
	const own = facts.content['follow-up'];
	const involvement = (own.involvement ?? '').trim();
	return [
		heading(1, document.chapters.followUp),
		heading(2, document.followUp.who),
		...written(own.who, document.notWritten),
		heading(2, document.followUp.when),
		...written(own.when, document.notWritten),
		heading(2, document.followUp.late),
		...written(own.late, document.notWritten),
		...(involvement === '' ? [] : [heading(2, document.followUp.involvement), ...written(involvement, '')]),
		heading(2, document.followUp.revision),
		paragraph(
			facts.final === null ? document.revisionDraft : document.revision(formatDay(language, facts.final.latestOn))
		)
	];
}

function participationChapter(facts: ApvFacts, language: Language, words: Words): WrittenBlock[] {
	const { log: texts, document } = words;
	const held = facts.log.filter((entry) => entry.correctedBy === null);
	return [
		heading(1, document.chapters.participation),
		...(held.length === 0
			? [paragraph(texts.none)]
			: [
					{
						kind: 'table',
						caption: texts.caption,
						columns: [{ label: texts.heldOn }, { label: texts.what, width: 4 }, { label: texts.who, width: 2.5 }],
						rows: held.map((entry) => [
							cell(formatDay(language, entry.heldOn)),
							cell(entry.corrects === null ? entry.what : document.correctedNote(entry.what)),
							cell(entry.who)
						])
					} as const
				]),
		...(facts.remarks.length === 0
			? []
			: [
					heading(2, document.remarksTitle),
					list(
						facts.remarks.map((one) =>
							document.remark(
								words.steps[one.part],
								one.writtenBy,
								roleIn(one.writtenAs, language),
								formatDate(language, one.writtenAt),
								one.remark
							)
						)
					)
				])
	];
}
