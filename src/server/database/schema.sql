-- Generated from the migrations by `npm run schema`; do not edit.

create table ballot_box (
	organisation_id uuid not null,
	round_id uuid not null,
	ballot_hash bytea not null,
	group_id text not null,
	sealed bytea not null,
	PRIMARY KEY (organisation_id, round_id, ballot_hash)
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

create table identity_sessions (
	id text not null,
	user_id text not null,
	token text not null,
	expires_at timestamptz not null,
	ip_address text,
	user_agent text,
	created_at timestamptz not null,
	updated_at timestamptz not null,
	UNIQUE (token),
	PRIMARY KEY (id),
	FOREIGN KEY (user_id) REFERENCES identity_users(id) ON DELETE CASCADE,
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
	PRIMARY KEY (organisation_id, email, role),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK ((email = lower(email))),
	CHECK ((role = ANY (ARRAY['programme-lead'::text, 'committee'::text, 'evidence-editor'::text, 'operator'::text])))
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
	PRIMARY KEY (organisation_id, plan_id, step_id),
	FOREIGN KEY (organisation_id, plan_id) REFERENCES plans(organisation_id, plan_id) ON DELETE CASCADE,
	CHECK (((length(description) >= 1) AND (length(description) <= 1000))),
	CHECK (((length(owner) >= 1) AND (length(owner) <= 200))),
	CHECK ((level = ANY (ARRAY['organisation'::text, 'group'::text, 'leadership'::text, 'individual'::text])))
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
	PRIMARY KEY (organisation_id, plan_id),
	FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, round_id) ON DELETE CASCADE,
	CHECK (((length(title) >= 1) AND (length(title) <= 200)))
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
	PRIMARY KEY (organisation_id, round_id),
	FOREIGN KEY (organisation_id) REFERENCES organisations(organisation_id) ON DELETE CASCADE,
	CHECK (((length(name) >= 1) AND (length(name) <= 200))),
	CHECK ((alike_in = ANY (ARRAY['level'::text, 'profession'::text]))),
	CHECK ((closes_on >= opens_on)),
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

CREATE INDEX identity_accounts_user ON identity_accounts USING btree (user_id);
CREATE INDEX identity_sessions_user ON identity_sessions USING btree (user_id);
CREATE INDEX identity_verifications_identifier ON identity_verifications USING btree (identifier);
CREATE INDEX mails_waiting ON mails USING btree (organisation_id, intended_at) WHERE (sent_at IS NULL);
CREATE INDEX memberships_email ON memberships USING btree (email);
CREATE INDEX sign_in_links_email ON sign_in_links USING btree (email, issued_at);
CREATE UNIQUE INDEX leaders_email ON leaders USING btree (organisation_id, email) WHERE (left_at IS NULL);
