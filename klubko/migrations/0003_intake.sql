-- What is timed (activities and their texts), first contacts, negotiation, assessment.

-- One timed row: when, how long, who, with whom. Units and visits are derived from it, never stored.
create table activity (
  id uuid primary key,
  service_id uuid not null references service (id),
  folder_id uuid references client_folder (id),
  anonymous_contact_id uuid,
  event_id uuid,                      -- shared by the rows of one group or family event
  begun_at bigint not null
);
create index activity_by_folder on activity (folder_id);

create table activity_version (
  activity_id uuid not null references activity (id),
  version bigint not null,
  service_id uuid not null,
  folder_id uuid,
  kind text not null,
  form text not null,
  starts_at bigint not null,
  starts_on text not null,
  minutes bigint not null,
  on_behalf_of_client boolean not null,
  is_client_present boolean not null,
  place text not null,
  worker_id uuid not null references worker (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (activity_id, version)
);
create unique index activity_now on activity_version (activity_id) where replaced_at is null;
create index activity_by_time on activity_version (folder_id, starts_at, activity_id);
create index activity_last_contact on activity_version (folder_id, starts_at, activity_id)
  where replaced_at is null and is_client_present;
create index activity_by_worker on activity_version (worker_id, starts_at) where replaced_at is null;
create index activity_by_service on activity_version (service_id, starts_at) where replaced_at is null;

create table activity_topic (
  activity_id uuid not null references activity (id),
  folder_id uuid,
  topic text not null,
  primary key (activity_id, topic)
);

-- The texts of a record (R-141), at most one per activity; versions go with the activity's.
create table progress_record (
  activity_id uuid not null references activity (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  statement text not null,            -- what the client said
  observation text not null,
  reasoning text not null,            -- marked as opinion
  agreed text not null,
  course text not null,               -- not sorted under a heading yet
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (activity_id, version)
);
create unique index progress_record_now on progress_record (activity_id) where replaced_at is null;
create index progress_record_by_folder on progress_record (folder_id, activity_id);

create table record_addendum (
  id uuid primary key,
  activity_id uuid not null references activity (id),
  folder_id uuid not null references client_folder (id),
  text text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index record_addendum_by_folder on record_addendum (folder_id);
create index record_addendum_by_activity on record_addendum (activity_id);

create table record_strike_out (
  activity_id uuid primary key references activity (id),
  folder_id uuid not null references client_folder (id),
  reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);

create table first_contact (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  activity_id uuid not null references activity (id),
  thread_id uuid not null references case_thread (id),
  channel text not null,
  profession text not null,           -- of the worker who took it, as of then
  asked text not null,
  agreed text not null,
  consultation_wanted_on text,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index first_contact_by_folder on first_contact (folder_id);

create table anonymous_contact (
  id uuid primary key,
  service_id uuid not null references service (id),
  year bigint not null,
  sequence bigint not null,
  number text not null,               -- A-2026-0001
  activity_id uuid not null references activity (id),
  age_band text not null,
  sex text not null,
  region text not null,
  note text not null,
  advice text not null,               -- what was told and where the person was directed
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create unique index anonymous_contact_by_number on anonymous_contact (service_id, year, sequence);

-- Read only through the folder; the list of anonymous contacts never shows it (R-028).
create table anonymous_link (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  anonymous_contact_id uuid not null references anonymous_contact (id),
  linked_on text not null,
  at_own_wish boolean not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create unique index anonymous_link_once on anonymous_link (anonymous_contact_id);
create index anonymous_link_by_folder on anonymous_link (folder_id);

create table intake_negotiation (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  request text not null,              -- objednávka: what the person asks at first
  expectation text not null,
  wish text not null,
  need text not null,
  ability text not null,
  possibility text not null,
  not_found_out_reason text not null,
  situation text not null,
  situation_areas text not null,      -- codes of the list situation_area, separated by spaces
  causes text not null,
  threat text not null,
  since text not null,
  since_earliest text,                -- between these days, when the words say when („asi jaro 2019“)
  since_latest text,
  circle_of_persons text not null,    -- fits, partly, does_not_fit, or empty
  circle_of_persons_reason text not null,
  alternatives text not null,
  communication_form text not null,
  language text not null default '', helped_by text not null default '', -- how it was explained (R-137, R-140)
  is_understood boolean not null,
  can_fulfil text not null,
  cannot_fulfil text not null,
  applicant_decision text not null,
  applicant_decided_on text,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index intake_negotiation_now on intake_negotiation (folder_id, thread_id) where replaced_at is null;
create index intake_negotiation_by_folder on intake_negotiation (folder_id, thread_id);

create table commission (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  in_own_words text not null,
  agreed_on text not null,
  ended_on text,
  end_reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create index commission_by_folder on commission (folder_id);

-- What the person was told about the service: one row for each item (R-022, R-047, R-048).
create table information_given (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  item text not null,
  given_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index information_given_by_folder on information_given (folder_id);
create unique index information_given_once on information_given (thread_id, item);

create table basic_counselling (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  activity_id uuid references activity (id),
  given_on text not null,
  topics text not null,
  information text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index basic_counselling_by_folder on basic_counselling (folder_id);

create table social_inquiry (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  activity_id uuid references activity (id),
  done_on text not null,
  method text not null,
  place text not null,
  persons_present text not null,
  findings text not null,
  sources text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index social_inquiry_by_folder on social_inquiry (folder_id);

create table intro_consultation (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  activity_id uuid not null references activity (id),
  held_on text not null,
  is_by_phone boolean not null,
  is_at_clients_request boolean not null,
  summary text not null,
  proposed_specialist text not null,
  consent_id uuid,
  legal_ground text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index intro_consultation_by_folder on intro_consultation (folder_id);

create table crisis_intervention (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  consultation_id uuid,
  activity_id uuid not null references activity (id),
  threat text not null,
  intervention text not null,
  safety_plan text not null,
  follow_up_id uuid,                  -- an appointment
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,                 -- completed afterwards (R-025)
  primary key (id, version)
);
create unique index crisis_intervention_now on crisis_intervention (id) where replaced_at is null;
create index crisis_intervention_by_folder on crisis_intervention (folder_id);

create table negotiation_outcome (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  outcome text not null,
  decided_on text not null,
  decided_by text not null,           -- worker_finding, applicants_choice
  explanation text not null,
  offered_service text not null,
  offer_answer text not null,         -- accepted, declined, undecided
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint                  -- a later ending took its place
);
create unique index negotiation_outcome_now on negotiation_outcome (thread_id) where replaced_at is null;
create index negotiation_outcome_by_folder on negotiation_outcome (folder_id);

create table assessment (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  consultation_id uuid,
  due_on text not null,
  held_on text not null,
  development text not null,
  risks text not null,
  recommended_forms text not null,
  key_worker_id uuid not null references worker (id),
  days_late bigint not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index assessment_by_folder on assessment (folder_id);

create table assessment_participant (
  assessment_id uuid not null references assessment (id),
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  profession text not null,
  primary key (assessment_id, worker_id)
);
create index assessment_participant_by_folder on assessment_participant (folder_id);
