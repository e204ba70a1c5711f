-- Letters that can be trusted, and what a round does by itself.

-- What somebody has chosen of letters; whoever chose nothing has no row. There is no time in it: when a reminder was refused
-- would tell who had not answered yet.
create table mail_preferences (
	organisation_id uuid not null references organisations on delete cascade,
	email text not null check (email = lower(email)),
	-- Null: Danish, as long as nothing was chosen.
	language text check (language in ('da', 'en')),
	refused_kinds text[] not null default '{}',
	primary key (organisation_id, email)
);

-- Addresses from which a letter came back for good, never a reminder. Nothing but a link to sign in is sent there until a person
-- says so.
create table unreachable_addresses (
	organisation_id uuid not null references organisations on delete cascade,
	email text not null check (email = lower(email)),
	-- The code of the other side, such as 5.1.1.
	reason text not null,
	primary key (organisation_id, email)
);

alter table mails
	-- An .ics text that goes with the letter.
	add column calendar text,
	-- The reader may refuse letters of this kind.
	add column is_optional boolean not null default false,
	-- It was accepted, and came back later.
	add column bounced_at timestamptz,
	add column bounce text;
create index mails_recipient on mails (recipient);

-- What the clock has written, so that nothing is written again once the letter itself is gone: no address, no text, no time. For
-- letters that nothing else remembers; kept as long as the organisation, as plans, proposals and assessments are.
create table letters_written (
	organisation_id uuid not null references organisations on delete cascade,
	-- What it was for, such as booster:<plan>:<step>.
	letter text not null,
	-- The leader whose task it was, where a successor gets the letter as well; else empty.
	reader_leader_id text not null default '',
	primary key (organisation_id, letter, reader_leader_id)
);

-- What a round does by itself. No row: reminders on the days that the program proposes, and the close after its last day.
create table round_clocks (
	organisation_id uuid not null,
	round_id uuid not null,
	-- Calendar days in order; null: as proposed.
	reminder_days jsonb,
	closes_by_itself boolean not null default true,
	-- The day after which it closes; null: the last day that the letters told of. Never an earlier one.
	closes_after date,
	-- The last of the reminder days that has been dealt with: a clock that is set back does not remind again.
	reminded_through date,
	-- How many reminders went out, those that a person asked for among them.
	reminders integer not null default 0,
	-- A person asked for one at a time of rest: it is made when letters go again.
	is_reminder_wanted boolean not null default false,
	primary key (organisation_id, round_id),
	foreign key (organisation_id, round_id) references rounds on delete cascade
);
-- Rounds that are open now: whoever was promised that there is one reminder gets no other, and a round that was left open
-- beyond its last day goes on waiting for a person.
insert into round_clocks (organisation_id, round_id, reminder_days, closes_by_itself, reminders)
	select organisation_id, round_id, case when reminded_at is null then null else '[]'::jsonb end,
		closes_on >= current_date, case when reminded_at is null then 0 else 1 end
	from rounds
	where opened_at is not null and closing_at is null and closed_at is null and source = 'ballots'
		and (reminded_at is not null or closes_on < current_date);
