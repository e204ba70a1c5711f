/** Videnbasens tilstand: siden for dem, der passer den. */
export const evidenceStatus = {
	title: 'Videnbasens tilstand',
	lead: (version: string) =>
		`Udgave ${version}. Her står, hvad der mangler, og hele basen på én side. Kun redaktører kan åbne siden.`,
	whoCanSee: 'Redaktører kan åbne denne side',
	rulesTitle: 'Regler for data',
	rulesKept: 'Alle regler er overholdt.',
	rulesBroken: (count: number) => (count === 1 ? 'Én regel er brudt.' : `Reglerne er brudt ${count} steder.`),
	problemColumns: { rule: 'Regel', record: 'Post', detail: 'Hvad der er galt' },
	atAGlance: 'Kort fortalt',
	statuses: { verified: 'slået efter', recalled: 'skrevet ned, ikke slået efter', unknown: 'ikke fundet' },
	studiesByStatus: 'Studier efter, om de er slået efter',
	byCertainty: 'Påstande og tiltag efter sikkerhed',
	allFindings: 'Alle påstande',
	interventionsAt: (level: string) => `Tiltag: ${level}`,
	status: 'Status',
	count: 'Antal',
	factorsTitle: 'Dækning af forholdene',
	factorColumns: { factor: 'Forhold', findings: 'Påstande', interventions: 'Tiltag', surest: 'Sikreste påstand' },
	unsureTitle: 'Skal slås efter',
	unsureLead:
		'Studier, hvor hele posten eller enkelte felter ikke er kontrolleret. Feltnavne og noter er de samme som i datafilerne.',
	unsureColumns: { study: 'Studie', status: 'Posten', recalled: 'Husket', unknown: 'Ukendt', note: 'Note' },
	mentionsTitle: 'Henvisninger, som ingen påstand bærer',
	mentionsLead: (uncovered: number, all: number) => `${uncovered} af vidensoversigtens ${all} henvisninger.`,
	mentionColumns: { study: 'Studie', lines: 'Linjer' },
	withoutTitle: 'Påstande, som ingen kilde bærer',
	withoutLead: (count: number) =>
		`${count} påstande står i vidensoversigten uden et studie, der tæller. De er vist med meget lav sikkerhed.`,
	findingsTitle: 'Alle påstande',
	findingColumns: { claim: 'Påstand', kind: 'Slags', certainty: 'Sikkerhed', counting: 'Tæller', cited: 'Nævnt' }
};
