import type { demonstration as danish } from '../da/demonstration.ts';

/** The demonstration: an invented region, the rounds in it, and the roles. */
export const demonstration: typeof danish = {
	seasons: {
		winter: (year: number) => `Winter survey ${year}`,
		spring: (year: number) => `Spring survey ${year}`,
		summer: (year: number) => `Summer survey ${year}`,
		autumn: (year: number) => `Autumn survey ${year}`
	},
	personas: {
		'programme-lead': 'Programme lead (demonstration)',
		manager: 'Manager of leaders (demonstration)',
		committee: 'Work environment committee (demonstration)'
	},
	plans: {
		mixed: {
			title: 'Fewer tasks and more time to lead',
			decidedBy: 'The department’s management',
			resources: 'Two hours a month for each leader, and a yes from the management above the department.',
			signs: ['Leaders have at least half a day a week without meetings', 'Fewer mails are written in the evening'],
			involved: 'All leaders of the group and the work-environment representative',
			stuck: 'The programme is full until after the summer.',
			waiting: {
				title: 'Make one of two of the region’s reports',
				reason:
					'We write the same figures in two places every month. It takes about three hours for each leader, and we cannot abolish it ourselves.'
			},
			declined: {
				title: 'Let the department itself say no to new projects',
				reason: 'Four new projects came this spring, and none of the old ones stopped.',
				answer:
					'We cannot leave that to you, because two of the projects are required by law. But from now on we tell you three months ahead, and we agree together what has to give way.'
			},
			steps: {
				dropTasks: {
					description: 'Find the regular reports and meetings that nobody uses, and stop at least three of them.',
					owner: 'The management above the department'
				},
				dialogue: {
					description: 'Talk every month, leader and own manager, about what has to give way when something new comes.',
					owner: 'The department’s management'
				},
				programme: {
					description: 'Sign up the leaders with the most staff for the region’s programme on large spans of control.',
					owner: 'Group HR'
				}
			}
		},
		earlier: {
			decidedBy: 'The department’s management',
			resources: 'Wages for half an assistant, and a yes from the executive.',
			sign: 'Leaders spend fewer hours on reports than before',
			involved: 'The leaders of the group and the work-environment representative',
			kinds: [
				{
					title: 'Away with reports that nobody reads',
					step: 'Go through all regular reports and stop those that nobody uses.',
					owner: 'The centre’s management'
				},
				{
					title: 'Help with rotas and meeting arrangements',
					step: 'Share an administrative assistant between the leaders, and agree on the five tasks that move.',
					owner: 'The centre’s management'
				},
				{
					title: 'Support for those with most staff',
					step: 'Sign up the leaders with the largest spans for the region’s programme.',
					owner: 'Group HR'
				}
			]
		},
		individual: {
			title: 'Taking better care of ourselves',
			decidedBy: 'The department’s management',
			resources: 'Time at two leadership meetings.',
			signs: ['More of us sleep better'],
			involved: 'The leaders themselves',
			steps: {
				boundaries: {
					description: 'Each choose two evenings a week without mail and phone, and tell the others which.',
					owner: 'Each leader'
				},
				exercises: {
					description: 'Try a short exercise in letting go of work at the end of the day, for four weeks.',
					owner: 'Each leader'
				}
			}
		}
	},
	page: {
		title: 'The demonstration',
		noOpenRound:
			'No round is open in the demonstration right now. View it as the programme lead and open a new one – then you can answer as a leader.',
		nobodyLeft:
			'Every leader in the open round has collected the questionnaire. View the demonstration from another side instead.',
		home: 'Choose a role on the front page'
	}
};
