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
	assigned: ({ group, round }) => ({
		subject: `You are the facilitator for ${group}`,
		paragraphs: [
			'Hello',
			`You have been chosen as facilitator of the dialogue meeting about “${round}” in ${group}. You can open the group’s result, the agenda, the handout and the slides.`,
			'What you see is for the meeting only.'
		]
	}),
	reminder: ({ group, round }) => ({
		subject: `Have you talked about the result? ${group}`,
		paragraphs: [
			'Hello',
			`It is six weeks since the result of “${round}” was released, and no dialogue meeting is noted for ${group}.`,
			'If you have held it already, note it on the page. Otherwise the agenda lies ready, and an hour is enough.',
			'You get this one reminder only.'
		]
	}),
	openPack: 'Open the dialogue meeting',
	calendarSummary: (group) => `Dialogue meeting about the result: ${group}`,
	calendarText: 'We go from result to decision. Nobody needs to say what they answered.'
};
