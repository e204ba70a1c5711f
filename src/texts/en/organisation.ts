const number = new Intl.NumberFormat('en-GB');

/** The organisation: units and leaders, and how they are imported. */
export const organisation: typeof import('#texts/da/organisation.ts').organisation = {
	title: 'Organisation',
	none: 'There are no units yet.',
	noneText: 'Import a file from the HR system. Units and leaders are then made from it.',
	counts: (units, leaders) => `${number.format(units)} units and ${number.format(leaders)} leaders.`,
	importTitle: 'Import the organisation',
	importLead:
		'A CSV or Excel file as the HR system writes it. Columns may stand in any order, with Danish or English headings.',
	columnsTitle: 'What must the file hold?',
	columns: [
		'The unit, and preferably its code.',
		'The unit above, as a name or a code.',
		'The leader’s name and e-mail address, and preferably the employee number.',
		'The leader’s manager, as an e-mail address or employee number. Where it is missing, we take the leader of the unit above.',
		'Leader level, profession and span of control, if you have them.'
	],
	fileLabel: 'File',
	fileHint: 'CSV or .xlsx, at most 10 MB',
	modeLabel: 'Is the file the whole organisation?',
	modes: {
		additions: 'No, only add and correct what stands in the file',
		complete: 'Yes, close the units and remove the leaders that are not in the file'
	},
	upload: 'See what will change',
	fileMissing: 'Choose a file.',
	faultyTitle: (count) => (count === 1 ? 'The file has one error' : `The file has ${count} errors`),
	faultyText: 'Nothing was saved. Correct the rows in the file and import it again.',
	more: (count) => `… and ${count} more.`,
	previewTitle: 'This will change',
	previewLead: (file, units, leaders) =>
		`${file}: ${number.format(units)} units and ${number.format(leaders)} leaders. Nothing has been saved yet.`,
	noticesTitle: 'Worth knowing',
	changeGroups: {
		'unit-added': 'New units',
		'unit-renamed': 'Units that change name',
		'unit-moved': 'Units that move',
		'unit-coded': 'Units that get another code',
		'unit-closed': 'Units that close',
		'leader-added': 'New leaders',
		'leader-moved': 'Leaders who change unit',
		'leader-manager-changed': 'Leaders who get another manager',
		'leader-changed': 'Leaders with other details',
		'leader-left': 'Leaders who are no longer included'
	},
	save: 'Save the changes',
	cancel: 'Do not save',
	saved: (count) => (count === 1 ? 'One change was saved.' : `${count} changes were saved.`),
	alreadySaved: 'The changes in the file have been saved already.',
	outdated: 'The organisation has changed since you saw the preview. Nothing was saved. Import the file again.',
	unknownImport: 'We cannot find the file any more. Nothing was saved. Import it again.',
	treeTitle: 'Units and leaders',
	historyTitle: 'Imported files',
	history: { file: 'File', when: 'Saved', who: 'By', changes: 'Changes' },
	leaderCount: (count) => (count === 1 ? '1 leader' : `${count} leaders`),
	nextStep: 'Next step: plan a round'
};
