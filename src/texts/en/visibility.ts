import { formatList } from '#texts/format.ts';

/** What can your manager see? Written to be read in a minute. */
export const visibility: typeof import('#texts/da/visibility.ts').visibility = {
	title: 'What can your manager see?',
	roundTitle: (round) => `What can your manager see from “${round}”?`,
	whoCanSee: 'Anyone can open this page, also before answering',
	lead: 'Your manager can see one joint figure for a group of leaders, once enough have answered. Nobody is shown what you answered.',
	shortTitle: 'The short answer',
	short: (threshold) => [
		`A figure is only shown when at least ${threshold} in the group have answered.`,
		'The server gives you a ballot that it cannot recognise itself. When the answer arrives, all it can see is that it comes from somebody in the group.',
		'Answers stay locked until the round is closed. Nobody sees results before that.',
		'Afterwards the answers carry nothing but their group: no name, no time and no order.'
	],
	otherCollection:
		'The answers of this round were collected elsewhere or are made up. What is said here about collecting and sending does not hold for them. The rules for what is shown do.',
	whenTitle: 'When?',
	closes: (day) => `The last day to answer is ${day}.`,
	grace: (minutes) =>
		`When the round is closed, those who have collected their questionnaire can still send it for ${minutes} minutes. Then the answers are unlocked and shuffled, and the keys that were used are deleted.`,
	noGrace:
		'When the round is closed, the answers are unlocked and shuffled at once, and the keys that were used are deleted.',
	closed: 'The round is closed. The answers have been unlocked and shuffled, and the keys that were used are deleted.',
	ownGroupTitle: 'Your group',
	exampleTitle: 'A group of this round as an example',
	group: 'Group',
	place: 'Belongs to',
	units: 'Leaders in',
	invited: 'Invited',
	inCommon: (attributes) => {
		const names: Readonly<Record<string, string>> = { level: 'leader level', profession: 'profession' };
		return Object.entries(attributes).map(([name, value]) => ({ name: `Same ${names[name] ?? name}`, value }));
	},
	inCommonMeans:
		'What all in the group have in common may also give a joint figure, for example for all leaders of the profession.',
	added: (invited, isOwn) =>
		invited === null
			? 'The answers of the group are added up to one figure.'
			: isOwn
				? `There are ${invited} of you, and your answers are added up to one figure.`
				: `There are ${invited} in the group, and their answers are added up to one figure.`,
	seenBy: (units) =>
		`That figure can be seen by ${units.length === 0 ? 'the managers that the whole group belongs to' : `whoever heads ${formatList('en', units)}, and by managers that the whole group belongs to`}. Programme leads and the work environment committee see all groups.`,
	tooFew: (threshold) =>
		`If fewer than ${threshold} answer, the group is pooled with a neighbour before anybody sees a figure. Everybody can see with whom.`,
	pooling: (minimum) =>
		`A group is the leaders who have the same manager. If they are fewer than ${minimum}, they were pooled with neighbours before the round opened.`,
	keptTogether: (attribute) =>
		`Leaders ${attribute === 'level' ? 'of the same level' : 'of the same profession'} were kept together where that gave large enough groups.`,
	findOwn: 'Find your own group in the list',
	seeList: 'See the list of all groups',
	listNote:
		'The list was locked when the round opened. Everybody has been sent the same check number, so you can compare. Your browser compares with your own letter only.',
	peopleTitle: 'Who can see what?',
	sees: 'Sees',
	cannotSee: 'Does not see',
	remains: 'What we cannot remove',
	people: ({ threshold, keyCustody, hasMailServer }) => [
		{
			id: 'manager',
			who: 'Your manager',
			sees: `Means for the group when at least ${threshold} have answered, and the same for the units below and the unit above. When at least 20 have answered, also how different the answers are, and how large a part is strained.`,
			cannotSee: 'What you answered, or when. Nor whether you answered, unless everybody in the group has.',
			remains:
				'If everybody in a group answers almost alike, the mean says something about each. The outermost figures are therefore shown more coarsely. Your manager may also ask to see your profile. No system can prevent that, but you can say no.'
		},
		{
			id: 'colleague',
			who: 'A colleague in the group',
			sees: 'The list of groups, which everybody can see. Not the result, unless the colleague manages leaders too.',
			cannotSee: 'What you answered, and whether you answered.',
			remains: `Somebody who has answered knows one of the answers behind the group’s figure. That is why it takes at least ${threshold}.`
		},
		{
			id: 'programme-lead',
			who: 'HR and the programme leads',
			sees: 'The figures of all groups once they are released. Until then only how many in all have collected the questionnaire, and how many answers have come in.',
			cannotSee: 'Who has answered, and what they answered.',
			remains: `${
				hasMailServer
					? 'Whoever prints letters with codes holds the links and can answer in somebody’s place. You are then told that your link has been used.'
					: 'Whoever prints letters with codes holds the links and can answer in somebody’s place. There is no mail server here either, so programme leads can open the invitations. If somebody else has used your link, you are told.'
			} ${whoHasTheWords[keyCustody ?? 'unknown']}`
		},
		{
			id: 'database',
			who: 'Whoever looks after the database',
			sees: 'Whether your questionnaire was collected: yes or no, without a time. Answers by group, locked until the round is closed.',
			cannotSee: 'Which answers are yours. That is not written anywhere.',
			remains: whoHoldsTheKey[keyCustody ?? 'unknown']
		},
		{
			id: 'host',
			who: 'The company that runs the server',
			sees: 'That somebody opens the page, and when. Apart from that, the same as whoever looks after the database.',
			cannotSee: 'Who answered what, from what is stored.',
			remains:
				'Somebody who watches the server or the network while you collect and send can compare the times and see which locked answer is yours – and with the key also what it says. And if the server sends you a false page, it can learn everything you write on it.'
		},
		{
			id: 'court',
			who: 'A judge who demands everything',
			sees: 'What is stored: whether the questionnaire was collected, answers by group, and locked profiles.',
			cannotSee: 'What you answered. Nobody can hand over what does not exist.',
			remains:
				'If the demand comes while the round is open, it may also be for the key, or for the server to be watched. The judge can then see the same as the company itself.'
		},
		{
			id: 'thief',
			who: 'Whoever takes your phone',
			sees: 'If it can be unlocked: what you are answering, and your profile.',
			cannotSee: 'What others answered.',
			remains:
				'Answers and profile are in the browser until you delete them. If you have kept the profile on the server too, it lies locked there, but whoever has the phone or the words you wrote down can open it.'
		},
		{
			id: 'mail',
			who: 'Whoever reads your e-mail or opens your letter',
			sees: 'Your link, and that you got a reminder if you did. It goes only to those who have not collected the questionnaire.',
			cannotSee: 'What you answered.',
			remains:
				'If you have not used the link, somebody else can answer in your place. You are then told that it has been used.'
		}
	],
	unknown: 'We do not know that round, but the rules here hold for every round.'
};

const whoHasTheWords = {
	file: 'Programme leads also have the key to the answers as words on paper. It opens nothing without a copy of the database.',
	split:
		'Programme leads also have one half of the key to the answers. It opens nothing without the other half and a copy of the database.',
	unknown:
		'Programme leads also have the key to the answers, all or half of it, as words on paper. It opens nothing without a copy of the database.'
};

const whoHoldsTheKey = {
	file: 'The key to the answers lies in a file on the server. Whoever has both the file and copies of the database from every day can read answers by group before the round closes, and see on which day they came.',
	split:
		'The key to the answers is split between two people and is not on the server. If the two put their halves together and have copies of the database from every day, they can read answers by group before the round closes, and see on which day they came.',
	unknown:
		'The key to the answers lies in a file on the server or is split between two people. Whoever has the whole key and copies of the database from every day can read answers by group before the round closes, and see on which day they came.'
};
