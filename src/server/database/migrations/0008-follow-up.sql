-- A light round asks again about the factors that plans aim at. Its questionnaire, kept among the organisation's own, names
-- the one it was taken from; which round it looks back on stands here.
alter table rounds add column follows_round_id uuid;
alter table rounds add constraint rounds_follows foreign key (organisation_id, follows_round_id)
	references rounds (organisation_id, round_id);
alter table rounds add constraint rounds_follows_another check (follows_round_id <> round_id);
