// The first element of a workplace assessment in words: mapping and risk assessment.
import type { Language } from '#domain/language/localised.ts';
import { isHeavy, type AssessedFactor, type MappedRisk } from '#domain/work-environment/map-risks.ts';
import { factorField } from '#domain/work-environment/workplace-assessment.ts';
import { directionIn, groupLabel, heavyNames, intervalIn, pointsIn, shareIn } from '#texts/apv-figures.ts';
import { formatList } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { answersOf, type ApvFacts } from './apv-facts.ts';
import { heading, list, paragraph, quiet, written } from './blocks.ts';
import { cell, type Cell, type WrittenBlock } from './written-document.ts';

type Words = ReturnType<typeof textsFor>['apv'];

export function mappingChapter(facts: ApvFacts, language: Language, words: Words): WrittenBlock[] {
	const { content, round, risks } = facts;
	const { document, mapping } = words;
	const nameOf = (id: string) => facts.factors.find((factor) => factor.id === id)?.name[language] ?? id;
	const told = risks.filter((risk) => risk.seriousness !== 'low' && risk.seriousness !== 'cannot-tell');
	const remarked = (risk: MappedRisk) => (content.mapping[factorField(risk.factor)] ?? '').trim() !== '';
	const described = risks.filter((risk) => told.includes(risk) || remarked(risk));
	const namesOf = (seriousness: AssessedFactor['seriousness']) =>
		risks
			.filter((risk) => risk.seriousness === seriousness && !described.includes(risk))
			.map((risk) => nameOf(risk.factor).toLowerCase());
	const [low, untold] = [namesOf('low'), namesOf('cannot-tell')];
	return [
		heading(1, document.chapters.mapping),
		heading(2, document.howTitle),
		paragraph(
			round === null
				? document.noRoundText
				: document.how(round.instrument[language], round.name, answersOf(round, language))
		),
		...written(content.mapping.method, ''),
		...(risks.length === 0
			? []
			: [
					heading(2, document.assessmentTitle),
					riskTable(facts, language, words),
					quiet(document.columnsNote),
					heading(3, mapping.ruleTitle),
					list(mapping.rule),
					quiet(mapping.ruleNote),
					heading(2, document.factorsTitle),
					...described.flatMap((risk) => factorSection(risk, facts, language, words)),
					...(low.length === 0 ? [] : [paragraph(document.others(formatList(language, low)))]),
					...(untold.length === 0 ? [] : [paragraph(document.untold(formatList(language, untold)))])
				]),
		heading(2, document.otherTitle),
		...written(content.mapping.other, document.otherNone),
		heading(2, document.conclusionTitle),
		...written(content.mapping.conclusion, document.notWritten)
	];
}

function riskTable({ risks, factors }: ApvFacts, language: Language, words: Words): WrittenBlock {
	const { mapping } = words;
	return {
		kind: 'table',
		caption: mapping.tableCaption,
		columns: [
			{ label: mapping.factor, width: 3 },
			{ label: mapping.points, isNumber: true },
			{ label: mapping.interval, isNumber: true },
			{ label: mapping.share, isNumber: true },
			{ label: mapping.seriousness },
			{ label: mapping.heavyIn, width: 3 }
		],
		rows: risks.map((risk) => [
			cell(
				words.document.factorWithDirection(
					factors.find((factor) => factor.id === risk.factor)?.name[language] ?? risk.factor,
					// On one line: the words belong together.
					directionIn(risk.points.direction, language).replaceAll(' ', '\u00A0')
				)
			),
			cell(pointsIn(risk.points, language)),
			cell(intervalIn(risk.points, language)),
			cell(shareIn(risk, language)),
			seriousnessCell(risk, words),
			cell(heavyNames(risk, language))
		])
	};
}

function factorSection(risk: MappedRisk, facts: ApvFacts, language: Language, words: Words): WrittenBlock[] {
	const factor = facts.factors.find((one) => one.id === risk.factor);
	const direction = directionIn(risk.points.direction, language);
	const remark = (facts.content.mapping[factorField(risk.factor)] ?? '').trim();
	const heavy = risk.heavyIn.map(({ group, assessed }) =>
		words.document.heavyLine({
			group: groupLabel(group, language),
			seriousness: words.mapping.levels[assessed.seriousness],
			points: pointsIn(assessed.points, language),
			share: assessed.share === null ? null : shareIn(assessed, language)
		})
	);
	return [
		heading(3, `${factor?.name[language] ?? risk.factor}: ${words.mapping.levels[risk.seriousness].toLowerCase()}`),
		...(factor === undefined ? [] : [paragraph(words.document.described(factor.description[language]))]),
		...(risk.points.points === null
			? []
			: [paragraph(words.document.whatItIs(pointsIn(risk.points, language), direction))]),
		...(heavy.length === 0 ? [] : [paragraph(words.document.heavyTitle), list(heavy)]),
		...(remark === '' ? [] : written(words.document.committeeSays(remark), ''))
	];
}

function seriousnessCell({ seriousness }: AssessedFactor, words: Words): Cell {
	const shade = seriousness === 'serious' ? 4 : seriousness === 'considerable' ? 3 : seriousness === 'watch' ? 1 : 0;
	return cell(words.mapping.levels[seriousness], isHeavy(seriousness) || shade > 0 ? { tone: 'strain', shade } : {});
}
