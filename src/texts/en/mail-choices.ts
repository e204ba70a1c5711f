/** The page where everybody chooses their own e-mails. */
export const mailChoices: typeof import('#texts/da/mail-choices.ts').mailChoices = {
	title: 'Your e-mails',
	whoCanSee: 'Only whoever has the link from the foot of an e-mail can open this page',
	lead: (email, organisation) =>
		`Here you choose which e-mails ${email} gets from Ledertrivsel in ${organisation}. Nobody else is told what you choose.`,
	kinds: 'Send me',
	kind: {
		reminder: {
			label: 'Reminders to answer',
			hint: 'When you have not collected a questionnaire yet. The invitation itself always comes.'
		},
		'check-in': { label: 'How is the plan going?', hint: 'To whoever is responsible for a step of a plan.' },
		booster: { label: 'Refreshers', hint: 'When something that you have agreed on tends to fade.' },
		dialogue: { label: 'Reminders of dialogue meetings', hint: 'The call to the meeting itself always comes.' },
		released: { label: 'A result is ready', hint: 'To leaders who can see a combined result.' }
	},
	always:
		'Invitations to answer, letters about your own access, calls to meetings and proposals that wait for your decision always come.',
	language: 'Language of e-mails',
	languages: { da: 'Danish', en: 'English' },
	save: 'Save',
	saved: 'Saved. It counts from now on.',
	unknown: {
		title: 'The link does not work',
		text: 'Part of it may be missing. Open the link at the foot of a newer e-mail.'
	}
};
