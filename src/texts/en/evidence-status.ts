import type { evidenceStatus as danish } from '#texts/da/evidence-status.ts';

/** State of the evidence base: the page of those who keep it. */
export const evidenceStatus: typeof danish = {
	title: 'State of the evidence base',
	lead: (version) => `Version ${version}. What is missing, and the whole base on one page. Only editors can open it.`,
	whoCanSee: 'Editors can open this page',
	rulesTitle: 'Rules for the data',
	rulesKept: 'All rules are kept.',
	rulesBroken: (count) => (count === 1 ? 'One rule is broken.' : `Rules are broken in ${count} places.`),
	problemColumns: { rule: 'Rule', record: 'Record', detail: 'What is wrong' },
	atAGlance: 'At a glance',
	statuses: { verified: 'looked up', recalled: 'written down, not looked up', unknown: 'not found' },
	studiesByStatus: 'Studies by whether they were looked up',
	byCertainty: 'Claims and interventions by certainty',
	allFindings: 'All claims',
	interventionsAt: (level) => `Interventions: ${level}`,
	status: 'Status',
	count: 'Number',
	factorsTitle: 'How the factors are covered',
	factorColumns: { factor: 'Factor', findings: 'Claims', interventions: 'Interventions', surest: 'Surest claim' },
	unsureTitle: 'To be looked up',
	unsureLead:
		'Studies of which the whole record or single fields have not been checked. Names of fields and notes are those of the data files.',
	unsureColumns: { study: 'Study', status: 'The record', recalled: 'Recalled', unknown: 'Unknown', note: 'Note' },
	mentionsTitle: 'Citations that no claim carries',
	mentionsLead: (uncovered, all) => `${uncovered} of the overview’s ${all} citations.`,
	mentionColumns: { study: 'Study', lines: 'Lines' },
	withoutTitle: 'Claims that no source carries',
	withoutLead: (count) =>
		`${count} claims stand in the overview without a study that counts. They are shown with very low certainty.`,
	findingsTitle: 'All claims',
	findingColumns: { claim: 'Claim', kind: 'Kind', certainty: 'Certainty', counting: 'Counting', cited: 'Named' }
};
