// What of each record can be found, and how much each part of it weighs.
import type { Certainty, EvidenceBase, Finding, Intervention, Level, Study } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';
import { textsFor } from '#texts/texts.ts';
import { isShownBy, narrowingOf, type Row } from './facets.ts';

/** In the order in which they stand where nothing was asked for. */
export const documentKinds = ['factor', 'outcome', 'intervention', 'finding', 'study'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Field = { readonly text: Localised; readonly weight: number };

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
	const otherWords = new Map(base.outcomes.map(({ id, alsoCalled }) => [id, alsoCalled]));
	const named = (keys: readonly string[]) => keys.flatMap((key) => names.get(key) ?? []);
	return [
		...base.factors.map((factor) =>
			document('factor', factor, {
				title: factor.name,
				weight: weights.name,
				passages: [factor.description, factor.raiseWithManager, factor.organisationOnly, factor.ownStep],
				about: [factor.shortName, ...factor.subThemes.map((theme) => theme.name)].concat(factor.alsoCalled ?? []),
				rows: narrowing.rowsOfFactor(factor.id)
			})
		),
		...base.outcomes.map((outcome) =>
			document('outcome', outcome, {
				title: outcome.name,
				weight: weights.name,
				passages: [outcome.description],
				about: outcome.alsoCalled === undefined ? [] : [outcome.alsoCalled],
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
				about: named([...keysOf(finding), ...finding.outcomes.map((id) => `outcome ${id}`)]),
				aside: finding.outcomes.flatMap((id) => otherWords.get(id) ?? []),
				rows: narrowing.rowsOfFinding.get(finding) ?? [],
				certainty: narrowing.certaintyOf(finding),
				studies: finding.studies.filter((id) => isShownBy(finding, id))
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
	const design = {
		da: textsFor('da').knowledge.designs[study.design].name,
		en: textsFor('en').knowledge.designs[study.design].name
	};
	const title = study.title === null ? null : sameInBoth(study.title);
	const authors = sameInBoth(study.authors.map((author) => author.family).join(' '));
	return document('study', study, {
		title: title ?? authors,
		weight: title === null ? weights.name : weights.claim,
		passages: [study.mainFinding, study.population, ...study.cautions],
		about: [design, ...study.countries.map(countryName)],
		names: [authors, sameInBoth(`${study.year ?? study.citedYear}`)],
		aside: study.journal === null ? [] : [sameInBoth(study.journal)],
		rows,
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
		readonly rows: readonly Row[];
		readonly level?: Level;
		readonly certainty?: Certainty | null;
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
			...[...passages, ...(parts.aside ?? [])].map(weighing(weights.text))
		],
		rows: parts.rows,
		level: parts.level ?? null,
		certainty: parts.certainty ?? null,
		study: parts.study ?? null,
		studies: parts.studies ?? []
	};
}

function textOf(intervention: Intervention): readonly Localised[] {
	const { description, steps, mandate, effort, needs, duration, signs, followUp } = intervention;
	return [description, ...steps, mandate, effort, needs, duration, ...signs].concat(followUp ?? []);
}

function keysOf({ from }: Finding): readonly string[] {
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
