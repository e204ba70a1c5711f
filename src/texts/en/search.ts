const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`);
const anyOf = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(quoted(words));
const allOf = (words: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(quoted(words));

/** Searching the library. */
export const search: typeof import('#texts/da/search.ts').search = {
	title: 'Search the library',
	name: 'Search',
	label: 'What would you like to know about?',
	hint: 'For example stress, span of control or the name of an author. Words in Danish or English.',
	button: 'Search',
	kindsLabel: 'Show only',
	all: 'Everything',
	kinds: {
		factor: { one: 'Factor', many: 'Factors' },
		outcome: { one: 'Outcome', many: 'Outcomes' },
		intervention: { one: 'Intervention', many: 'Interventions' },
		finding: { one: 'Claim', many: 'Claims' },
		study: { one: 'Study', many: 'Studies' }
	},
	filtersTitle: (chosen) => (chosen === 0 ? 'Filters' : `Filters (${chosen} chosen)`),
	filters: {
		level: { label: 'Level', any: 'All levels' },
		factor: { label: 'Factor', any: 'All factors' },
		design: { label: 'Kind of study', any: 'All kinds' },
		country: { label: 'Country', any: 'All countries' },
		certainty: { label: 'Certainty', any: 'Any certainty' }
	},
	filtersHint: 'The number tells how many results would be left.',
	apply: 'Use the filters',
	remove: 'remove',
	removeAll: 'Remove all filters',
	results: (total, isOne, question) =>
		`${total} ${isOne ? 'result' : 'results'}${question === '' ? '' : ` for “${question}”`}`,
	resultsOnPage: (first, last) => `These are numbers ${first}–${last}.`,
	misspelt: (typed, readings) => `“${typed}” stands nowhere. We read it as ${anyOf(readings)}.`,
	parted: (typed, parts) => `“${typed}” stands nowhere. We took it apart and looked for ${allOf(parts)}.`,
	notUnderstood: (words) =>
		words.length === 1
			? `${allOf(words)} stands nowhere, so we left that word out.`
			: `${allOf(words)} stand nowhere, so we left those words out.`,
	partial: 'Nothing has all of the words. These have most of them.',
	noWords:
		'There was no word to look for: words such as “and”, “in” and “the” stand everywhere. So this is everything.',
	hit: {
		untitled: 'Title not known',
		foundIn: 'Found in:',
		otherWords: 'Other words for it:'
	},
	wordsOfDesigns: {
		'meta-analysis': 'meta analysis, pooled analysis',
		'systematic-review': 'literature review, scoping review',
		review: 'literature review, overview',
		'randomised-trial': 'randomized, RCT, controlled trial',
		longitudinal: 'longitudinal, panel study, cohort',
		intervention: 'intervention study, pre-post',
		'cross-sectional': 'cross-sectional, survey',
		mixed: 'mixed methods',
		qualitative: 'qualitative, interview study, focus group',
		conceptual: 'theoretical, commentary'
	},
	none: {
		title: (question) => (question === '' ? 'Nothing fits' : `We found nothing about “${question}”`),
		filters: (count, isOne) =>
			isOne ? 'Without filters there is 1 result' : `Without filters there are ${count} results`,
		waysTitle: 'Other ways to go on',
		otherWords:
			'Try another word for the same thing, or fewer words. The search knows only the words that the library uses.',
		map: 'See the picture of the whole',
		everything: 'Leaf through everything'
	},
	references: {
		title: 'The works behind',
		count: (count, isOne) =>
			isOne ? '1 study stands behind the results.' : `${count} studies stand behind the results.`,
		cut: (most) =>
			`More than ${most} studies stand behind the results. The file gets the first ${most}. Use the filters if you want the others.`
	}
};
