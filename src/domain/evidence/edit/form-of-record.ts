// A record as the form shows it.
import type { EvidenceRecord, RecordEdit, RecordKind } from '#domain/evidence/apply-revisions.ts';
import { confidenceFields, fitQuestions } from '#domain/evidence/edit/record-fields.ts';
import {
	linesAsText,
	localisedListValues,
	localisedValues,
	type FormValues
} from '#domain/evidence/edit/form-values.ts';
import type { Finding, FindingFrom, Intervention, Study } from '#domain/evidence/evidence.ts';

/** Any one record with its kind. */
export type KindOfRecord =
	| { readonly kind: 'study'; readonly record: Study }
	| { readonly kind: 'finding'; readonly record: Finding }
	| { readonly kind: 'intervention'; readonly record: Intervention };

/** The values of every field of the form; the reader of forms gives the same record back. Throws nothing. */
export function formOfRecord(any: KindOfRecord): FormValues {
	switch (any.kind) {
		case 'finding':
			return formOfFinding(any.record);
		case 'study':
			return formOfStudy(any.record);
		case 'intervention':
			return formOfIntervention(any.record);
	}
}

/** The record of an edit, with its kind; null where the edit goes back to what is shipped. Throws nothing. */
export function recordOfEdit(edit: RecordEdit): KindOfRecord | null {
	if (edit.content === null) return null;
	switch (edit.kind) {
		case 'finding':
			return { kind: edit.kind, record: edit.content };
		case 'study':
			return { kind: edit.kind, record: edit.content };
		case 'intervention':
			return { kind: edit.kind, record: edit.content };
	}
}

/** The record of this kind and id, or null where there is none. Throws nothing. */
export function findRecord(
	base: {
		readonly studies: readonly Study[];
		readonly findings: readonly Finding[];
		readonly interventions: readonly Intervention[];
	},
	{ kind, id }: { readonly kind: RecordKind; readonly id: string }
): KindOfRecord | null {
	const named = <Entry extends EvidenceRecord>(records: readonly Entry[]) => records.find((record) => record.id === id);
	switch (kind) {
		case 'finding': {
			const record = named(base.findings);
			return record === undefined ? null : { kind, record };
		}
		case 'study': {
			const record = named(base.studies);
			return record === undefined ? null : { kind, record };
		}
		case 'intervention': {
			const record = named(base.interventions);
			return record === undefined ? null : { kind, record };
		}
	}
}

/** What a claim starts from, as one choice: "factor workload", "intervention", "research". Throws nothing. */
export function fromAsText(from: FindingFrom): string {
	switch (from.kind) {
		case 'factor':
			return from.subTheme === null ? `factor ${from.id}` : `factor ${from.id} ${from.subTheme}`;
		case 'intervention':
			return from.id === null ? 'intervention' : `intervention ${from.id}`;
		case 'outcome':
			return `outcome ${from.id}`;
		case 'research':
			return 'research';
	}
}

function formOfFinding(finding: Finding): FormValues {
	const standingOf = (study: string) => {
		if (finding.contradictedBy?.includes(study)) return 'contradicts';
		return finding.notShownBy?.includes(study) ? 'shows-less' : 'counts';
	};
	return {
		...localisedValues('claim', finding.claim),
		from: [fromAsText(finding.from)],
		outcomes: finding.outcomes,
		kind: [finding.kind],
		direction: [finding.direction],
		...localisedValues('moderator', finding.moderator),
		...localisedValues('population', finding.population),
		...Object.fromEntries(finding.studies.map((study) => [`studies.${study}`, [standingOf(study)]])),
		lines: [linesAsText(finding.lines)],
		...localisedValues('note', finding.note),
		certainty: [finding.certainty ?? '']
	};
}

function formOfStudy(study: Study): FormValues {
	const text = (value: string | number | null | undefined) => [value === null || value === undefined ? '' : `${value}`];
	const flag = (value: boolean | undefined) => (value === true ? ['yes'] : []);
	const answer = (value: boolean | null) => [value === null ? '' : value ? 'yes' : 'no'];
	return {
		status: [study.status],
		authors: [
			study.authors.map(({ family, given }) => (given === null ? family : `${family}, ${given}`)).join('\n')
		],
		year: text(study.year),
		citedYear: text(study.citedYear),
		title: text(study.title),
		publicationType: text(study.publicationType),
		journal: text(study.journal),
		volume: text(study.volume),
		issue: text(study.issue),
		pages: text(study.pages),
		publisher: text(study.publisher),
		doi: text(study.doi),
		url: text(study.url),
		design: [study.design],
		...localisedValues('population', study.population),
		...localisedValues('sampleSize', study.sampleSize),
		participants: text(study.participants),
		...localisedValues('mainFinding', study.mainFinding),
		...localisedListValues('cautions', study.cautions),
		countries: [study.countries.join(', ')],
		isInternational: flag(study.isInternational),
		isHealthCare: answer(study.isHealthCare),
		isAboutLeaders: answer(study.isAboutLeaders),
		isNordic: answer(study.isNordic),
		isPeerReviewed: answer(study.isPeerReviewed),
		isWeightedReview: flag(study.isWeightedReview),
		callsOwnEvidenceThin: flag(study.callsOwnEvidenceThin),
		role: [study.role],
		...Object.fromEntries(confidenceFields.map((field) => [`confidence.${field}`, text(study.confidence[field])])),
		ambiguity: text(study.ambiguity)
	};
}

function formOfIntervention(intervention: Intervention): FormValues {
	const { name, description, mandate, effort, needs, duration, followUp, boosterMonths } = intervention;
	return {
		...localisedValues('name', name),
		level: [intervention.level],
		...localisedValues('description', description),
		...localisedValues('mandate', mandate),
		...localisedListValues('steps', intervention.steps),
		...localisedValues('effort', effort),
		...localisedValues('needs', needs),
		...localisedValues('duration', duration),
		...localisedListValues('signs', intervention.signs),
		...Object.assign(
			{},
			...fitQuestions.map((question) => localisedValues(`fit.${question}`, intervention.fit[question]))
		),
		factors: intervention.factors,
		findings: intervention.findings,
		studies: intervention.studies,
		...localisedValues('followUp', followUp),
		boosterMonths: [boosterMonths === null ? '' : `${boosterMonths}`],
		lines: [linesAsText(intervention.lines)]
	};
}
