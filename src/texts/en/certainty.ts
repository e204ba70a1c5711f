import type { certaintyWords as danish } from '#texts/da/certainty.ts';

/** How sure the knowledge behind a claim or an intervention is, and why. */
export const certaintyWords: typeof danish = {
	heading: 'How sure is this?',
	explanation:
		'Certainty follows a fixed rule: how the studies were done, how many independent ones there are, and whom they are about. The rule is our own. It resembles GRADE, which researchers use, but is not GRADE.',
	levels: {
		high: {
			name: 'high certainty',
			meaning:
				'Several independent studies, over time too, point the same way; new research will hardly change the picture.'
		},
		moderate: {
			name: 'moderate certainty',
			meaning: 'There is good support in research, but new research may change part of the picture.'
		},
		low: {
			name: 'low certainty',
			meaning: 'Something points to it, but new research may well change the picture.'
		},
		'very-low': {
			name: 'very low certainty',
			meaning: 'It may be right, but there is very little or no research that shows it.'
		}
	},
	reasons: {
		'meta-analysis-among-studies': 'One of the sources combines the figures of many studies.',
		'review-among-studies': 'At least one of the sources sums up several studies.',
		'trial-among-studies': 'It was tested in a trial where participants were allotted at random.',
		'followed-over-time': 'At least one study followed leaders over time.',
		'no-control-group': 'It was measured before and after, as far as we know without a group to compare with.',
		'only-cross-sectional': 'All answers are from one point in time, so we cannot see what comes first.',
		'only-interviews': 'It rests on interviews or stories and shows how it is experienced, not how common it is.',
		'only-single-time': 'None of the sources followed leaders over time.',
		'only-argument': 'It rests on the judgement of experts, not on new measurements.',
		'several-independent-works': 'At least three independent studies deal with it.',
		'shared-authors': 'Some of the sources share authors and so are not quite independent.',
		'reviews-may-share-studies': 'The reviews may rest on some of the same studies and so count as one voice.',
		'single-study': 'It rests on a single study.',
		'single-small-study': 'It rests on a single small study.',
		'review-calls-evidence-thin': 'The researchers behind it call the evidence thin themselves.',
		'suggested-not-tested': 'It has been suggested, but not tested.',
		'not-health-care': 'It has not been studied in health care in particular.',
		'not-leaders': 'It has not been studied among leaders.',
		'not-nordic': 'None of the sources is Nordic.',
		'only-older-works': 'All sources are from before 2010.',
		'no-source-shows-it': 'None of the sources that we have been able to look up shows it.',
		'record-not-verified': 'At least one of the sources we have not been able to look up yet; it does not count.',
		'study-shows-less':
			'At least one of the studies named does not show it, as far as we have seen; it does not count.',
		'studies-disagree': 'The sources do not agree.',
		'effect-measured': 'The effect of the intervention has been measured.',
		'effect-measured-weakly':
			'The effect has been measured, but so uncertainly that we build on why the intervention should work instead.',
		'effect-not-measured':
			'The effect of the intervention has not been measured; it aims at something that seems to matter.'
	}
};
