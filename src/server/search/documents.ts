// What of each record can be found, and how much each part of it weighs.
import type {
	Certainty,
	EvidenceBase,
	Finding,
	Intervention,
	Level,
	Study,
	StudyDesign
} from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';
import { narrowingOf, type Row } from './facets.ts';

/** In the order in which they stand where nothing was asked for. */
export const documentKinds = ['factor', 'outcome', 'intervention', 'finding', 'study'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Field = {
	readonly text: Localised;
	readonly weight: number;
	/** Where the text is a list of other words, which stands on no page: the name that they are words for. */
	readonly wordsFor?: Localised;
};

export type SearchDocument = {
	readonly kind: DocumentKind;
	readonly id: string;
	readonly title: Localised;
	/** What may be shown below the title, in order. */
	readonly passages: readonly Localised[];
	/** All that can be found, the title and the passages among it. */
	readonly fields: readonly Field[];
	readonly rows: readonly Row[];
	readonly level: Level | null;
	readonly certainty: Certainty | null;
	/** False for an outcome of employees or the organisation. */
	readonly isOfLeaders: boolean;
	/** False for a claim that no counted work shows, and for a study that was not looked up. */
	readonly isShown: boolean;
	readonly study: Study | null;
	/** Studies that stand behind it, for whoever wants their references. */
	readonly studies: readonly string[];
};

// A name counts for more than a claim or a title, these for more than what a record is about, and all for more than text.
const weights = { name: 8, claim: 4, about: 3, text: 1 };

export function documentsOf(base: EvidenceBase): readonly SearchDocument[] {
	const narrowing = narrowingOf(base);
	const names = new Map<string, Localised>([
		...base.factors.map(({ id, name }) => [`factor ${id}`, name] as const),
		...base.factors.flatMap((factor) =>
			factor.subThemes.map((theme) => [`factor ${factor.id} ${theme.id}`, theme.name] as const)
		),
		...base.outcomes.map(({ id, name }) => [`outcome ${id}`, name] as const),
		...base.interventions.map(({ id, name }) => [`intervention ${id}`, name] as const)
	]);
	const otherWords = new Map<string, Field>([
		...base.factors.flatMap((factor) => otherWordsOf(factor).map((field) => [`factor ${factor.id}`, field] as const)),
		...base.outcomes.flatMap((outcome) =>
			otherWordsOf(outcome).map((field) => [`outcome ${outcome.id}`, field] as const)
		)
	]);
	const named = (keys: readonly string[]) => keys.flatMap((key) => names.get(key) ?? []);
	const alsoCalled = (keys: readonly string[]) =>
		keys.flatMap((key) => otherWords.get(key) ?? []).map((field) => ({ ...field, weight: weights.text }));
	return [
		...base.factors.map((factor) =>
			document('factor', factor, {
				title: factor.name,
				weight: weights.name,
				passages: [factor.description, factor.raiseWithManager, factor.organisationOnly, factor.ownStep],
				about: [factor.shortName, ...factor.subThemes.map((theme) => theme.name)],
				otherWords: otherWordsOf(factor),
				rows: narrowing.rowsOfFactor(factor.id)
			})
		),
		...base.outcomes.map((outcome) =>
			document('outcome', outcome, {
				title: outcome.name,
				weight: weights.name,
				passages: [outcome.description],
				otherWords: otherWordsOf(outcome),
				isOfLeaders: outcome.of === 'leaders',
				rows: narrowing.rowsOfOutcome(outcome.id)
			})
		),
		...base.interventions.map((intervention) =>
			document('intervention', intervention, {
				title: intervention.name,
				weight: weights.name,
				passages: textOf(intervention),
				about: named(intervention.factors.map((id) => `factor ${id}`)),
				rows: narrowing.rowsOfIntervention.get(intervention) ?? [],
				level: intervention.level,
				certainty: narrowing.certaintyOf(intervention),
				studies: intervention.studies
			})
		),
		...base.findings.map((finding) =>
			document('finding', finding, {
				title: finding.claim,
				weight: weights.claim,
				passages: [finding.moderator, finding.note, finding.population],
				about: named(keysOf(finding)),
				otherWords: alsoCalled(keysOf(finding)),
				rows: narrowing.rowsOfFinding.get(finding) ?? [],
				certainty: narrowing.certaintyOf(finding),
				isShown: narrowing.studiesBehind(finding).length > 0,
				studies: narrowing.studiesBehind(finding).map(({ id }) => id)
			})
		),
		...base.studies.map((study) => documentOfStudy(study, narrowing.rowsOfStudy(study)))
	];
}

/** Names of the countries in both languages. */
export function countryName(code: string): Localised {
	return { da: nameIn('da', code), en: nameIn('en', code) };
}

function documentOfStudy(study: Study, rows: readonly Row[]): SearchDocument {
	const title = study.title === null ? null : sameInBoth(study.title);
	const authors = sameInBoth(study.authors.map((author) => author.family).join(' '));
	return document('study', study, {
		title: title ?? authors,
		weight: title === null ? weights.name : weights.claim,
		passages: [study.mainFinding, study.population, ...study.cautions],
		about: [designName(study.design), ...study.countries.map(countryName)],
		otherWords: wordsOfDesign(study.design),
		names: [
			authors,
			sameInBoth(`${study.year ?? study.citedYear}`),
			...(study.doi === null ? [] : [sameInBoth(study.doi)])
		],
		aside: study.journal === null ? [] : [sameInBoth(study.journal)],
		rows,
		isShown: study.status === 'verified',
		study,
		studies: [study.id]
	});
}

function document(
	kind: DocumentKind,
	{ id }: { readonly id: string },
	parts: {
		readonly title: Localised;
		readonly weight: number;
		readonly passages: readonly (Localised | null)[];
		readonly about?: readonly Localised[];
		readonly names?: readonly Localised[];
		readonly aside?: readonly Localised[];
		readonly otherWords?: readonly Field[];
		readonly rows: readonly Row[];
		readonly level?: Level;
		readonly certainty?: Certainty | null;
		readonly isOfLeaders?: boolean;
		readonly isShown?: boolean;
		readonly study?: Study;
		readonly studies?: readonly string[];
	}
): SearchDocument {
	const passages = parts.passages.flatMap((text) => text ?? []);
	const weighing = (weight: number) => (text: Localised) => ({ text, weight });
	return {
		kind,
		id,
		title: parts.title,
		passages,
		fields: [
			{ text: parts.title, weight: parts.weight },
			...(parts.names ?? []).map(weighing(weights.name)),
			...(parts.about ?? []).map(weighing(weights.about)),
			...(parts.otherWords ?? []),
			...[...passages, ...(parts.aside ?? [])].map(weighing(weights.text))
		],
		rows: parts.rows,
		level: parts.level ?? null,
		certainty: parts.certainty ?? null,
		isOfLeaders: parts.isOfLeaders ?? true,
		isShown: parts.isShown ?? true,
		study: parts.study ?? null,
		studies: parts.studies ?? []
	};
}

function textOf(intervention: Intervention): readonly Localised[] {
	const { description, steps, mandate, effort, needs, duration, signs, followUp } = intervention;
	return [description, ...steps, mandate, effort, needs, duration, ...signs].concat(followUp ?? []);
}

/** What a claim is about: where it begins, then the outcomes. */
function keysOf(finding: Finding): readonly string[] {
	return [...keysOfBeginning(finding), ...finding.outcomes.map((id) => `outcome ${id}`)];
}

function keysOfBeginning({ from }: Finding): readonly string[] {
	switch (from.kind) {
		case 'factor':
			return [`factor ${from.id}`, ...(from.subTheme === null ? [] : [`factor ${from.id} ${from.subTheme}`])];
		case 'intervention':
			return from.id === null ? [] : [`intervention ${from.id}`];
		case 'outcome':
			return [`outcome ${from.id}`];
		case 'research':
			return [];
	}
}

function otherWordsOf({
	name,
	alsoCalled
}: {
	readonly name: Localised;
	readonly alsoCalled?: Localised;
}): readonly Field[] {
	return alsoCalled === undefined ? [] : [{ text: alsoCalled, weight: weights.about, wordsFor: name }];
}

function designName(design: StudyDesign): Localised {
	return { da: textsFor('da').knowledge.designs[design].name, en: textsFor('en').knowledge.designs[design].name };
}

function wordsOfDesign(design: StudyDesign): readonly Field[] {
	if (design === 'unknown') return [];
	const text = { da: textsFor('da').search.wordsOfDesigns[design], en: textsFor('en').search.wordsOfDesigns[design] };
	return [{ text, weight: weights.about, wordsFor: designName(design) }];
}

function sameInBoth(text: string): Localised {
	return { da: text, en: text };
}

const regions = {
	da: new Intl.DisplayNames('da', { type: 'region' }),
	en: new Intl.DisplayNames('en', { type: 'region' })
};

function nameIn(language: 'da' | 'en', code: string): string {
	return /^[A-Z]{2}$/.test(code) ? (regions[language].of(code) ?? code) : code;
}
