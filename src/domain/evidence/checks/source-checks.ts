// Rules about where a claim comes from: its works, their places in the overview, and how far they carry it.
import { certaintyOf } from '#domain/evidence/certainty.ts';
import { doubted, idsOf } from '#domain/evidence/checks/evidence-problem.ts';
import type { EvidenceProblem } from '#domain/evidence/checks/evidence-problem.ts';
import type { EvidenceBase, Finding, LineRange } from '#domain/evidence/evidence.ts';
import { covers, mentionsOf, uncoveredMentions } from '#domain/evidence/lines.ts';

/** The overview has this many lines. */
export const overviewLineCount = 1490;

export function checkClaimsHaveASource(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'claims-have-a-source';
	const cited = new Set(base.mentions.map((mention) => mention.study));
	return [...base.findings, ...base.interventions].flatMap(({ id, studies, lines }) => {
		// A claim from works that the overview does not cite has no place in it.
		const isFromOverview = studies.length === 0 || studies.some((study) => cited.has(study));
		return [
			...(studies.length === 0 ? [{ rule, record: id, detail: 'no study' }] : []),
			...(isFromOverview && lines.length === 0 ? [{ rule, record: id, detail: 'no line of the overview' }] : [])
		];
	});
}

export function checkStudiesAreUsed(base: EvidenceBase): readonly EvidenceProblem[] {
	const used = new Set([...base.findings, ...base.interventions].flatMap((record) => record.studies));
	return base.studies
		.filter((study) => !used.has(study.id))
		.map((study) => ({ rule: 'studies-are-used', record: study.id, detail: 'no finding or intervention names it' }));
}

export function checkLinesAreInOverview(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'lines-are-in-overview';
	const isOutside = ([first, last]: LineRange) =>
		!Number.isInteger(first) || !Number.isInteger(last) || first < 1 || last > overviewLineCount || first > last;
	const problems = (record: string, ranges: readonly LineRange[]) =>
		ranges.filter(isOutside).map(([first, last]) => ({ rule, record, detail: `lines ${first} to ${last}` }));
	return [
		...[...base.factors, ...base.findings, ...base.interventions].flatMap(({ id, lines }) => problems(id, lines)),
		...base.mentions.flatMap((mention) => problems('mentions', [mention.lines]))
	];
}

export function checkLinesNameTheStudy(base: EvidenceBase): readonly EvidenceProblem[] {
	return base.findings.flatMap((finding) => linesThatDisagree(finding, base));
}

/** Works from outside the overview have no place in it; where a finding names one, its lines may be about anything. */
function linesThatDisagree(finding: Finding, base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'lines-name-the-study';
	const cited = finding.studies.map((id) => ({ id, mentions: mentionsOf({ id }, base) }));
	const stands = ({ mentions }: (typeof cited)[number], range: LineRange) =>
		mentions.some((mention) => covers(range, mention.lines));
	const unnamed = cited
		.filter((study) => study.mentions.length > 0 && !finding.lines.some((range) => stands(study, range)))
		.map((study) => ({ rule, record: finding.id, detail: `no line of the finding mentions ${study.id}` }));
	if (cited.some((study) => study.mentions.length === 0)) return unnamed;
	const stray = finding.lines
		.filter((range) => !cited.some((study) => stands(study, range)))
		.map(([first, last]) => ({
			rule,
			record: finding.id,
			detail: `lines ${first} to ${last} mention none of its studies`
		}));
	return [...unnamed, ...stray];
}

export function checkMentionsAreCarried(base: EvidenceBase): readonly EvidenceProblem[] {
	return uncoveredMentions(base).map(({ study, lines: [first, last] }) => ({
		rule: 'mentions-are-carried',
		record: study,
		detail: `no finding carries its mention at lines ${first} to ${last}`
	}));
}

export function checkDoubtsAreNoted(base: EvidenceBase): readonly EvidenceProblem[] {
	const rule = 'doubts-are-noted';
	const unverified = idsOf(base.studies.filter((study) => study.status !== 'verified'));
	return base.findings
		.filter((finding) => finding.note === null)
		.filter((finding) => doubted(finding).length > 0 || finding.studies.some((id) => unverified.has(id)))
		.map((finding) => ({ rule, record: finding.id, detail: 'a study shows less or is not verified, without a note' }));
}

export function checkInterventionStudiesCount(base: EvidenceBase): readonly EvidenceProblem[] {
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

export function checkCertaintyFollowsTheRule(base: EvidenceBase): readonly EvidenceProblem[] {
	return base.findings.flatMap((finding) => {
		if (finding.certainty === undefined) return [];
		const { certainty, reasons } = certaintyOf(finding, base.studies);
		if (certainty === finding.certainty) return [];
		const detail = `certainty is said to be ${finding.certainty}, and the rule gives ${certainty} (${reasons.join(', ')})`;
		return [{ rule: 'certainty-follows-the-rule', record: finding.id, detail }];
	});
}
