/** What a round does by itself, and how its e-mails fare. */
export const roundClock: typeof import('#texts/da/round-clock.ts').roundClock = {
	title: 'What happens by itself',
	noReminders: 'No more reminders come by themselves.',
	reminders: (days) =>
		`Reminder to those who have not collected the questionnaire: ${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(days)}, in the morning. Nobody is told who gets it.`,
	sent: (count) => (count === 1 ? 'One reminder has been sent.' : `${count} reminders have been sent.`),
	closes: (day) => `The round closes when ${day} is over.`,
	closesByHand: 'The round does not close by itself. You close it with the button below.',
	overByHand: (day) => `The last day was ${day}. The round stays open until you close it.`,
	later: (day) => `The letters say that answers can be given until the end of ${day}. There is more time now.`,
	change: {
		title: 'Move or switch off',
		reminder: (number) => `Reminder ${number}`,
		reminderHint: 'Empty: no reminder.',
		closes: 'Close the round by itself',
		lastDay: 'Last day to answer',
		lastDayHint: (told) => `Not before ${told}, because leaders were told so.`,
		button: 'Save'
	},
	changed: 'Saved. This is how it will be.',
	problems: {
		'wrong-reminder-days':
			'A reminder has to come after today and not after the last day, and there can be three at most, each on its own day.',
		'closes-too-early': 'The last day cannot be before the day that leaders were told, or before today.'
	},
	mails: {
		title: 'Have the invitations arrived?',
		allSent: 'All invitations have been sent, and none has come back.',
		waiting: (count) =>
			count === 1 ? 'One invitation is waiting to be sent.' : `${count} invitations are waiting to be sent.`,
		quiet: (moment) =>
			`E-mails are not sent in the evening, at night, at weekends or on public holidays. They go on ${moment}.`,
		notReached: (count) =>
			count === 1
				? 'One person has not been reached with an invitation: the e-mail could not be delivered.'
				: `${count} people have not been reached with an invitation: the e-mail could not be delivered.`,
		uncertain: (count) =>
			count === 1 ? 'One invitation may not have arrived.' : `${count} invitations may not have arrived.`,
		whatToDo: 'See in the outbox who they are, and what you can do'
	}
};
