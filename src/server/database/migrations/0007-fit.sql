-- Whether interventions fit a place, as people have said it, and what groups already do. Identity house: nothing here comes
-- from the questionnaire. What is said of a group follows it from round to round by what it is called over all of them.

-- A released group that an earlier round had already, found again by its leaders when the round is released. A group without a
-- row is called by its own round and id: '<round>/<group>'. So a name never passes to another group.
create table lasting_groups (
	organisation_id uuid not null,
	round_id uuid not null,
	group_id text not null,
	lasting_id text not null check (length(lasting_id) between 1 and 600),
	primary key (organisation_id, round_id, group_id),
	unique (organisation_id, round_id, lasting_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);

-- Said once by the programme lead, for every group that has not said otherwise.
create table organisation_fit_answers (
	organisation_id uuid not null references organisations on delete cascade,
	intervention_id text not null check (length(intervention_id) between 1 and 100),
	dimension text not null check (dimension in ('organisation', 'context')),
	answer text not null check (answer in ('yes', 'partly', 'no', 'do-not-know')),
	answered_by text not null check (length(answered_by) between 1 and 200),
	answered_at timestamptz not null,
	primary key (organisation_id, intervention_id, dimension)
);

create table group_fit_answers (
	organisation_id uuid not null references organisations on delete cascade,
	lasting_id text not null check (length(lasting_id) between 1 and 600),
	intervention_id text not null check (length(intervention_id) between 1 and 100),
	dimension text not null check (dimension in ('intervention', 'organisation', 'participants', 'facilitator', 'context')),
	answer text not null check (answer in ('yes', 'partly', 'no', 'do-not-know')),
	answered_by text not null check (length(answered_by) between 1 and 200),
	answered_at timestamptz not null,
	primary key (organisation_id, lasting_id, intervention_id, dimension)
);

-- What a group says that it already does.
create table group_practices (
	organisation_id uuid not null references organisations on delete cascade,
	lasting_id text not null check (length(lasting_id) between 1 and 600),
	intervention_id text not null check (length(intervention_id) between 1 and 100),
	marked_by text not null check (length(marked_by) between 1 and 200),
	marked_at timestamptz not null,
	primary key (organisation_id, lasting_id, intervention_id)
);
