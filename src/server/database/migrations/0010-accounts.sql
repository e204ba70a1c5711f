-- Accounts beside the mail link, the role of facilitator, roles that rest, and the record of who saw or changed what.

alter table memberships drop constraint memberships_role_check;
alter table memberships
	add constraint memberships_role_check
		check (role in ('programme-lead', 'committee', 'facilitator', 'evidence-editor', 'operator')),
	-- Since when the role rests, because its address belonged to a leader who has left; a programme lead may grant it again.
	add column suspended_at timestamptz;

-- Which roles an organisation lets nobody use with one factor alone.
create table second_factor_rules (
	organisation_id uuid not null references organisations on delete cascade,
	role text not null check (role in
		('programme-lead', 'manager', 'committee', 'facilitator', 'evidence-editor', 'operator')),
	required_at timestamptz not null,
	required_by text not null,
	primary key (organisation_id, role)
);

-- Who saw or changed what. Written once and never changed: nothing in the program updates a row, a test sees to that.
create table audit_events (
	organisation_id uuid not null references organisations on delete cascade,
	event_id uuid not null,
	at timestamptz not null,
	-- An address, or null for a job or the command line.
	actor text check (actor = lower(actor)),
	-- "GET /rounds/[round]": a route of the program and never an address with what somebody typed.
	action text not null check (length(action) between 1 and 200),
	subject_kind text check (length(subject_kind) between 1 and 50),
	subject_id text check (length(subject_id) between 1 and 200),
	outcome text not null check (outcome in ('done', 'refused', 'not-found', 'failed')),
	primary key (organisation_id, event_id)
);
create index audit_events_at on audit_events (organisation_id, at);

-- How many factors a session was begun with: a mail link is one, a passkey with a finger, face or code is two.
alter table identity_sessions add column factors integer not null default 1 check (factors in (1, 2));

-- Passkeys, in better-auth's shape. Like all identity tables these are local: an account is an address, not an organisation's.
create table identity_passkeys (
	id text primary key,
	name text,
	public_key text not null,
	user_id text not null references identity_users on delete cascade,
	credential_id text not null unique,
	-- An unsigned number of 32 bits, which an integer would not hold.
	counter double precision not null,
	device_type text not null,
	backed_up boolean not null,
	transports text,
	created_at timestamptz,
	aaguid text
);
create index identity_passkeys_user on identity_passkeys (user_id);

-- An authenticator app. The secret is sealed with a key that is not in the database.
create table identity_second_factors (
	email text primary key check (email = lower(email)),
	sealed_secret text not null,
	-- When a first code was right; until then nothing is kept.
	confirmed_at timestamptz not null,
	-- The last half minute whose code was used: no code works twice.
	last_step integer not null default 0,
	wrong_codes integer not null default 0,
	-- How often it was locked since the last right code: each lock is twice as long as the one before.
	locks integer not null default 0,
	locked_until timestamptz
);

create table identity_recovery_codes (
	email text not null references identity_second_factors on delete cascade,
	code_hash bytea not null,
	used_at timestamptz,
	primary key (email, code_hash)
);
