/** Drift: det, den, der driver systemet, skal kunne se. */
export const operation = {
	title: 'Drift',
	lead: 'Hvor data ligger, om mails kommer af sted, og hvad der kører.',
	address: 'Adresse',
	database: 'Database',
	databases: { embedded: 'Indbygget, i datamappen', server: 'PostgreSQL-server' },
	dataDirectory: 'Datamappe',
	mail: 'Mailserver',
	mailServer: (from: string) => `Sat op. Mails sendes fra ${from}.`,
	noMailServer: 'Ikke sat op. Mails bliver lagt i datamappen og i udbakken.',
	mails: 'Mails',
	mailCounts: (waiting: number, failed: number, uncertain: number) =>
		`${waiting} venter, ${failed} kunne ikke sendes, ${uncertain} er måske sendt.`,
	evidence: 'Videnbase',
	evidenceVersion: (version: string) => `Udgave ${version}`,
	instruments: 'Spørgeskemaer',
	openRounds: 'Åbne målinger',
	runtime: 'Kører på'
};
