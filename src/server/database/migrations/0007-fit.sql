-- Whether interventions fit a place, as people have said it, and what groups already do. Identity house: nothing here comes
-- from the questionnaire. A group is named by the id that it bears in releases; no key leads to a round.

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
	group_id text not null check (length(group_id) between 1 and 500),
	intervention_id text not null check (length(intervention_id) between 1 and 100),
	dimension text not null check (dimension in ('intervention', 'organisation', 'participants', 'facilitator', 'context')),
	answer text not null check (answer in ('yes', 'partly', 'no', 'do-not-know')),
	answered_by text not null check (length(answered_by) between 1 and 200),
	answered_at timestamptz not null,
	primary key (organisation_id, group_id, intervention_id, dimension)
);

-- What a group says that it already does.
create table group_practices (
	organisation_id uuid not null references organisations on delete cascade,
	group_id text not null check (length(group_id) between 1 and 500),
	intervention_id text not null check (length(intervention_id) between 1 and 100),
	marked_by text not null check (length(marked_by) between 1 and 200),
	marked_at timestamptz not null,
	primary key (organisation_id, group_id, intervention_id)
);
