const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const points = (value: number) => {
	const rounded = Math.round(Math.abs(value));
	return `${number.format(rounded)} ${rounded === 1 ? 'point' : 'points'}`;
};
const sided = (value: number) =>
	Math.round(value) === 0 ? 'unchanged' : `${points(value)} ${value > 0 ? 'better' : 'worse'}`;
const between = (low: number, high: number) => `between ${sided(low)} and ${sided(high)}`;

/** Effect: have the plans helped? */
export const effects: typeof import('#texts/da/effects.ts').effects = {
	title: 'Has it helped?',
	menu: 'Effect',
	lead: 'Here you see whether the figures have moved more in the groups that made a plan than was to be expected had they done nothing. Often that cannot be told, and then it says so.',
	none: 'There are no plans to follow up yet.',
	noneText:
		'When a group has decided on a plan and leaders have been asked again, you can see here whether it has helped. You can ask again with a few questions.',
	measureAgain: 'Plan a short follow-up',
	verdict: {
		improved: 'Better',
		'no-clear-change': 'No clear change',
		worse: 'Worse',
		'cannot-tell': 'Cannot tell'
	},
	reasons: {
		'better-than-expected':
			'The figure is better than was to be expected without the plan, by more than chance usually makes.',
		'worse-than-expected':
			'The figure is worse than was to be expected without the plan, by more than chance usually makes.',
		'no-large-effect': 'The figure lies where it was to be expected without the plan. A large effect can be ruled out.',
		'too-uncertain':
			'There are too few answers to tell: the figure fits both that nothing has happened and that the plan has helped. In a small group it will often be so.',
		'not-measured-again': 'What the plan is to change has not been measured since it was decided.',
		'figure-not-shown': 'The mean of the group is not shown, because single answers could be given away.',
		'spread-not-shown': 'There were too few answers in the whole round to judge how much the figures swing.',
		'group-not-found': 'The group no longer exists in the new round.',
		'members-changed':
			'Fewer than 70 % of the group are the same leaders as before, so before and after are about two different groups.',
		'result-not-yours-to-open':
			'The result of the group in one of the two rounds is not among those you may open. So you see the plan, but not what became of it. Your programme lead can see both.',
		'few-answered': 'Fewer than 40 % answered in one of the rounds. The others may see it differently.',
		'response-changed':
			'The share that answers has moved by more than 30 percentage points. Others may be answering now.',
		'few-comparison-groups': 'There are fewer than five groups without a plan to compare with.',
		'few-acting-groups': 'There are fewer than five groups with a plan. See the plans one by one below.'
	},
	allTitle: 'All plans together',
	allLead: (before, plans) =>
		`${plans === 1 ? 'One plan' : `${number.format(plans)} plans`} from “${before}”, held against groups without a plan. How high or low the groups began is allowed for.`,
	countedOnce: 'Plans for the same group and the same condition count as one.',
	notCarriedOut: ({ stopped, notBegun }) => {
		const plans = (count: number) => (count === 1 ? 'one plan' : `${number.format(count)} plans`);
		const ended = `${plans(stopped)} ${stopped === 1 ? 'was' : 'were'} stopped before any step was done`;
		const open = `in ${stopped > 0 ? plans(notBegun).replace(/ plans?$/, '') : plans(notBegun)} nothing has been done yet`;
		const told = [...(stopped > 0 ? [ended] : []), ...(notBegun > 0 ? [open] : [])].join(', and ');
		const count = stopped + notBegun === 1 ? 'It counts' : 'They count';
		return `${told.charAt(0).toUpperCase()}${told.slice(1)}. ${count} all the same: to count only the plans that went well would make plans look better than they are.`;
	},
	sharedWith: 'The change counts once. It is shared with:',
	together: (inWords) => `Measured on what each plan aims at: ${inWords}.`,
	allPicture: 'Difference from what was expected, condition by condition',
	allPictureText:
		'The dot shows the difference in points, the line the uncertainty (95 %). To the right of the middle is better.',
	allCaution:
		'We say “better” only where all conditions taken together give a false message in at most 1 of 20 programmes without effect.',
	worseSide: 'worse',
	betterSide: 'better',
	sideEffects: (count) => `What no plan aims at (${count} ${count === 1 ? 'condition' : 'conditions'})`,
	groups: (acting, comparison) => `${acting} ${acting === 1 ? 'group' : 'groups'} with a plan, ${comparison} without`,
	effectInWords: (effect, low, high) =>
		`${sided(effect)} than expected (${between(low, high)})`.replace('unchanged than expected', 'as expected'),
	singleTitle: 'Plan by plan',
	singleCaution:
		'Of 40 plans that change nothing, at most about one will come to look as if it had helped. So look also at what you have noticed yourselves.',
	planFor: (group, factor) => `${group}: ${factor}`,
	measured: (before, after) => `“${before}” before, “${after}” after`,
	picture: (factor) => `${factor}, before and after`,
	pictureScale: {
		strain: (low, high) => `The scale goes from ${low} to ${high}. Lower is better.`,
		resource: (low, high) => `The scale goes from ${low} to ${high}. Higher is better.`
	},
	before: 'Before',
	after: 'After',
	expected: 'Expected without a plan',
	expectedWhy:
		'“Expected without a plan” is where groups without a plan ended when they began at the same place. Very high and low figures often draw nearer to the others by themselves.',
	interval: 'Uncertainty (95 %)',
	showTable: 'Show the figures',
	columns: {
		what: 'What',
		value: 'Figure',
		answers: 'Answers',
		interval: 'Uncertainty (95 %)',
		factor: 'Condition',
		verdict: 'Verdict',
		groups: 'Groups',
		effect: 'Difference from what was expected'
	},
	answers: (count, invited) => (invited === null ? `${count}` : `${count} of ${number.format(invited)}`),
	response: (before, after) => `Before, ${before} answered; now ${after}.`,
	sameMembers: (share) => `${share} of the group are the same leaders as before.`,
	reliable: {
		better: 'The change is larger than a mean of so few answers usually swings.',
		worse: 'The change is larger than a mean of so few answers usually swings.',
		unchanged: 'A mean of so few answers can swing as much by itself.'
	},
	carriedOut: (plan) => {
		if (plan.all === 0) return plan.isStopped ? 'The plan was stopped.' : 'The plan has no steps.';
		const steps = `${plan.done} of ${plan.all} ${plan.all === 1 ? 'step' : 'steps'}`;
		return plan.isStopped ? `The plan was stopped, with ${steps} done.` : `${steps} done.`;
	},
	researchTitle: 'What research says about the interventions',
	researchText: 'These are others’ experiences. Your own figures above are not mixed into them, nor they into yours.',
	why: 'See the studies',
	showPlan: 'Before, after and research',
	seePlan: 'See the plan',
	ruleTitle: 'How we decide',
	rule: [
		'We hold the group’s new figure against what was to be expected without a plan. That is computed from groups without a plan, and from how much figures usually draw nearer to each other from round to round.',
		'A plan counts from when it was decided, also where it was stopped or nothing has been done yet. So what we measure is what deciding on a plan does, not what its steps do when all of them are done.',
		'We say “better” and “worse” only where all of the uncertainty lies on one side. We say “no clear change” where an effect of more than half a standard deviation can be ruled out. Otherwise it cannot be told.',
		'The rule was tried on thousands of invented programmes. Without an effect it says “better” of a condition in fewer than 5 of 100. Where the plans of 20 groups noticeably help what they aim at, it finds that in at least 80 of 100. The plan of a single small group it seldom discovers.'
	],
	ruleLink: 'All methods',
	letters: {
		booster: (facts) => ({
			subject: `Time for a booster: ${facts.intervention}`,
			paragraphs: [
				'Hello',
				`In the plan “${facts.plan}” this step has been done: ${facts.step}`,
				`Research suggests that the effect of “${facts.intervention}” fades with time. So it is a good idea to go over it again about ${facts.months} ${facts.months === 1 ? 'month' : 'months'} later. That was ${facts.dueOn}.`,
				...(facts.followUp === null ? [] : [facts.followUp]),
				'Set half an hour aside together. Ask what still works and what has slipped.'
			]
		}),
		followUp: (facts) => ({
			subject: 'Time to ask again: have the plans helped?',
			paragraphs: [
				'Hello',
				`${facts.plans === 1 ? 'One plan' : `${facts.plans} plans`} after “${facts.round}” ${facts.plans === 1 ? 'is' : 'are'} due for follow-up, and nobody has been asked again yet.`,
				'You can ask only about what the plans are to change. That is 8–12 questions and takes each leader a couple of minutes.'
			]
		}),
		seePlan: 'See the plan',
		seeIntervention: 'Read about the intervention',
		planFollowUp: 'Plan a short follow-up',
		seeEffects: 'See what we know now',
		whyBooster: ({ as, insteadOf }) => {
			const once = 'The letter is sent only once.';
			if (as === 'programme-lead')
				return `You get this letter as programme lead, because nobody we can write to answers for the step or the plan. ${once}`;
			const before = insteadOf === null ? 'The person who owned the step' : `${insteadOf}, who owned the step,`;
			if (as === 'owner')
				return `You get this letter because you answer for the plan. ${before} is no longer here. ${once}`;
			return `You get this letter because you answer for the step or the plan. ${once}`;
		},
		whyFollowUp: 'You get this letter as programme lead, at most once a month.'
	},
	followUpRound: {
		kindLabel: 'What is to be asked?',
		kinds: { whole: 'The whole questionnaire', short: 'Only what the plans are to change (8–12 questions)' },
		title: 'Short follow-up',
		lead: 'The same questions as last time, but only about what the plans are to change. So you can see whether it has helped without asking about everything again.',
		nothing: 'There is no released round with plans to follow up yet.',
		roundLabel: 'Which round do you follow up?',
		roundChoice: (name, plans, due) =>
			`${name}: ${plans === 1 ? 'one plan' : `${plans} plans`}, ${due === 0 ? 'none due yet' : `${due} due`}`,
		factorsLabel: 'What do you want to ask about?',
		factorsHint: 'Choose at most four. Where there is room, a question on how leaders are doing is added.',
		factorChoice: (name, plans) => (plans === 0 ? name : `${name} (${plans === 1 ? 'one plan' : `${plans} plans`})`),
		nameHint: 'Leaders see the name in the letter. For example “Follow-up, spring 2027”.',
		plan: 'Save the follow-up and see the groups',
		wholeInstead: 'Use the whole questionnaire instead',
		shortInstead: 'Ask only about what the plans are to change',
		problems: {
			'unknown-round': 'Choose a round that has been released.',
			'no-factors': 'Choose at least one condition that the round asked about.',
			'too-many-factors': 'That makes more than 12 questions. Choose at most four conditions.',
			'instrument-clash': 'There already is another questionnaire of that name. Tell whoever runs the system.'
		}
	}
};
