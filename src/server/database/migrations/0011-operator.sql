-- How long what is kept, and what deleted responses leave behind, so that a release can still be read and attacked.

-- No row: the defaults of the program. Months; null: kept until somebody deletes it.
create table retention_rules (
	organisation_id uuid primary key references organisations on delete cascade,
	responses_months integer check (responses_months between 1 and 120),
	mails_months integer check (mails_months between 1 and 120),
	imports_months integer check (imports_months between 1 and 120),
	events_months integer check (events_months between 1 and 120),
	left_leaders_months integer check (left_leaders_months between 1 and 120),
	changed_at timestamptz not null,
	changed_by text not null
);

-- What the clock removed and when: numbers by kind, never of whom.
create table retention_runs (
	organisation_id uuid not null references organisations on delete cascade,
	ran_at timestamptz not null,
	removed jsonb not null,
	primary key (organisation_id, ran_at)
);

-- Tables from which rows were removed or names taken out and whose files still hold them: rewritten when the clock comes round.
create table owed_rewrites (
	organisation_id uuid not null references organisations on delete cascade,
	place text not null,
	primary key (organisation_id, place)
);

-- Rounds whose responses are gone. The fingerprints, two bytes of a hash for each response of an imported round, in the order
-- of their bytes, only tell that the same file is imported again. Null where there are so few ways to answer that a row could be
-- found from them.
create table deleted_responses (
	organisation_id uuid not null,
	round_id uuid not null,
	deleted_at timestamptz not null,
	responses integer not null check (responses >= 0),
	fingerprints bytea,
	primary key (organisation_id, round_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);

-- How many had answered in each reporting group: what the check of a release takes an intruder to know.
create table deleted_response_counts (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	responses integer not null check (responses > 0),
	primary key (organisation_id, round_id, group_id),
	foreign key (organisation_id, round_id) references deleted_responses on delete cascade
);
