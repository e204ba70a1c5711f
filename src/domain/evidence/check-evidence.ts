// What must hold of the evidence base beyond its schema: one small checker for each rule.
import type { EvidenceBase, Finding, Level } from '#domain/evidence/evidence.ts';
import type { Localised } from '#domain/language/localised.ts';

/** A break of one rule: which rule, in which record, and what is wrong (in English, for editors and programmers). */
export type EvidenceProblem = { readonly rule: string; readonly record: string; readonly detail: string };

type Checker = (base: EvidenceBase) => readonly EvidenceProblem[];

/** The overview has this many lines. */
export const overviewLineCount = 1490;

const levels: readonly Level[] = ['organisation', 'group', 'leadership', 'individual'];
const fewestInterventions = 20;
const fewestFindings = 2;
const factorsOfEachKind = 6;

/** Each rule by name. A test plants an error against every one of them. */
export const evidenceCheckers = {
	'ids-are-unique': checkIdsAreUnique,
	'factors-are-complete': checkFactorsAreComplete,
	'references-resolve': checkReferencesResolve,
	'claims-have-a-source': checkClaimsHaveASource,
	'factors-have-findings': checkFactorsHaveFindings,
	'interventions-cover-levels': checkInterventionsCoverLevels,
	'factors-can-be-met': checkFactorsCanBeMet,
	'languages-are-filled': checkLanguagesAreFilled,
	'doi-is-verified': checkDoiIsVerified,
	'unknown-claims-nothing': checkUnknownClaimsNothing,
	'studies-are-used': checkStudiesAreUsed,
	'lines-are-in-overview': checkLinesAreInOverview,
	'lines-name-the-study': checkLinesNameTheStudy,
	'doubts-are-noted': checkDoubtsAreNoted,
	'intervention-studies-count': checkInterventionStudiesCount
} as const satisfies Record<string, Checker>;

export type EvidenceRule = keyof typeof evidenceCheckers;

/**
 * All breaks of the rules above.
 *
 * Shape: one whole base. Missing: an absent list of mention lines skips the comparison for that study.
 * Returns the problems rule by rule; none where all is well. Throws nothing.
 */
export function checkEvidence(base: EvidenceBase): readonly EvidenceProblem[] {
	return Object.values(evidenceCheckers).flatMap((check) => check(base));
}

function checkIdsAreUnique(base: EvidenceBase): readonly EvidenceProblem[] {
	const kinds = [base.factors, base.outcomes, base.studies, base.findings, base.interventions];
	return kinds.flatMap((records) => {
		const ids = records.map((record) => record.id);
		const repeated = ids.filter((id, place) => ids.indexOf(id) !== place);
		return repeated.map((id) => ({ rule: 'ids-are-unique', record: id, detail: 'two records have this id' }));
	});
}

function checkFactorsAreComplete(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'factors-are-complete';
	return (['risk', 'resource'] as const).flatMap((kind) => {
		const orders = base.factors.filter((factor) => factor.kind === kind).map((factor) => factor.order);
		const expected = Array.from({ length: factorsOfEachKind }, (_, place) => place + 1);
		const isComplete = orders.length === factorsOfEachKind && expected.every((order) => orders.includes(order));
		return isComplete ? [] : [{ rule, record: kind, detail: `orders are ${orders.join(', ')}, not 1 to 6` }];
	});
}

function checkReferencesResolve(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'references-resolve';
	const factors = idsOf(base.factors);
	const [outcomes, studies, findings] = [idsOf(base.outcomes), idsOf(base.studies), idsOf(base.findings)];
	const missing = (record: string, kind: string, names: readonly string[], known: ReadonlySet<string>) =>
		names.filter((name) => !known.has(name)).map((name) => ({ rule, record, detail: `no ${kind} "${name}"` }));
	return [
		...base.findings.flatMap((finding) => [
			...missing(finding.id, 'factor', finding.factor === null ? [] : [finding.factor], factors),
			...missing(finding.id, 'outcome', finding.outcomes, outcomes),
			...missing(finding.id, 'study', finding.studies, studies),
			...missing(finding.id, 'study of this finding', doubted(finding), new Set(finding.studies))
		]),
		...base.interventions.flatMap((intervention) => [
			...missing(intervention.id, 'factor', intervention.factors, factors),
			...missing(intervention.id, 'finding', intervention.findings, findings),
			...missing(intervention.id, 'study', intervention.studies, studies)
		])
	];
}

function checkClaimsHaveASource(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'claims-have-a-source';
	return [...base.findings, ...base.interventions].flatMap(({ id, studies, overviewLines }) => [
		...(studies.length === 0 ? [{ rule, record: id, detail: 'no study' }] : []),
		...(overviewLines.length === 0 ? [{ rule, record: id, detail: 'no line of the overview' }] : [])
	]);
}

function checkFactorsHaveFindings(base: EvidenceBase): readonly EvidenceProblem[] {
	return base.factors.flatMap((factor) => {
		const count = base.findings.filter((finding) => finding.factor === factor.id).length;
		if (count >= fewestFindings) return [];
		return [{ rule: 'factors-have-findings', record: factor.id, detail: `${count} findings, fewer than two` }];
	});
}

function checkInterventionsCoverLevels(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'interventions-cover-levels';
	const count = base.interventions.length;
	const tooFew = count < fewestInterventions ? [{ rule, record: 'interventions', detail: `only ${count}` }] : [];
	const bare = levels.filter((level) => !base.interventions.some((intervention) => intervention.level === level));
	return [...tooFew, ...bare.map((level) => ({ rule, record: level, detail: 'no intervention at this level' }))];
}

function checkFactorsCanBeMet(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'factors-can-be-met';
	return base.factors.flatMap((factor) => {
		const meeting = base.interventions.filter((intervention) => intervention.factors.includes(factor.id));
		const byOrganisation = meeting.some((intervention) => intervention.level === 'organisation');
		const byOthers = meeting.some(({ level }) => level === 'group' || level === 'leadership');
		return [
			...(byOrganisation ? [] : [{ rule, record: factor.id, detail: 'no intervention of the organisation' }]),
			...(byOthers ? [] : [{ rule, record: factor.id, detail: 'no intervention of a group or its managers' }])
		];
	});
}

function checkLanguagesAreFilled(base: EvidenceBase): readonly EvidenceProblem[] {
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

function checkDoiIsVerified(base: EvidenceBase): readonly EvidenceProblem[] {
	return base.studies
		.filter((study) => study.doi !== null && study.confidence['DOI'] !== 'verified')
		.map((study) => ({ rule: 'doi-is-verified', record: study.id, detail: `${study.doi} is not verified` }));
}

function checkUnknownClaimsNothing(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'unknown-claims-nothing';
	return base.studies
		.filter((study) => study.status === 'unknown')
		.filter((study) => study.title !== null || study.mainFinding !== null || study.design !== 'unknown')
		.map((study) => ({ rule, record: study.id, detail: 'a work that was not found has a title, design or finding' }));
}

function checkStudiesAreUsed(base: EvidenceBase): readonly EvidenceProblem[] {
	const used = new Set([...base.findings, ...base.interventions].flatMap((record) => record.studies));
	return base.studies
		.filter((study) => !used.has(study.id))
		.map((study) => ({ rule: 'studies-are-used', record: study.id, detail: 'no finding or intervention names it' }));
}

function checkLinesAreInOverview(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'lines-are-in-overview';
	const isOutside = (line: number) => !Number.isInteger(line) || line < 1 || line > overviewLineCount;
	return [...base.factors, ...base.findings, ...base.interventions].flatMap((record) =>
		record.overviewLines.filter(isOutside).map((line) => ({ rule, record: record.id, detail: `line ${line}` }))
	);
}

function checkLinesNameTheStudy(base: EvidenceBase): readonly EvidenceProblem[] {
	return base.findings.flatMap((finding) => linesThatDisagree(finding, base));
}

function linesThatDisagree(finding: Finding, base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'lines-name-the-study';
	const cited = base.studies.filter((study) => finding.studies.includes(study.id));
	const unnamed = cited
		.filter((study) => study.mentionLines?.every((line) => !finding.overviewLines.includes(line)))
		.map((study) => ({ rule, record: finding.id, detail: `no line of the finding mentions ${study.id}` }));
	if (cited.some((study) => study.mentionLines === undefined)) return unnamed;
	const stray = finding.overviewLines
		.filter((line) => !cited.some((study) => study.mentionLines?.includes(line)))
		.map((line) => ({ rule, record: finding.id, detail: `line ${line} mentions none of its studies` }));
	return [...unnamed, ...stray];
}

function checkDoubtsAreNoted(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'doubts-are-noted';
	const unverified = idsOf(base.studies.filter((study) => study.status !== 'verified'));
	return base.findings
		.filter((finding) => finding.note === null)
		.filter((finding) => doubted(finding).length > 0 || finding.studies.some((id) => unverified.has(id)))
		.map((finding) => ({ rule, record: finding.id, detail: 'a study shows less or is not verified, without a note' }));
}

function checkInterventionStudiesCount(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'intervention-studies-count';
	const verified = idsOf(base.studies.filter((study) => study.status === 'verified'));
	return base.interventions.flatMap((intervention) => {
		const findings = base.findings.filter((finding) => intervention.findings.includes(finding.id));
		const shown = findings.flatMap((finding) => finding.studies.filter((id) => !doubted(finding).includes(id)));
		return intervention.studies
			.filter((study) => !shown.includes(study) || !verified.has(study))
			.map((study) => ({ rule, record: intervention.id, detail: `${study} does not show any of its findings` }));
	});
}

function doubted(finding: Finding): readonly string[] {
	return [...(finding.notShownBy ?? []), ...(finding.contradictedBy ?? [])];
}

function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
	return new Set(records.map((record) => record.id));
}

function textsIn(value: unknown): readonly Localised[] {
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isLocalised(value) ? [value] : [];
}

function isLocalised(value: unknown): value is Localised {
	if (typeof value !== 'object' || value === null || !('da' in value) || !('en' in value)) return false;
	return typeof value.da === 'string' && typeof value.en === 'string';
}
