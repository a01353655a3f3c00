-- Meetings of two services (R-074–R-079, R-097): their series, agenda, internal minutes and the output for the folders.

create table meeting_series (
  id uuid primary key,
  service_id uuid not null references service (id),
  far_service_id uuid not null references service (id),
  rhythm text not null,               -- weekly, fortnightly, monthly, by_agreement
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index meeting_series_by_service on meeting_series (service_id);
create index meeting_series_by_far on meeting_series (far_service_id);

create table team_meeting (
  id uuid primary key,
  series_id uuid not null references meeting_series (id),
  service_id uuid not null references service (id),
  far_service_id uuid not null references service (id),
  starts_at bigint not null,
  meets_on text not null,
  place text not null,
  chair_id uuid not null references worker (id),
  minute_taker_id uuid references worker (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index team_meeting_by_service on team_meeting (service_id, meets_on);
create index team_meeting_by_far on team_meeting (far_service_id, meets_on);

-- Whether it took place; from then on nothing is added to its output.
create table team_meeting_end (
  meeting_id uuid primary key references team_meeting (id),
  service_id uuid not null references service (id),
  took_place boolean not null,
  note text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);

-- A peer mentor invited to the points of the clients whom he mentors (R-075).
create table meeting_guest (
  meeting_id uuid not null references team_meeting (id),
  service_id uuid not null references service (id),
  worker_id uuid not null references worker (id),
  reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  primary key (meeting_id, worker_id)
);
create index meeting_guest_by_worker on meeting_guest (worker_id);

-- The secured store of internal minutes (R-077); each wording stays.
create table meeting_minutes (
  meeting_id uuid not null references team_meeting (id),
  version bigint not null,
  service_id uuid not null references service (id),
  minutes text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (meeting_id, version)
);
create unique index meeting_minutes_now on meeting_minutes (meeting_id) where replaced_at is null;

-- Talked over without saying about whom (R-083); it belongs to no folder.
create table meeting_consultation (
  id uuid primary key,
  meeting_id uuid not null references team_meeting (id),
  service_id uuid not null references service (id),
  question text not null,
  conclusion text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index meeting_consultation_by_meeting on meeting_consultation (meeting_id);

-- The key worker brings a client to the meetings with another service, on a topic of the consent.
create table meeting_request (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  service_id uuid not null references service (id),
  receiver_service_id uuid not null references service (id),
  topic text not null,
  request text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  ended_at bigint
);
create index meeting_request_by_folder on meeting_request (folder_id);
create index meeting_request_open on meeting_request (service_id, receiver_service_id) where ended_at is null;

-- What was agreed about one client: for his folder, and for the one joined with it.
create table meeting_output (
  id uuid primary key,
  meeting_id uuid not null references team_meeting (id),
  folder_id uuid not null references client_folder (id),
  service_id uuid not null references service (id),
  receiver_service_id uuid not null references service (id),
  far_folder_id uuid references client_folder (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create unique index meeting_output_of_client on meeting_output (meeting_id, folder_id);
create index meeting_output_by_folder on meeting_output (folder_id);
create index meeting_output_by_far on meeting_output (far_folder_id);

create table meeting_goal (
  id uuid primary key,
  output_id uuid not null references meeting_output (id),
  folder_id uuid not null references client_folder (id),
  goal text not null,
  success_indicator text not null,
  horizon_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index meeting_goal_by_output on meeting_goal (output_id);
create index meeting_goal_by_folder on meeting_goal (folder_id);
create index meeting_goal_by_horizon on meeting_goal (horizon_on);

create table meeting_goal_evaluation (
  goal_id uuid primary key references meeting_goal (id),
  folder_id uuid not null references client_folder (id),
  result text not null,               -- met, partly, not_met
  note text not null,
  evaluated_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index meeting_goal_evaluation_by_folder on meeting_goal_evaluation (folder_id);

create table meeting_task (
  id uuid primary key,
  output_id uuid not null references meeting_output (id),
  folder_id uuid not null references client_folder (id),
  service_id uuid not null references service (id), -- whose worker does it
  worker_id uuid not null references worker (id),
  task text not null,
  due_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index meeting_task_by_output on meeting_task (output_id);
create index meeting_task_by_folder on meeting_task (folder_id);

-- The output was written into a folder by its key worker (R-078).
create table meeting_output_record (
  output_id uuid not null references meeting_output (id),
  folder_id uuid not null references client_folder (id),
  activity_id uuid not null references activity (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  primary key (output_id, folder_id)
);
create index meeting_output_record_by_folder on meeting_output_record (folder_id);
