import type { evidenceEditing as danish } from '#texts/da/evidence-editing.ts';

/** The pages on which editors correct the evidence base. */
export const evidenceEditing: typeof danish = {
	start: {
		title: 'Correct the evidence base',
		lead: 'What you save is a draft. Readers see it when you publish it, and everything can be taken back.',
		findTitle: 'Find what you want to correct',
		found: (count) => (count === 0 ? 'Nothing matches what you are looking for.' : `${count} found.`),
		showRest: (count) => `Show ${count} more`,
		browse: 'Or see them as a list:',
		browseKind: (kind, count) => `${kind} (${count})`,
		addTitle: 'Write something new',
		draftsTitle: 'Drafts',
		toDrafts: 'See the drafts, and publish',
		toConflicts: 'Choose',
		moreTitle: 'History and files',
		drafts: (count) =>
			count === 0
				? 'No drafts are waiting'
				: count === 1
					? 'One draft waits to be published'
					: `${count} drafts wait to be published`,
		conflicts: (count) =>
			count === 1
				? 'One correction no longer agrees with what comes with the program. Choose which is to stand.'
				: `${count} corrections no longer agree with what comes with the program. Choose which is to stand.`,
		history: 'What was changed, and by whom?',
		export: 'Download the evidence base with its drafts (zip)',
		editors: 'Who is an editor?'
	},
	kinds: {
		finding: {
			many: 'Claims',
			one: 'Claim',
			add: 'Write a new claim',
			none: 'No claims match what you are looking for.'
		},
		study: {
			many: 'Studies',
			one: 'Study',
			add: 'Add a study',
			none: 'No studies match what you are looking for.'
		},
		intervention: {
			many: 'Interventions',
			one: 'Intervention',
			add: 'Write a new intervention',
			none: 'No interventions match what you are looking for.'
		}
	},

	list: {
		lead: 'Choose the one you want to correct.',
		searchHint: 'One or more words in Danish or English',
		searchButton: 'Find',
		shown: (found, all) => (found === all ? `${all} in all.` : `${found} of ${all}.`),
		showAll: 'Show all',
		origins: { shipped: 'as shipped', edited: 'corrected', added: 'added' },
		draft: 'draft',
		conflict: 'choose'
	},

	form: {
		editTitle: 'Correct',
		contentsTitle: 'The fields',
		saveTitle: 'Save',
		toConflict: 'Choose which is to stand',
		danish: 'Danish',
		english: 'English',
		readersSee: 'See what readers see now',
		history: 'See what was changed',
		isDraft: 'There is a draft that is not published. It is the one you are correcting here.',
		isTakenOut: 'It was taken out. Below is what it said last. If you save, it is taken back in.',
		isAdded: 'You added it yourselves. It does not come with the program.',
		version: (version) => `Version ${version}`,
		idLabel: 'Name in the address',
		idHint:
			'Small letters, numbers and hyphens, such as “hansen-2026”. It cannot be changed later, as others may have cited it.',
		reasonLabel: 'Why do you correct it?',
		reasonHint: 'Write it so that a colleague understands it in a year. Readers do not see it.',
		preview: 'See a preview',
		previewAgain: 'See a preview again',
		save: 'Save as a draft',
		saved: 'The draft is saved. Readers see the present text until you publish.',
		nextClaim: 'Now add the study to the claim it shows. Only then can it be published.',
		findClaim: 'Find the claim',
		undone: 'It was taken back, and that is saved as a draft.',
		settled: 'The choice is saved as a draft.',
		toDrafts: 'See the drafts, and publish',
		unchanged: 'Nothing was changed, so nothing was saved.',
		notKnown: 'not known',
		notStated: 'not written',
		yes: 'yes',
		no: 'no',
		none: 'Nothing chosen',
		notCited: 'is not named',
		chooseMore: (count) => `Choose from ${count} others`,
		wholeFactor: (factor) => `${factor}: the whole of it`,
		fromGroups: {
			factor: 'Factors',
			intervention: 'Interventions',
			outcome: 'Outcomes',
			research: 'The research itself'
		},
		anyIntervention: 'Interventions as such',
		research: 'How the research was done',
		lineByLine: 'One on each line, as many in Danish as in English.',
		confidence: 'How do we know?'
	},

	newer: {
		title: (name, when) => `${name} saved while you were writing (${when})`,
		reason: 'The reason given was:',
		text: 'Nothing is saved yet, and nothing of yours is lost. The form below is the other version with your changes on top. Look them through, and save again.',
		changes: 'Your changes against the other version',
		sides: { before: 'Theirs', after: 'Yours' },
		noChanges: 'You have written nothing else than what is saved already.',
		upgraded: {
			title: 'The program was upgraded while you were writing',
			text: 'The upgrade has changed what you are correcting. Nothing is saved yet, and nothing of yours is lost. The form below is the new version with your changes on top. Look them through, and save again.',
			changes: 'Your changes against the new version',
			sides: { before: 'Now', after: 'Yours' }
		},
		takenOut: {
			title: (name, when) => `${name} took it out while you were writing (${when})`,
			text: 'Nothing is saved yet, and what you wrote stands in the form below. If you save again, it is taken back in.'
		}
	},

	preview: {
		title: 'How it will be',
		lead: 'Nothing is saved yet.',
		readNow: 'What readers see now',
		readThen: 'What readers will see',
		certaintyTitle: 'Certainty',
		certaintySame: 'The certainty stays the same:',
		certaintyNew: 'The certainty will be:',
		certaintyWas: 'Before:',
		certaintyBecomes: 'After:',
		othersTitle: 'What else changes',
		certaintyOthers: 'These become more or less certain when all drafts are published:',
		changesTitle: 'What changes for readers',
		changesNone: 'Nothing changes for readers.',
		problemsTitle: (count) => (count === 1 ? 'One rule is broken' : `Rules are broken in ${count} places`),
		problemsText: 'You can save the draft, but it cannot be published before this is mended.',
		problemsNone: 'All rules are kept.',
		nextClaim: 'Save the study, and then add it to the claim it shows. Only then can it be published.',
		filledTitle: 'What you have written',
		oneLanguage: {
			da: 'You have changed only the Danish text. Does the English still fit?',
			en: 'You have changed only the English text. Does the Danish still fit?'
		}
	},

	changes: {
		before: 'Before',
		after: 'After',
		nothing: 'is empty'
	},

	history: {
		title: 'What was changed?',
		titleOf: (label) => `Changes: ${label}`,
		lead: 'The newest stands first. Nothing is erased: taking something back is a new change.',
		none: 'Nothing was changed.',
		savedBy: (name, when) => `${name}, ${when}`,
		revision: (revision) => `Correction ${revision}`,
		reason: 'Why',
		showChanges: (count) => (count === 1 ? 'See what was changed (1 field)' : `See what was changed (${count} fields)`),
		revisionsTitle: 'Corrections',
		allBackTitle: 'All the way back',
		backToShipped: 'Taken back to what comes with the program',
		published: (numbers) => `Published (${numbers})`,
		notPublished: 'Not published',
		noChanges: 'The same contents as before.',
		publicationsTitle: 'Publications',
		publication: (publication) => `Publication ${publication}`,
		records: (count) => (count === 1 ? '1 record' : `${count} records`),
		undo: 'Take back to this one',
		undoShipped: 'Take back to what comes with the program',
		takeOut: 'Take it out again',
		undoReason: 'Why?',
		undoButton: 'Take back',
		takeOutButton: 'Take out',
		newer: 'Something new was saved since you opened the page. Nothing was taken back. Look through the list again.',
		unchanged: 'That is how it is already.',
		edit: 'Correct'
	},

	drafts: {
		title: 'Drafts',
		lead: 'These are saved, but readers do not see them yet. All drafts are published at once.',
		none: 'There are no drafts. Readers see everything.',
		changes: { added: 'new', edited: 'corrected', removed: 'is taken out' },
		certaintyTitle: 'Becomes more or less certain',
		certaintyColumns: { what: 'What', before: 'Before', after: 'After' },
		problemsTitle: 'Mend this first',
		conflictsTitle: 'The upgrade and your corrections disagree',
		conflictsText: 'Until you have chosen, your own correction stands.',
		publishTitle: 'Publish',
		publishText: (count) =>
			count === 1
				? 'All readers will see the draft at once, and it gets a new version number.'
				: `All readers will see the ${count} drafts at once, and they get new version numbers.`,
		noteLabel: 'What is new?',
		noteHint: 'One or two sentences for the history.',
		publish: 'Publish the drafts',
		published: (publication) => `Publication ${publication} is out. Readers see it now.`,
		newer:
			'A draft was added or changed since you opened the page. Nothing was published. Look through the list, and publish again.',
		nothing: 'There was nothing to publish.',
		rulesBroken: 'Nothing was published, because a rule is broken. Mend what stands below, and try again.',
		edit: 'Correct',
		oneLanguage: {
			da: 'Only the Danish text was changed. Does the English still fit?',
			en: 'Only the English text was changed. Does the Danish still fit?'
		}
	},

	conflict: {
		title: 'Choose which is to stand',
		lead: 'An upgrade has changed the same as you have corrected. Both are kept. Choose for each field; until then yours stands.',
		before: 'When you corrected it',
		shipped: 'The upgrade says',
		ours: 'You wrote',
		question: 'Which is to stand?',
		keepOurs: 'Keep ours',
		takeShipped: 'Use that of the upgrade',
		gone: 'It no longer comes with the program, but you have corrected it.',
		keepOwn: 'Keep it as our own',
		takeOut: 'Take it out',
		addedTwice: 'You added it yourselves, and now another version of it comes with the program.',
		doesNotFit:
			'Your correction no longer fits: a field was added, or something it refers to is gone. Readers see what comes with the program until you have corrected it again or taken it back.',
		doesNotFitOwn:
			'What you added yourselves no longer fits: a field was added, or something it refers to is gone. Readers do not see it until you have corrected it.',
		reasonLabel: 'Why do you choose this?',
		button: 'Save the choice',
		newer:
			'Something new was saved since you opened the page. Your choice is not saved. Look through the fields again.',
		none: 'There is nothing to choose any more.'
	},

	editors: {
		title: 'Editors',
		link: 'Who may correct the evidence base?',
		lead: 'Editors can correct the evidence base and publish what they correct. It lets them see no answers or results.',
		whoCanSee: 'Programme leads can open this page',
		none: 'There are no editors yet.',
		since: (day) => `Editor since ${day}`,
		remove: 'Remove',
		removeOf: (email) => `Remove ${email}`,
		addTitle: 'Make a colleague an editor',
		email: 'E-mail address',
		emailHint: 'The colleague signs in with the address and gets a link by mail. Nothing is sent now.',
		add: 'Make editor',
		granted: (email) => `${email} is an editor now and can sign in with the address.`,
		removed: 'The colleague can no longer correct the evidence base. What was saved is still there.',
		unknown: 'The colleague was not an editor.',
		notAnAddress: 'That does not look like an e-mail address.',
		knownElsewhere: 'The address belongs to another organisation here. Use another address.'
	},

	correctThis: 'Correct this'
};
