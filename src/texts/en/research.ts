const number = new Intl.NumberFormat('en');

/** Data for researchers: codebook and columns. */
export const research: typeof import('#texts/da/research.ts').research = {
	title: (round) => `Data for research: ${round}`,
	lead: 'The files hold what has been released of the round, and nothing else. No answers of single leaders.',
	back: 'To the results',
	link: 'Download what was released as data for research',
	files: 'Download files',
	csv: 'CSV, for spreadsheets and statistics programs',
	sav: 'SPSS (.sav)',
	codebookFile: 'Codebook (text)',
	rows: (rows, withheld) =>
		`${number.format(rows)} figures in all. ${number.format(withheld)} of them are not shown, so that nobody can be recognised.`,
	rules: 'Before you compute with them',
	ruleList: [
		'The figures are rounded. The column step says by how much.',
		'A figure that is not shown is not zero. See the column status.',
		'Groups overlap: the figures of a department hold those of its wards. Do not add them up.',
		'Do not combine the file with other knowledge to find single people.'
	],
	codebook: (round) => `Codebook: ${round}`,
	about: (k) =>
		`The file has a row for each figure that was released or withheld. At least ${k} responses stand behind each figure that is shown. No answers of single leaders are in it.`,
	headings: {
		columns: 'Columns',
		statuses: 'Values of status',
		statistics: 'Values of statistic',
		instrument: 'Questionnaire and scales'
	},
	table: { column: 'Column', code: 'Code', meaning: 'Meaning' },
	columns: {
		group_id: 'Id of the group',
		group_name: 'Name of the group',
		group_path: 'The units from the top down',
		group_kind: 'leaf: one group; union: everything in a unit; dimension: leaders with something in common',
		parent_id: 'The smallest group around this one',
		dimension: 'What the leaders have in common, for dimension only',
		category: 'Which one, for dimension only',
		invited: 'How many were invited; empty where it is not known or not shown',
		responses: 'Responses in the group',
		scale: 'Id of the scale',
		statistic: 'Which figure it is',
		respondents: 'Responses behind the figure',
		value: 'The figure; empty where it is withheld',
		step: 'Rounding: the unrounded figure lies within half a step',
		status: 'Whether the figure is shown'
	},
	statuses: {
		shown: 'Shown',
		atMost: 'The figure is at most value',
		atLeast: 'The figure is at least value',
		withheld: 'Withheld'
	},
	missing:
		'A figure that is withheld is empty in CSV and system-missing in SPSS, and has status 9. Why it is withheld is not told.',
	statistics: {
		mean: 'Mean',
		sd: 'Standard deviation',
		share: 'Share of strained (0–1)',
		better: 'Share who have become better since last time (0–1)',
		worse: 'Share who have become worse since last time (0–1)',
		icc1: 'ICC(1), whole organisation',
		icc2: 'ICC(2), whole organisation',
		rwgj: 'rwg(j), mean over groups',
		alpha: "Cronbach's alpha, whole organisation",
		omega: "McDonald's omega, whole organisation"
	},
	version: (version) => `version ${version}`,
	licence: 'Licence',
	scoring:
		'A scale is scored where at least half of its items are answered. Reversed items are turned first. The formulas stand on the page Methods.',
	direction: 'A high score means',
	directions: { strain: 'more strain', resource: 'more of what carries', neutral: 'neither good nor bad' },
	metric: 'Unit',
	metrics: { points: 'points from 0 to 100', mean: "mean in the items' own range" },
	range: (minimum, maximum) => `From ${minimum} to ${maximum}`,
	strained: {
		'at-least': (cut) => `Counts as strained from ${cut} up`,
		'at-most': (cut) => `Counts as strained from ${cut} down`
	},
	notPublished: 'Not released: the scale is a total of others, which it would give away',
	factor: 'Factor in the evidence base',
	reversed: '(reversed)',
	noWording: 'the wording belongs to the organisation'
};
