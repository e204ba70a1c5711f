-- Every key begins with organisation_id, so that the same schema can be distributed by organisation.

create table organisations (
	organisation_id uuid primary key,
	name text not null check (length(name) between 1 and 500),
	is_demonstration boolean not null default false,
	created_at timestamptz not null
);

-- Who may do what. A leader's role follows from the roster; the other four are given here.
create table memberships (
	organisation_id uuid not null references organisations on delete cascade,
	email text not null check (email = lower(email)),
	role text not null check (role in ('programme-lead', 'committee', 'evidence-editor', 'operator')),
	granted_at timestamptz not null,
	primary key (organisation_id, email, role)
);
create index memberships_email on memberships (email);

create table units (
	organisation_id uuid not null references organisations on delete cascade,
	unit_id text not null,
	code text,
	name text not null,
	parent_unit_id text,
	closed_at timestamptz,
	primary key (organisation_id, unit_id),
	foreign key (organisation_id, parent_unit_id) references units (organisation_id, unit_id)
		on delete restrict deferrable initially deferred
);

create table leaders (
	organisation_id uuid not null references organisations on delete cascade,
	leader_id text not null,
	key text not null,
	name text not null,
	email text check (email = lower(email)),
	unit_id text not null,
	manager_id text,
	level text,
	profession text,
	span integer check (span between 0 and 10000),
	left_at timestamptz,
	primary key (organisation_id, leader_id),
	foreign key (organisation_id, unit_id) references units (organisation_id, unit_id)
		on delete restrict deferrable initially deferred,
	foreign key (organisation_id, manager_id) references leaders (organisation_id, leader_id)
		on delete restrict deferrable initially deferred
);
create unique index leaders_email on leaders (organisation_id, email) where left_at is null;

-- An uploaded file waits here between preview and save; once applied it is the history of the organisation.
create table organisation_imports (
	organisation_id uuid not null references organisations on delete cascade,
	import_id uuid not null,
	file_name text not null,
	mode text not null check (mode in ('complete', 'additions')),
	uploaded_at timestamptz not null,
	uploaded_by text not null,
	content jsonb not null,
	applied_at timestamptz,
	changes jsonb,
	primary key (organisation_id, import_id)
);

-- Instruments that an organisation brought; those of the project are files.
create table instruments (
	organisation_id uuid not null references organisations on delete cascade,
	instrument_id text not null,
	version integer not null check (version > 0),
	definition jsonb not null,
	added_at timestamptz not null,
	primary key (organisation_id, instrument_id, version)
);

create table rounds (
	organisation_id uuid not null references organisations on delete cascade,
	round_id uuid not null,
	name text not null check (length(name) between 1 and 200),
	source text not null check (source in ('ballots', 'imported', 'simulated')),
	instrument_id text not null,
	instrument_version integer not null,
	scope_unit_id text,
	minimum_invited integer not null check (minimum_invited >= 5),
	threshold integer not null check (threshold >= 3),
	opens_on date not null,
	closes_on date not null check (closes_on >= opens_on),
	created_at timestamptz not null,
	-- Makes the links of this round, so that a reminder carries the same one; destroyed at the close.
	invitation_secret bytea,
	opened_at timestamptz,
	reminded_at timestamptz,
	closed_at timestamptz,
	released_at timestamptz,
	primary key (organisation_id, round_id)
);

-- The organisation as it was when the round opened: a later reorganisation does not change an old result.
create table round_units (
	organisation_id uuid not null,
	round_id uuid not null,
	unit_id text not null,
	name text not null,
	parent_unit_id text,
	primary key (organisation_id, round_id, unit_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);

create table reporting_groups (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	name text not null,
	unit_id text not null,
	path jsonb not null,
	pools jsonb not null,
	invited integer check (invited > 0),
	primary key (organisation_id, round_id, group_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);

-- Which manager a leadership group belongs to, and the reporting group that it was pooled into.
create table leadership_groups (
	organisation_id uuid not null,
	round_id uuid not null,
	leadership_group_id text not null,
	manager_id text,
	unit_id text not null,
	group_id text not null,
	primary key (organisation_id, round_id, leadership_group_id),
	foreign key (organisation_id, round_id, group_id) references reporting_groups on delete cascade
);

-- Identity house. "collected" has no time, and nothing here names a ballot.
create table invitations (
	organisation_id uuid not null,
	round_id uuid not null,
	leader_id text not null,
	group_id text not null,
	token_hash bytea not null,
	is_collected boolean not null default false,
	primary key (organisation_id, round_id, leader_id),
	unique (organisation_id, round_id, token_hash),
	foreign key (organisation_id, round_id, group_id) references reporting_groups on delete cascade
);

-- Answer house. A ballot is the hash of a random number that the browser made: it says "one leader of this group".
create table ballots (
	organisation_id uuid not null,
	round_id uuid not null,
	ballot_hash bytea not null,
	group_id text not null,
	primary key (organisation_id, round_id, ballot_hash)
);

-- A response carries round, group and answers, and nothing else. Until the close it stands under its ballot's hash;
-- the close rewrites it, shuffled, under a random number. Answers stand in the instrument's item order, null = not answered.
create table responses (
	organisation_id uuid not null,
	round_id uuid not null,
	response_key bytea not null,
	group_id text not null,
	answers double precision[] not null,
	primary key (organisation_id, round_id, response_key)
);

-- What was published, once. One row a group; pages, exports and the command line read this and nothing else.
create table releases (
	organisation_id uuid not null,
	round_id uuid not null,
	released_at timestamptz not null,
	engine text not null,
	threshold integer not null,
	summary jsonb not null,
	primary key (organisation_id, round_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);

create table release_groups (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	position integer not null,
	parent_group_id text,
	released jsonb not null,
	primary key (organisation_id, round_id, group_id),
	foreign key (organisation_id, round_id) references releases on delete cascade
);

create table plans (
	organisation_id uuid not null,
	plan_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	title text not null check (length(title) between 1 and 200),
	target_factor text not null,
	decided_at timestamptz not null,
	decided_by text not null,
	primary key (organisation_id, plan_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);

create table plan_steps (
	organisation_id uuid not null,
	plan_id uuid not null,
	step_id uuid not null,
	position integer not null,
	description text not null check (length(description) between 1 and 1000),
	level text not null check (level in ('organisation', 'group', 'leadership', 'individual')),
	owner text not null check (length(owner) between 1 and 200),
	due_on date not null,
	intervention_id text,
	target_factor text not null,
	done_at timestamptz,
	primary key (organisation_id, plan_id, step_id),
	foreign key (organisation_id, plan_id) references plans on delete cascade
);

-- Every mail is recorded before it is sent. The identifier is made from what the mail is for, so it cannot be sent twice.
create table mails (
	organisation_id uuid not null references organisations on delete cascade,
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
	primary key (organisation_id, mail_id)
);
create index mails_waiting on mails (organisation_id, intended_at) where sent_at is null;

-- One-time links that an operator prints (the first administrator).
create table setup_links (
	organisation_id uuid not null,
	token_hash bytea not null,
	created_at timestamptz not null,
	used_at timestamptz,
	primary key (organisation_id, token_hash)
);
