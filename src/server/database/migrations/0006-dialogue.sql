-- Dialogues about a result: one for each released group of a round. All of it is identity house: who is asked to come, when,
-- and what was agreed. Nothing here names a ballot, and no key reaches a response.
create table dialogues (
	organisation_id uuid not null references organisations on delete cascade,
	round_id uuid not null,
	group_id text not null,
	-- The meeting. Its number rises with every change, and is the SEQUENCE of its calendar file.
	planned_for timestamptz,
	minutes integer not null default 60 check (minutes in (60, 90)),
	place text not null default '' check (length(place) <= 200),
	called_off_at timestamptz,
	meeting_version integer not null default 0 check (meeting_version >= 0),
	-- Addresses that were asked to come, so that a change or a calling off reaches them also after they have left.
	invited jsonb not null default '[]',
	-- What was decided. Two people who write at once are told by the number.
	notes jsonb not null default '{}',
	notes_version integer not null default 0 check (notes_version >= 0),
	notes_by text,
	notes_at timestamptz,
	-- That it was held: how many took part, never who.
	held_on date,
	took_part integer check (took_part between 0 and 10000),
	roles_took_part text not null default '' check (length(roles_took_part) <= 500),
	representative_took_part boolean,
	held_by text,
	held_at timestamptz,
	reminded_at timestamptz,
	primary key (organisation_id, round_id, group_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);

-- Who leads the talk in a group. A facilitator may open these groups and nothing else.
create table dialogue_facilitators (
	organisation_id uuid not null references organisations on delete cascade,
	round_id uuid not null,
	group_id text not null,
	email text not null check (email = lower(email)),
	assigned_at timestamptz not null,
	assigned_by text not null,
	primary key (organisation_id, round_id, group_id, email),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);
create index dialogue_facilitators_email on dialogue_facilitators (organisation_id, email);
