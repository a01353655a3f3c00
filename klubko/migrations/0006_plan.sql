-- The individual plan with its goals and steps, what was agreed of it, its evaluations, and the end of the cooperation.

create table individual_plan (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  planning_way text not null,         -- a code of the list planning_way, empty in a draft
  way_reason text not null,
  strengths text not null,
  risks text not null,
  exit_criteria text not null,        -- by what we shall know that help can end (R-126)
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index individual_plan_now on individual_plan (folder_id, thread_id) where replaced_at is null;
create index individual_plan_by_folder on individual_plan (folder_id, thread_id);

create table personal_goal (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  position bigint not null,
  goal text not null,
  in_own_words text not null,
  success_indicator text not null,
  horizon_on text,
  links text not null,                -- codes: need, wish, areas of the situation; separated by spaces
  is_outside_purpose boolean not null,
  ended_on text,                      -- given up; what came of a goal stands in goal_evaluation
  end_reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index personal_goal_now on personal_goal (id) where replaced_at is null;
create index personal_goal_by_folder on personal_goal (folder_id, thread_id);

create table plan_step (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  goal_id uuid not null references statement (id),
  position bigint not null,
  step text not null,
  doer text not null,                 -- client, worker, other, or empty in a draft
  worker_id uuid references worker (id),
  doer_name text not null,            -- of another person
  with_service_id uuid references service (id), -- solved in cooperation with another service (R-098)
  due_on text,
  state text not null,                -- open, done, dropped
  state_on text,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index plan_step_now on plan_step (id) where replaced_at is null;
create index plan_step_by_folder on plan_step (folder_id, thread_id);

-- „Plán je dohodnut“: what stood in the rows above at that moment is this version of the plan.
create table plan_agreement (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  number bigint not null,
  agreed_on text not null,
  participation text not null,        -- took_part, impossible
  participation_note text not null,
  representative text not null,
  explained text not null,            -- in which language, with whose help (R-137)
  review_on text not null,
  change_reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create unique index plan_agreement_number on plan_agreement (folder_id, thread_id, number);

-- What is planned without a paper (R-054).
create table plan_note (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  noted_on text not null,
  goal text not null,
  note text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index plan_note_by_folder on plan_note (folder_id, thread_id);

create table evaluation (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  begun_at bigint not null,           -- of the first version: goals are read in the words they had then
  evaluated_on text not null,
  participants text not null,
  explained text not null,
  clients_view text not null,
  workers_view text not null,
  conclusion text not null,           -- end, new_commission, continue
  next_review_on text,
  commission_id uuid,                 -- the new one
  correction_reason text not null,    -- empty in the first version
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index evaluation_now on evaluation (id) where replaced_at is null;
create index evaluation_by_folder on evaluation (folder_id, thread_id, recorded_at);

-- Of one version of an evaluation; when it holds is said there.
create table goal_evaluation (
  evaluation_id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  goal_id uuid not null references statement (id),
  result text not null,               -- met, partly, unmet, running
  note text not null,
  primary key (evaluation_id, version, goal_id)
);
create index goal_evaluation_by_folder on goal_evaluation (folder_id, goal_id);

create table case_closure (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  begun_at bigint not null,           -- of the first version
  closed_on text not null,
  reason text not null,               -- evaluated, death, loss_of_contact, withdrawal
  explanation text not null,
  evaluation_id uuid,
  left_in_network text not null,
  explained text not null,
  retention_class text not null,
  retain_until text not null,
  correction_reason text not null,    -- empty in the first version
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index case_closure_once on case_closure (folder_id, thread_id) where replaced_at is null;
create index case_closure_by_folder on case_closure (folder_id, thread_id);

-- What was done, to a goal of the plan or to one of its steps (R-053, R-054); of a version of the activity.
create table record_goal (
  activity_id uuid not null references activity (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  goal_id uuid not null references statement (id),
  step_id uuid references statement (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (activity_id, version)
);
create unique index record_goal_now on record_goal (activity_id) where replaced_at is null;
create index record_goal_by_goal on record_goal (folder_id, goal_id);
