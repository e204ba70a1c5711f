-- Accounts and sign-in links. The four identity tables have better-auth's shape. All of these are local tables: an account
-- is an e-mail address, and one address may belong to several organisations, so no key can begin with organisation_id.

create table identity_users (
	id text primary key,
	name text not null,
	email text not null unique check (email = lower(email)),
	email_verified boolean not null,
	image text,
	created_at timestamptz not null,
	updated_at timestamptz not null
);

-- ip_address and user_agent belong to better-auth's shape and stay empty.
create table identity_sessions (
	id text primary key,
	user_id text not null references identity_users on delete cascade,
	token text not null unique,
	expires_at timestamptz not null,
	ip_address text check (ip_address = ''),
	user_agent text check (user_agent = ''),
	created_at timestamptz not null,
	updated_at timestamptz not null
);
create index identity_sessions_user on identity_sessions (user_id);

create table identity_accounts (
	id text primary key,
	user_id text not null references identity_users on delete cascade,
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
	updated_at timestamptz not null
);
create index identity_accounts_user on identity_accounts (user_id);

create table identity_verifications (
	id text primary key,
	identifier text not null,
	value text not null,
	expires_at timestamptz not null,
	created_at timestamptz not null,
	updated_at timestamptz not null
);
create index identity_verifications_identifier on identity_verifications (identifier);

-- What became of each sign-in link, so that "used", "old" and "wrong" can each be said. Kept for a day.
create table sign_in_links (
	token_hash bytea primary key,
	email text not null check (email = lower(email)),
	issued_at timestamptz not null,
	expires_at timestamptz not null,
	used_at timestamptz
);
create index sign_in_links_email on sign_in_links (email, issued_at);

-- How often a mail was tried in vain, and when it may be tried again.
alter table mails add column attempts integer not null default 0 check (attempts >= 0);
alter table mails add column retry_at timestamptz;
