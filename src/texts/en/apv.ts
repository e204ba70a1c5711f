import type { AbsenceVerdict } from '#domain/work-environment/absence-sets.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

const leaders = (count: number): string => (count === 1 ? '1 leader' : `${number.format(count)} leaders`);

/** What would follow from the figure, without working anything out for the reader. */
function refusal(verdict: Exclude<AbsenceVerdict, { kind: 'safe' }>): string {
	switch (verdict.kind) {
		case 'too-few':
			return verdict.others === 0
				? `There ${verdict.leaders === 1 ? 'is' : 'are'} only ${leaders(verdict.leaders)} in what you have chosen. Sickness absence of fewer than ${verdict.least} is health data of each of them, and we do not take it. Choose a larger unit, or put several together.`
				: `Of those you have chosen, only ${leaders(verdict.leaders)} ${verdict.leaders === 1 ? 'was' : 'were'} on your list in Ledertrivsel before the period began. The others may have come since, so the figure could be about a few, and sickness absence of fewer than ${verdict.least} is health data of each of them. Choose a period that begins later, a larger unit, or several put together. If Ledertrivsel has not known you for long enough, write in the assessment below what your own records show for the whole workplace.`;
		case 'gives-away':
			return `The figure cannot be saved. Together with what was entered before, the sickness absence of ${verdict.leaders === 0 ? 'a few who have come since' : leaders(verdict.leaders)} could be worked out, and that is their health data. Choose the same units as last time, or units that do not overlap them at all.`;
		case 'too-entangled':
			return 'The units you have chosen overlap so many others that we cannot vouch for nobody being worked out. So we do not save the figure. Choose units that do not overlap.';
	}
}

/** The workplace assessment: four elements, the committee's participation, the limit of three years and the document. */
export const apv: typeof import('#texts/da/apv.ts').apv = {
	title: 'APV',
	longTitle: 'Workplace assessment (APV)',
	lead: 'The assessment gathers what Danish law asks for: a mapping with an assessment of risks, sickness absence, a written action plan and guidelines for follow-up. Much of it is written by itself, from the round and the plans. You write the rest.',
	whoCanSee: 'Programme leads and the work environment committee can open this page',
	begin: 'Begin an assessment',
	beginLead: 'It begins with the texts of the last one, if there is one. Figures and plans are always the newest.',
	nameLabel: 'What is it called?',
	nameHint: 'For instance “APV 2026”.',
	roundLabel: 'Which round should it build on?',
	noRound: 'No round yet',
	none: 'There is no assessment yet.',
	noneText: 'Once you have begun one, it stands here. The figures from the round and the plans are already in it.',
	noneTextReader: 'The programme lead begins it. Then you can read along here and write your remarks.',
	list: 'All assessments',
	draft: 'draft',
	final: 'finalised',
	beganLine: (day, who) => `Begun on ${day} by ${who}.`,
	finalLine: (day, who) => `Finalised on ${day} by ${who}.`,
	open: 'Open',
	clock: {
		title: 'When does the next one have to be ready?',
		never: 'We know of no earlier assessment. The law requires you to have one in writing.',
		'in-time': (last, latest) => `The last one is of ${last}. The next has to be ready by ${latest}.`,
		soon: (last, latest, days) =>
			`The last one is of ${last}. The next has to be ready by ${latest}, which is in ${days === 1 ? '1 day' : `${number.format(days)} days`}.`,
		overdue: (last, latest) =>
			`The last one is of ${last}, and the next should have been ready by ${latest}. The limit has passed.`,
		changes:
			'The assessment also has to be taken up when work, methods or processes change in a way that matters to the work environment, and every third year at the latest.',
		earlierLabel: 'Have you an assessment from before Ledertrivsel? Write its date',
		earlierSave: 'Save the date',
		earlierSaved: 'The date is saved.',
		earlierLine: (day) => `Earlier assessment: ${day}.`
	},
	steps: {
		title: 'Parts of the assessment',
		mapping: 'Mapping and risk assessment',
		absence: 'Sickness absence',
		'action-plan': 'Written action plan',
		'follow-up': 'Guidelines for follow-up',
		participation: 'The committee’s participation',
		finish: 'Look through and finalise',
		savesOnTheWay: 'When you go to another part, what you have written is saved.'
	},
	leave: {
		title: 'Something is not saved yet',
		text: 'Put right what is marked, and go on again. Or leave it.',
		anyway: 'Go on without saving it'
	},
	saved: 'It is saved.',
	save: 'Save',
	saveAndNext: 'Save and go on',
	lastSaved: (moment, who) => `Last saved on ${moment} by ${who}.`,
	readOnly:
		'The assessment is finalised and does not change any more. If something should be different, begin a new one. It begins with the texts of this one. The document is what holds: absence, log and plans on these pages may be newer.',
	committeeReads:
		'The programme lead writes the assessment. You can read along, write remarks and keep the log of the committee’s participation.',
	conflictTitle: (who, moment) => `${who} saved something here on ${moment} while you were writing`,
	conflict:
		'Your text still stands in the fields and is not saved. What is saved stands below. Put the two together as you want them, and save again.',
	conflictTheirs: 'What is saved',
	problems: {
		'title-missing': 'Give the assessment a name.',
		'title-too-long': 'The name may have 200 characters at most.',
		'round-unknown': 'Choose a round that has been released.',
		'text-too-long': 'The text may have 4,000 characters at most.',
		'day-missing': 'Write a date.',
		'day-in-future': 'The date lies in the future.',
		'what-missing': 'Write what the committee took part in.',
		'who-missing': 'Write who took part. Write roles and no names.',
		'set-missing': 'Choose at least one unit.',
		'days-missing': 'Write the number of days of absence as a number, such as 84.',
		'days-too-many': 'Those are more days of absence than there are days in the period.',
		'from-missing': 'Write the first day of the period.',
		'to-missing': 'Write the last day of the period.',
		'period-backwards': 'The period ends before it begins.',
		'period-not-quarters': 'Choose whole quarters, such as 1 January to 31 March or 1 January to 31 December.',
		'remark-missing': 'Write your remark.',
		'unknown-entry': 'The line does not exist any more.'
	},
	mapping: {
		lead: 'Here stands each factor of the round with an assessment by a fixed rule. You may see it otherwise than the rule. Then write so under “Remarks on single factors”.',
		noRelease:
			'No released round has been chosen. Without it there are no figures to assess from. You can still write.',
		roundSave: 'Use this round',
		tableCaption: 'The factors in the whole organisation, the most serious first',
		factor: 'Factor',
		points: 'Score (0–100)',
		interval: 'Uncertainty',
		share: 'Strained',
		seriousness: 'Assessment',
		heavyIn: 'Where it weighs most',
		heavyInNone: 'No unit stands out',
		notShown: 'Not shown',
		atMost: (text) => `at most ${text}`,
		atLeast: (text) => `at least ${text}`,
		between: (low, high) => `${low} to ${high}`,
		direction: { strain: 'Higher is heavier', resource: 'Higher is better' },
		levels: {
			serious: 'Serious',
			considerable: 'Considerable',
			watch: 'To be watched',
			low: 'Low',
			'cannot-tell': 'Cannot be assessed'
		},
		ruleTitle: 'How it was assessed',
		rule: [
			'Serious: all of the uncertainty lies where we speak of strain (62.5 or more of 100; 37.5 or less for what carries), or at least half of the leaders are strained.',
			'Considerable: the figure itself lies there, or at least a third are strained.',
			'To be watched: the figure lies on the heavy side of the middle, or it is clearly heavier than in the organisation as a whole.',
			'Low: none of these.',
			'Cannot be assessed: the figure is not shown, because there are too few answers or because it would say something of others.'
		],
		ruleNote:
			'The rule speaks of working conditions and not of illness. The limits are a convention and no norm. The committee may assess otherwise, and writes why.',
		remarksTitle: 'Remarks on single factors',
		remarkLabel: (factor) => `Your remark on ${factor.toLowerCase()}`,
		methodLabel: 'How else have you mapped?',
		methodHint: 'For instance meetings, rounds or talks. The questionnaire stands there already.',
		otherLabel: 'Other parts of the work environment',
		otherHint: 'Physical, chemical or ergonomic conditions, accidents, indoor climate – or where they are assessed.',
		conclusionLabel: 'Your assessment of risks as a whole',
		conclusionHint: 'What is the problem, how serious and how widespread is it, and where is its cause?'
	},
	absence: {
		lead: (least) =>
			`The law asks for sickness absence to be taken in, so that you can assess whether something in the work environment may contribute to it. Sickness absence of few leaders is health data of each of them. So we take figures for at least ${least} leaders and whole quarters only, and only where nobody can be worked out from several figures together.`,
		tableCaption: 'Sickness absence that was entered',
		none: 'No sickness absence has been entered.',
		set: 'Who',
		leaders: 'Leaders',
		period: 'Period',
		days: 'Days per leader',
		fromTo: (from, to) => `${from} to ${to}`,
		atMost: (days) => `at most ${days}`,
		atLeast: (days) => `at least ${days}`,
		addTitle: 'Enter sickness absence',
		correctTitle: (name) => `Correct the figure for ${name}`,
		addLead:
			'Choose a unit with all below it, a group of the round, or several that are put together. The figure is rounded to half a day per leader, and the sum is not kept.',
		branch: 'You see',
		below: 'Go down into',
		setLabel: 'Whom does the figure speak of?',
		choice: (name, count) => `${name} (${leaders(count)} today)`,
		corrected: (name, count) => `${name} (${leaders(count)})`,
		tooFewChoice: 'too few by itself',
		chosenElsewhere: 'chosen elsewhere in the organisation',
		wholeUnit: (name) => `${name} with all units below`,
		group: (name) => `Group of the round: ${name}`,
		groupsLabel: 'Groups of the latest round',
		setHint: 'Only leaders who were on your list in Ledertrivsel before the period began count.',
		periodHint:
			'Whole quarters, such as 1 January to 31 December. The law asks for an overview, and a short time would show who was ill when.',
		daysLabel: 'Days of absence in all, for those you have chosen',
		daysHint: 'Only of leaders who were there when the period began. If somebody has come since, leave out their days.',
		fromLabel: 'First day',
		toLabel: 'Last day',
		add: 'Save the absence',
		correct: 'Correct',
		withdraw: 'Take back',
		added: 'The absence is saved.',
		withdrawn:
			'The figure is taken back and is not shown any more. It still counts when we look whether somebody could be worked out, for somebody may have seen it.',
		refusal,
		assessmentLabel: 'Can something in the work environment contribute to the absence?',
		assessmentHint: 'Write what you have discussed, also if you see no link, or if there are no figures.'
	},
	plan: {
		lead: 'The action plan is the plans that were decided in Ledertrivsel, with who answers for them and by when. Here you put them in order.',
		none: 'There are no plans yet. The law asks for a written plan for problems that are not solved at once.',
		tableCaption: (level) => `Steps: ${level.toLowerCase()}`,
		step: 'What',
		planName: 'Plan and group',
		owner: 'Who',
		due: 'Due',
		state: 'State',
		stepState: { done: 'done', late: 'past its date', open: 'under way' },
		planAndGroup: (plan, group) => `${plan} (${group})`,
		proposalsTitle: 'Proposals that wait for an answer',
		proposalsCaption: 'Proposals to a level above, which nobody has accepted or declined yet',
		proposal: 'Proposal',
		receiver: 'With',
		since: 'Since',
		onlyIndividual: (count) =>
			count === 1
				? 'One plan has steps for the single leader only. If the cause lies in the organisation, it stays there.'
				: `${number.format(count)} plans have steps for the single leader only. If the cause lies in the organisation, it stays there.`,
		priorityLabel: 'What comes first, and why?',
		priorityHint: 'Write also what was solved at once, and what has to wait.',
		more: (count) =>
			`These are the first 12. The whole action plan has ${number.format(count)} steps and stands in the document.`
	},
	followUp: {
		lead: 'The law asks for guidelines for how you follow up. Write it so that somebody new in the committee would know what is to happen.',
		whoLabel: 'Who sees to it that the plan is carried out?',
		whoHint: 'Write roles, such as “the programme lead” or “the work environment group of each department”.',
		whenLabel: 'When and how do you check whether the solutions work?',
		whenHint:
			'For instance every third month at the committee’s meeting, and with a short follow-up round after half a year.',
		lateLabel: 'What happens when something is late or does not work?',
		lateHint: 'Who takes it up, and who can decide?',
		involvementLabel: 'How do leaders and their representatives take part on the way?'
	},
	remarks: {
		title: 'The committee’s remarks',
		none: 'No remarks on this part.',
		label: 'Write a remark on this part',
		add: 'Save the remark',
		added: 'The remark is saved.',
		by: (who, role, moment) => `${who}, ${role}, ${moment}`,
		roles: { 'programme-lead': 'programme lead', committee: 'work environment committee', system: 'the system' }
	},
	log: {
		title: 'Participation of the work environment organisation',
		lead: 'The law asks the work environment organisation to take part in planning, carrying out and following up. Write here when and how. A line is never deleted. If something is wrong, write a new line that puts it right.',
		caption: 'Log of participation',
		none: 'The log is empty.',
		heldOn: 'Date',
		what: 'What',
		who: 'Who',
		writtenBy: 'Written',
		heldOnLabel: 'When was it?',
		whatLabel: 'What did the committee take part in?',
		whatHint: 'For instance “Discussed the result of the round and put three factors first”.',
		whoLabel: 'Who took part?',
		whoHint: 'Write roles, such as “work environment representative, supervisor, HR”.',
		addTitle: 'New line',
		correctTitle: (day) => `Correct the line of ${day}`,
		add: 'Write in the log',
		correct: 'Correct',
		added: 'The line is written in the log.',
		correctedBy: (day) => `Corrected by a later line of ${day}`,
		corrects: 'Corrects an earlier line',
		sinceLast: (count) =>
			count === 0
				? 'There are no lines yet since the last assessment.'
				: count === 1
					? 'There is 1 line since the last assessment.'
					: `There are ${number.format(count)} lines since the last assessment.`
	},
	finish: {
		lead: 'Once the assessment is finalised, it is kept word for word and does not change any more. The three years then begin anew.',
		missingTitle: 'What is missing before it can be finalised',
		ready: 'All that the law asks for is written.',
		missing: {
			'mapping.conclusion': 'Write your assessment of risks as a whole.',
			'absence.assessment': 'Write whether something in the work environment may contribute to sickness absence.',
			'action-plan.priority': 'Write what comes first in the action plan.',
			'follow-up.who': 'Write who sees to the plan.',
			'follow-up.when': 'Write when and how you check whether the solutions work.',
			'follow-up.late': 'Write what happens when something is late.',
			participation: 'Write at least one line about the committee’s participation.'
		},
		button: 'Finalise the assessment',
		done: 'The assessment is finalised.',
		preview: 'See the draft as it is now',
		pdf: 'Download as PDF',
		docx: 'Download as a Word document',
		pdfEnglish: 'Download as PDF in English',
		hash: (hash) => `Fingerprint of the document (SHA-256): ${hash}`,
		tampered:
			'Warning: the document in the database does not fit its fingerprint. It was changed outside Ledertrivsel. Fetch an older backup.',
		basedOn: 'Begin a new one from this'
	},
	document: {
		subtitle: (organisation) => `The work environment of leaders in ${organisation}`,
		draftMark: 'Draft – not finalised',
		facts: {
			organisation: 'Organisation',
			leaders: 'Covers',
			round: 'Round',
			state: 'State',
			previous: 'The one before',
			next: 'The next one by',
			editor: 'Prepared by'
		},
		leadersValue: (count) => `${leaders(count)} by the list of the organisation`,
		roundValue: (name, day, answers) => `${name}, released on ${day}: ${answers}`,
		previousValue: {
			never: 'Ledertrivsel knows of no earlier assessment',
			'in-time': (last, latest) => `${last}. This one is due by ${latest}`,
			overdue: (last, latest) => `${last}. This one was due by ${latest}, and the limit of three years has passed`
		},
		noRound: 'No round',
		finalValue: (day, who) => `Finalised on ${day} by ${who}`,
		aboutTitle: 'About this workplace assessment',
		about:
			'The assessment was made under section 15 a of the Danish Working Environment Act and the executive order on systematic work environment efforts. It covers the psychosocial work environment of leaders and what else is named. It has to be open to management, staff and the Working Environment Authority.',
		chapters: {
			mapping: '1 Mapping and risk assessment',
			absence: '2 Sickness absence',
			plan: '3 Written action plan',
			followUp: '4 Guidelines for follow-up',
			participation: '5 Participation of the work environment organisation'
		},
		howTitle: 'How it was mapped',
		how: (instrument, round, answers) =>
			`The leaders have answered the questionnaire ${instrument} in the round ${round}: ${answers}. The answers are confidential: groups with too few answers are put together, and no figure speaks of one leader.`,
		noRoundText: 'The assessment does not build on a round.',
		assessmentTitle: 'Assessment of the factors',
		factorWithDirection: (factor, direction) => `${factor} (${direction.toLowerCase()})`,
		columnsNote:
			'Score is the mean of those who answered. With 95% confidence it lies between the two scores under Uncertainty. Strained is the share of leaders whose own score is 62.5 or more, or 37.5 or less for what carries.',
		factorsTitle: 'Factor by factor',
		whatItIs: (points, direction) => `The score is ${points} of 100. ${direction}.`,
		heavyLine: (facts) =>
			`${facts.group}: ${facts.seriousness.toLowerCase()} (${facts.points} out of 100${facts.share === null ? '' : `, ${facts.share} of the leaders strained`})`,
		described: (text) => `As the factor is described to the leaders: “${text}”`,
		heavyTitle: 'It weighs most here:',
		committeeSays: (text) => `The committee’s remark: ${text}`,
		others: (names) => `Assessed as low: ${names}.`,
		untold: (names) => `Cannot be assessed from the figures: ${names}.`,
		otherTitle: 'Other parts of the work environment',
		otherNone: 'Other parts are not described in this assessment.',
		conclusionTitle: 'Risks as a whole',
		absenceRule:
			'The figures speak of at least 5 leaders each and were checked together, so that the absence of one or a few leaders cannot be worked out. They are rounded to half a day.',
		absenceAssessmentTitle: 'Assessment',
		priorityTitle: 'What comes first',
		lookedAt: (day) => `The plans are shown as they were on ${day}.`,
		followUp: {
			who: 'Who sees to it',
			when: 'When and how it is checked',
			late: 'When something is late or does not work',
			involvement: 'Taking part on the way',
			revision: 'Revision'
		},
		revision: (latest) =>
			`The assessment is taken up again when work changes in a way that matters to the work environment, and by ${latest} at the latest.`,
		revisionDraft:
			'The assessment is taken up again when work changes in a way that matters to the work environment, and three years after it was finalised at the latest.',
		notWritten: 'Not written yet.',
		remarksTitle: 'Remarks on the assessment',
		remark: (part, who, role, day, text) => `${part} – ${who}, ${role}, ${day}: ${text}`,
		correctedNote: (text) => `${text} (corrects an earlier line)`
	},
	mail: {
		subject: {
			soon: 'The workplace assessment has to be made anew soon',
			overdue: 'The limit for the workplace assessment has passed'
		},
		soon: (organisation, last, latest) =>
			`The last workplace assessment of ${organisation} is of ${last}. The next has to be ready by ${latest}. The law says every third year, and it takes time to have the committee take part.`,
		overdue: (organisation, last, latest) =>
			`The last workplace assessment of ${organisation} is of ${last}. The next should have been ready by ${latest}.`,
		action: 'Open the assessment',
		why: 'You receive this because you are programme lead in Ledertrivsel. It is sent once for each limit.'
	},
	notFoundTitle: 'There is no such assessment',
	notFound: 'Either there is no assessment at this address, or it belongs to another organisation.'
};
