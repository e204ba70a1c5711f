-- The workplace assessment (APV). All of it belongs to the identity house: nothing here refers to an answer.

-- A draft until it is finalised. What was finalised is kept word for word, with a hash of it, and never changes; the next one
-- begins from it.
create table workplace_assessments (
	organisation_id uuid not null references organisations on delete cascade,
	assessment_id uuid not null,
	title text not null check (length(title) between 1 and 200),
	round_id uuid,
	based_on uuid,
	began_at timestamptz not null,
	began_by text not null,
	finalised_at timestamptz,
	finalised_on date,
	finalised_by text,
	document text,
	document_hash text check (length(document_hash) = 64),
	primary key (organisation_id, assessment_id),
	check (
		(finalised_at is null) = (document is null)
		and (finalised_at is null) = (document_hash is null)
		and (finalised_at is null) = (finalised_on is null)
		and (finalised_at is null) = (finalised_by is null)
	)
);

-- Each of the parts that people write by hand, with a number that goes up at each save: two people who write at once are told.
create table workplace_assessment_parts (
	organisation_id uuid not null,
	assessment_id uuid not null,
	part text not null check (part in ('mapping', 'absence', 'action-plan', 'follow-up')),
	content jsonb not null,
	revision integer not null check (revision >= 1),
	saved_at timestamptz not null,
	saved_by text not null,
	primary key (organisation_id, assessment_id, part),
	foreign key (organisation_id, assessment_id) references workplace_assessments on delete cascade
);

-- What the committee remarks on a draft. Only ever added.
create table workplace_assessment_remarks (
	organisation_id uuid not null,
	assessment_id uuid not null,
	remark_id uuid not null,
	part text not null check (part in ('mapping', 'absence', 'action-plan', 'follow-up')),
	remark text not null check (length(remark) between 1 and 4000),
	written_at timestamptz not null,
	written_by text not null,
	written_as text not null,
	primary key (organisation_id, assessment_id, remark_id),
	foreign key (organisation_id, assessment_id) references workplace_assessments on delete cascade
);

-- How the work environment organisation took part. Only ever added; a mistake is put right by an entry that names it.
create table participations (
	organisation_id uuid not null references organisations on delete cascade,
	entry_id uuid not null,
	held_on date not null,
	what text not null check (length(what) between 1 and 2000),
	who text not null check (length(who) between 1 and 200),
	written_at timestamptz not null,
	written_by text not null,
	corrects uuid,
	primary key (organisation_id, entry_id)
);

-- Since when the program knows a leader without a break: who came later hides nobody in a figure of before. Of leaders that it
-- knew already, the first round they were invited to says when they were there; of the others nothing does (null) until the
-- next roster is saved.
alter table leaders add column known_since timestamptz;
update leaders set known_since = (
	select min(rounds.opened_at) from invitations join rounds using (organisation_id, round_id)
	where invitations.organisation_id = leaders.organisation_id and invitations.leader_id = leaders.leader_id
);

-- Sickness absence of sets of leaders: days per leader, rounded. The leaders are those of the set on the day it was entered.
-- An entry that is taken back is not shown any more, but stays in the joint check: somebody may have seen it.
create table absence_entries (
	organisation_id uuid not null references organisations on delete cascade,
	entry_id uuid not null,
	set_name text not null check (length(set_name) between 1 and 1000),
	set_keys text[] not null,
	leader_ids text[] not null,
	-- Of these, who were known to be there before the period began.
	counted_leaders integer not null check (counted_leaders >= 5),
	from_on date not null,
	to_on date not null check (to_on >= from_on),
	days_per_leader float8 not null check (days_per_leader >= 0),
	entered_at timestamptz not null,
	entered_by text not null,
	corrects uuid,
	withdrawn_at timestamptz,
	primary key (organisation_id, entry_id)
);

-- A workplace assessment from before the organisation used this program: the limit of three years counts from it.
create table earlier_assessments (
	organisation_id uuid primary key references organisations on delete cascade,
	made_on date not null,
	noted_at timestamptz not null,
	noted_by text not null
);
