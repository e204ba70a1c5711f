// The form that an editor sent becomes a record, or a list of what cannot be read in it.
import type { RecordKind } from '#domain/evidence/apply-revisions.ts';
import type { KindOfRecord } from '#domain/evidence/edit/form-of-record.ts';
import {
	createFormReader,
	type FieldProblem,
	type FormReader,
	type FormValues
} from '#domain/evidence/edit/form-values.ts';
import {
	confidenceFields,
	confidences,
	directions,
	findingKinds,
	publicationTypes,
	standings,
	statuses,
	studyDesigns,
	studyRoles
} from '#domain/evidence/edit/record-fields.ts';
import type { EvidenceBase, Finding, FindingFrom, Intervention, Study } from '#domain/evidence/evidence.ts';
import { certaintiesInOrder, levelsInOrder } from '#domain/evidence/order.ts';

export type RecordOfForm =
	| { readonly kind: 'read'; readonly read: KindOfRecord }
	| { readonly kind: 'unreadable'; readonly problems: readonly FieldProblem[] };

/**
 * Reads a form. Whether what it says is true to the rules is for `checkEvidence`; here it must only be a record.
 *
 * Shape: `original` is the record that was opened, or null for a new one; its order of fields is kept.
 * Returns the record, or every problem with its field. Throws nothing.
 */
export function recordOfForm(
	{ kind, id }: { readonly kind: RecordKind; readonly id: string },
	values: FormValues,
	{ base, original }: { readonly base: EvidenceBase; readonly original: KindOfRecord | null }
): RecordOfForm {
	const form = createFormReader(values);
	const read = readRecord({ kind, id }, form, { base, original });
	if (form.problems.length > 0) return { kind: 'unreadable', problems: form.problems };
	if (original?.kind === 'finding' && read.kind === 'finding')
		return { kind: 'read', read: { kind: 'finding', record: inOrderOf(original.record, read.record) } };
	if (original?.kind === 'study' && read.kind === 'study')
		return { kind: 'read', read: { kind: 'study', record: inOrderOf(original.record, read.record) } };
	if (original?.kind === 'intervention' && read.kind === 'intervention')
		return { kind: 'read', read: { kind: 'intervention', record: inOrderOf(original.record, read.record) } };
	return { kind: 'read', read };
}

/** A record of which nothing is known yet: every field is there, as empty as its kind allows. Throws nothing. */
export function standInRecord(key: { readonly kind: RecordKind; readonly id: string }, base: EvidenceBase): KindOfRecord {
	return readRecord(key, createFormReader({}), { base, original: null });
}

function readRecord(
	{ kind, id }: { readonly kind: RecordKind; readonly id: string },
	form: FormReader,
	{ base, original }: { readonly base: EvidenceBase; readonly original: KindOfRecord | null }
): KindOfRecord {
	switch (kind) {
		case 'finding':
			return { kind, record: readFinding(id, form, { base, original: original?.kind === kind ? original.record : null }) };
		case 'study':
			return { kind, record: readStudy(id, form) };
		case 'intervention':
			return {
				kind,
				record: readIntervention(id, form, { base, original: original?.kind === kind ? original.record : null })
			};
	}
}

function readFinding(
	id: string,
	form: FormReader,
	{ base, original }: { readonly base: EvidenceBase; readonly original: Finding | null }
): Finding {
	// Those that were there keep their order, and a study that the base does not hold is not lost silently.
	const cited = [...new Set([...(original?.studies ?? []), ...base.studies.map((study) => study.id)])].flatMap((study) => {
		const standing = form.optionalChoice(`studies.${study}`, standings);
		return standing === null ? [] : [{ study, standing }];
	});
	const standingAs = (wanted: (typeof standings)[number], before?: readonly string[]) =>
		inOrderOfBefore(
			before,
			cited.filter(({ standing }) => standing === wanted).map(({ study }) => study)
		);
	const notShownBy = standingAs('shows-less', original?.notShownBy);
	const contradictedBy = standingAs('contradicts', original?.contradictedBy);
	const certainty = form.optionalChoice('certainty', certaintiesInOrder);
	return {
		id,
		version: 1,
		from: readFrom(form, base),
		outcomes: inOrderOfBefore(original?.outcomes, form.chosen('outcomes')),
		kind: form.choice('kind', findingKinds),
		direction: form.choice('direction', directions),
		claim: form.localised('claim'),
		moderator: form.optionalLocalised('moderator'),
		population: form.localised('population'),
		studies: cited.map(({ study }) => study),
		...(notShownBy.length === 0 ? {} : { notShownBy }),
		...(contradictedBy.length === 0 ? {} : { contradictedBy }),
		lines: form.lines('lines'),
		note: form.optionalLocalised('note'),
		...(certainty === null ? {} : { certainty })
	};
}

function readFrom(form: FormReader, base: EvidenceBase): FindingFrom {
	const [kind, id = null, subTheme = null] = form.text('from').split(' ');
	const isKnown = (records: readonly { readonly id: string }[]) => records.some((record) => record.id === id);
	const factor = base.factors.find((one) => one.id === id);
	if (kind === 'factor' && factor !== undefined) {
		if (subTheme !== null && !factor.subThemes.some((theme) => theme.id === subTheme))
			form.fault('from', 'not-chosen', form.text('from'));
		return { kind, id: factor.id, subTheme };
	}
	if (kind === 'intervention' && (id === null || isKnown(base.interventions))) return { kind, id };
	if (kind === 'outcome' && id !== null && isKnown(base.outcomes)) return { kind, id };
	if (kind !== 'research') form.fault('from', 'not-chosen', form.text('from'));
	return { kind: 'research' };
}

function readStudy(id: string, form: FormReader): Study {
	const doi = form.optionalText('doi');
	const url = form.optionalText('url');
	if (doi !== null && !/^10\.\d{4,9}\/\S+$/.test(doi)) form.fault('doi', 'doi-unreadable', doi);
	if (url !== null && !/^https:\/\/\S+$/.test(url)) form.fault('url', 'address-unreadable', url);
	const callsOwnEvidenceThin = form.flag('callsOwnEvidenceThin');
	return {
		id,
		version: 1,
		status: form.choice('status', statuses),
		authors: readAuthors(form),
		year: form.optionalNumber('year'),
		citedYear: form.number('citedYear'),
		title: form.optionalText('title'),
		journal: form.optionalText('journal'),
		volume: form.optionalText('volume'),
		issue: form.optionalText('issue'),
		pages: form.optionalText('pages'),
		doi,
		url,
		design: form.choice('design', studyDesigns),
		population: form.optionalLocalised('population'),
		isHealthCare: form.answer('isHealthCare'),
		isAboutLeaders: form.answer('isAboutLeaders'),
		isNordic: form.answer('isNordic'),
		isPeerReviewed: form.answer('isPeerReviewed'),
		countries: readCountries(form),
		isInternational: form.flag('isInternational'),
		sampleSize: form.optionalLocalised('sampleSize'),
		participants: form.optionalNumber('participants'),
		mainFinding: form.optionalLocalised('mainFinding'),
		confidence: Object.fromEntries(
			confidenceFields.flatMap((field) => {
				const confidence = form.optionalChoice(`confidence.${field}`, confidences);
				return confidence === null ? [] : [[field, confidence]];
			})
		),
		cautions: form.localisedList('cautions'),
		ambiguity: form.optionalText('ambiguity'),
		isWeightedReview: form.flag('isWeightedReview'),
		...(callsOwnEvidenceThin ? { callsOwnEvidenceThin } : {}),
		role: form.choice('role', studyRoles),
		publicationType: form.optionalChoice('publicationType', publicationTypes),
		publisher: form.optionalText('publisher')
	};
}

/** One a line: "Family, Given". */
function readAuthors(form: FormReader): Study['authors'] {
	const lines = form.linesOf('authors');
	if (lines.length === 0) form.fault('authors', 'missing');
	return lines.map((line) => {
		const [family = '', ...rest] = line.split(',');
		const given = rest.join(',').trim();
		if (family.trim() === '') form.fault('authors', 'author-unreadable', line);
		return { family: family.trim(), given: given === '' ? null : given };
	});
}

function readCountries(form: FormReader): readonly string[] {
	const codes = form
		.text('countries')
		.split(/[,;\s]+/)
		.filter((code) => code !== '')
		.map((code) => code.toUpperCase());
	for (const code of codes) if (!/^[A-Z]{2}$/.test(code)) form.fault('countries', 'country-unreadable', code);
	return [...new Set(codes)];
}

function readIntervention(
	id: string,
	form: FormReader,
	{ base, original }: { readonly base: EvidenceBase; readonly original: Intervention | null }
): Intervention {
	const factors = inOrderOfBefore(original?.factors, form.chosen('factors'));
	return {
		id,
		version: 1,
		level: form.choice('level', levelsInOrder),
		name: form.localised('name'),
		description: form.localised('description'),
		mandate: form.localised('mandate'),
		steps: form.localisedList('steps'),
		effort: form.localised('effort'),
		needs: form.localised('needs'),
		duration: form.localised('duration'),
		signs: form.localisedList('signs'),
		fit: {
			intervention: form.localised('fit.intervention'),
			organisation: form.localised('fit.organisation'),
			participants: form.localised('fit.participants'),
			facilitator: form.localised('fit.facilitator'),
			context: form.localised('fit.context')
		},
		factors: factors.flatMap((wanted) => base.factors.filter(({ id: known }) => known === wanted).map((one) => one.id)),
		findings: inOrderOfBefore(original?.findings, form.chosen('findings')),
		studies: inOrderOfBefore(original?.studies, form.chosen('studies')),
		followUp: form.optionalLocalised('followUp'),
		boosterMonths: form.optionalNumber('boosterMonths'),
		lines: form.lines('lines')
	};
}

/** A list on a page has the order of the page: what was there before keeps its own, and what is new comes last. */
function inOrderOfBefore(before: readonly string[] = [], chosen: readonly string[]): readonly string[] {
	return [...before.filter((id) => chosen.includes(id)), ...chosen.filter((id) => !before.includes(id))];
}

/** An export differs from what was shipped only where something was changed. */
function inOrderOf<Entry extends object>(original: Entry, read: Entry): Entry {
	const record = { ...original, ...read };
	for (const field of Object.keys(original)) if (!(field in read)) Reflect.deleteProperty(record, field);
	const wasAbsent = (field: string) => !(field in original) && Reflect.get(record, field) === null;
	for (const field of Object.keys(record)) if (wasAbsent(field)) Reflect.deleteProperty(record, field);
	return record;
}
