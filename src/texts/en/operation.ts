/** Operation: what whoever runs the system needs to see. */
export const operation: typeof import('#texts/da/operation.ts').operation = {
	title: 'Operation',
	lead: 'Where the data lies, whether mail leaves, and what is running.',
	address: 'Address',
	database: 'Database',
	databases: { embedded: 'Embedded, in the data directory', server: 'PostgreSQL server' },
	dataDirectory: 'Data directory',
	mail: 'Mail server',
	mailServer: (from) => `Set up. Mails are sent from ${from}.`,
	noMailServer: 'Not set up. Mails are laid in the data directory and in the outbox.',
	mails: 'Mails',
	mailCounts: (waiting, failed, uncertain) =>
		`${waiting} waiting, ${failed} could not be sent, ${uncertain} uncertain.`,
	evidence: 'Evidence base',
	evidenceVersion: (version) => `Version ${version}`,
	instruments: 'Questionnaires',
	openRounds: 'Open rounds',
	runtime: 'Runs on'
};
