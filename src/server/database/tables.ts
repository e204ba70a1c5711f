// Generated from the migrations by `npm run schema`; do not edit.
import type { ColumnType, Generated } from 'kysely';

/** Read as a parsed value, written as JSON text. */
type Json = ColumnType<unknown, string, string>;
type GeneratedJson = ColumnType<unknown, string | undefined, string>;
type NullableJson = ColumnType<unknown, string | null, string | null>;

export type BallotBoxTable = {
	organisation_id: string;
	round_id: string;
	ballot_hash: Buffer;
	group_id: string;
	sealed: Buffer;
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

export type IdentitySessionsTable = {
	id: string;
	user_id: string;
	token: string;
	expires_at: Date;
	ip_address: string | null;
	user_agent: string | null;
	created_at: Date;
	updated_at: Date;
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
};

export type LeadershipGroupsTable = {
	organisation_id: string;
	round_id: string;
	leadership_group_id: string;
	manager_id: string | null;
	unit_id: string;
	group_id: string;
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
};

export type SealedProfilesTable = {
	organisation_id: string;
	profile_id: Buffer;
	writer_hash: Buffer;
	sealed: Buffer;
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

export type Tables = {
	ballot_box: BallotBoxTable;
	evidence_publication_records: EvidencePublicationRecordsTable;
	evidence_publications: EvidencePublicationsTable;
	evidence_revisions: EvidenceRevisionsTable;
	evidence_upgrades: EvidenceUpgradesTable;
	identity_accounts: IdentityAccountsTable;
	identity_sessions: IdentitySessionsTable;
	identity_users: IdentityUsersTable;
	identity_verifications: IdentityVerificationsTable;
	instruments: InstrumentsTable;
	invitations: InvitationsTable;
	leaders: LeadersTable;
	leadership_groups: LeadershipGroupsTable;
	mails: MailsTable;
	manifests: ManifestsTable;
	memberships: MembershipsTable;
	organisation_imports: OrganisationImportsTable;
	organisations: OrganisationsTable;
	plan_steps: PlanStepsTable;
	plans: PlansTable;
	release_groups: ReleaseGroupsTable;
	releases: ReleasesTable;
	reporting_groups: ReportingGroupsTable;
	responses: ResponsesTable;
	round_units: RoundUnitsTable;
	rounds: RoundsTable;
	sealed_profiles: SealedProfilesTable;
	setup_links: SetupLinksTable;
	sign_in_links: SignInLinksTable;
	units: UnitsTable;
};
