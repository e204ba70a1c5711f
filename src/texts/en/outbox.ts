const kinds: Readonly<Record<string, string>> = {
	invitation: 'Invitations',
	reminder: 'Reminders',
	'sign-in': 'Sign-in links',
	released: 'Notices of a result'
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
	'mail-expired': 'The link became too old before the e-mail could be sent.'
};

/** The outbox: what waits, was sent, went wrong or is uncertain. */
export const outbox: typeof import('#texts/da/outbox.ts').outbox = {
	title: 'Outbox',
	whoCanSee: 'Programme leads and operators can open this page',
	kind: (kind) => kinds[kind] ?? kind,
	trouble: (code) => troubles[code] ?? code,
	serverSays: (words) => `The mail server wrote: ${words}`,
	sentence: (counts) => {
		const parts = [];
		if (counts.waiting > 0) parts.push(`${mails(counts.waiting)} waiting to be sent`);
		if (counts.failed > 0) parts.push(`${mails(counts.failed)} that could not be sent`);
		if (counts.uncertain > 0) parts.push(`${mails(counts.uncertain)} perhaps sent`);
		return parts.length === 0
			? 'Everything is sent.'
			: `In the outbox: ${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts)}.`;
	},
	noServer: {
		title: 'No mail server is set up',
		text: 'No e-mail leaves the machine. E-mails lie in the data directory under "outbox", and invitations can be read below. Sign-in links are not shown, because with one of them you could sign in as somebody else. Reminders are not shown either, because they tell who has not collected the questionnaire.',
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
		soon: 'Sent in a moment'
	},
	failed: {
		title: 'Could not be sent',
		text: 'Nothing tries them again by itself. If you try again, they go to the same address. If it is wrong, correct it in the organisation: the reminder goes to the new one.',
		caption: 'E-mails that could not be sent',
		again: 'Try all of them again'
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
