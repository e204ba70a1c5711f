// What a record can be narrowed down by. A record has one row for each way in which it holds together: a finding one
// for each study behind it, a study one for each finding or intervention that it stands behind. It passes a choice of
// filters where one row passes all of them, so that "Sweden" and "interviews" mean Swedish interviews.
import type { Certainty, EvidenceBase, Finding, Intervention, Study } from '#domain/evidence/evidence.ts';
import { certaintyOf, certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import { standingOf } from '#domain/evidence/standing.ts';

export const facetNames = ['level', 'factor', 'design', 'country', 'certainty'] as const;
export type FacetName = (typeof facetNames)[number];

/** Values of one row by facet, as in `facetNames`. */
export type Row = readonly (readonly string[])[];

export type Narrowing = {
	readonly rowsOfFinding: ReadonlyMap<Finding, readonly Row[]>;
	readonly rowsOfIntervention: ReadonlyMap<Intervention, readonly Row[]>;
	readonly rowsOfStudy: (study: Study) => readonly Row[];
	/** Of a factor: those of its findings and interventions. */
	readonly rowsOfFactor: (id: string) => readonly Row[];
	/** Of an outcome: those of the findings that touch it. */
	readonly rowsOfOutcome: (id: string) => readonly Row[];
	readonly certaintyOf: (record: Finding | Intervention) => Certainty | null;
	/** Whether at least one work counts for the claim. */
	/** The studies that count for a finding. */
	readonly studiesBehind: (finding: Finding) => readonly Study[];
};

/** Reads the base once, so that a base many times as large takes as many times as long. */
export function narrowingOf(base: EvidenceBase): Narrowing {
	const studies = new Map(base.studies.map((study) => [study.id, study]));
	const findings = new Map(base.findings.map((finding) => [finding.id, finding]));
	const interventions = new Map(base.interventions.map((intervention) => [intervention.id, intervention]));
	const named = <T>(ids: readonly string[], records: ReadonlyMap<string, T>) =>
		ids.flatMap((id) => records.get(id) ?? []);
	/** A study that was not looked up, is only cited for a claim, or says otherwise, does not stand behind it. */
	const studiesBehind = (finding: Finding) =>
		named(finding.studies, studies).filter((study) => standingOf(study, finding) === 'counts');
	const interventionsOf = groupBy(base.interventions, (intervention) => intervention.findings);

	const certainties = new Map<Finding | Intervention, Certainty>();
	const rowsOfFinding = new Map<Finding, readonly Row[]>();
	for (const finding of base.findings) {
		const { certainty } = certaintyOf(finding, named(finding.studies, studies));
		certainties.set(finding, certainty);
		const { from } = finding;
		const own = from.kind === 'intervention' ? named([from.id ?? ''], interventions) : [];
		const levels = distinct([...own, ...(interventionsOf.get(finding.id) ?? [])].map(({ level }) => level));
		const factors = from.kind === 'factor' ? [from.id] : distinct(own.flatMap((intervention) => intervention.factors));
		const behind = studiesBehind(finding);
		rowsOfFinding.set(finding, rowsOver(behind, { levels, factors, certainty }));
	}
	const rowsOfIntervention = new Map<Intervention, readonly Row[]>();
	for (const intervention of base.interventions) {
		const own = named(intervention.findings, findings);
		const cited = named(distinct(own.flatMap((finding) => finding.studies)), studies);
		const { certainty } = certaintyOfIntervention(intervention, { findings: own, studies: cited });
		certainties.set(intervention, certainty);
		const { level, factors } = intervention;
		rowsOfIntervention.set(
			intervention,
			rowsOver(named(intervention.studies, studies), { levels: [level], factors, certainty })
		);
	}

	const findingsOfStudy = groupBy(base.findings, (finding) => studiesBehind(finding).map(({ id }) => id));
	const interventionsOfStudy = groupBy(base.interventions, (intervention) => intervention.studies);
	const findingsOfFactor = groupBy(base.findings, ({ from }) => (from.kind === 'factor' ? [from.id] : []));
	const interventionsOfFactor = groupBy(base.interventions, (intervention) => intervention.factors);
	const findingsOfOutcome = groupBy(base.findings, (finding) => finding.outcomes);
	const rowsOf = (own: readonly Finding[] = [], other: readonly Intervention[] = []) => [
		...own.flatMap((finding) => rowsOfFinding.get(finding) ?? []),
		...other.flatMap((intervention) => rowsOfIntervention.get(intervention) ?? [])
	];
	return {
		rowsOfFinding,
		rowsOfIntervention,
		rowsOfStudy: (study) => {
			const rows = rowsOf(findingsOfStudy.get(study.id), interventionsOfStudy.get(study.id));
			const bare: Row = [[], [], [], [], []];
			return distinctRows(
				(rows.length === 0 ? [bare] : rows).map(([level = [], factor = [], , , certainty = []]) => [
					level,
					factor,
					[study.design],
					study.countries,
					certainty
				])
			);
		},
		rowsOfFactor: (id) =>
			distinctRows(
				rowsOf(findingsOfFactor.get(id), interventionsOfFactor.get(id)).map(
					([level = [], , design = [], country = [], certainty = []]) => [level, [id], design, country, certainty]
				)
			),
		rowsOfOutcome: (id) => distinctRows(rowsOf(findingsOfOutcome.get(id))),
		certaintyOf: (record) => certainties.get(record) ?? null,
		studiesBehind
	};
}

function rowsOver(
	behind: readonly Study[],
	own: { readonly levels: readonly string[]; readonly factors: readonly string[]; readonly certainty: Certainty }
): readonly Row[] {
	if (behind.length === 0) return [[own.levels, own.factors, [], [], [own.certainty]]];
	return distinctRows(
		behind.map((study) => [own.levels, own.factors, [study.design], study.countries, [own.certainty]])
	);
}

function groupBy<T>(records: readonly T[], idsOf: (record: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const record of records) {
		for (const id of idsOf(record)) {
			const group = groups.get(id);
			if (group === undefined) groups.set(id, [record]);
			else group.push(record);
		}
	}
	return groups;
}

function distinct<T>(values: readonly T[]): readonly T[] {
	return [...new Set(values)];
}

function distinctRows(rows: readonly Row[]): readonly Row[] {
	return [...new Map(rows.map((row) => [row.map((values) => values.join()).join(';'), row])).values()];
}
