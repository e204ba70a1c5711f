// Every certainty of a base in one table that a reviewer reads: a change of the rule or of a record shows as a difference.
import { certaintyOf, certaintyOfIntervention } from '#domain/evidence/certainty.ts';
import type { CertaintyWithReasons } from '#domain/evidence/certainty.ts';
import type { EvidenceBase } from '#domain/evidence/evidence.ts';

export function certaintyTable(base: EvidenceBase): string {
	const findings = base.findings.map((finding) => row(finding.id, finding.studies, certaintyOf(finding, base.studies)));
	const interventions = base.interventions.map((intervention) =>
		row(intervention.id, intervention.studies, certaintyOfIntervention(intervention, base))
	);
	return [
		'# Certainty of every finding and intervention',
		'',
		'Written by `npm run evidence` from the records and the rule in `src/domain/evidence/certainty.ts`; a test compares.',
		'',
		'## Findings',
		'',
		...header('finding'),
		...findings,
		'',
		'## Interventions',
		'',
		...header('intervention'),
		...interventions,
		''
	].join('\n');
}

function header(of: string): readonly string[] {
	return [`| ${of} | certainty | reasons | works |`, '|---|---|---|---|'];
}

function row(id: string, studies: readonly string[], { certainty, reasons }: CertaintyWithReasons): string {
	return `| ${id} | ${certainty} | ${reasons.join(', ')} | ${studies.join(', ')} |`;
}
