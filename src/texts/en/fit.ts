import type { FitAnswer } from '#domain/recommendation/fit.ts';

const counts = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

const inSentence = {
	intervention: 'the intervention',
	organisation: 'the organisation',
	participants: 'the participants',
	facilitator: 'the carrying out',
	context: 'the circumstances'
};

/** Whether suggestions fit: the questions, what the answers move, and why a suggestion stands where it stands. */
export const fit: typeof import('#texts/da/fit.ts').fit = {
	title: 'Does it fit you?',
	titleFor: (group) => `Does it fit you? ${group}`,
	lead: 'Figures and research can point to a suggestion. Whether it fits you, you know best. Answer what you can. What you skip counts neither for nor against.',
	newerRound: (round) =>
		`The group has been asked again since, in “${round}”. Answer from there: it is the group of today that the answers are about.`,
	leadRead: 'Here is what has been answered about whether the suggestions fit, and what the answers have moved.',
	whoCanSee:
		'The managers above the group, programme leads, the work environment committee and whoever leads your dialogue see the answers with names',
	dimension: {
		intervention: 'The intervention',
		organisation: 'The organisation',
		participants: 'The participants',
		facilitator: 'The carrying out',
		context: 'The circumstances'
	},
	dimensionInSentence: inSentence,
	answer: { yes: 'Yes', partly: 'Partly', no: 'No', 'do-not-know': 'Do not know' },
	asAll: (answer) => `As for all groups: ${answer.toLowerCase()}`,
	answeredBy: (name, day) => `${name} answered on ${day}.`,
	answeredForAll: (name, day) => `${name} answered for all groups on ${day}.`,
	notAnswered: 'Not answered',
	alreadyDone: 'We already do this',
	inPlan: (title) => `It is in the plan “${title}”.`,
	forAll: 'Let the answers about the organisation and the circumstances count for all groups',
	forAllHint: 'Each group can still answer otherwise for itself.',
	save: 'Save, and see what it moves',
	saveAndNext: 'Save, and go to the next',
	saveAndPrevious: 'Save, and go to those before',
	saved: (count) =>
		count === 0 ? 'There was nothing new to save.' : `${counts(count, 'One answer', 'answers')} saved.`,
	keptOfOthers: (count) =>
		count === 1
			? 'Somebody else answered one question in the meantime. That answer stands. Change it if you disagree.'
			: `Others answered ${count} questions in the meantime. Those answers stand. Change them if you disagree.`,
	problems: {
		'unknown-question': 'One of the questions no longer exists. Open the page again and answer anew.',
		'unknown-answer': 'One of the answers cannot be read. Choose again.',
		'newer-round': 'The group has been asked again since. Answer from the newest result of the group.'
	},
	part: (part, parts) => `Page ${part} of ${parts}`,
	next: 'The next suggestions',
	previous: 'The suggestions before',
	allSuggestions: 'Answer for the other suggestions too',
	nothingToAsk: 'There are no suggestions to ask about, since the round shows nothing that the interventions aim at.',
	back: 'Back to the result',
	moved: {
		title: 'What has moved',
		lead: 'Before: the place that figures and research give alone. Now: with your answers and what you already do.',
		nothing: 'Nothing has been answered yet. The suggestions stand as figures and research place them.',
		up: (before, now) => `Moved up from no. ${before} to no. ${now}`,
		down: (before, now) => `Moved down from no. ${before} to no. ${now}`,
		same: (now) => `Still stands as no. ${now}`,
		becauseNo: (what) => `since the answer is no about ${what}`,
		becauseAnswers: 'because of the answers',
		apart: 'Set apart: you already do it, or it is in a plan.',
		becauseOthers: 'since other suggestions have moved',
		notEnough: 'the answers are not enough to move it'
	},
	card: {
		some: (answers) => `Does it fit you? ${answers}.`,
		counted: (count, answer) =>
			`${count} ${{ yes: 'yes', partly: 'partly', no: 'no', 'do-not-know': 'do not know' }[answer]}`,
		unanswered: (count) => `${count} not answered`,
		answer: 'Does it fit you? Answer five questions',
		change: 'See or change the answers',
		why: (place) => `Why it stands as no. ${place}`,
		whyApart: 'Why it stands here'
	},
	askAll: 'Do the suggestions fit you? Answer what you know',
	askAllText: 'Your answers move the suggestions. A no hides nothing, but sets it lower, and you can see why.',
	setAsideTitle: 'Does not fit just now',
	setAsideText: (before, now, what) => `Moved from no. ${before} to no. ${now}, since the answer is no about ${what}.`,
	setAsideSame: (now, what) =>
		`Stands as no. ${now}. The answer is no about ${what}, but there is nothing else to put before it at this level.`,
	doneTitle: 'You already do this',
	levelState: {
		suggested: null,
		thin: 'The research behind the suggestions here is very uncertain. Begin small, and look for whether it helps.',
		'only-set-aside':
			'There is nothing new to suggest here just now: you have answered no to the suggestions or already do them.',
		nothing: 'We know no intervention at this level that meets what the round shows.'
	},
	organisationSetAside:
		'The causes are still there. Take them to whoever has the mandate before you make do with what the individual can do.',
	terms: {
		need: 'The need',
		evidence: 'The research',
		fit: 'Whether it fits',
		level: 'The level',
		practice: 'What you do',
		place: 'The place',
		change: 'What can move it?'
	},
	need: (factor, score, isRisk) =>
		`“${factor}” counts most: ${score} out of 100${isRisk ? '' : ' (higher is better)'}.`,
	needAlso: (factors) => `The intervention also aims at ${factors}. That counts a quarter as much.`,
	evidence: (certainty, studies) => `There is ${certainty}, and behind it stand ${studies}.`,
	contradicting: (count) => (count === 1 ? 'One study points the other way.' : `${count} studies point the other way.`),
	fitNone: 'Nobody has answered this, so it counts neither for nor against.',
	fitAnswer: (answer, dimension, isForAll) =>
		`${fitWord(answer)} about ${inSentence[dimension]}${isForAll ? ' (answered for all groups)' : ''}`,
	fitMoved: (places) => `${places > 0 ? 'lifts' : 'lowers'} it ${counts(Math.abs(places), 'one place', 'places')}`,
	fitPull: {
		up: 'speaks for it, but does not move it by itself',
		down: 'speaks against it, but does not move it by itself',
		none: 'counts neither for nor against'
	},
	fitUnanswered: (what) => `Not answered: ${what}.`,
	levelFirst: 'The organisation’s suggestions stand first, since causes are to be met where they arise.',
	levelAfter: (levels) => `It stands after the suggestions for ${levels}, since causes are to be met where they arise.`,
	levelInSentence: {
		organisation: 'the organisation',
		group: 'the leadership group',
		leadership: 'leader and manager',
		individual: 'the individual leader'
	},
	practice: {
		marked: 'You already do this.',
		planned: (title) => `It is already in the plan “${title}”.`,
		'keep-up': 'What it aims at does not weigh much. Keep it up.',
		check: (factor, isRisk) =>
			`${isRisk ? `“${factor}” still weighs` : `There is still too little of “${factor}”`}. Find out whether it helps before you add more.`
	},
	place: (place, among) => `No. ${place} of ${among} at this level.`,
	placeApart: 'It stands apart, after the suggestions.',
	placeBefore: (before) => `Figures and research alone would place it as no. ${before}.`,
	ahead: (name, because) => `Right before it stands “${name}”: ${because}.`,
	aheadBy: {
		'does-not-fit': 'nobody has answered no about it',
		need: 'what it aims at weighs more',
		evidence: 'the research behind it is surer',
		fit: 'it fits better, by the answers',
		studies: 'more studies stand behind it',
		none: 'the two weigh the same, so the order says nothing'
	},
	change: {
		answer: (answer, dimensions, what, place) =>
			`A ${answer} ${oneOf(dimensions.length, what)} would place it as no. ${place}.`,
		surer: (place) => `Research one step surer would place it as no. ${place}.`,
		lighter: (factor, points, place) =>
			`If “${factor}” became ${points} points better, it would stand as no. ${place}.`,
		nothing: 'No single answer would move it.'
	},
	convention: 'The order is a convention. It does not say how large an effect you can expect.',
	conventionLink: 'How suggestions are ordered',
	inGroupTitle: (group) => `Its place for ${group}`,
	inGroupSecret: (group) => `What is said of ${group} is seen only by those who may open its result.`
};

function oneOf(count: number, what: string): string {
	if (count === 5) return 'to one of the five questions';
	return count === 1 ? `to the question about ${what}` : `to one of the questions about ${what}`;
}

function fitWord(answer: FitAnswer): string {
	return { yes: '“Yes”', partly: '“Partly”', no: '“No”', 'do-not-know': '“Do not know”' }[answer];
}
