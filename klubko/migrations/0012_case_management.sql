-- Case management (R-065–R-073, R-133, R-134): a case of a folder, its phases, the people in it, the client's part.

create table case_management (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  far_service_id uuid references service (id), -- the other service of a team; empty for one worker alone
  form text not null,                 -- individual_cm, internal_team_cm
  mode text not null,                 -- passive_team, active_team
  goal text not null,
  reasons text not null,
  language text not null,             -- in which one talks with the client (R-137)
  interpreter text not null,
  cultural_note text not null,
  outside_name text not null,         -- a key worker from outside, without a sign-in (D8)
  outside_employer text not null,
  outside_kind text not null,         -- municipality, region, social_provider, health_provider, coordinator; empty
  begun_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index case_management_now on case_management (id) where replaced_at is null;
create index case_management_by_folder on case_management (folder_id, recorded_at);

-- From a day on; until the next one. Coming back to an earlier phase is one more row (R-133).
create table case_management_phase (
  id uuid primary key,
  case_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  phase text not null,
  begun_on text not null,
  note text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index case_management_phase_by_folder on case_management_phase (folder_id, case_id);

-- Who entered: a worker of one of the services, or somebody from outside (R-066, R-125, R-134).
create table case_management_member (
  id uuid primary key,
  case_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  worker_id uuid references worker (id),
  service_id uuid references service (id),
  outside_name text not null,         -- an institution or a person from outside
  role text not null,
  need text not null,                 -- the need of the client that he answers
  expectation text not null,
  for_part text not null,             -- for which part of the commission
  mentor_reason text not null,        -- why the situation asks for a peer mentor (R-075)
  entered_on text not null,
  participation text not null,        -- how the client chose it (R-066)
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index case_management_member_by_folder on case_management_member (folder_id, case_id);

create table case_management_exit (
  member_id uuid primary key references case_management_member (id),
  folder_id uuid not null references client_folder (id),
  left_on text not null,
  participation text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index case_management_exit_by_folder on case_management_exit (folder_id);

-- Exactly one lead at any moment, and one contact worker in the service that does not lead (R-072, D7).
create table case_management_lead (
  id uuid primary key,
  case_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  service_id uuid not null references service (id),
  is_contact boolean not null,
  from_at bigint not null,
  until_at bigint,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create unique index case_management_lead_now on case_management_lead (case_id, is_contact) where until_at is null;
create index case_management_lead_by_folder on case_management_lead (folder_id, case_id);

create table case_management_participation (
  id uuid primary key,
  case_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  took_part_on text not null,
  way text not null,                  -- in_person, by_phone, at_meeting, declined_invitation, not_invited
  note text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index case_management_participation_by_folder on case_management_participation (folder_id, case_id);

-- A part of the commission with its one responsible service (R-073); what another service took is a commission_part.
create table case_management_part (
  id uuid primary key,
  case_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  service_id uuid not null references service (id),
  area text not null,
  part text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  ended_at bigint,
  ended_by uuid references worker (id)
);
create index case_management_part_by_folder on case_management_part (folder_id, case_id);

-- What the team proposes; the client chooses (R-070).
create table case_management_proposal (
  id uuid primary key,
  case_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  proposed_on text not null,
  proposal text not null,
  proposed_by text not null,
  step_id uuid references statement (id), -- the step of the plan that came of it
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index case_management_proposal_by_folder on case_management_proposal (folder_id, case_id);

create table case_management_choice (
  id uuid primary key,
  proposal_id uuid not null references case_management_proposal (id),
  folder_id uuid not null references client_folder (id),
  consulted_on text not null,
  choice text not null,               -- accepts, declines, modifies, undecided
  clients_words text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index case_management_choice_by_folder on case_management_choice (folder_id, proposal_id);

-- Workers who do not meet tell each other what they did (R-069): written by each side into its own folder. The case may be
-- one that the other service leads; what was told outside the service names the consent on which it was told.
create table team_communication (
  id uuid primary key,
  case_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  held_on text not null,
  way text not null,                  -- by_phone, by_email, other
  worker_id uuid references worker (id),
  service_id uuid references service (id),
  outside_name text not null,         -- an institution or a person from outside
  told text not null,                 -- what of the client was told; empty when nothing was
  consent_id uuid references statement (id),
  topic text not null,
  agreed text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index team_communication_by_folder on team_communication (folder_id, recorded_at);

create table case_management_end (
  case_id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  ended_on text not null,
  reason text not null,               -- goal_met, clients_wish, one_service_is_enough, consent_ended, …
  note text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index case_management_end_by_folder on case_management_end (folder_id);
