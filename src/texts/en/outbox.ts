const kinds: Readonly<Record<string, string>> = {
	invitation: 'Invitations',
	reminder: 'Reminders',
	'sign-in': 'Sign-in links',
	released: 'Notices of a result',
	account: 'Notices about access',
	'round-key-missing': 'Warnings about a missing key',
	'check-in': 'Questions about how a plan is going',
	booster: 'Refreshers',
	proposal: 'Proposals to levels above',
	'proposal-answer': 'Answers to proposals',
	plan: 'Letters about plans',
	dialogue: 'Letters about dialogue meetings',
	apv: 'Reminders of the APV'
};

const troubles: Readonly<Record<string, string>> = {
	'server-unreachable': 'The mail server does not answer.',
	'server-timeout': 'The mail server answered too late.',
	'server-refused': 'The mail server takes nothing right now.',
	'server-insecure': 'No secure connection to the mail server could be made.',
	'server-refused-sign-in': 'The mail server refused the user name or password in SMTP_URL.',
	'server-folder': 'Nothing can be written to the data directory. Is the disk full?',
	'mail-deferred': 'The mail server asked us to wait with this e-mail.',
	'mail-refused': 'The mail server refused the address or the e-mail.',
	'mail-unreachable': 'E-mails to this address have come back before, so it was not tried.',
	'mail-expired': 'The link became too old before the e-mail could be sent.'
};

/** The outbox: what waits, was sent, went wrong or is uncertain. */
export const outbox: typeof import('#texts/da/outbox.ts').outbox = {
	title: 'Outbox',
	whoCanSee: 'Programme leads and operators can open this page',
	kind: (kind) => kinds[kind] ?? kind,
	trouble: (code) => troubles[code] ?? code,
	serverSays: (words) => `The mail server wrote: ${words}`,
	bounce: (code) => {
		if (/^5\.1\.|^5\.4\.4$/.test(code)) return 'The address does not exist.';
		if (code === '5.2.1') return 'The mailbox is closed.';
		if (/^[45]\.2\.2$/.test(code)) return 'The mailbox is full.';
		if (/^5\.7\./.test(code)) return "The recipient's mail server would not take it. Ask your IT department.";
		return 'It could not be delivered.';
	},
	sentence: (counts) => {
		const parts = [];
		if (counts.waiting > 0) parts.push(`${mails(counts.waiting)} waiting to be sent`);
		if (counts.failed > 0) parts.push(`${mails(counts.failed)} that could not be sent`);
		if (counts.bounced > 0) parts.push(`${mails(counts.bounced)} that came back`);
		if (counts.uncertain > 0) parts.push(`${mails(counts.uncertain)} perhaps sent`);
		return parts.length === 0
			? 'No e-mails are waiting, and none went wrong.'
			: `In the outbox: ${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)}.`;
	},
	noServer: {
		title: 'No mail server is set up',
		text: 'No e-mail leaves the machine. E-mails lie in the data directory under "outbox", and invitations can be read below. Sign-in links are not shown, because with one of them you could sign in as somebody else. The same holds for e-mails with a link that answers about a plan or refuses e-mails in somebody else’s name. Reminders are not shown either, because they tell who has not collected the questionnaire.',
		howTo: 'Set SMTP_URL and MAIL_FROM and start the system again; new e-mails are then sent.'
	},
	demonstration: {
		title: 'This is a demonstration',
		text: 'No e-mail leaves the machine. The people are made up.'
	},
	waiting: {
		title: 'Waiting',
		none: 'No e-mail is waiting.',
		caption: 'E-mails that wait to be sent',
		retryAt: (moment) => `Tried again ${moment}`,
		soon: 'Sent in a moment',
		quietAt: (moment) => `Sent on ${moment}`,
		quiet:
			'E-mails do not go out in the evening, at night, at weekends or on public holidays. Only what cannot wait is sent now.'
	},
	failed: {
		title: 'Could not be sent',
		text: 'Nothing tries them again by itself. If you try again, they go to the same address. If it is wrong, correct it in the organisation: the reminder goes to the new one. Reminders that could not be sent do not stand here, because they tell who has not collected the questionnaire.',
		caption: 'E-mails that could not be sent',
		again: 'Try all of them again'
	},
	bounced: {
		title: 'Came back',
		text: 'They were sent, but could not be delivered. If an address is wrong, correct it in the file from HR and read the file in again. Then press the button: invitations to an open round are sent to the new address. Other e-mails are not sent again, but the next ones go to the new address. The system does not write again by itself to an address that does not exist.',
		caption: 'E-mails that came back',
		again: 'The addresses are corrected: send again'
	},
	uncertain: {
		title: 'Perhaps sent',
		text: 'The connection broke just as they were sent, so nobody knows whether they arrived. They are not sent again by themselves, because somebody could then get the same e-mail twice.',
		caption: 'E-mails that may have been sent',
		again: 'Send all of them again'
	},
	sent: {
		title: 'Sent',
		inFolder: 'Put in the data directory',
		none: 'Nothing has been sent yet.',
		caption: 'Sent e-mails by day and kind'
	},
	columns: {
		kind: 'Kind',
		count: 'Count',
		status: 'Status',
		recipient: 'To',
		subject: 'Subject',
		reason: 'What happened',
		at: 'When',
		day: 'Day'
	},
	queued: (count) =>
		count === 0
			? 'There were no e-mails that could be sent again.'
			: `In the queue and sent in a moment: ${mails(count)}.`,
	letters: {
		title: 'Read e-mails in the data directory',
		text: 'Each invitation holds a personal link. Open them only if you are the one who hands them out.',
		search: 'Find an address',
		searchButton: 'Search',
		newest: (count) => `The newest ${count}`,
		none: 'No e-mail matches.',
		caption: 'E-mails in the data directory',
		read: (recipient) => `Read the e-mail to ${recipient}`
	},
	letter: {
		title: 'An e-mail in the data directory',
		to: 'To',
		subject: 'Subject',
		at: 'Put in the directory',
		back: 'Back to the outbox',
		unknown: 'There is no such e-mail, or it cannot be shown here.'
	}
};

function mails(count: number): string {
	return count === 1 ? 'one e-mail' : `${count} e-mails`;
}
