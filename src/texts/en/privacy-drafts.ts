/** Drafts of the impact assessment, the record of processing and the accessibility statement. */
import type { DraftSection, PrivacyFacts } from '#domain/privacy/privacy-draft.ts';
import { formatDay, formatNumber } from '#texts/format.ts';

const open = '[to be filled in]';
const dayOf = (day: string) => formatDay('en', day);
/** `after`: what the months are counted from; left out where there is no limit. */
const months = (count: number | null, after = '') =>
	count === null ? 'no limit' : `${count} months${after === '' ? '' : ` ${after}`}`;

export const privacyDrafts: typeof import('#texts/da/privacy-drafts.ts').privacyDrafts = {
	dpia: (facts) => ({
		title: `Impact assessment: survey of leaders' well-being in ${facts.organisation}`,
		notice: noticeOf(facts, 'an impact assessment under article 35 of the General Data Protection Regulation'),
		sections: [
			{
				heading: 'Why an impact assessment is made',
				paragraphs: [
					'Leaders answer questions about strain and well-being. Answers may tell something of health, and those who answer are employees: whoever asks is their employer. That speaks for an impact assessment before the survey begins.'
				]
			},
			{
				heading: 'The processing, step by step',
				points: [
					`The HR system delivers name, e-mail, unit and manager of ${formatNumber('en', facts.leaders)} leaders.`,
					'Each leader gets a personal link by e-mail.',
					'The browser fetches a blind signature: the server sees that the link was used, not which ballot was signed.',
					'The answers are sealed in the browser and put in a box that nobody can open before the round is closed.',
					`The box is opened ${facts.graceMinutes} minutes after the close at the earliest. The answers are shuffled, and no link between invitation and answers exists.`,
					"Groups are released only where enough have answered. The system's own check attacks the release before anybody sees it.",
					"A leader's own profile is made in the browser. If it is kept, it lies locked with a key that only the leader has."
				]
			},
			purposeOf(),
			{
				heading: 'Legal basis',
				paragraphs: [
					"A proposal for your data protection officer to decide on: the employer's duties under the Danish Working Environment Act (article 6(1)(c) or (e)) and, for data on health, article 9(2)(b) with section 12 of the Danish Data Protection Act.",
					`Your assessment: ${open}`
				]
			},
			{
				heading: 'Necessity and proportionality',
				points: [
					'No time, address or identifier is kept with an answer.',
					facts.threshold === null
						? 'At least 5 responses stand behind a figure that is shown, where nothing else was chosen.'
						: `At least ${facts.threshold} responses stand behind a figure that is shown.`,
					facts.minimumInvited === null
						? 'Smaller groups are pooled before the round opens.'
						: `Groups of fewer than ${facts.minimumInvited} invited are pooled before the round opens.`,
					'Answering is voluntary. Nobody can see who has answered.'
				]
			},
			{
				heading: 'Risks to the leaders',
				table: {
					head: ['Risk', 'What helps', 'What remains'],
					rows: [
						[
							'Somebody finds out what a leader has answered',
							'Blind signature, sealed box, pooled groups, own check of each release',
							"Whoever sees both requests as they happen and holds the round's key"
						],
						[
							"The round's key gets together with a copy of the box",
							keyText(facts),
							'Words on paper that are not destroyed'
						],
						[
							'A link is used by somebody else',
							'The link works once. The leader notices that it was used',
							"Whoever can read the leader's mailbox"
						],
						[
							'Somebody gets at results or plans who should not',
							accessText(facts),
							'Whoever can read an employee’s mailbox, where one step is enough'
						],
						[
							'Data are lost',
							'Backups with checksums that can be read back',
							`When backups are made and where they lie: ${open}`
						],
						[
							'Results are used against a leader',
							'There are no single answers. Small groups are not shown',
							`Your agreement about use: ${open}`
						]
					]
				}
			},
			{ heading: 'Measures in this installation', points: [...securityOf(facts), ...retentionOf(facts)] },
			{
				heading: 'Views of those concerned, and advice',
				points: [
					`Views of the leaders or their representatives: ${open}`,
					`Advice of the data protection officer: ${open}`,
					`Works council or work environment organisation was heard: ${open}`
				]
			},
			{
				heading: 'Overall assessment',
				paragraphs: [
					`If the remaining risk is high, the Danish Data Protection Agency must be consulted before the start (article 36). Your assessment: ${open}`
				]
			}
		]
	}),
	record: (facts) => ({
		title: `Record of processing: survey of leaders' well-being in ${facts.organisation}`,
		notice: noticeOf(facts, 'a record of processing under article 30 of the General Data Protection Regulation'),
		sections: [
			{
				heading: 'Controller',
				table: {
					head: ['Field', 'Content'],
					rows: [
						['Organisation', facts.organisation],
						['Contact', open],
						['Data protection officer', open],
						['Processors and sub-processors', open]
					]
				}
			},
			purposeOf(),
			{
				heading: 'Who and what',
				table: {
					head: ['People', 'Data', 'Deleted'],
					rows: [
						[
							`Leaders (${formatNumber('en', facts.leaders)})`,
							'Name, e-mail, employee number, unit, manager, level, profession, number of employees',
							months(facts.retention['left-leaders'], 'after leaving')
						],
						[
							'Leaders who are invited',
							'That they are invited. While the round is open: whether the link was used',
							'Whether the link was used is forgotten at the close'
						],
						[
							'Leaders who answer',
							'Answers without name, time and address',
							months(facts.retention.responses, 'after the release')
						],
						[
							'Leaders who keep a profile',
							'A locked profile that only the leader can open',
							'When the leader removes it'
						],
						[
							'Users with a role',
							'Name, e-mail, role, what they saw and changed',
							`Log: ${months(facts.retention.events)}`
						],
						['Recipients of e-mail', 'Address, subject, time', months(facts.retention.mails, 'after sending')],
						['Leaders in HR files', 'What the file changed', months(facts.retention.imports, 'after the import')],
						[
							'Leaders of units that sickness absence was entered for',
							'That they belong to the unit, and the days of absence per leader in whole quarters, of at least five leaders',
							'Stays, also when a figure was taken back, so that new ones can be checked against it. The name goes with the data of the leader'
						],
						['Owners of plans', 'Name, e-mail, steps of the plan', 'When the person is deleted. The plan stays']
					]
				}
			},
			{
				heading: 'Recipients',
				points: [
					facts.mailHost === null
						? 'No e-mail is sent out: there is no mail server.'
						: `Mail server: ${facts.mailHost}.`,
					facts.singleSignOn === null ? 'No external sign-in service.' : `Sign-in through ${facts.singleSignOn}.`,
					`Operation and hosting: ${open}`,
					`Transfers outside the EU: ${open}`
				]
			},
			{
				heading: 'Roles with access',
				table: {
					head: ['Role', 'People today'],
					rows: facts.roles.map(({ role, people }) => [roleNames[role] ?? role, formatNumber('en', people)])
				}
			},
			{ heading: 'Security', points: securityOf(facts) }
		]
	}),
	accessibility: (facts) => ({
		title: `Accessibility statement for ${facts.publicUrl}`,
		notice: noticeOf(
			facts,
			'an accessibility statement under the Danish act on the accessibility of websites of public bodies. Public bodies make the final statement in the tool of the Danish Agency for Digital Government'
		),
		sections: [
			{
				heading: 'What the statement covers',
				paragraphs: [
					`${facts.organisation} is responsible for ${facts.publicUrl}. The requirements are those of EN 301 549 and WCAG 2.1, levels A and AA.`
				]
			},
			{
				heading: 'Compliance',
				paragraphs: [
					'Proposal: partially compliant. There are no known faults in the pages that were tested, but not everything was tested, and nobody independent has looked at it.'
				]
			},
			{
				heading: 'How it was tested',
				points: [
					'Automatically: pages that the tests go through are checked with axe (the rules for WCAG 2.1 A and AA) at two widths, 390 and 1280 pixels.',
					'Pages work without JavaScript. The exceptions are the questionnaire and the private profile, passkeys, the clock of the dialogue meeting and answering an e-mail with one click.',
					'Fields have labels, errors stand together at the top and at each field, and there is a link past the menu.',
					'Not tested: screen readers, magnification and voice control in the hands of people who need them.',
					'Not tested: every page in every state.'
				]
			},
			{
				heading: 'Content that is not accessible',
				points: [
					'Files for researchers (CSV and SPSS) are data files without markup.',
					'Presentations (.pptx) were not tried with a screen reader. Their charts have a text, and the same content is there as a page and a PDF.',
					`Anything else that you have found: ${open}`
				]
			},
			{
				heading: 'Tell us',
				points: [
					`Contact where something cannot be used: ${open}`,
					'Where the answer is not good enough, complaints go to the Danish Agency for Digital Government, which supervises.'
				]
			},
			{ heading: 'Date', points: [`Draft made on ${dayOf(facts.day)}`, `Approved on: ${open}`] }
		]
	})
};

const roleNames: Readonly<Record<string, string>> = {
	'programme-lead': 'Programme lead',
	committee: 'Work environment committee',
	manager: 'Manager of leaders',
	facilitator: 'Facilitator',
	'evidence-editor': 'Evidence editor',
	operator: 'Operator'
};

function noticeOf(facts: PrivacyFacts, what: string): string {
	return `Draft of ${what}. Made on ${dayOf(facts.day)} from the settings of this installation (version ${facts.programVersion}). It is no legal advice: your data protection officer must read it, correct it and fill in what is missing.`;
}

function purposeOf(): DraftSection {
	return {
		heading: 'Purpose',
		paragraphs: [
			'To find out what strains and what carries leaders as a group, to choose interventions by evidence, and to see whether they help. Answers are not used to judge anybody.'
		]
	};
}

function keyText({ keyCustody }: PrivacyFacts): string {
	return `The key lies outside the database and is destroyed at the opening. Rounds with the key in a file: ${keyCustody.file}. Split between two people: ${keyCustody.split}`;
}

function accessText(facts: PrivacyFacts): string {
	const second =
		facts.secondFactorRoles.length === 0
			? 'No role requires two steps today'
			: `Two steps are required of: ${facts.secondFactorRoles.map((role) => roleNames[role] ?? role).join(', ')}`;
	return `Roles, a log of who saw and changed what. ${second}`;
}

function securityOf(facts: PrivacyFacts): readonly string[] {
	return [
		facts.isEncrypted
			? 'The site is reached by https.'
			: 'The address is not https. It must be before real people use it.',
		facts.database === 'embedded'
			? 'The database lies on the same machine as the program and can be read by its user only. Encrypting the disk is yours.'
			: 'The database is a PostgreSQL server. Encrypting its disk and connection is yours.',
		facts.singleSignOn === null
			? 'People sign in by a link in an e-mail or a passkey. There are no passwords.'
			: `People sign in through ${facts.singleSignOn}, by a link in an e-mail or a passkey.`,
		facts.quietHours === null
			? 'E-mail is sent at all hours.'
			: `No e-mail is sent between ${facts.quietHours.from} and ${facts.quietHours.to} o'clock.`,
		facts.hasMetrics
			? 'Monitoring is switched on. No figure tells when somebody answers.'
			: 'Monitoring by figures is switched off.',
		'Log files hold no names, addresses, keys or answers.'
	];
}

function retentionOf({ retention }: PrivacyFacts): readonly string[] {
	return [
		`Responses are deleted after the release: ${months(retention.responses)}. What was released stays.`,
		`Data on leaders who have left: ${months(retention['left-leaders'])}.`,
		`E-mails: ${months(retention.mails)}. Log: ${months(retention.events)}. HR files: ${months(retention.imports)}.`,
		'Backups hold what was deleted until they are deleted themselves.'
	];
}
