// What people type, and the record that they should see among the first five: the ways in which Danish readers miss a
// word. They were gathered while the search was written, which favours it; what it does not find was left in.
export type Question = { readonly typed: string; readonly wanted: string };

export const questions: readonly Question[] = [
	// The word as it stands.
	{ typed: 'psykologisk tryghed', wanted: 'factor psychological-safety' },
	{ typed: 'rolleklarhed', wanted: 'factor role-clarity' },
	{ typed: 'sygefravær', wanted: 'outcome sickness-absence' },
	{ typed: 'ledelsesspænd', wanted: 'factor workload' },
	{ typed: 'stresshåndtering', wanted: 'intervention stress-management' },
	// Another form of it.
	{ typed: 'rollekonflikterne', wanted: 'factor role-conflict' },
	{ typed: 'støtten', wanted: 'factor support' },
	{ typed: 'kollegiale supervisioner', wanted: 'intervention peer-supervision' },
	{ typed: 'resultatpresset', wanted: 'factor performance-pressure' },
	{ typed: 'ensomme', wanted: 'finding loneliness-wish-to-stay' },
	// Without æ, ø and å.
	{ typed: 'stoette', wanted: 'factor support' },
	{ typed: 'arbejdsmaengde', wanted: 'factor workload' },
	{ typed: 'foelelsesmaessige krav', wanted: 'factor emotional-demands' },
	{ typed: 'sovn', wanted: 'outcome sleep' },
	// Misspelt.
	{ typed: 'ledelsespænd', wanted: 'factor workload' },
	{ typed: 'mindfullness', wanted: 'intervention stress-management' },
	{ typed: 'fleksiblitet', wanted: 'factor flexibility' },
	{ typed: 'suprevision', wanted: 'intervention peer-supervision' },
	{ typed: 'arbejdsmengde', wanted: 'factor workload' },
	// A part of a compound, or a compound that is written as several words.
	{ typed: 'konflikt', wanted: 'factor role-conflict' },
	{ typed: 'kollegastøtte', wanted: 'finding team-support-job-satisfaction' },
	{ typed: 'spænd', wanted: 'intervention span-and-workload' },
	{ typed: 'lederudvikling', wanted: 'factor development' },
	// Half a word.
	{ typed: 'medit', wanted: 'intervention stress-management' },
	// English, a name, a name without its dots.
	{ typed: 'span of control', wanted: 'factor workload' },
	{ typed: 'turnover', wanted: 'study skagert-2012' },
	{ typed: 'Skagert 2008', wanted: 'study skagert-2008' },
	{ typed: 'haggman', wanted: 'study haggman-laitila-romppanen-2018' },
	// Another word for it, which nobody's list of words has.
	{ typed: 'udbrændt', wanted: 'outcome exhaustion' },
	{ typed: 'for travlt', wanted: 'factor workload' }
];
