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
		individual: {
			title: 'Taking better care of ourselves',
			decidedBy: 'The department’s management',
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
