import type { methods as danish } from '#texts/da/methods.ts';
import { certaintyWords } from './certainty.ts';

/** How we calculate: the rules behind the figures in plain words. */
export const methods: typeof danish = {
	title: 'How we calculate',
	lead: 'All that we show is worked out by fixed rules. Here they are in plain words, also where we chose something that another might have chosen otherwise.',
	onThisPage: 'On this page',
	formulas:
		'The formulas, their sources and what they were checked against come with the program in the file docs/methods.md. Who can see what has its own page.',
	visibilityLink: 'Who can see what?',
	libraryLink: 'What is known about leaders’ well-being',
	sections: ({ strainedFrom, lackingTo, threshold, minimumInvited }) => [
		{
			id: 'questionnaire',
			title: 'The questions',
			paragraphs: [
				'Our own questionnaire has 51 questions: three on each of the twelve factors that strain or carry, three on safety and two on each of six outcomes such as stress and well-being. Questions may be skipped.',
				'The questionnaire is new and not validated. Nobody has yet examined whether the questions measure what they are named after, whether three are enough, or what is a usual figure.'
			]
		},
		{
			id: 'scores',
			title: 'From answers to figures between 0 and 100',
			paragraphs: [
				'Each answer becomes a figure. With five answers to choose from it is 0, 25, 50, 75 or 100. A couple of questions are worded the other way round and are turned back first. The figure of a factor is the mean of the answers that were given.',
				'Where less than half of a factor’s questions were answered, there is no figure. We do not guess the rest.',
				'A high figure for what strains means more strain. A high figure for what carries means more to stand on. This way of calculating is known from the Copenhagen Psychosocial Questionnaire; the questions are our own.'
			]
		},
		{
			id: 'strain',
			title: 'When we say that something strains',
			paragraphs: [
				`We say that a factor strains from ${strainedFrom}, and that something which should carry is lacking down to ${lackingTo}. The lines lie midway between the middle answer and the next.`,
				'That is a convention and not a norm. It says that the answers lean to one side. It says nothing about illness, or about how other leaders are.'
			]
		},
		{
			id: 'most',
			title: 'What weighs most',
			paragraphs: [
				'To compare, we turn all figures the same way: a factor that carries counts as 100 minus its figure. What weighs most is the highest of them, but only if it is over 50. Where two are equally high, we name both.'
			]
		},
		{
			id: 'uncertainty',
			title: 'How sure a mean is',
			paragraphs: [
				'The thin line around a mean shows how far it may swing: an interval of 95 per cent. It gets shorter the more have answered, and vanishes when everybody in the group has. The spread is taken from the whole organisation, because a small group’s own is too unsure.',
				'The interval assumes that those who answered are like those who did not. We do not know that. Nor does it say what the next round will show, or how well the questions measure.'
			]
		},
		{
			id: 'groups',
			title: 'Small groups',
			paragraphs: [
				`A leadership group is the leaders who have the same manager. With fewer than ${minimumInvited} invited it is pooled with a neighbour before the round opens, and the names of those that were pooled stand beside the result. Where fewer than ${threshold} answer, groups are pooled again. We never show a mean of fewer than ${threshold}.`,
				'A round is worked out once, when it is closed, and everybody sees parts of the same. Before that the system itself tries to calculate backwards: from all that would be shown, and knowing who works where, it looks for answers that can be determined. If it finds any, nothing is shown. It does so for one round at a time.'
			],
			points: [
				'Means are rounded to whole numbers.',
				'Where a mean lies close to 0 or 100 we only say “at most” or “at least”; otherwise one would know that nearly all answered alike.',
				'Shares are shown only where at least 20 have answered, and never as nobody or everybody.',
				'Where a figure is missing we do not say why. The reason might give something away.',
				'How many were invited and how many answered is not secret.'
			]
		},
		{
			id: 'certainty',
			title: 'How sure a claim is',
			paragraphs: [
				certaintyWords.explanation,
				'The rule is fixed, so that the same knowledge always gets the same word:'
			],
			isNumbered: true,
			points: [
				'A study counts when we have looked it up and it shows what it is used for. Where none counts, certainty is very low.',
				'Begin at moderate with a review, a randomised trial or a study over time. At low with only questionnaires at one time, interviews or measurements without comparison. At very low with only arguments, or where nobody has tried what is said to work.',
				'Go one step down for each of these: only one study; a study that points the other way; no studies in health care; no studies of leaders; only studies from before 2010; all reviews, trials and studies over time call their own evidence thin.',
				'Go one step up if nothing pulled down, at least three independent studies agree, and there is a review, something over time and something Nordic among them. Studies that share authors are one voice. So are all reviews together, since they may rest on the same studies.',
				'An intervention is as sure as the surest measurement of whether it works. Where the effect has not been measured, or the measurement is very uncertain, we may build on why it should work instead: one step below the surest of those claims, but never more than low.'
			],
			after:
				'The rule is inspired by GRADE and, for interviews, by GRADE-CERQual, but is neither. GRADE would be stricter with reviews of questionnaires, and also looks at how well each study was carried out, how precise a figure is and whether something was kept back. CERQual lets several people judge how well the interviews cover the subject. We do not.'
		},
		{
			id: 'ranking',
			title: 'Which interventions are suggested',
			paragraphs: [
				'Suggestions always come in the same order of levels: the organisation, the leadership group, leader and manager, and last the individual leader. Within each level three things settle the order: how much the factors that the intervention aims at weigh, how sure the knowledge of it is, and whether it fits where you are. You answer the last yourselves. In the private profile only the first two count.'
			],
			points: [
				'The need is the figure, turned so that high is bad, divided by 100 and multiplied by itself. What weighs twice as much thus counts four times as heavily.',
				'An intervention gets weight from the factor that needs it most, and a quarter from each of the others.',
				'The weight is multiplied by 1 at high certainty, 0.8 at moderate, 0.6 at low and 0.4 at very low.',
				'Each answer about whether the intervention fits multiplies the weight: yes by 1.1, partly by 0.9 and no by 0.5. “Do not know”, and what nobody has answered, changes nothing.',
				'A no also places the intervention after all of its level that nobody has said no to. It stays on the page, so that you can see why and change the answer.',
				'What you already do, or have in a plan, stands apart. Where what it aims at still weighs, the advice is to look for whether it helps.',
				'A suggestion for the individual never comes before one for the organisation, unless you have answered no to that one or already do it.',
				'Where two weigh the same, the one with most studies comes first.'
			],
			after:
				'This is a convention of ours and no measure of how large an effect can be expected. The overview ends on the point that intervention, organisation, participants and those who carry it out must match each other and the place. How much that means it does not say; the figures are ours.'
		},
		{
			id: 'unknown',
			title: 'What we do not know',
			paragraphs: ['A report that looks sure is not always sure. This is missing:'],
			points: [
				'Whether the questionnaire measures the right thing. That must be studied with answers from many leaders.',
				'What a usual figure is. There are no national figures to hold yours against.',
				'How those who did not answer are.',
				'What leads to what. Answers from the same day can show that two things occur together, not which came first.',
				'Whether an intervention works where you are. Most have been suggested and not tried. A figure that falls after a bad round often falls by itself.',
				'What the studies say in their full text. In this version most have been read in abstract, and some we have not found.'
			],
			after: '“We cannot tell” is a result too. Better that than a figure that pretends to know more.'
		}
	]
};
