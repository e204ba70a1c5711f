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
	runtime: 'Runs on',
	program: 'Version of the program',
	schema: 'Version of the database',
	backup: 'Last backup',
	backupAt: (moment, size, file) => `${moment}, ${size} MB: ${file}`,
	noBackup: 'None was written from here. See ledertrivsel backup.',
	retention: 'Last tidying up',
	noRetention: 'Not yet. The system tidies up every night.',
	metrics: 'Monitoring',
	metricsOn: '/health and /metrics answer.',
	metricsOff: '/health answers. /metrics is switched off.',
	jobsHeading: 'What the system does by itself',
	noJobs: 'The queue has not been started yet.',
	job: 'Job',
	jobRuns: 'When',
	jobDone: 'Last went well',
	jobTrouble: 'Failures in a row',
	never: 'not yet',
	whenNeeded: 'when there is something',
	cron: (cron) => cronWords(cron),
	jobNames: {
		'send-mails': 'Sends e-mails',
		'continue-openings': 'Makes keys for rounds that open',
		'open-ballot-boxes': 'Opens ballot boxes',
		'keep-round-clocks': 'Reminds of rounds and closes them',
		'read-returned-mail': 'Reads e-mails that have come back',
		'send-dialogue-reminders': 'Reminds of dialogue meetings',
		'send-assessment-warnings': 'Reminds of the deadline of the APV',
		'send-check-ins': 'Asks about steps of plans',
		'send-boosters': 'Reminds of interventions that fade',
		'remind-proposals': 'Reminds of proposals without an answer',
		'check-round-keys': "Looks after rounds' keys",
		'apply-retention': 'Deletes what was kept long enough'
	}
};

function cronWords(cron: string): string {
	const [minute = '', hour = ''] = cron.split(' ');
	if (/^\d+$/.test(minute) && /^\d+$/.test(hour)) return `every day at ${hour}:${minute.padStart(2, '0')}`;
	const every = /^\*\/(\d+)$/.exec(minute)?.[1];
	return every === undefined ? cron : `every ${every} minutes`;
}
