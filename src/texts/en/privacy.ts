/** Your data: what is held, what nobody can find, how long it is kept, and what one may ask for. */
export const privacy: typeof import('#texts/da/privacy.ts').privacy = {
	title: 'Your data',
	lead: 'What the system knows of you, what it cannot know, and what you may ask for.',
	held: {
		heading: 'What we have about you',
		points: [
			'If you are a leader: name, e-mail, unit, manager and whatever else the HR system has sent.',
			'That you are invited to a round. While the round is open also whether your link was used. It is shown to nobody, and it is forgotten when the round closes.',
			'The e-mails that the system has sent to you: subject and time. Not the text.',
			'Plans that you own or have a step in, and meetings that you are asked to.',
			'If you have a role: which pages you have opened, and what you have changed. Never an answer.'
		]
	},
	unfindable: {
		heading: 'What nobody can find',
		points: [
			'Your answers. They lie without name, time and address. Neither we, your manager nor whoever runs the system can see which ones are yours.',
			"So we cannot show them to you, correct them or delete them for you alone. They are deleted together with everybody's.",
			"If you have kept a profile, it lies locked. Only you have the key, and only you can remove it, on the profile's page."
		]
	},
	rights: {
		heading: 'What you may ask for',
		points: [
			'To see what we have about you. Sign in, and it stands on the page below. If you have no access, ask the programme lead.',
			'To have a mistake corrected. Name and unit are corrected in the HR system and come along the next time the list is read.',
			'To be deleted when you are no longer a leader here.',
			'You can complain to the Danish Data Protection Agency.'
		]
	},
	links: {
		heading: 'Read on',
		mine: 'See what we have about you',
		retention: 'How long we keep what',
		people: "Hand out or delete a person's data",
		visibility: 'Who can see what',
		drafts: 'Drafts of your documents',
		dpia: 'Impact assessment (DPIA)',
		record: 'Record of processing',
		accessibility: 'Accessibility statement'
	},
	back: 'To your data',
	notInDemonstration: 'It cannot be changed in the demonstration.',
	noStatement: {
		title: 'Accessibility',
		paragraphs: (organisation) => [
			`${organisation} has not made its accessibility statement for Ledertrivsel yet. Once it is made, it is published with their other statements.`,
			`If there is something here that you cannot use, write to those who run Ledertrivsel at ${organisation}. They are the ones who sent you the link or gave you access. They can give you the content in another way.`,
			'If you do not get an answer you can use, you can complain to the Danish Agency for Digital Government, which supervises this.'
		]
	},
	mine: {
		title: 'What we have about you',
		lead: (day) => `Everything that the system has under your name or address on ${day}.`,
		json: 'Download as a file (JSON)',
		none: 'We have found nothing.',
		more: (count) => `${count} more lines stand in the file.`,
		signIn: 'Sign in to see what we have about you.',
		demonstration: 'In the demonstration everybody is made up.'
	},
	people: {
		title: "A person's data",
		lead: 'When a person asks to see their data or have them deleted. Be sure that it is the person who asks.',
		person: 'E-mail address, or id in the list of leaders',
		look: 'Find',
		unknown: 'We know nobody with that address or id.',
		found: (person) => `What we have about ${person}`,
		deleteHeading: 'Delete the person',
		deleteLead:
			'Name, address, roles, account and e-mails are deleted. In plans, their history, proposals and dialogues the name is taken out, but the plan stays.',
		deleteKept:
			'What stays: the log of who saw and changed what, until it is old enough, and workplace assessments that the law says must be kept. Beside sickness absence that was entered stands which leaders the figure is about, but no longer who they are. Answers cannot be found. Nor is anything changed that others have written themselves: the list of it stands on this page, before and after.',
		deleteBackups:
			'The files of the database may hold the person until the system tidies up the following night, and backups until they are deleted. If you restore an old one, the person must be deleted again.',
		confirm: 'I have looked through it and want to delete the person',
		delete: 'Delete the person',
		outcomes: {
			deleted: (rows) => `The person is deleted. ${rows} places were changed.`,
			kept: (tables) => `The person still stands in: ${tables}.`,
			'in-roster': 'The person is in the list of leaders today. Take them out with the next list and try again.',
			'open-round': 'The person is invited to a round that is not closed. Try again when it is.',
			'last-programme-lead': 'The person is the only programme lead. Give the role to somebody else first.',
			'not-confirmed': 'Tick that you want to delete the person.',
			'unknown-person': 'We know nobody with that address or id.'
		}
	},
	mentions: {
		title: 'Where others have written the name',
		none: 'We have not found the name or the address in what others have written.',
		lead: {
			before: 'This does not change when the person is deleted. Change what can be changed.',
			after: 'This is still there. Keep or print the list now: the name is deleted, so we cannot find it again.'
		},
		limits:
			'We look for first and last name together and for the e-mail address, as whole words. We do not find a first name alone, a nickname, initials or a misspelling. If somebody else has the same name, that is listed as well.',
		handling: {
			edit: 'Can be changed',
			fixed: 'Cannot be changed on the pages',
			'by-itself': 'Is deleted by itself',
			'kept-by-law': 'Has to be kept by law'
		},
		whatToDo: {
			edit: 'Open the page and write a role, for instance, in place of the name. A plan’s history keeps what stood there before.',
			fixed:
				'It is part of what was said and decided, or of something that is over. If the name must go here, whoever runs the system has to do it in the database.',
			'by-itself': 'E-mails are deleted when they are old enough.',
			'kept-by-law':
				'The workplace assessment and what belongs to it must be there to be shown as it was. Tell the person in your answer that it stays, and why.'
		},
		places: {
			round: 'The name of a round',
			plan: 'A plan',
			'plan-history': 'The history of a plan',
			'check-in': 'A remark on a step of a plan',
			proposal: 'A proposal upward',
			dialogue: 'Notes of a dialogue meeting',
			assessment: 'A workplace assessment',
			'assessment-document': 'A finished workplace assessment',
			'assessment-remark': 'A remark on a workplace assessment',
			participation: 'The log of who took part in the workplace assessment',
			absence: 'The name of a set of leaders with sickness absence',
			evidence: 'A reason for a change of the evidence base',
			mail: 'The subject of an e-mail'
		}
	},
	retention: {
		title: 'How long we keep what',
		lead: 'The system deletes by itself, once a day. An empty field means that it is never deleted by itself.',
		defaults: 'You have not chosen yet. What stands in the fields holds.',
		chosen: 'You have chosen.',
		months: (label) => `${label}: deleted after (months)`,
		keptFor: (count) => (count === null ? 'not deleted of itself' : `deleted after ${count} months`),
		kinds: {
			responses: {
				label: 'Answers',
				reason:
					'Counted from the release. Two years reach to the next round. What was released stays, and can still be checked. If the answers were imported from a short questionnaire, we cannot see afterwards whether the same file is imported again.'
			},
			mails: { label: 'E-mails', reason: 'Who got which e-mail when. Half a year is enough where one got lost.' },
			imports: {
				label: 'HR files',
				reason: 'What a file changed in the list of leaders. A year is enough to find a mistake.'
			},
			events: { label: 'Log', reason: 'Who saw and changed what. Two years let a complaint be looked into.' },
			'left-leaders': {
				label: 'Leaders who have left',
				reason: 'Name, address and what the HR system has sent. A year gives time to hand over plans.'
			}
		},
		others: {
			heading: 'What has no limit here',
			points: [
				'Kept profiles: they have no date and no owner, so nobody can see how old they are. Leaders remove their own.',
				'Links and sessions to sign in: deleted the day after they ran out.',
				'Plans, dialogues and workplace assessments: they belong to your work and stay. They cannot be deleted here.',
				'Sickness absence that was entered: figures of at least five leaders each stay, also when they were taken back. Otherwise we could not check whether a new figure together with an old one would give somebody away.'
			]
		},
		save: 'Save',
		saved: 'Saved. It holds from the next time the system tidies up.',
		notMonths: (label) => `${label}: write a whole number from 1 to 120, or leave the field empty.`,
		previewHeading: 'What happens next',
		previewCaption: 'Deleted if the system tidied up now',
		kind: 'What',
		count: 'Number',
		units: {
			responses: 'rounds whose answers are deleted',
			mails: 'e-mails',
			imports: 'HR files',
			events: 'lines of the log',
			'left-leaders': 'leaders who have left'
		},
		roundsHeading: 'Rounds',
		noRounds: 'No round has been released yet.',
		round: 'Round',
		released: 'Released',
		goes: 'Answers deleted',
		gone: (day) => `deleted ${day}`,
		never: 'not by itself',
		runsHeading: 'Last times',
		noRuns: 'The system has not tidied up yet.',
		nothing: 'nothing to delete',
		run: (day, what) => `${day}: ${what}`,
		places:
			'Deleted rows disappear from the files of the database when the system tidies up, and if that fails it tries again the next night. Backups and the logs of a database server may hold them longer.'
	},
	draft: { word: 'Download as Word (.docx)', print: 'The page can be printed as it is.' },
	tables: {
		leaders: 'List of leaders',
		invitations: 'Invitations',
		leadership_groups: 'Groups as a leader',
		memberships: 'Roles',
		mails: 'E-mails',
		mail_preferences: 'Wishes about e-mail',
		unreachable_addresses: 'Addresses from which e-mail came back',
		letters_written: 'Letters that were written (no address, no text)',
		plans: 'Plans',
		plan_steps: 'Steps of plans',
		plan_events: 'History of plans',
		plan_proposals: 'Proposals',
		proposal_messages: 'Messages about proposals',
		check_ins: 'Check-ins',
		dialogues: 'Dialogues',
		dialogue_facilitators: 'Dialogues as a facilitator',
		organisation_fit_answers: 'Answers about what fits here',
		group_fit_answers: "Groups' answers about what fits",
		group_practices: 'What groups already do',
		organisation_imports: 'Imported HR files',
		retention_rules: 'Limits',
		second_factor_rules: 'Rules about two steps',
		audit_events: 'Log: what was seen and changed',
		workplace_assessments: 'Workplace assessments',
		workplace_assessment_parts: 'Workplace assessments, parts',
		workplace_assessment_remarks: 'Workplace assessments, remarks',
		participations: 'Participation of the work environment organisation',
		absence_entries: 'Entered sickness absence',
		earlier_assessments: 'Earlier workplace assessment',
		evidence_revisions: 'Corrections of the evidence base',
		evidence_publications: 'Publications of the evidence base',
		identity_users: 'Account',
		identity_second_factors: 'Two steps',
		sign_in_links: 'Links to sign in'
	},
	columns: {
		name: 'name',
		email: 'e-mail',
		key: 'employee number',
		unit_id: 'unit',
		level: 'level',
		profession: 'profession',
		span: 'employees',
		left_at: 'left',
		known_since: 'known since',
		set_name: 'units',
		from_on: 'from',
		to_on: 'to',
		entered_at: 'entered',
		round_id: 'round',
		group_id: 'group',
		role: 'role',
		granted_at: 'granted',
		suspended_at: 'rests since',
		kind: 'kind',
		subject: 'subject',
		intended_at: 'written',
		sent_at: 'sent',
		failure: 'fault',
		bounced_at: 'came back',
		language: 'language',
		title: 'title',
		description: 'content',
		decided_at: 'decided',
		due_on: 'due',
		done_at: 'done',
		happened_at: 'time',
		at: 'time',
		action: 'action',
		outcome: 'outcome',
		created_at: 'made',
		changed_at: 'changed',
		uploaded_at: 'imported',
		file_name: 'file',
		assigned_at: 'given',
		answered_at: 'answered',
		written_at: 'written',
		saved_at: 'saved',
		held_on: 'held',
		target_factor: 'factor',
		ended_at: 'ended',
		reason: 'reason',
		issued_at: 'sent',
		required_at: 'required',
		confirmed_at: 'confirmed',
		refused_kinds: 'refused',
		expires_at: 'runs out',
		used_at: 'used',
		answer: 'answer',
		content: 'text',
		remark: 'remark'
	}
};
