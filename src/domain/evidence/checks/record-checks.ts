// Rules about single records and what they refer to.
import { doubted, idsOf } from '#domain/evidence/checks/evidence-problem.ts';
import type { EvidenceProblem } from '#domain/evidence/checks/evidence-problem.ts';
import type { EvidenceBase, Finding } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';

export function checkIdsAreUnique(base: EvidenceBase): readonly EvidenceProblem[] {
	const kinds = [base.factors, base.outcomes, base.studies, base.findings, base.interventions];
	return kinds.flatMap((records) => {
		const ids = records.map((record) => record.id);
		const repeated = ids.filter((id, place) => ids.indexOf(id) !== place);
		return repeated.map((id) => ({ rule: 'ids-are-unique', record: id, detail: 'two records have this id' }));
	});
}

export function checkReferencesResolve(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'references-resolve';
	const factors = idsOf(base.factors);
	const [outcomes, studies, findings] = [idsOf(base.outcomes), idsOf(base.studies), idsOf(base.findings)];
	const interventions = idsOf(base.interventions);
	const missing = (record: string, kind: string, names: readonly string[], known: ReadonlySet<string>) =>
		names.filter((name) => !known.has(name)).map((name) => ({ rule, record, detail: `no ${kind} "${name}"` }));
	return [
		...base.findings.flatMap((finding) => [
			...missing(finding.id, 'factor', finding.from.kind === 'factor' ? [finding.from.id] : [], factors),
			...missing(finding.id, 'intervention', interventionOf(finding), interventions),
			...missing(finding.id, 'outcome', finding.from.kind === 'outcome' ? [finding.from.id] : [], outcomes),
			...missing(finding.id, 'outcome', finding.outcomes, outcomes),
			...missing(finding.id, 'sub-theme of its factor', subThemeOf(finding), subThemesFor(finding, base)),
			...missing(finding.id, 'study', finding.studies, studies),
			...missing(finding.id, 'study of this finding', doubted(finding), new Set(finding.studies))
		]),
		...base.interventions.flatMap((intervention) => [
			...missing(intervention.id, 'factor', intervention.factors, factors),
			...missing(intervention.id, 'finding', intervention.findings, findings),
			...missing(intervention.id, 'study', intervention.studies, studies)
		]),
		...base.mentions.flatMap((mention) => missing('mentions', 'study', [mention.study], studies))
	];
}

export function checkOutcomesAreNamed(base: EvidenceBase): readonly EvidenceProblem[] {
	return base.findings
		.filter((finding) => finding.outcomes.length === 0 && finding.from.kind !== 'research')
		.map((finding) => ({ rule: 'outcomes-are-named', record: finding.id, detail: 'the claim leads to no outcome' }));
}

export function checkLanguagesAreFilled(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'languages-are-filled';
	const records = [...base.factors, ...base.outcomes, ...base.studies, ...base.findings, ...base.interventions];
	return records.flatMap((record) =>
		Object.entries(record).flatMap(([field, value]) =>
			textsIn(value)
				.filter((text) => text.da.trim() === '' || text.en.trim() === '')
				.map(() => ({ rule, record: record.id, detail: `"${field}" is empty in one language` }))
		)
	);
}

export function checkDoiIsVerified(base: EvidenceBase): readonly EvidenceProblem[] {
	return base.studies
		.filter((study) => study.doi !== null && study.confidence['DOI'] !== 'verified')
		.map((study) => ({ rule: 'doi-is-verified', record: study.id, detail: `${study.doi} is not verified` }));
}

export function checkDoiIsUnique(base: EvidenceBase): readonly EvidenceProblem[] {
	const holders = new Map<string, string>();
	return base.studies.flatMap(({ id, doi }) => {
		const key = doi?.toLowerCase();
		const holder = key === undefined ? undefined : holders.get(key);
		if (key !== undefined && holder === undefined) holders.set(key, id);
		return holder === undefined ? [] : [{ rule: 'doi-is-unique', record: id, detail: `${doi} is that of ${holder} too` }];
	});
}

export function checkUnknownClaimsNothing(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'unknown-claims-nothing';
	return base.studies
		.filter((study) => study.status === 'unknown')
		.filter((study) => study.title !== null || study.mainFinding !== null || study.design !== 'unknown')
		.map((study) => ({ rule, record: study.id, detail: 'a work that was not found has a title, design or finding' }));
}

function interventionOf({ from }: Finding): readonly string[] {
	return from.kind === 'intervention' && from.id !== null ? [from.id] : [];
}

function subThemeOf({ from }: Finding): readonly string[] {
	return from.kind === 'factor' && from.subTheme !== null ? [from.subTheme] : [];
}

function subThemesFor({ from }: Finding, base: EvidenceBase): ReadonlySet<string> {
	if (from.kind !== 'factor') return new Set();
	return idsOf(base.factors.filter((factor) => factor.id === from.id).flatMap((factor) => factor.subThemes));
}

/** Every text in a field, however deep it lies. */
function textsIn(value: unknown): readonly Localised[] {
	if (typeof value !== 'object' || value === null) return [];
	return isLocalised(value) ? [value] : Object.values(value).flatMap(textsIn);
}

function isLocalised(value: object): value is Localised {
	return 'da' in value && 'en' in value && typeof value.da === 'string' && typeof value.en === 'string';
}
