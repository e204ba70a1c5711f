// Generated from the migrations by `npm run schema`; do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Read as a parsed value, written as JSON text. */
type Json = ColumnType<unknown, string, string>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;
type NullableJson = ColumnType<unknown, string | null, string | null>;

export type AbsenceEntriesTable = {
	organisation_id: string;
	entry_id: string;
	set_name: string;
	set_keys: string[];
	leader_ids: string[];
	counted_leaders: number;
	from_on: string;
	to_on: string;
	days_per_leader: number;
	entered_at: Date;
	entered_by: string;
	corrects: string | null;
	withdrawn_at: Date | null;
};

export type AuditEventsTable = {
	organisation_id: string;
	event_id: string;
	at: Date;
	actor: string | null;
	action: string;
	subject_kind: string | null;
	subject_id: string | null;
	outcome: string;
};

export type BallotBoxTable = {
	organisation_id: string;
	round_id: string;
	ballot_hash: Buffer;
	group_id: string;
	sealed: Buffer;
};

export type CheckInsTable = {
	organisation_id: string;
	token_hash: Buffer;
	plan_id: string;
	step_id: string;
	reason: string;
	due_on: string;
	recipient_name: string;
	recipient_leader_id: string | null;
	recipient_email: string | null;
	sent_at: Date;
	expires_at: Date;
	answer: string | null;
	remark: Generated<string>;
	answered_at: Date | null;
	by_opening: string | null;
};

export type DeletedResponseCountsTable = {
	organisation_id: string;
	round_id: string;
	group_id: string;
	responses: number;
};

export type DeletedResponsesTable = {
	organisation_id: string;
	round_id: string;
	deleted_at: Date;
	responses: number;
	fingerprints: Buffer | null;
};

export type DialogueFacilitatorsTable = {
	organisation_id: string;
	round_id: string;
	group_id: string;
	email: string;
	assigned_at: Date;
	assigned_by: string;
};

export type DialoguesTable = {
	organisation_id: string;
	round_id: string;
	group_id: string;
	planned_for: Date | null;
	minutes: Generated<number>;
	place: Generated<string>;
	called_off_at: Date | null;
	meeting_version: Generated<number>;
	invited: GeneratedJson;
	notes: GeneratedJson;
	notes_version: Generated<number>;
	notes_by: string | null;
	notes_at: Date | null;
	held_on: string | null;
	took_part: number | null;
	roles_took_part: Generated<string>;
	representative_took_part: boolean | null;
	held_by: string | null;
	held_at: Date | null;
	reminded_at: Date | null;
};

export type EarlierAssessmentsTable = {
	organisation_id: string;
	made_on: string;
	noted_at: Date;
	noted_by: string;
};

export type EvidencePublicationRecordsTable = {
	organisation_id: string;
	publication: number;
	kind: string;
	record_id: string;
	revision: number;
};

export type EvidencePublicationsTable = {
	organisation_id: string;
	publication: number;
	note: string;
	publisher_name: string;
	published_at: Date;
};

export type EvidenceRevisionsTable = {
	organisation_id: string;
	kind: string;
	record_id: string;
	revision: number;
	content: NullableJson;
	shipped_before: NullableJson;
	reason: string;
	editor_name: string;
	saved_at: Date;
};

export type EvidenceUpgradesTable = {
	organisation_id: string;
	kind: string;
	record_id: string;
	revision: number;
	version: number;
	shipped: Json;
};

export type GroupFitAnswersTable = {
	organisation_id: string;
	lasting_id: string;
	intervention_id: string;
	dimension: string;
	answer: string;
	answered_by: string;
	answered_at: Date;
};

export type GroupPracticesTable = {
	organisation_id: string;
	lasting_id: string;
	intervention_id: string;
	marked_by: string;
	marked_at: Date;
};

export type IdentityAccountsTable = {
	id: string;
	user_id: string;
	account_id: string;
	provider_id: string;
	access_token: string | null;
	refresh_token: string | null;
	id_token: string | null;
	access_token_expires_at: Date | null;
	refresh_token_expires_at: Date | null;
	scope: string | null;
	password: string | null;
	created_at: Date;
	updated_at: Date;
};

export type IdentityPasskeysTable = {
	id: string;
	name: string | null;
	public_key: string;
	user_id: string;
	credential_id: string;
	counter: number;
	device_type: string;
	backed_up: boolean;
	transports: string | null;
	created_at: Date | null;
	aaguid: string | null;
};

export type IdentityRecoveryCodesTable = {
	email: string;
	code_hash: Buffer;
	used_at: Date | null;
};

export type IdentitySecondFactorsTable = {
	email: string;
	sealed_secret: string;
	confirmed_at: Date;
	last_step: Generated<number>;
	wrong_codes: Generated<number>;
	locks: Generated<number>;
	locked_until: Date | null;
};

export type IdentitySessionsTable = {
	id: string;
	user_id: string;
	token: string;
	expires_at: Date;
	ip_address: string | null;
	user_agent: string | null;
	created_at: Date;
	updated_at: Date;
	factors: Generated<number>;
};

export type IdentityUsersTable = {
	id: string;
	name: string;
	email: string;
	email_verified: boolean;
	image: string | null;
	created_at: Date;
	updated_at: Date;
};

export type IdentityVerificationsTable = {
	id: string;
	identifier: string;
	value: string;
	expires_at: Date;
	created_at: Date;
	updated_at: Date;
};

export type InstrumentsTable = {
	organisation_id: string;
	instrument_id: string;
	version: number;
	definition: Json;
	added_at: Date;
};

export type InvitationsTable = {
	organisation_id: string;
	round_id: string;
	leader_id: string;
	group_id: string;
	token_hash: Buffer;
	is_collected: Generated<boolean>;
	blinded_hash: Buffer | null;
};

export type LastingGroupsTable = {
	organisation_id: string;
	round_id: string;
	group_id: string;
	lasting_id: string;
};

export type LeadersTable = {
	organisation_id: string;
	leader_id: string;
	key: string;
	name: string;
	email: string | null;
	unit_id: string;
	manager_id: string | null;
	level: string | null;
	profession: string | null;
	span: number | null;
	left_at: Date | null;
	known_since: Date | null;
};

export type LeadershipGroupsTable = {
	organisation_id: string;
	round_id: string;
	leadership_group_id: string;
	manager_id: string | null;
	unit_id: string;
	group_id: string;
};

export type LettersWrittenTable = {
	organisation_id: string;
	letter: string;
	reader_leader_id: Generated<string>;
};

export type MailPreferencesTable = {
	organisation_id: string;
	email: string;
	language: string | null;
	refused_kinds: Generated<string[]>;
};

export type MailsTable = {
	organisation_id: string;
	mail_id: string;
	kind: string;
	recipient: string;
	subject: string;
	body_text: string;
	body_html: string;
	intended_at: Date;
	attempted_at: Date | null;
	sent_at: Date | null;
	failure: string | null;
	attempts: Generated<number>;
	retry_at: Date | null;
	calendar: string | null;
	is_optional: Generated<boolean>;
	bounced_at: Date | null;
	bounce: string | null;
};

export type ManifestsTable = {
	organisation_id: string;
	round_id: string;
	manifest_hash: Buffer;
	previous_hash: Buffer | null;
	content: string;
};

export type MembershipsTable = {
	organisation_id: string;
	email: string;
	role: string;
	granted_at: Date;
	suspended_at: Date | null;
};

export type OrganisationFitAnswersTable = {
	organisation_id: string;
	intervention_id: string;
	dimension: string;
	answer: string;
	answered_by: string;
	answered_at: Date;
};

export type OrganisationImportsTable = {
	organisation_id: string;
	import_id: string;
	file_name: string;
	mode: string;
	uploaded_at: Date;
	uploaded_by: string;
	content: Json;
	applied_at: Date | null;
	changes: NullableJson;
};

export type OrganisationsTable = {
	organisation_id: string;
	name: string;
	is_demonstration: Generated<boolean>;
	created_at: Date;
};

export type OwedRewritesTable = {
	organisation_id: string;
	place: string;
};

export type ParticipationsTable = {
	organisation_id: string;
	entry_id: string;
	held_on: string;
	what: string;
	who: string;
	written_at: Date;
	written_by: string;
	corrects: string | null;
};

export type PlanEventsTable = {
	organisation_id: string;
	plan_id: string;
	position: number;
	happened_at: Date;
	person: string;
	kind: string;
	details: GeneratedJson;
};

export type PlanProposalsTable = {
	organisation_id: string;
	proposal_id: string;
	plan_id: string;
	title: string;
	reason: string;
	sent_at: Date;
	sender_name: string;
	sender_email: string;
	receiver_kind: string;
	receiver_leader_id: string | null;
	receiver_unit_id: string | null;
	receiver_name: string;
	answered_at: Date | null;
	answer: string | null;
	answered_by: string | null;
	answer_reason: string | null;
	accepted_plan_id: string | null;
};

export type PlanStepsTable = {
	organisation_id: string;
	plan_id: string;
	step_id: string;
	position: number;
	description: string;
	level: string;
	owner: string;
	due_on: string;
	intervention_id: string | null;
	target_factor: string;
	done_at: Date | null;
	owner_leader_id: string | null;
	owner_email: string | null;
};

export type PlansTable = {
	organisation_id: string;
	plan_id: string;
	round_id: string;
	group_id: string;
	title: string;
	target_factor: string;
	decided_at: Date;
	decided_by: string;
	version: Generated<number>;
	owner_leader_id: string | null;
	owner_name: Generated<string>;
	owner_email: string | null;
	level: string | null;
	resources: Generated<string>;
	signs: GeneratedJson;
	involved: Generated<string>;
	follow_up_on: string | null;
	places: GeneratedJson;
	ended_at: Date | null;
	ended_reason: string | null;
};

export type ProposalMessagesTable = {
	organisation_id: string;
	proposal_id: string;
	position: number;
	written_at: Date;
	person: string;
	kind: string;
	content: string;
};

export type ReleaseGroupsTable = {
	organisation_id: string;
	round_id: string;
	group_id: string;
	position: number;
	parent_group_id: string | null;
	released: Json;
};

export type ReleasesTable = {
	organisation_id: string;
	round_id: string;
	released_at: Date;
	engine: string;
	threshold: number;
	summary: Json;
};

export type ReportingGroupsTable = {
	organisation_id: string;
	round_id: string;
	group_id: string;
	name: string;
	unit_id: string;
	path: Json;
	pools: Json;
	invited: number | null;
	attributes: GeneratedJson;
	signing_key: Buffer | null;
	public_key: Buffer | null;
	collected: number | null;
	accepted: number | null;
};

export type ResponsesTable = {
	organisation_id: string;
	round_id: string;
	response_key: Buffer;
	group_id: string;
	answers: (number | null)[];
	changes: (number | null)[] | null;
};

export type RetentionRulesTable = {
	organisation_id: string;
	responses_months: number | null;
	mails_months: number | null;
	imports_months: number | null;
	events_months: number | null;
	left_leaders_months: number | null;
	changed_at: Date;
	changed_by: string;
};

export type RetentionRunsTable = {
	organisation_id: string;
	ran_at: Date;
	removed: Json;
};

export type RoundClocksTable = {
	organisation_id: string;
	round_id: string;
	reminder_days: NullableJson;
	closes_by_itself: Generated<boolean>;
	closes_after: string | null;
	reminded_through: string | null;
	reminders: Generated<number>;
	is_reminder_wanted: Generated<boolean>;
};

export type RoundUnitsTable = {
	organisation_id: string;
	round_id: string;
	unit_id: string;
	name: string;
	parent_unit_id: string | null;
};

export type RoundsTable = {
	organisation_id: string;
	round_id: string;
	name: string;
	source: string;
	instrument_id: string;
	instrument_version: number;
	scope_unit_id: string | null;
	minimum_invited: number;
	threshold: number;
	opens_on: string;
	closes_on: string;
	created_at: Date;
	invitation_secret: Buffer | null;
	opened_at: Date | null;
	reminded_at: Date | null;
	closed_at: Date | null;
	released_at: Date | null;
	preparing_at: Date | null;
	closing_at: Date | null;
	key_custody: Generated<string>;
	first_half_at: Date | null;
	second_half_at: Date | null;
	answers_key: Buffer | null;
	key_missing_at: Date | null;
	alike_in: string | null;
	group_merges: GeneratedJson;
	unreadable: number | null;
	follows_round_id: string | null;
};

export type SealedProfilesTable = {
	organisation_id: string;
	profile_id: Buffer;
	writer_hash: Buffer;
	sealed: Buffer;
};

export type SecondFactorRulesTable = {
	organisation_id: string;
	role: string;
	required_at: Date;
	required_by: string;
};

export type SetupLinksTable = {
	organisation_id: string;
	token_hash: Buffer;
	created_at: Date;
	used_at: Date | null;
};

export type SignInLinksTable = {
	token_hash: Buffer;
	email: string;
	issued_at: Date;
	expires_at: Date;
	used_at: Date | null;
};

export type UnitsTable = {
	organisation_id: string;
	unit_id: string;
	code: string | null;
	name: string;
	parent_unit_id: string | null;
	closed_at: Date | null;
};

export type UnreachableAddressesTable = {
	organisation_id: string;
	email: string;
	reason: string;
};

export type WorkplaceAssessmentPartsTable = {
	organisation_id: string;
	assessment_id: string;
	part: string;
	content: Json;
	revision: number;
	saved_at: Date;
	saved_by: string;
};

export type WorkplaceAssessmentRemarksTable = {
	organisation_id: string;
	assessment_id: string;
	remark_id: string;
	part: string;
	remark: string;
	written_at: Date;
	written_by: string;
	written_as: string;
};

export type WorkplaceAssessmentsTable = {
	organisation_id: string;
	assessment_id: string;
	title: string;
	round_id: string | null;
	based_on: string | null;
	began_at: Date;
	began_by: string;
	finalised_at: Date | null;
	finalised_on: string | null;
	finalised_by: string | null;
	document: string | null;
	document_hash: string | null;
};

export type Tables = {
	absence_entries: AbsenceEntriesTable;
	audit_events: AuditEventsTable;
	ballot_box: BallotBoxTable;
	check_ins: CheckInsTable;
	deleted_response_counts: DeletedResponseCountsTable;
	deleted_responses: DeletedResponsesTable;
	dialogue_facilitators: DialogueFacilitatorsTable;
	dialogues: DialoguesTable;
	earlier_assessments: EarlierAssessmentsTable;
	evidence_publication_records: EvidencePublicationRecordsTable;
	evidence_publications: EvidencePublicationsTable;
	evidence_revisions: EvidenceRevisionsTable;
	evidence_upgrades: EvidenceUpgradesTable;
	group_fit_answers: GroupFitAnswersTable;
	group_practices: GroupPracticesTable;
	identity_accounts: IdentityAccountsTable;
	identity_passkeys: IdentityPasskeysTable;
	identity_recovery_codes: IdentityRecoveryCodesTable;
	identity_second_factors: IdentitySecondFactorsTable;
	identity_sessions: IdentitySessionsTable;
	identity_users: IdentityUsersTable;
	identity_verifications: IdentityVerificationsTable;
	instruments: InstrumentsTable;
	invitations: InvitationsTable;
	lasting_groups: LastingGroupsTable;
	leaders: LeadersTable;
	leadership_groups: LeadershipGroupsTable;
	letters_written: LettersWrittenTable;
	mail_preferences: MailPreferencesTable;
	mails: MailsTable;
	manifests: ManifestsTable;
	memberships: MembershipsTable;
	organisation_fit_answers: OrganisationFitAnswersTable;
	organisation_imports: OrganisationImportsTable;
	organisations: OrganisationsTable;
	owed_rewrites: OwedRewritesTable;
	participations: ParticipationsTable;
	plan_events: PlanEventsTable;
	plan_proposals: PlanProposalsTable;
	plan_steps: PlanStepsTable;
	plans: PlansTable;
	proposal_messages: ProposalMessagesTable;
	release_groups: ReleaseGroupsTable;
	releases: ReleasesTable;
	reporting_groups: ReportingGroupsTable;
	responses: ResponsesTable;
	retention_rules: RetentionRulesTable;
	retention_runs: RetentionRunsTable;
	round_clocks: RoundClocksTable;
	round_units: RoundUnitsTable;
	rounds: RoundsTable;
	sealed_profiles: SealedProfilesTable;
	second_factor_rules: SecondFactorRulesTable;
	setup_links: SetupLinksTable;
	sign_in_links: SignInLinksTable;
	units: UnitsTable;
	unreachable_addresses: UnreachableAddressesTable;
	workplace_assessment_parts: WorkplaceAssessmentPartsTable;
	workplace_assessment_remarks: WorkplaceAssessmentRemarksTable;
	workplace_assessments: WorkplaceAssessmentsTable;
};
