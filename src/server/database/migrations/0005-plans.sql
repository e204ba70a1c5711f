-- Plans that somebody keeps alive: an owner with mandate, where they belong today, what changed, proposals upward, check-ins.
-- Plans of before have no owner of their own, no level and no places: these are read from the round that they came from.
alter table plans
	add column version int4 not null default 1 check (version >= 1),
	add column owner_leader_id text,
	add column owner_name text not null default '' check (length(owner_name) <= 200),
	add column owner_email text check (owner_email = lower(owner_email)),
	add column level text check (level in ('organisation', 'group', 'leadership', 'individual')),
	add column resources text not null default '' check (length(resources) <= 2000),
	add column signs jsonb not null default '[]',
	add column involved text not null default '' check (length(involved) <= 1000),
	add column follow_up_on date,
	-- The units, managers and leaders that the plan was made for, as they last were.
	add column places jsonb not null default '[]',
	add column ended_at timestamptz,
	add column ended_reason text check (length(ended_reason) between 1 and 1000),
	add check ((ended_at is null) = (ended_reason is null));

alter table plan_steps
	add column owner_leader_id text,
	add column owner_email text check (owner_email = lower(owner_email));

-- Each change of a plan with who and when; nothing is ever taken out.
create table plan_events (
	organisation_id uuid not null,
	plan_id uuid not null,
	position int4 not null check (position >= 1),
	happened_at timestamptz not null,
	person text not null,
	kind text not null check (
		kind in ('decided', 'changed', 'step-done', 'step-reopened', 'checked-in', 'taken-over', 'moved', 'ended', 'proposed', 'answered')
	),
	details jsonb not null default '{}',
	primary key (organisation_id, plan_id, position),
	foreign key (organisation_id, plan_id) references plans (organisation_id, plan_id) on delete cascade
);

-- A cause that lies above the group, put to whoever has the mandate. Its state follows from the times and the last message.
create table plan_proposals (
	organisation_id uuid not null,
	proposal_id uuid not null,
	plan_id uuid not null,
	title text not null check (length(title) between 1 and 200),
	reason text not null check (length(reason) between 1 and 2000),
	sent_at timestamptz not null,
	sender_name text not null,
	sender_email text not null check (sender_email = lower(sender_email)),
	-- 'leader': somebody of the roster, with the unit led; else whoever holds the role.
	receiver_kind text not null check (receiver_kind in ('leader', 'programme-lead', 'committee')),
	receiver_leader_id text,
	receiver_unit_id text,
	receiver_name text not null,
	answered_at timestamptz,
	answer text check (answer in ('accepted', 'declined')),
	answered_by text,
	answer_reason text,
	accepted_plan_id uuid,
	primary key (organisation_id, proposal_id),
	foreign key (organisation_id, plan_id) references plans (organisation_id, plan_id) on delete cascade,
	check ((receiver_kind = 'leader') = (receiver_leader_id is not null)),
	check ((answered_at is null) = (answer is null)),
	check ((answered_at is null) = (answered_by is null)),
	check (answer is distinct from 'declined' or length(answer_reason) >= 1)
);

create table proposal_messages (
	organisation_id uuid not null,
	proposal_id uuid not null,
	position int4 not null check (position >= 1),
	written_at timestamptz not null,
	person text not null,
	kind text not null check (kind in ('question', 'reply', 'forwarded')),
	content text not null check (length(content) between 1 and 2000),
	primary key (organisation_id, proposal_id, position),
	foreign key (organisation_id, proposal_id) references plan_proposals (organisation_id, proposal_id) on delete cascade
);

-- One letter to the owner of a step, and what was answered. The token is known to the letter only.
create table check_ins (
	organisation_id uuid not null,
	token_hash bytea not null,
	plan_id uuid not null,
	step_id uuid not null,
	reason text not null check (reason in ('soon', 'late')),
	due_on date not null,
	recipient_name text not null,
	-- Who got the link: a leader of the roster, or else an address.
	recipient_leader_id text,
	recipient_email text check (recipient_email = lower(recipient_email)),
	sent_at timestamptz not null,
	expires_at timestamptz not null,
	answer text check (answer in ('done', 'on-track', 'stuck')),
	remark text not null default '' check (length(remark) <= 1000),
	answered_at timestamptz,
	-- What opened links did without a press: the answer is one's, or one's answer was taken back.
	by_opening text check (by_opening in ('answered', 'taken-back')),
	primary key (organisation_id, token_hash),
	-- The same reason never makes two letters, whatever the clock does.
	unique (organisation_id, plan_id, step_id, reason, due_on),
	foreign key (organisation_id, plan_id, step_id)
		references plan_steps (organisation_id, plan_id, step_id) on delete cascade,
	check ((answered_at is null) = (answer is null))
);
