// Where in the identity house a person stands, and what becomes of it when the person is deleted. A test compares this with the
// schema: a new column that looks as if it named somebody must be declared here.
import type { Tables } from '#server/database/tables.ts';

export type PersonalPlace = {
	readonly table: keyof Tables;
	/** Columns that hold an address. */
	readonly addresses?: readonly string[];
	/** Columns that hold the id of a leader. */
	readonly leaders?: readonly string[];
	/** Columns in which the program wrote a name or an address. A name counts only where nobody else bears it. */
	readonly names?: readonly string[];
	/** Columns with a list of ids of leaders. */
	readonly leaderLists?: readonly string[];
	/** Columns of JSON in which the program wrote a name somewhere inside. */
	readonly inside?: readonly string[];
	/** What a person is shown of a row. Never a token, a hash, whether an invitation was collected, or somebody else's words. */
	readonly shown: readonly string[];
	/**
	 * `delete`: the row goes. `blank`: the row stays, because others build on it, without the person. `keep`: stays as it is, for
	 * the reason that the page gives. `apart`: dealt with by itself, see personal-data.ts.
	 */
	readonly removal: 'delete' | 'blank' | 'keep' | 'apart';
};

export const personalPlaces: readonly PersonalPlace[] = [
	{
		table: 'leaders',
		addresses: ['email'],
		leaders: ['leader_id'],
		shown: ['name', 'email', 'key', 'unit_id', 'level', 'profession', 'span', 'known_since', 'left_at'],
		removal: 'apart'
	},
	{ table: 'invitations', leaders: ['leader_id'], shown: ['round_id', 'group_id'], removal: 'apart' },
	{ table: 'leadership_groups', leaders: ['manager_id'], shown: ['round_id', 'unit_id'], removal: 'keep' },
	{ table: 'memberships', addresses: ['email'], shown: ['role', 'granted_at', 'suspended_at'], removal: 'delete' },
	{
		table: 'mails',
		addresses: ['recipient'],
		shown: ['kind', 'subject', 'intended_at', 'sent_at', 'failure', 'bounced_at'],
		removal: 'delete'
	},
	{ table: 'mail_preferences', addresses: ['email'], shown: ['language', 'refused_kinds'], removal: 'delete' },
	{ table: 'unreachable_addresses', addresses: ['email'], shown: ['reason'], removal: 'delete' },
	{ table: 'letters_written', leaders: ['reader_leader_id'], shown: ['letter'], removal: 'delete' },
	{
		table: 'plans',
		addresses: ['owner_email'],
		leaders: ['owner_leader_id'],
		names: ['owner_name', 'decided_by'],
		shown: ['title', 'decided_at', 'target_factor', 'ended_at'],
		removal: 'blank'
	},
	{
		table: 'plan_steps',
		addresses: ['owner_email'],
		leaders: ['owner_leader_id'],
		names: ['owner'],
		shown: ['description', 'due_on', 'done_at'],
		removal: 'blank'
	},
	{ table: 'plan_events', names: ['person'], inside: ['details'], shown: ['kind', 'happened_at'], removal: 'blank' },
	{
		table: 'plan_proposals',
		addresses: ['sender_email'],
		leaders: ['receiver_leader_id'],
		names: ['sender_name', 'receiver_name', 'answered_by'],
		shown: ['title', 'sent_at', 'answered_at', 'answer'],
		removal: 'blank'
	},
	{
		table: 'proposal_messages',
		// Of a message that forwards, the content is the name of whoever got it.
		names: ['person', 'content'],
		shown: ['kind', 'written_at', 'content'],
		removal: 'blank'
	},
	{
		table: 'check_ins',
		addresses: ['recipient_email'],
		leaders: ['recipient_leader_id'],
		names: ['recipient_name'],
		shown: ['reason', 'due_on', 'sent_at', 'answer', 'remark', 'answered_at'],
		removal: 'blank'
	},
	{ table: 'dialogues', names: ['notes_by', 'held_by'], shown: ['round_id', 'group_id', 'held_on'], removal: 'blank' },
	{
		table: 'dialogue_facilitators',
		addresses: ['email'],
		names: ['assigned_by'],
		shown: ['round_id', 'group_id', 'assigned_at'],
		removal: 'blank'
	},
	{
		table: 'organisation_fit_answers',
		names: ['answered_by'],
		shown: ['intervention_id', 'dimension', 'answer', 'answered_at'],
		removal: 'blank'
	},
	{
		table: 'group_fit_answers',
		names: ['answered_by'],
		shown: ['lasting_id', 'intervention_id', 'dimension', 'answer', 'answered_at'],
		removal: 'blank'
	},
	{
		table: 'group_practices',
		names: ['marked_by'],
		shown: ['lasting_id', 'intervention_id', 'marked_at'],
		removal: 'blank'
	},
	{ table: 'organisation_imports', names: ['uploaded_by'], shown: ['file_name', 'uploaded_at'], removal: 'blank' },
	{ table: 'retention_rules', names: ['changed_by'], shown: ['changed_at'], removal: 'blank' },
	{ table: 'second_factor_rules', names: ['required_by'], shown: ['role', 'required_at'], removal: 'blank' },
	{ table: 'audit_events', addresses: ['actor', 'subject_id'], shown: ['at', 'action', 'outcome'], removal: 'keep' },
	{
		table: 'workplace_assessments',
		names: ['began_by', 'finalised_by'],
		shown: ['title', 'began_at', 'finalised_at'],
		removal: 'keep'
	},
	{ table: 'workplace_assessment_parts', names: ['saved_by'], shown: ['part', 'saved_at'], removal: 'keep' },
	{
		table: 'workplace_assessment_remarks',
		names: ['written_by'],
		shown: ['part', 'remark', 'written_at'],
		removal: 'keep'
	},
	{ table: 'participations', names: ['who', 'written_by'], shown: ['held_on', 'what', 'written_at'], removal: 'keep' },
	{
		table: 'absence_entries',
		leaderLists: ['leader_ids'],
		names: ['entered_by'],
		shown: ['set_name', 'from_on', 'to_on', 'entered_at'],
		removal: 'keep'
	},
	{ table: 'earlier_assessments', names: ['noted_by'], shown: ['made_on', 'noted_at'], removal: 'keep' },
	{ table: 'evidence_revisions', names: ['editor_name'], shown: ['kind', 'record_id', 'saved_at'], removal: 'keep' },
	{ table: 'evidence_publications', names: ['publisher_name'], shown: ['publication', 'published_at'], removal: 'keep' }
];

/** Accounts are an address and belong to no organisation: they go with the last organisation that knows the address. */
export const accountPlaces: readonly {
	readonly table: keyof Tables;
	readonly column: string;
	readonly shown: readonly string[];
}[] = [
	{ table: 'identity_users', column: 'email', shown: ['name', 'email', 'created_at'] },
	{ table: 'identity_second_factors', column: 'email', shown: ['confirmed_at'] },
	{ table: 'sign_in_links', column: 'email', shown: ['issued_at', 'expires_at', 'used_at'] }
];
