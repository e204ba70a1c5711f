/** The letters about the dialogue meeting. */
export const dialogueLetters: typeof import('#texts/da/dialogue-letters.ts').dialogueLetters = {
	footer: ['This mail was sent by Ledertrivsel. It says nothing about what anybody answered.'],
	invitation: ({ group, round, when, place }) => ({
		subject: `Dialogue meeting ${when}: ${group}`,
		paragraphs: [
			'Hello',
			`We are going to talk about the result of “${round}” for ${group}. The meeting is ${when}${place === '' ? '' : `, ${place}`}.`,
			'We look at what strains and carries and at what lies behind it, and choose one or two things to do something about. Nobody needs to say what they answered.'
		]
	}),
	changed: ({ group, round, when, place }) => ({
		subject: `Changed: dialogue meeting ${when}: ${group}`,
		paragraphs: [
			'Hello',
			`The dialogue meeting about “${round}” for ${group} has changed. It is now ${when}${place === '' ? '' : `, ${place}`}.`,
			'The calendar file in this mail corrects the meeting in your calendar.'
		]
	}),
	calledOff: ({ group, round, when }) => ({
		subject: `Called off: dialogue meeting ${when}: ${group}`,
		paragraphs: [
			'Hello',
			`The dialogue meeting about “${round}” for ${group} ${when} is called off.`,
			'You will hear when there is a new time.'
		]
	}),
	released: ({ group, round, when }) => ({
		subject: `You need not come after all: dialogue meeting ${when}: ${group}`,
		paragraphs: [
			'Hello',
			`You are no longer asked to the dialogue meeting about “${round}” for ${group} ${when}. The meeting takes place, but you need not come.`,
			'The calendar file in this mail takes the meeting out of your calendar.'
		]
	}),
	assigned: ({ group, round }) => ({
		subject: `You are the facilitator for ${group}`,
		paragraphs: [
			'Hello',
			`You have been chosen as facilitator of the dialogue meeting about “${round}” in ${group}. You can open the group’s result, the agenda, the handout and the slides.`,
			'What you see is for the meeting only.'
		]
	}),
	reminder: ({ group, round, releasedOn }) => ({
		subject: `Have you talked about the result? ${group}`,
		paragraphs: [
			'Hello',
			`The result of “${round}” was released on ${releasedOn}, and no dialogue meeting has been noted for ${group} yet.`,
			'If you have held it already, note it on the page. Otherwise the agenda lies ready, and an hour is enough.',
			'You get this one reminder only.'
		]
	}),
	openPack: 'Open the dialogue meeting',
	calendarSummary: (group) => `Dialogue meeting about the result: ${group}`,
	calendarText: 'We go from result to decision. Nobody needs to say what they answered.'
};
