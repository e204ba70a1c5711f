import { formatList } from '#texts/format.ts';

const number = new Intl.NumberFormat('en-GB');

/** The public list of groups and keys, which the committee keeps as a witness. */
export const manifest: typeof import('#texts/da/manifest.ts').manifest = {
	title: (round) => `The list of groups in “${round}”`,
	linkTitle: 'The list of groups',
	see: 'See',
	seeOf: (round) => ` the list of groups in “${round}”`,
	whoCanSee: 'Anyone can open this page',
	lead: 'This list was locked when the round opened. Each group has a key of its own, which all in the group share. So nobody can be given a key alone and be recognised by it.',
	counts: (groups, invited) =>
		`${groups === 1 ? 'One group' : `${number.format(groups)} groups`} with ${number.format(invited)} invited in all.`,
	hashTitle: 'The check number of the list',
	hashWhat: 'The number is computed from the whole list. If a single letter changes, it becomes another number.',
	compareTitle: 'Is it the one in your letter?',
	compare: [
		'Find the check number in the e-mail or letter that came with the invitation.',
		'Compare it with the number here, four characters at a time. Look at all of them.',
		'If they are the same, it is the same list. If not, do not answer, and tell the work environment committee.'
	],
	browserCompares:
		'If you open the link in the e-mail or scan the code in the letter, your browser itself compares the numbers before it sends anything. It sees your own letter only. Everybody has been sent the same number, so you can also compare with each other.',
	findOwn:
		'Find your own group below, too. Do you know the units, and is the number about right? If somebody has invented leaders to make a group larger, it can be seen here.',
	downloadTitle: 'For the work environment committee and other witnesses',
	download: 'Download the list',
	witness: [
		'Download the list when the round opens, and keep the file where whoever runs the system cannot change it. The name of the file holds the beginning of the check number.',
		'Compute the check number again when in doubt. It must give the same 64 characters as on this page and in the letters:'
	],
	commands: [
		{ where: 'Linux', command: (file) => `sha256sum ${file}` },
		{ where: 'Mac', command: (file) => `shasum -a 256 ${file}` },
		{ where: 'Windows', command: (file) => `certutil -hashfile ${file} SHA256` }
	],
	chainTitle: 'The list before this one',
	previous:
		'The check number of the organisation’s list from the round before stands inside this list. So an old list cannot be rewritten unseen:',
	first: 'This is the organisation’s first list, so there is none before it.',
	groupsTitle: 'The groups',
	search: 'Find a group or a unit',
	searchButton: 'Find',
	found: (found, search) =>
		found === 1 ? `One group matches “${search}”.` : `${number.format(found)} groups match “${search}”.`,
	showAll: 'Show all groups',
	columns: {
		group: 'Group',
		units: 'Leaders in',
		invited: 'Invited',
		accepted: 'Answers',
		key: 'Fingerprint of the key',
		seen: 'Who sees it?'
	},
	unitsOf: (units) => formatList('en', units),
	seenBy: 'See who',
	seenByOf: (group) => ` can see figures for ${group}`,
	keyNote: 'The fingerprint is the first 32 characters of the key’s check number. Two groups never have the same key.',
	sameKey: 'Two groups in the list have the same key. That must not happen. Tell the work environment committee.',
	closedTitle: 'Did more answers come in than questionnaires were collected?',
	notClosed:
		'When the round is closed, everybody can see here whether more answers came from a group than questionnaires it had collected.',
	held: 'No, in no group.',
	stuffedTitle: 'Yes. The result cannot be used as it is',
	stuffed: (groups) =>
		`More answers came than questionnaires were collected from ${formatList('en', groups)}. Somebody has put in answers that no leader gave. The work environment committee should ask for an explanation before anybody uses the result.`,
	totals: (accepted, collected) =>
		`In all ${number.format(collected)} questionnaires were collected, and ${number.format(accepted)} answers came back.`,
	acceptedUntold: 'not shown',
	acceptedNote:
		'The number of answers is only given for large groups in which some did not answer. Otherwise it would tell who did.',
	notFoundTitle: 'There is no list',
	notFound:
		'Perhaps the address is wrong, or the round has not opened yet. Rounds whose answers were collected elsewhere have no list.'
};
