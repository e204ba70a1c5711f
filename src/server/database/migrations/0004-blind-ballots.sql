-- Ballots that nobody can recognise: blind signatures, a sealed box until the close, and sealed profiles.

alter table rounds
	-- The opening has begun: groups and the round's key are frozen, signing keys are being made.
	add column preparing_at timestamptz,
	-- No ballot is handed out any more; those already handed out may still be used until the box is opened (closed_at).
	add column closing_at timestamptz,
	-- Where the key that opens the ballot box lies: in a file of the server, or in two halves with two people.
	add column key_custody text not null default 'file' check (key_custody in ('file', 'split')),
	-- When each of the two halves was typed back; the round opens, and the file is destroyed, after both.
	add column first_half_at timestamptz,
	add column second_half_at timestamptz,
	-- Public half of that key: answers are sealed to it.
	add column answers_key bytea,
	-- Since when the file with the key has been missing.
	add column key_missing_at timestamptz,
	-- Leaders who share this are kept together where sizes allow.
	add column alike_in text check (alike_in in ('level', 'profession')),
	-- Reporting groups that the programme lead has put together before the opening: lists of group ids.
	add column group_merges jsonb not null default '[]',
	-- Responses that could not be read when the box was opened; before that, when it last was tried in vain.
	add column unreadable integer;

-- What all leaders of a reporting group have in common: {"level": "…", "profession": "…"}, each only where it is so.
alter table reporting_groups
	add column attributes jsonb not null default '{}',
	-- Made at the opening, destroyed at the close: signs a ballot without seeing it.
	add column signing_key bytea,
	add column public_key bytea,
	-- Counted when the box was opened.
	add column collected integer,
	add column accepted integer;

-- What was signed for this invitation, as a hash: the same again gets the same signature, another one is refused.
alter table invitations add column blinded_hash bytea;

-- Frozen at the opening, public, and chained to the one before. `content` is hashed as it stands.
create table manifests (
	organisation_id uuid not null,
	round_id uuid not null,
	manifest_hash bytea not null,
	previous_hash bytea,
	content text not null,
	primary key (organisation_id, round_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);

-- Answer house. Sealed to the round's key, all of one size, under the hash of a ballot that the server has never seen
-- before. Emptied at the close.
create table ballot_box (
	organisation_id uuid not null,
	round_id uuid not null,
	ballot_hash bytea not null,
	group_id text not null,
	sealed bytea not null,
	primary key (organisation_id, round_id, ballot_hash)
);

-- Better (1), unchanged (0) or worse (-1) than the leader's own earlier answers, by scale in the instrument's order; computed
-- in the browser and only with the leader's consent. Null: not told.
alter table responses add column changes smallint[];

-- Answer house. Unreadable to the server: under an identifier that the leader's key makes, another one for each round.
create table sealed_profiles (
	organisation_id uuid not null,
	profile_id bytea not null,
	-- Whoever can show what this is the hash of may replace or remove the profile.
	writer_hash bytea not null,
	sealed bytea not null,
	primary key (organisation_id, profile_id)
);

-- Rounds that were open with ballots of the earlier kind: what was answered stays, under new numbers, and no more comes in.
update responses set response_key = decode(
	replace(gen_random_uuid()::text, '-', '') || replace(gen_random_uuid()::text, '-', ''), 'hex')
	where (organisation_id, round_id) in
		(select organisation_id, round_id from rounds where opened_at is not null and closed_at is null);
update rounds set closing_at = opened_at
	where opened_at is not null and closed_at is null and source = 'ballots';
drop table ballots;
