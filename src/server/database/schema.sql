-- Generated from the migrations by `npm run schema`; do not edit.

create table absence_entries (
	organisation_id uuid not null,
	entry_id uuid not null,
	set_name text not null,
	set_keys _text not null,
	leader_ids _text not null,
	counted_leaders int4 not null,
	from_on date not null,
	to_on date not null,
	days_per_leader float8 not null,
	entered_at timestamptz not null,
	entered_by text not null,
	corrects uuid,
	withdrawn_at timestamptz,
	PRIMARY KEY (organisation_id, entry_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(set_name) >= 1) AND (length(set_name) <= 1000))),
	CHECK ((counted_leaders >= 5)),
	CHECK ((days_per_leader >= (0)::double precision)),
	CHECK ((to_on >= from_on))
);

create table audit_events (
	organisation_id uuid not null,
	event_id uuid not null,
	at timestamptz not null,
	actor text,
	action text not null,
	subject_kind text,
	subject_id text,
	outcome text not null,
	PRIMARY KEY (organisation_id, event_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(action) >= 1) AND (length(action) <= 200))),
	CHECK (((length(subject_id) >= 1) AND (length(subject_id) <= 200))),
	CHECK (((length(subject_kind) >= 1) AND (length(subject_kind) <= 50))),
	CHECK ((actor = lower(actor))),
	CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'not-found'::text, 'failed'::text])))
);

create table ballot_box (
	organisation_id uuid not null,
	round_id uuid not null,
	ballot_hash bytea not null,
	group_id text not null,
	sealed bytea not null,
	PRIMARY KEY (organisation_id, round_id, ballot_hash)
);

create table check_ins (
	organisation_id uuid not null,
	token_hash bytea not null,
	plan_id uuid not null,
	step_id uuid not null,
	reason text not null,
	due_on date not null,
	recipient_name text not null,
	recipient_leader_id text,
	recipient_email text,
	sent_at timestamptz not null,
	expires_at timestamptz not null,
	answer text,
	remark text not null default ''::text,
	answered_at timestamptz,
	by_opening text,
	UNIQUE (organisation_id, plan_id, step_id, reason, due_on),
	PRIMARY KEY (organisation_id, token_hash),
	FOREIGN KEY (organisation_id, plan_id, step_id) REFERENCES plan_steps(organisation_id, plan_id, step_id) ON DELETE CASCADE,
	CHECK (((answered_at IS NULL) = (answer IS NULL))),
	CHECK ((answer = ANY (ARRAY['done'::text, 'on-track'::text, 'stuck'::text]))),
	CHECK ((by_opening = ANY (ARRAY['answered'::text, 'taken-back'::text]))),
	CHECK ((length(remark) <= 1000)),
	CHECK ((reason = ANY (ARRAY['soon'::text, 'late'::text]))),
	CHECK ((recipient_email = lower(recipient_email)))
);

create table deleted_response_counts (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	responses int4 not null,
	PRIMARY KEY (organisation_id, round_id, group_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES deleted_responses(organisation_id, round_id) ON DELETE CASCADE,
	CHECK ((responses > 0))
);

create table deleted_responses (
	organisation_id uuid not null,
	round_id uuid not null,
	deleted_at timestamptz not null,
	responses int4 not null,
	fingerprints bytea,
	PRIMARY KEY (organisation_id, round_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE,
	CHECK ((responses >= 0))
);

create table dialogue_facilitators (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	email text not null,
	assigned_at timestamptz not null,
	assigned_by text not null,
	PRIMARY KEY (organisation_id, round_id, group_id, email),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE,
	CHECK ((email = lower(email)))
);

create table dialogues (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	planned_for timestamptz,
	minutes int4 not null default 60,
	place text not null default ''::text,
	called_off_at timestamptz,
	meeting_version int4 not null default 0,
	invited jsonb not null default '[]'::jsonb,
	notes jsonb not null default '{}'::jsonb,
	notes_version int4 not null default 0,
	notes_by text,
	notes_at timestamptz,
	held_on date,
	took_part int4,
	roles_took_part text not null default ''::text,
	representative_took_part bool,
	held_by text,
	held_at timestamptz,
	reminded_at timestamptz,
	PRIMARY KEY (organisation_id, round_id, group_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE,
	CHECK (((took_part >= 0) AND (took_part <= 10000))),
	CHECK ((length(place) <= 200)),
	CHECK ((length(roles_took_part) <= 500)),
	CHECK ((meeting_version >= 0)),
	CHECK ((minutes = ANY (ARRAY[60, 90]))),
	CHECK ((notes_version >= 0))
);

create table earlier_assessments (
	organisation_id uuid not null,
	made_on date not null,
	noted_at timestamptz not null,
	noted_by text not null,
	PRIMARY KEY (organisation_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE
);

create table evidence_publication_records (
	organisation_id uuid not null,
	publication int4 not null,
	kind text not null,
	record_id text not null,
	revision int4 not null,
	PRIMARY KEY (organisation_id, publication, kind, record_id),
	FOREIGN KEY (organisation_id, kind, record_id, revision) REFERENCES evidence_revisions(organisation_id, kind, record_id, revision) ON DELETE CASCADE,
	FOREIGN KEY (organisation_id, publication) REFERENCES evidence_publications(organisation_id, publication) ON DELETE CASCADE
);

create table evidence_publications (
	organisation_id uuid not null,
	publication int4 not null,
	note text not null,
	publisher_name text not null,
	published_at timestamptz not null,
	PRIMARY KEY (organisation_id, publication),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
	CHECK ((publication >= 1))
);

create table evidence_revisions (
	organisation_id uuid not null,
	kind text not null,
	record_id text not null,
	revision int4 not null,
	content json,
	shipped_before json,
	reason text not null,
	editor_name text not null,
	saved_at timestamptz not null,
	PRIMARY KEY (organisation_id, kind, record_id, revision),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
	CHECK (((length(record_id) >= 1) AND (length(record_id) <= 100))),
	CHECK ((kind = ANY (ARRAY['study'::text, 'finding'::text, 'intervention'::text]))),
	CHECK ((revision >= 1))
);

create table evidence_upgrades (
	organisation_id uuid not null,
	kind text not null,
	record_id text not null,
	revision int4 not null,
	version int4 not null,
	shipped json not null,
	PRIMARY KEY (organisation_id, kind, record_id, revision, version),
	FOREIGN KEY (organisation_id, kind, record_id, revision) REFERENCES evidence_revisions(organisation_id, kind, record_id, revision) ON DELETE CASCADE,
	CHECK ((version >= 1))
);

create table group_fit_answers (
	organisation_id uuid not null,
	lasting_id text not null,
	intervention_id text not null,
	dimension text not null,
	answer text not null,
	answered_by text not null,
	answered_at timestamptz not null,
	PRIMARY KEY (organisation_id, lasting_id, intervention_id, dimension),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(answered_by) >= 1) AND (length(answered_by) <= 200))),
	CHECK (((length(intervention_id) >= 1) AND (length(intervention_id) <= 100))),
	CHECK (((length(lasting_id) >= 1) AND (length(lasting_id) <= 600))),
	CHECK ((answer = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'do-not-know'::text]))),
	CHECK ((dimension = ANY (ARRAY['intervention'::text, 'organisation'::text, 'participants'::text, 'facilitator'::text, 'context'::text])))
);

create table group_practices (
	organisation_id uuid not null,
	lasting_id text not null,
	intervention_id text not null,
	marked_by text not null,
	marked_at timestamptz not null,
	PRIMARY KEY (organisation_id, lasting_id, intervention_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(intervention_id) >= 1) AND (length(intervention_id) <= 100))),
	CHECK (((length(lasting_id) >= 1) AND (length(lasting_id) <= 600))),
	CHECK (((length(marked_by) >= 1) AND (length(marked_by) <= 200)))
);

create table identity_accounts (
	id text not null,
	user_id text not null,
	account_id text not null,
	provider_id text not null,
	access_token text,
	refresh_token text,
	id_token text,
	access_token_expires_at timestamptz,
	refresh_token_expires_at timestamptz,
	scope text,
	password text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	PRIMARY KEY (id),
	FOREIGN KEY (user_id) REFERENCES identity_users(id) ON DELETE CASCADE
);

create table identity_passkeys (
	id text not null,
	name text,
	public_key text not null,
	user_id text not null,
	credential_id text not null,
	counter float8 not null,
	device_type text not null,
	backed_up bool not null,
	transports text,
	created_at timestamptz,
	aaguid text,
	UNIQUE (credential_id),
	PRIMARY KEY (id),
	FOREIGN KEY (user_id) REFERENCES identity_users(id) ON DELETE CASCADE
);

create table identity_recovery_codes (
	email text not null,
	code_hash bytea not null,
	used_at timestamptz,
	PRIMARY KEY (email, code_hash),
	FOREIGN KEY (email) REFERENCES identity_second_factors(email) ON DELETE CASCADE
);

create table identity_second_factors (
	email text not null,
	sealed_secret text not null,
	confirmed_at timestamptz not null,
	last_step int4 not null default 0,
	wrong_codes int4 not null default 0,
	locks int4 not null default 0,
	locked_until timestamptz,
	PRIMARY KEY (email),
	CHECK ((email = lower(email)))
);

create table identity_sessions (
	id text not null,
	user_id text not null,
	token text not null,
	expires_at timestamptz not null,
	ip_address text,
	user_agent text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	factors int4 not null default 1,
	UNIQUE (token),
	PRIMARY KEY (id),
	FOREIGN KEY (user_id) REFERENCES identity_users(id) ON DELETE CASCADE,
	CHECK ((factors = ANY (ARRAY[1, 2]))),
	CHECK ((ip_address = ''::text)),
	CHECK ((user_agent = ''::text))
);

create table identity_users (
	id text not null,
	name text not null,
	email text not null,
	email_verified bool not null,
	image text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	UNIQUE (email),
	PRIMARY KEY (id),
	CHECK ((email = lower(email)))
);

create table identity_verifications (
	id text not null,
	identifier text not null,
	value text not null,
	expires_at timestamptz not null,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	PRIMARY KEY (id)
);

create table instruments (
	organisation_id uuid not null,
	instrument_id text not null,
	version int4 not null,
	definition jsonb not null,
	added_at timestamptz not null,
	PRIMARY KEY (organisation_id, instrument_id, version),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((version > 0))
);

create table invitations (
	organisation_id uuid not null,
	round_id uuid not null,
	leader_id text not null,
	group_id text not null,
	token_hash bytea not null,
	is_collected bool not null default false,
	blinded_hash bytea,
	UNIQUE (organisation_id, round_id, token_hash),
	PRIMARY KEY (organisation_id, round_id, leader_id),
	FOREIGN KEY (organisation_id, round_id, group_id) REFERENCES reporting_groups(organisation_id, round_id, group_id) ON DELETE CASCADE
);

create table lasting_groups (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	lasting_id text not null,
	UNIQUE (organisation_id, round_id, lasting_id),
	PRIMARY KEY (organisation_id, round_id, group_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE,
	CHECK (((length(lasting_id) >= 1) AND (length(lasting_id) <= 600)))
);

create table leaders (
	organisation_id uuid not null,
	leader_id text not null,
	key text not null,
	name text not null,
	email text,
	unit_id text not null,
	manager_id text,
	level text,
	profession text,
	span int4,
	left_at timestamptz,
	known_since timestamptz,
	PRIMARY KEY (organisation_id, leader_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	FOREIGN KEY (organisation_id, manager_id) REFERENCES leaders(organisation_id, leader_id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (organisation_id, unit_id) REFERENCES units(organisation_id, unit_id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
	CHECK (((span >= 0) AND (span <= 10000))),
	CHECK ((email = lower(email)))
);

create table leadership_groups (
	organisation_id uuid not null,
	round_id uuid not null,
	leadership_group_id text not null,
	manager_id text,
	unit_id text not null,
	group_id text not null,
	PRIMARY KEY (organisation_id, round_id, leadership_group_id),
	FOREIGN KEY (organisation_id, round_id, group_id) REFERENCES reporting_groups(organisation_id, round_id, group_id) ON DELETE CASCADE
);

create table letters_written (
	organisation_id uuid not null,
	letter text not null,
	reader_leader_id text not null default ''::text,
	PRIMARY KEY (organisation_id, letter, reader_leader_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE
);

create table mail_preferences (
	organisation_id uuid not null,
	email text not null,
	language text,
	refused_kinds _text not null default '{}'::text[],
	PRIMARY KEY (organisation_id, email),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((email = lower(email))),
	CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])))
);

create table mails (
	organisation_id uuid not null,
	mail_id text not null,
	kind text not null,
	recipient text not null,
	subject text not null,
	body_text text not null,
	body_html text not null,
	intended_at timestamptz not null,
	attempted_at timestamptz,
	sent_at timestamptz,
	failure text,
	attempts int4 not null default 0,
	retry_at timestamptz,
	calendar text,
	is_optional bool not null default false,
	bounced_at timestamptz,
	bounce text,
	PRIMARY KEY (organisation_id, mail_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((attempts >= 0))
);

create table manifests (
	organisation_id uuid not null,
	round_id uuid not null,
	manifest_hash bytea not null,
	previous_hash bytea,
	content text not null,
	PRIMARY KEY (organisation_id, round_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE
);

create table memberships (
	organisation_id uuid not null,
	email text not null,
	role text not null,
	granted_at timestamptz not null,
	suspended_at timestamptz,
	PRIMARY KEY (organisation_id, email, role),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((email = lower(email))),
	CHECK ((role = ANY (ARRAY['programme-lead'::text, 'committee'::text, 'facilitator'::text, 'evidence-editor'::text, 'operator'::text])))
);

create table organisation_fit_answers (
	organisation_id uuid not null,
	intervention_id text not null,
	dimension text not null,
	answer text not null,
	answered_by text not null,
	answered_at timestamptz not null,
	PRIMARY KEY (organisation_id, intervention_id, dimension),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(answered_by) >= 1) AND (length(answered_by) <= 200))),
	CHECK (((length(intervention_id) >= 1) AND (length(intervention_id) <= 100))),
	CHECK ((answer = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'do-not-know'::text]))),
	CHECK ((dimension = ANY (ARRAY['organisation'::text, 'context'::text])))
);

create table organisation_imports (
	organisation_id uuid not null,
	import_id uuid not null,
	file_name text not null,
	mode text not null,
	uploaded_at timestamptz not null,
	uploaded_by text not null,
	content jsonb not null,
	applied_at timestamptz,
	changes jsonb,
	PRIMARY KEY (organisation_id, import_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((mode = ANY (ARRAY['complete'::text, 'additions'::text])))
);

create table organisations (
	organisation_id uuid not null,
	name text not null,
	is_demonstration bool not null default false,
	created_at timestamptz not null,
	PRIMARY KEY (organisation_id),
	CHECK (((length(name) >= 1) AND (length(name) <= 500)))
);

create table owed_rewrites (
	organisation_id uuid not null,
	place text not null,
	PRIMARY KEY (organisation_id, place),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE
);

create table participations (
	organisation_id uuid not null,
	entry_id uuid not null,
	held_on date not null,
	what text not null,
	who text not null,
	written_at timestamptz not null,
	written_by text not null,
	corrects uuid,
	PRIMARY KEY (organisation_id, entry_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(what) >= 1) AND (length(what) <= 2000))),
	CHECK (((length(who) >= 1) AND (length(who) <= 200)))
);

create table plan_events (
	organisation_id uuid not null,
	plan_id uuid not null,
	position int4 not null,
	happened_at timestamptz not null,
	person text not null,
	kind text not null,
	details jsonb not null default '{}'::jsonb,
	PRIMARY KEY (organisation_id, plan_id, "position"),
	FOREIGN KEY (organisation_id, plan_id) REFERENCES plans(organisation_id, plan_id) ON DELETE CASCADE,
	CHECK (("position" >= 1)),
	CHECK ((kind = ANY (ARRAY['decided'::text, 'changed'::text, 'step-done'::text, 'step-reopened'::text, 'checked-in'::text, 'taken-over'::text, 'moved'::text, 'ended'::text, 'proposed'::text, 'answered'::text])))
);

create table plan_proposals (
	organisation_id uuid not null,
	proposal_id uuid not null,
	plan_id uuid not null,
	title text not null,
	reason text not null,
	sent_at timestamptz not null,
	sender_name text not null,
	sender_email text not null,
	receiver_kind text not null,
	receiver_leader_id text,
	receiver_unit_id text,
	receiver_name text not null,
	answered_at timestamptz,
	answer text,
	answered_by text,
	answer_reason text,
	accepted_plan_id uuid,
	PRIMARY KEY (organisation_id, proposal_id),
	FOREIGN KEY (organisation_id, plan_id) REFERENCES plans(organisation_id, plan_id) ON DELETE CASCADE,
	CHECK (((answer IS DISTINCT FROM 'declined'::text) OR (length(answer_reason) >= 1))),
	CHECK (((answered_at IS NULL) = (answer IS NULL))),
	CHECK (((answered_at IS NULL) = (answered_by IS NULL))),
	CHECK (((length(reason) >= 1) AND (length(reason) <= 2000))),
	CHECK (((length(title) >= 1) AND (length(title) <= 200))),
	CHECK (((receiver_kind = 'leader'::text) = (receiver_leader_id IS NOT NULL))),
	CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text]))),
	CHECK ((receiver_kind = ANY (ARRAY['leader'::text, 'programme-lead'::text, 'committee'::text]))),
	CHECK ((sender_email = lower(sender_email)))
);

create table plan_steps (
	organisation_id uuid not null,
	plan_id uuid not null,
	step_id uuid not null,
	position int4 not null,
	description text not null,
	level text not null,
	owner text not null,
	due_on date not null,
	intervention_id text,
	target_factor text not null,
	done_at timestamptz,
	owner_leader_id text,
	owner_email text,
	PRIMARY KEY (organisation_id, plan_id, step_id),
	FOREIGN KEY (organisation_id, plan_id) REFERENCES plans(organisation_id, plan_id) ON DELETE CASCADE,
	CHECK (((length(description) >= 1) AND (length(description) <= 1000))),
	CHECK (((length(owner) >= 1) AND (length(owner) <= 200))),
	CHECK ((level = ANY (ARRAY['organisation'::text, 'group'::text, 'leadership'::text, 'individual'::text]))),
	CHECK ((owner_email = lower(owner_email)))
);

create table plans (
	organisation_id uuid not null,
	plan_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	title text not null,
	target_factor text not null,
	decided_at timestamptz not null,
	decided_by text not null,
	version int4 not null default 1,
	owner_leader_id text,
	owner_name text not null default ''::text,
	owner_email text,
	level text,
	resources text not null default ''::text,
	signs jsonb not null default '[]'::jsonb,
	involved text not null default ''::text,
	follow_up_on date,
	places jsonb not null default '[]'::jsonb,
	ended_at timestamptz,
	ended_reason text,
	PRIMARY KEY (organisation_id, plan_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE,
	CHECK (((ended_at IS NULL) = (ended_reason IS NULL))),
	CHECK (((length(ended_reason) >= 1) AND (length(ended_reason) <= 1000))),
	CHECK (((length(title) >= 1) AND (length(title) <= 200))),
	CHECK ((length(involved) <= 1000)),
	CHECK ((length(owner_name) <= 200)),
	CHECK ((length(resources) <= 2000)),
	CHECK ((level = ANY (ARRAY['organisation'::text, 'group'::text, 'leadership'::text, 'individual'::text]))),
	CHECK ((owner_email = lower(owner_email))),
	CHECK ((version >= 1))
);

create table proposal_messages (
	organisation_id uuid not null,
	proposal_id uuid not null,
	position int4 not null,
	written_at timestamptz not null,
	person text not null,
	kind text not null,
	content text not null,
	PRIMARY KEY (organisation_id, proposal_id, "position"),
	FOREIGN KEY (organisation_id, proposal_id) REFERENCES plan_proposals(organisation_id, proposal_id) ON DELETE CASCADE,
	CHECK (("position" >= 1)),
	CHECK (((length(content) >= 1) AND (length(content) <= 2000))),
	CHECK ((kind = ANY (ARRAY['question'::text, 'reply'::text, 'forwarded'::text])))
);

create table release_groups (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	position int4 not null,
	parent_group_id text,
	released jsonb not null,
	PRIMARY KEY (organisation_id, round_id, group_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES releases(organisation_id, round_id) ON DELETE CASCADE
);

create table releases (
	organisation_id uuid not null,
	round_id uuid not null,
	released_at timestamptz not null,
	engine text not null,
	threshold int4 not null,
	summary jsonb not null,
	PRIMARY KEY (organisation_id, round_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE
);

create table reporting_groups (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	name text not null,
	unit_id text not null,
	path jsonb not null,
	pools jsonb not null,
	invited int4,
	attributes jsonb not null default '{}'::jsonb,
	signing_key bytea,
	public_key bytea,
	collected int4,
	accepted int4,
	PRIMARY KEY (organisation_id, round_id, group_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE,
	CHECK ((invited > 0))
);

create table responses (
	organisation_id uuid not null,
	round_id uuid not null,
	response_key bytea not null,
	group_id text not null,
	answers _float8 not null,
	changes _int2,
	PRIMARY KEY (organisation_id, round_id, response_key)
);

create table retention_rules (
	organisation_id uuid not null,
	responses_months int4,
	mails_months int4,
	imports_months int4,
	events_months int4,
	left_leaders_months int4,
	changed_at timestamptz not null,
	changed_by text not null,
	PRIMARY KEY (organisation_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((events_months >= 1) AND (events_months <= 120))),
	CHECK (((imports_months >= 1) AND (imports_months <= 120))),
	CHECK (((left_leaders_months >= 1) AND (left_leaders_months <= 120))),
	CHECK (((mails_months >= 1) AND (mails_months <= 120))),
	CHECK (((responses_months >= 1) AND (responses_months <= 120)))
);

create table retention_runs (
	organisation_id uuid not null,
	ran_at timestamptz not null,
	removed jsonb not null,
	PRIMARY KEY (organisation_id, ran_at),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE
);

create table round_clocks (
	organisation_id uuid not null,
	round_id uuid not null,
	reminder_days jsonb,
	closes_by_itself bool not null default true,
	closes_after date,
	reminded_through date,
	reminders int4 not null default 0,
	is_reminder_wanted bool not null default false,
	PRIMARY KEY (organisation_id, round_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE
);

create table round_units (
	organisation_id uuid not null,
	round_id uuid not null,
	unit_id text not null,
	name text not null,
	parent_unit_id text,
	PRIMARY KEY (organisation_id, round_id, unit_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE
);

create table rounds (
	organisation_id uuid not null,
	round_id uuid not null,
	name text not null,
	source text not null,
	instrument_id text not null,
	instrument_version int4 not null,
	scope_unit_id text,
	minimum_invited int4 not null,
	threshold int4 not null,
	opens_on date not null,
	closes_on date not null,
	created_at timestamptz not null,
	invitation_secret bytea,
	opened_at timestamptz,
	reminded_at timestamptz,
	closed_at timestamptz,
	released_at timestamptz,
	preparing_at timestamptz,
	closing_at timestamptz,
	key_custody text not null default 'file'::text,
	first_half_at timestamptz,
	second_half_at timestamptz,
	answers_key bytea,
	key_missing_at timestamptz,
	alike_in text,
	group_merges jsonb not null default '[]'::jsonb,
	unreadable int4,
	follows_round_id uuid,
	PRIMARY KEY (organisation_id, round_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	FOREIGN KEY (organisation_id, follows_round_id) REFERENCES rounds(organisation_id, round_id),
	CHECK (((length(name) >= 1) AND (length(name) <= 200))),
	CHECK ((alike_in = ANY (ARRAY['level'::text, 'profession'::text]))),
	CHECK ((closes_on >= opens_on)),
	CHECK ((follows_round_id <> round_id)),
	CHECK ((key_custody = ANY (ARRAY['file'::text, 'split'::text]))),
	CHECK ((minimum_invited >= 5)),
	CHECK ((source = ANY (ARRAY['ballots'::text, 'imported'::text, 'simulated'::text]))),
	CHECK ((threshold >= 3))
);

create table sealed_profiles (
	organisation_id uuid not null,
	profile_id bytea not null,
	writer_hash bytea not null,
	sealed bytea not null,
	PRIMARY KEY (organisation_id, profile_id)
);

create table second_factor_rules (
	organisation_id uuid not null,
	role text not null,
	required_at timestamptz not null,
	required_by text not null,
	PRIMARY KEY (organisation_id, role),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((role = ANY (ARRAY['programme-lead'::text, 'manager'::text, 'committee'::text, 'facilitator'::text, 'evidence-editor'::text, 'operator'::text])))
);

create table setup_links (
	organisation_id uuid not null,
	token_hash bytea not null,
	created_at timestamptz not null,
	used_at timestamptz,
	PRIMARY KEY (organisation_id, token_hash)
);

create table sign_in_links (
	token_hash bytea not null,
	email text not null,
	issued_at timestamptz not null,
	expires_at timestamptz not null,
	used_at timestamptz,
	PRIMARY KEY (token_hash),
	CHECK ((email = lower(email)))
);

create table units (
	organisation_id uuid not null,
	unit_id text not null,
	code text,
	name text not null,
	parent_unit_id text,
	closed_at timestamptz,
	PRIMARY KEY (organisation_id, unit_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	FOREIGN KEY (organisation_id, parent_unit_id) REFERENCES units(organisation_id, unit_id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED
);

create table unreachable_addresses (
	organisation_id uuid not null,
	email text not null,
	reason text not null,
	PRIMARY KEY (organisation_id, email),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((email = lower(email)))
);

create table workplace_assessment_parts (
	organisation_id uuid not null,
	assessment_id uuid not null,
	part text not null,
	content jsonb not null,
	revision int4 not null,
	saved_at timestamptz not null,
	saved_by text not null,
	PRIMARY KEY (organisation_id, assessment_id, part),
	FOREIGN KEY (organisation_id, assessment_id) REFERENCES workplace_assessments(organisation_id, assessment_id) ON DELETE CASCADE,
	CHECK ((part = ANY (ARRAY['mapping'::text, 'absence'::text, 'action-plan'::text, 'follow-up'::text]))),
	CHECK ((revision >= 1))
);

create table workplace_assessment_remarks (
	organisation_id uuid not null,
	assessment_id uuid not null,
	remark_id uuid not null,
	part text not null,
	remark text not null,
	written_at timestamptz not null,
	written_by text not null,
	written_as text not null,
	PRIMARY KEY (organisation_id, assessment_id, remark_id),
	FOREIGN KEY (organisation_id, assessment_id) REFERENCES workplace_assessments(organisation_id, assessment_id) ON DELETE CASCADE,
	CHECK (((length(remark) >= 1) AND (length(remark) <= 4000))),
	CHECK ((part = ANY (ARRAY['mapping'::text, 'absence'::text, 'action-plan'::text, 'follow-up'::text])))
);

create table workplace_assessments (
	organisation_id uuid not null,
	assessment_id uuid not null,
	title text not null,
	round_id uuid,
	based_on uuid,
	began_at timestamptz not null,
	began_by text not null,
	finalised_at timestamptz,
	finalised_on date,
	finalised_by text,
	document text,
	document_hash text,
	PRIMARY KEY (organisation_id, assessment_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((((finalised_at IS NULL) = (document IS NULL)) AND ((finalised_at IS NULL) = (document_hash IS NULL)) AND ((finalised_at IS NULL) = (finalised_on IS NULL)) AND ((finalised_at IS NULL) = (finalised_by IS NULL)))),
	CHECK (((length(title) >= 1) AND (length(title) <= 200))),
	CHECK ((length(document_hash) = 64))
);

CREATE INDEX audit_events_at ON audit_events USING btree (organisation_id, at);
CREATE INDEX dialogue_facilitators_email ON dialogue_facilitators USING btree (organisation_id, email);
CREATE INDEX identity_accounts_user ON identity_accounts USING btree (user_id);
CREATE INDEX identity_passkeys_user ON identity_passkeys USING btree (user_id);
CREATE INDEX identity_sessions_user ON identity_sessions USING btree (user_id);
CREATE INDEX identity_verifications_identifier ON identity_verifications USING btree (identifier);
CREATE INDEX mails_recipient ON mails USING btree (recipient);
CREATE INDEX mails_waiting ON mails USING btree (organisation_id, intended_at) WHERE (sent_at IS NULL);
CREATE INDEX memberships_email ON memberships USING btree (email);
CREATE INDEX sign_in_links_email ON sign_in_links USING btree (email, issued_at);
CREATE UNIQUE INDEX leaders_email ON leaders USING btree (organisation_id, email) WHERE (left_at IS NULL);
