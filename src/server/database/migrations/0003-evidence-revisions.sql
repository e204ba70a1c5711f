-- What an organisation's editors have changed of the evidence base. Nothing here is ever updated or deleted alone: a
-- revision is what one editor saved once, a publication says which revisions readers see from then on. The columns are json,
-- not jsonb: the fields of a record keep their order, so that an export says what was shipped word for word.

create table evidence_revisions (
	organisation_id uuid not null references organisations on delete cascade,
	kind text not null check (kind in ('study', 'finding', 'intervention')),
	record_id text not null check (length(record_id) between 1 and 100),
	revision integer not null check (revision >= 1),
	-- Null: as it is shipped again; a record that was added here is taken out.
	content json,
	-- The shipped record that the editor had in front of them; null for a record that was added here.
	shipped_before json,
	reason text not null check (length(reason) between 1 and 1000),
	editor_name text not null,
	saved_at timestamptz not null,
	primary key (organisation_id, kind, record_id, revision)
);

-- What upgrades have shipped of a record since a revision of it was made: it says which corrections the program has taken
-- over since, and keeps versions from falling when a record is no longer shipped.
create table evidence_upgrades (
	organisation_id uuid not null,
	kind text not null,
	record_id text not null,
	revision integer not null,
	version integer not null check (version >= 1),
	shipped json not null,
	primary key (organisation_id, kind, record_id, revision, version),
	foreign key (organisation_id, kind, record_id, revision) references evidence_revisions on delete cascade
);

create table evidence_publications (
	organisation_id uuid not null references organisations on delete cascade,
	publication integer not null check (publication >= 1),
	note text not null check (length(note) between 1 and 1000),
	publisher_name text not null,
	published_at timestamptz not null,
	primary key (organisation_id, publication)
);

create table evidence_publication_records (
	organisation_id uuid not null,
	publication integer not null,
	kind text not null,
	record_id text not null,
	revision integer not null,
	primary key (organisation_id, publication, kind, record_id),
	foreign key (organisation_id, publication) references evidence_publications on delete cascade,
	foreign key (organisation_id, kind, record_id, revision) references evidence_revisions on delete cascade
);
