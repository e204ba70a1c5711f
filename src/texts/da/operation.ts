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
	runtime: 'Kører på',
	program: 'Programmets version',
	schema: 'Databasens version',
	backup: 'Seneste sikkerhedskopi',
	backupAt: (moment: string, size: string, file: string) => `${moment}, ${size} MB: ${file}`,
	noBackup: 'Ingen er skrevet herfra. Se ledertrivsel backup.',
	retention: 'Seneste oprydning',
	noRetention: 'Ikke kørt endnu. Systemet rydder op hver nat.',
	metrics: 'Overvågning',
	metricsOn: '/health og /metrics svarer.',
	metricsOff: '/health svarer. /metrics er slået fra.',
	jobsHeading: 'Det, systemet gør af sig selv',
	noJobs: 'Køen er ikke startet endnu.',
	job: 'Opgave',
	jobRuns: 'Hvornår',
	jobDone: 'Sidst i orden',
	jobTrouble: 'Fejl i træk',
	never: 'ikke endnu',
	whenNeeded: 'når der er noget',
	cron: (cron: string) => cronWords(cron),
	jobNames: {
		'send-mails': 'Sender mails',
		'continue-openings': 'Laver nøgler til målinger, der åbner',
		'open-ballot-boxes': 'Åbner svarkasser',
		'keep-round-clocks': 'Minder om målinger og lukker dem',
		'read-returned-mail': 'Læser mails, der er kommet tilbage',
		'send-dialogue-reminders': 'Minder om dialogmøder',
		'send-assessment-warnings': 'Minder om fristen for APV',
		'send-check-ins': 'Spørger til skridt i planer',
		'send-boosters': 'Minder om at genopfriske tiltag',
		'remind-proposals': 'Minder om forslag uden svar',
		'check-round-keys': 'Ser efter målingers nøgler',
		'apply-retention': 'Sletter det, der er gemt længe nok'
	} as Readonly<Record<string, string>>
};

function cronWords(cron: string): string {
	const [minute = '', hour = ''] = cron.split(' ');
	if (/^\d+$/.test(minute) && /^\d+$/.test(hour)) return `hver dag kl. ${hour}.${minute.padStart(2, '0')}`;
	const every = /^\*\/(\d+)$/.exec(minute)?.[1];
	return every === undefined ? cron : `hvert ${every}. minut`;
}
