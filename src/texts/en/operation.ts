/** Operation: what whoever runs the system needs to see. */
export const operation: typeof import('#texts/da/operation.ts').operation = {
	title: 'Operation',
	lead: 'Where the data are, whether e-mail gets out, and what is running.',
	address: 'Address',
	database: 'Database',
	databases: { embedded: 'Embedded, in the data directory', server: 'PostgreSQL server' },
	dataDirectory: 'Data directory',
	mail: 'Mail server',
	mailServer: (from) => `Set up. E-mail is sent from ${from}.`,
	noMailServer: 'Not set up. E-mails are put in the data directory and in the outbox.',
	mails: 'E-mails',
	mailCounts: (waiting, failed, uncertain) =>
		`${waiting} waiting, ${failed} could not be sent, ${uncertain} perhaps sent.`,
	evidence: 'Evidence base',
	evidenceVersion: (version) => `Version ${version}`,
	instruments: 'Questionnaires',
	openRounds: 'Open rounds',
	runtime: 'Runs on'
};
