const number = new Intl.NumberFormat('en');

/** What surrounds the dialogue: the clock, the notes, the planning and the list. */
export const dialogueMeeting: typeof import('#texts/da/dialogue-meeting.ts').dialogueMeeting = {
	timer: {
		title: 'Clock',
		start: 'Start the clock',
		pause: 'Pause',
		goOn: 'Go on',
		next: 'Next step',
		previous: 'Previous step',
		restart: 'Begin the step again',
		now: 'Step {step}: {time} left',
		over: 'Step {step}: {time} over',
		startsSaid: '{title}. {minutes}.',
		oneLeftSaid: 'One minute left of {title}.',
		timeUpSaid: 'The time for {title} is up. Go on when you are ready.',
		pausedSaid: 'The clock stands still.',
		doneSaid: 'That was the last step.',
		hint: 'The clock does not change step by itself. You do, when you are ready.'
	},
	notesTitle: 'What we have decided',
	notesLead: 'Write it while everybody looks on. It can be saved several times, and two people can write at once.',
	notesWarning:
		'Do not write names of who answered or said what. The notes can be read by everybody who can open this page.',
	themesLabel: 'What have you chosen?',
	themesHint: 'Two at most.',
	agreementLabel: 'What do you agree on?',
	ownerLabel: 'Who takes it on and can decide that it happens?',
	ownerHint: 'Write the function, for example “Head of department”.',
	upwardLabel: 'What goes upward as a proposal?',
	followUpLabel: 'When do you look at it again?',
	saveNotes: 'Save the notes',
	notesSaved: 'The notes are saved.',
	notesBy: (who, when) => `Last saved by ${who} ${when}.`,
	noNotes: 'Nothing has been written yet.',
	conflictTitle: 'Somebody else has saved meanwhile',
	conflictText: (who, when) =>
		`${who} saved ${when} while you were writing. What is yours still stands in the fields below, and nothing is lost. Here is what the other saved. Bring it together in the fields, and save again.`,
	othersVersion: 'What is saved now',
	problems: {
		'too-many-themes': 'Choose two at most. Then there is a chance that something comes of them.',
		'theme-unknown': 'Choose among the factors on the list.',
		'text-too-long': 'A field may be at most 4,000 characters.',
		'follow-up-not-a-day': 'Write the date of the follow-up as a day that exists.',
		'when-missing': 'Write a day and a time that exist.',
		'when-past': 'The meeting must lie ahead.',
		'place-too-long': 'The place may be at most 200 characters.',
		'minutes-unknown': 'Choose how long the meeting takes.',
		'held-on-not-a-day': 'Write the day on which the meeting was held.',
		'held-on-future': 'The meeting cannot have been held on a day that has not come yet.',
		'held-before-release': 'The meeting cannot have been held before the result was released.',
		'took-part-not-a-number': 'Write how many took part, as a whole number.',
		'roles-too-long': 'Who took part may be at most 500 characters.',
		'representative-unknown': 'Answer whether the work environment representative took part.',
		'not-a-facilitator': 'Choose one from the list. The programme lead gives the role of facilitator.',
		changed:
			'Somebody else has changed the meeting meanwhile. See what it says now, and save again if it is still to change.'
	},
	toPlan: 'Make a plan from what you have chosen',
	toPlanByManager:
		'The group’s manager makes the plan and sends the proposal upward. What you have written is there for it.',
	toPlanText: 'A plan has steps, somebody responsible with a mandate, and a date.',
	toProposal: (plan) => `Send a proposal upward from “${plan}”`,
	toProposalText:
		'If the cause lies above you, whoever has the mandate has to answer. Make the plan first: from it you send a proposal upward.',
	nextTitle: 'Make it a plan',
	heldTitle: 'The meeting was held',
	heldLead: 'Then the programme lead can see that you have talked about the result. Write how many, not who.',
	heldOnLabel: 'On which day?',
	tookPartLabel: 'How many took part?',
	rolesLabel: 'Who took part? Write roles, not names.',
	rolesHint: 'For example “ward managers and head of department”.',
	representativeLabel: 'Did the work environment representative take part?',
	yes: 'Yes',
	no: 'No',
	markHeld: 'The meeting was held',
	changeHeld: 'Correct it',
	undoHeld: 'The meeting was not held after all',
	heldSaved: 'It is noted that the meeting was held.',
	heldUndone: 'It is no longer noted that the meeting was held.',
	heldSentence: ({ day, count, roles, hasRepresentative }) =>
		`Held ${day} with ${count === 1 ? 'one participant' : `${number.format(count)} participants`}${roles === '' ? '' : ` (${roles})`}. The work environment representative ${hasRepresentative ? 'took part' : 'did not take part'}.`,
	planTitle: 'Plan the meeting',
	planLead: 'The group’s leaders, their manager and the facilitator get a mail with the meeting for their calendar.',
	dayLabel: 'Day',
	timeLabel: 'Time',
	timeHint: 'Danish time, for example 13:30.',
	placeLabel: 'Where?',
	placeHint: 'A room or a link.',
	plan: 'Plan, and send invitations',
	change: 'Move the meeting, and send the new time',
	callOff: 'Call the meeting off',
	callOffNote: 'Everybody invited is told, and the meeting disappears from their calendar.',
	planned: (when, place) => `The meeting is ${when}${place === '' ? '' : `, ${place}`}.`,
	plannedSaved: (count) =>
		count === 1
			? 'The meeting is planned, and one is invited.'
			: `The meeting is planned, and ${number.format(count)} are invited.`,
	calledOff: 'The meeting is called off, and everybody has been told.',
	addToCalendar: 'Download the meeting for the calendar (.ics)',
	withoutAddress: (count) =>
		count === 1
			? 'One leader has no mail address and has to be told in another way.'
			: `${number.format(count)} leaders have no mail address and have to be told in another way.`,
	facilitatorTitle: 'Facilitator',
	facilitatorLead:
		'A facilitator sees the result and the dialogue of the assigned groups only. Preferably choose somebody who is not the group’s own manager.',
	facilitatorNone: 'Nobody is chosen. Then the group’s own manager leads the meeting.',
	facilitatorNobody: 'Nobody in the organisation has the role of facilitator yet. The programme lead can give it.',
	facilitatorLabel: 'Choose a facilitator',
	assign: 'Assign as facilitator',
	remove: 'Take off again',
	assigned: 'The facilitator is assigned and has been told.',
	removed: 'The facilitator can no longer open the group.',
	state: { 'not-planned': 'not planned', planned: 'planned', held: 'held' },
	overdue: 'missing',
	listTitle: 'Dialogue meetings',
	listLead:
		'The result is to be talked through in every leadership group. Here you see how far they are. After six weeks without a meeting the group’s manager gets one kind reminder.',
	listCount: (held, planned, all) =>
		`${number.format(held)} of ${number.format(all)} have held the meeting, and ${number.format(planned)} have planned it.`,
	listOverdue: (count) =>
		count === 1
			? 'One group is missing, though more than six weeks have passed.'
			: `${number.format(count)} groups are missing, though more than six weeks have passed.`,
	listNone: 'There are no groups to show.',
	notReleased: 'The round has not been released yet, so there is nothing to talk about.',
	ownTitle: 'Your dialogue meetings',
	ownLead:
		'Here are the groups whose meeting you lead. You can open their result, the agenda, the handout and the slides.',
	ownNone: 'You are not the facilitator of any group right now',
	ownNoneText: 'You get a mail when you are assigned to a meeting.',
	columns: { round: 'Round', group: 'Group', state: 'How far', when: 'When', facilitator: 'Facilitator' },
	open: 'See it'
};
