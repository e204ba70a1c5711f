import type { overview as danish } from '../da/overview.ts';

type Counts = Parameters<(typeof danish)['summary']['certainty']>[0];

const smallNumbers = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ');
const count = (number: number) => smallNumbers[number] ?? `${number}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const claims = (number: number) => `${number === 0 ? 'no' : count(number)} ${number === 1 ? 'claim' : 'claims'}`;
const works = (number: number) => `${number === 0 ? 'no' : count(number)} ${number === 1 ? 'work' : 'works'}`;

/** The collected account: all that the evidence base knows as one text with sources. The words between the claims. */
export const overview: typeof danish = {
	name: 'The collected account',
	title: 'Leaders’ well-being in health care',
	subtitle: 'What strains leaders, what carries them, what can be done, and how sure it is',
	lead: 'The whole evidence base as one connected text with its sources. It is written anew when the evidence base changes, and so says the same as the other pages.',
	facts: {
		edition: 'Edition',
		publishedOn: 'Published',
		lastSearch: 'Last search for studies',
		licence: 'Licence',
		source: 'Written from',
		sourceValue: 'The evidence base of Ledertrivsel'
	},
	yearOnly: (year) => `${year} (the day is not stated)`,
	pdf: {
		title: 'As a PDF',
		text: 'The same text to print or to send. A screen reader can read it aloud.',
		download: { da: 'Download in Danish (PDF)', en: 'Download in English (PDF)' },
		keywords: ['leaders', 'well-being', 'work environment', 'health care'],
		page: (page, all) => `Page ${page} of ${all}`
	},
	unknownLanguage: 'Choose Danish (da) or English (en).',
	contents: 'Contents',
	chapterLabel: (number) => `Chapter ${number}`,
	previous: 'Previous chapter',
	next: 'Next chapter',
	toStart: 'Front page and contents',
	onThisPage: 'In this chapter',
	notes: 'Notes',
	noteLabel: (number) => `Note ${number}`,
	summaryTitle: 'In short',
	chapters: {
		introduction: 'Why leaders’ well-being matters',
		method: 'How this account was made',
		strains: 'What strains',
		carries: 'What carries',
		context: 'The frame around it all',
		interventions: 'What can be done',
		fit: 'Does it fit your place?',
		conclusion: 'What we know, and what is missing',
		references: 'References'
	},

	summary: {
		factors: (risks, resources) =>
			`This account gathers what research says about ${count(risks)} conditions that strain leaders in health care and ${count(resources)} that carry them. Around them lies psychological safety.`,
		surest: (names) => `We can be surest about ${names}.`,
		certainty: (of: Counts) =>
			`Most of it is uncertain. Of ${claims(of.all)}, ${count(of.high)} ${of.high <= 1 ? 'has' : 'have'} high certainty, ${count(of.moderate)} moderate, ${count(of.low)} low and ${count(of['very-low'])} very low. ${capital(count(of.uncarried))} of them ${of.uncarried === 1 ? 'is' : 'are'} said without any source that we could look up showing it.`,
		interventions: (all, measured) =>
			`There are ${count(all)} interventions, from what the organisation can decide to what a leader can practise. The effect has been measured for ${count(measured)} of them. The others aim at something that seems to matter.`,
		others: (all, atMost) =>
			`What leaders’ well-being means for employees and for the work is less well founded than one often hears: of ${claims(all)} about it, none has more than ${atMost}.`
	},

	introduction: {
		paragraphs: [
			'How leaders in health care fare matters first of all to themselves. It may also matter to those they lead, and to those the work is done for. This chapter is about the latter: what follows when leaders fare well or badly. What strains and carries them comes in the next chapters.',
			'The employer is responsible for a healthy and safe work environment for leaders too. The law says so, and it is an ethical responsibility as well.',
			'Where it says “the overview”, the Danish “Vidensoversigt om lederes trivsel” is meant, made for the TAL initiative in the Region of Southern Denmark. The evidence base starts from it. The words here are our own.'
		],
		groups: {
			organisation: 'The work and the leading of it',
			employees: 'Employees',
			leaders: 'The leaders themselves'
		},
		reachingOthers: 'Other traces',
		reachingOthersText: (list) =>
			`Some of the conditions in later chapters have also been linked with more than the leaders themselves: ${list}. What there is to support it stands with each condition.`
	},

	method: {
		paragraphs: [
			'The evidence base is made of claims. Each says what goes with what, among whom it was studied, and which works stand behind it. This text was put together from them by fixed rules, and nobody has changed it afterwards. Every sentence with a source can therefore be followed back to a record of the evidence base.'
		],
		searchTitle: 'From search to works',
		search: (facts) =>
			`The overview began with ${facts.found} articles. About ${facts.readInFull} were read from end to end, and ${facts.included} were chosen. It does not say which. It also mentions others on the way, and so the evidence base holds ${facts.works} works, ${facts.cited === facts.works ? 'all of them used here' : `of which ${facts.cited} are used here`}. The last search for studies was in ${facts.lastSearch}.`,
		about: (number) => `about ${number}`,
		flowCaption: 'The way from the search to this account',
		flow: {
			found: 'articles found by searching',
			readInFull: 'read from end to end',
			included: 'chosen for the overview',
			works: 'works in the evidence base, with those mentioned on the way'
		},
		flowAlt: (facts) =>
			`Four steps from top to bottom: ${facts.found} articles found, about ${facts.readInFull} read from end to end, ${facts.included} chosen, ${facts.works} works in the evidence base.`,
		criteriaTitle: 'Four demands on a study',
		criteria:
			'The overview chose studies by four demands. Not every work in the evidence base meets them all; the table says how many do. What “recent” means it does not say, so the limit is ours.',
		criteriaCaption: 'How many works meet each demand',
		criteriaColumns: ['Demand', 'Yes', 'No', 'Not known'],
		criteriaNames: {
			isRelevant: 'Relevance: about leaders in health care',
			hasClearMethod: 'Method: peer-reviewed and with a clear method',
			isRecent: 'Recency: from 2010 or later',
			isNordic: 'Geography: from the Nordic countries'
		},
		certaintyTitle: 'Certainty',
		certainty:
			'Each claim has one of four words for how sure it is. The word comes from a fixed rule, which is our own. It resembles GRADE, but is not GRADE.',
		rule: [
			'A work counts only if we have looked it up and it shows what it is used for.',
			'A review, a randomised trial or a study over time starts at moderate. Surveys at one time, interviews and measurements without comparison start at low. Argument alone, and effects that nobody has tested, start at very low.',
			'It goes down where there is only one study, where a study points the other way, where nothing is from health care, about leaders, or from 2010 or later, and where those who summed up call their own ground thin.',
			'It goes up where nothing pulls down and at least three independent works agree, among them a review, something over time and something Nordic.'
		],
		ruleMore: 'The whole rule stands on the page “How we calculate” in Ledertrivsel.',
		tallyCaption: 'What the words mean, and how many claims have each',
		tallyColumns: ['Certainty', 'What it means', 'Claims'],
		verifiedTitle: 'What “not verified” means',
		verified: (facts) =>
			facts.verified === facts.all
				? 'Every work has been looked up in the original or in a register. One that had not been would be marked “not verified” and would not count.'
				: `Of ${works(facts.all)}, ${count(facts.verified)} have been looked up in the original or in a register. ${capital(count(facts.recalled))} ${facts.recalled === 1 ? 'was' : 'were'} written down without being looked up, and ${count(facts.unknown)} we could not find. They are marked “not verified”: they have neither DOI nor link, and they do not count when we say how sure a claim is.`,
		abstracts:
			'Even a work that has been looked up has mostly been read in its abstract only. What stands in the full text alone we have not seen, and it is then taken as not shown.',
		readingTitle: 'How to read the text',
		reading:
			'The surest claims come first. After each claim stand the works behind it in brackets, and a note. The note says who was studied, how, and what to know before leaning on it. What the overview says but none of the sources we have seen shows stands by itself. That one thing goes with another means that they keep company; what comes of what is another matter.',
		researchTitle: 'About the research itself',
		leftOutTitle: 'Left out',
		leftOut: (ids) =>
			`These records point to something that the evidence base does not have, and so are not here: ${ids}.`
	},

	factors: {
		lead: {
			risk: 'The six conditions of this chapter wear on leaders when there is much of them. The order is that of the overview and does not say what wears most.',
			resource:
				'The six conditions of this chapter hold leaders up. Several are the opposite of something in the chapter before, but they have been studied by themselves.',
			context:
				'Psychological safety belongs neither to what strains nor to what carries. It decides whether the rest can be said aloud at all.'
		},
		summary: (of: Counts) => {
			const parts = [
				[of.high, 'high'],
				[of.moderate, 'moderate'],
				[of.low, 'low'],
				[of['very-low'], 'very low']
			].filter((part): part is [number, string] => part[0] !== 0);
			const told = parts.map(([number, word], at) => `${count(number)} with ${word}${at === 0 ? ' certainty' : ''}`);
			if (of.all === 0) return 'There are no claims about it in the evidence base yet.';
			if (of.all === 1) return `There is one claim about it, ${told.join('')}.`;
			if (told.length === 1) return `There are ${claims(of.all)} about it, all with ${parts[0]?.[1] ?? ''} certainty.`;
			return `There are ${claims(of.all)} about it: ${told.slice(0, -1).join(', ')} and ${told.at(-1) ?? ''}.`;
		},
		whole: 'As a whole',
		organisationOnly: 'What only the organisation can do'
	},

	claims: {
		steps: {
			high: 'High certainty.',
			moderate: 'Moderate certainty.',
			low: 'Low certainty.',
			'very-low': 'Very low certainty.'
		},
		uncarriedTitle: 'Said, but not shown',
		uncarried: (number) =>
			number === 1
				? 'The overview also says this. None of the sources that we could look up shows it.'
				: 'The overview also says this. None of the sources that we could look up shows any of it.',
		butSee: 'but see',
		notVerified: 'not verified',
		doesNotCount: 'Also mentioned, but does not count',
		designs: {
			'meta-analysis': 'meta-analysis',
			'systematic-review': 'systematic review',
			review: 'review',
			'randomised-trial': 'randomised trial',
			longitudinal: 'study over time',
			intervention: 'measured before and after',
			'cross-sectional': 'survey at one time',
			mixed: 'survey and interviews',
			qualitative: 'interviews or narratives',
			conceptual: 'professional discussion',
			unknown: 'method not known'
		}
	},

	interventions: {
		lead: 'Causes should be solved where they arise. The chapter therefore begins with what the organisation can decide and ends with what a leader can practise. At each level the surest interventions come first.',
		lead2:
			'The certainty is that of the intervention helping. “Measured” means that somebody has measured an effect. Otherwise the intervention is here because it aims at something that seems to matter; the certainty can then be low at most.',
		generalTitle: 'About interventions as such',
		levels: {
			organisation: 'The organisation',
			group: 'The management group',
			leadership: 'Leading, and one’s own manager',
			individual: 'The single leader'
		},
		levelLines: {
			organisation: 'What top management and the committees can decide for everybody.',
			group: 'What leaders who work together can do for each other.',
			leadership: 'What is about leading, and about the manager one has.',
			individual: 'What one can practise. It cannot stand alone.'
		},
		tableCaption: (level) => `Interventions: ${level.charAt(0).toLowerCase()}${level.slice(1)}`,
		columns: ['Intervention', 'Who can decide it', 'Certainty'],
		measured: 'measured',
		notMeasured: 'not measured',
		aimedAt: 'Aimed at',
		effectsTitle: 'What is said of the effects',
		effectsNone: 'None of the sources says anything of the effects of the interventions at this level.'
	},

	fit: {
		lead: 'The same intervention can help in one place and be wasted in another. Before you choose, hold it up against five things:',
		parts: [
			['The intervention', 'Is it clear what it should change, and is it enough to change it?'],
			['The organisation', 'Is there time, money and backing, also when things get busy?'],
			['The participants', 'Is it something that the leaders themselves need and will spend time on?'],
			['Whoever leads it', 'Are they able to, and do the participants trust them with it?'],
			['The situation', 'What else is going on just now that could upset it or lift it?']
		],
		more: 'On the page of each intervention in Ledertrivsel the five questions stand as they look just there.',
		findingsTitle: 'What this rests on'
	},

	conclusion: {
		surestTitle: 'Where we know most',
		surest: (list) =>
			`Most claims of moderate certainty or more are about ${list}. That means that reviews or studies over time point to the same, and not that it is what matters most.`,
		surestItem: (name, sure, all) => `${name} (${sure} of ${all})`,
		surestNone: 'No condition has a claim of moderate certainty or more.',
		thinTitle: 'Where the ground is thin',
		thin: (list) =>
			`About ${list} no claim reaches moderate certainty. It may matter all the same; it has just not been studied in a way that can show it.`,
		thinNone: 'Every condition has at least one claim of moderate certainty or more.',
		uncarried: (uncarried, all) =>
			`${capital(count(uncarried))} of ${claims(all)} ${uncarried === 1 ? 'is' : 'are'} not shown by any source that we could look up. That does not make them wrong, but they should be read in the original before anybody builds on them.`,
		others: (all, uncarried, atMost) =>
			`${capital(claims(all))} ${all === 1 ? 'is' : 'are'} about employees or the work. None of them has more than ${atMost}, and ${count(uncarried)} ${uncarried === 1 ? 'is' : 'are'} not shown by any source.`,
		factorsCaption: 'Claims about each condition, by certainty',
		factorsColumns: ['Condition', 'High', 'Moderate', 'Low', 'Very low', 'Of these not shown'],
		total: 'All conditions',
		interventionsTitle: 'What we know about interventions',
		interventions: (all, measured) =>
			`The effect has been measured for ${count(measured)} of ${count(all)} interventions. That an intervention has not been measured does not say that it fails. It says that you have to agree beforehand how it should be noticed.`,
		levelsCaption: 'Interventions at each level, by certainty',
		levelsColumns: ['Level', 'Interventions', 'Effect measured', 'High', 'Moderate', 'Low', 'Very low'],
		levelsTotal: 'All interventions'
	},

	references: {
		lead: (all, notVerified) =>
			`${capital(works(all))} ${all === 1 ? 'is' : 'are'} named in the text. ${
				notVerified === 0
					? 'All have been looked up.'
					: `${capital(count(notVerified))} ${notVerified === 1 ? 'is' : 'are'} marked “not verified”; what that means stands in the chapter on the method.`
			}`
	},

	unknownChapter: {
		title: 'We do not know that chapter',
		text: 'The address does not fit any chapter. Perhaps it is mistyped.'
	}
};
