-- Persons, folders, who is tied to them, and the heads of statements.

create table person (
  id uuid primary key,
  service_id uuid not null references service (id)
);

create table client_folder (
  id uuid primary key,
  service_id uuid not null references service (id),
  person_id uuid not null unique references person (id),
  year bigint not null,
  sequence bigint not null,
  number text not null,               -- 2026/0147, per service and year
  opened_at bigint not null,
  opened_on text not null,
  opened_by uuid not null references worker (id)
);
create unique index client_folder_by_number on client_folder (service_id, year, sequence);

create table folder_pseudonym (
  folder_id uuid primary key,
  pseudonym uuid not null unique
);

create table person_version (
  person_id uuid not null references person (id),
  version bigint not null,
  service_id uuid not null,
  folder_id uuid not null references client_folder (id),
  family_name text not null,          -- may be empty
  given_name text not null,
  title text not null,
  address_form text not null,         -- how the person wants to be addressed
  name_order blob not null,           -- Czech collation key: the same order on both engines
  birth_date text,
  birth_year bigint,
  birth_number text not null,
  sex text not null,
  phone text not null,                -- E.164
  email text not null,
  municipality text not null,
  address text not null,
  is_location_protected boolean not null,
  note text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (person_id, version)
);
create unique index person_now on person_version (person_id) where replaced_at is null;
create unique index person_by_folder on person_version (folder_id) where replaced_at is null;
create index person_by_version on person_version (folder_id, recorded_at);
create index person_by_name on person_version (service_id, name_order, folder_id) where replaced_at is null;

-- Words under which a folder is found: folded, as bytes, so that both engines order them alike.
create table search_word (
  service_id uuid not null,
  word blob not null,
  folder_id uuid not null references client_folder (id),
  is_name boolean not null,
  primary key (service_id, word, folder_id)
);
create index search_word_by_folder on search_word (folder_id);

-- The head of every statement of legal weight: everything refers to its stable id.
create table statement (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  kind text not null
);
create index statement_by_folder on statement (folder_id, kind);

create table case_thread (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  began_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index case_thread_by_folder on case_thread (folder_id, recorded_at, id);

-- Exactly one key worker at any moment: half-open intervals in milliseconds (R-034).
create table key_worker_assignment (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  from_at bigint not null,
  until_at bigint,
  assessment_id uuid,
  handover_id uuid,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create unique index key_worker_now on key_worker_assignment (folder_id) where until_at is null;
create index key_worker_by_folder on key_worker_assignment (folder_id, from_at);
create index key_worker_by_worker on key_worker_assignment (worker_id, folder_id);

create table key_worker_handover (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  from_worker_id uuid not null references worker (id),
  to_worker_id uuid not null references worker (id),
  planned_on text not null,
  reason text not null,
  reason_text text not null,
  note text not null,
  client_informed_on text,
  open_tasks text not null,           -- the state of tasks when it was proposed (R-034)
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index handover_by_folder on key_worker_handover (folder_id);
create index handover_by_addressee on key_worker_handover (to_worker_id);

create table handover_answer (
  handover_id uuid primary key references key_worker_handover (id),
  folder_id uuid not null references client_folder (id),
  answer text not null,               -- accepted, declined, taken_back
  reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);

-- Workers of the folder: from, to, why. Assessors hold one until the assessment is closed.
create table assignment (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  as_mentor boolean not null,
  as_assessor boolean not null,
  from_day text not null,
  until_day text,
  why text not null,
  assessment_id uuid,                 -- the assessment whose closing ended an assessor's assignment
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  ended_at bigint,
  ended_by uuid
);
create index assignment_by_folder on assignment (folder_id, worker_id);
create index assignment_by_worker on assignment (worker_id, as_mentor, folder_id);

create table substitution (
  id uuid primary key,
  service_id uuid not null references service (id),
  worker_id uuid not null references worker (id),
  substitute_id uuid not null references worker (id),
  from_day text not null,
  until_day text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index substitution_by_substitute on substitution (substitute_id, worker_id);

create table worker_exclusion (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  reason text not null,
  reason_text text not null,
  raised_by text not null,
  from_at bigint not null,
  until_at bigint,
  recorded_by uuid not null references worker (id),
  ended_by uuid
);
create index worker_exclusion_by_folder on worker_exclusion (folder_id, worker_id);
create index worker_exclusion_by_worker on worker_exclusion (worker_id);

-- Acts as head in this folder because the head is excluded from it (R-059).
create table head_deputy (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  from_at bigint not null,
  until_at bigint,
  recorded_by uuid not null references worker (id)
);
create index head_deputy_by_folder on head_deputy (folder_id, worker_id);
create index head_deputy_by_worker on head_deputy (worker_id);

create table task (
  id uuid primary key,
  service_id uuid not null references service (id),
  folder_id uuid references client_folder (id),
  worker_id uuid references worker (id),
  position text,                      -- key_worker, intake, service_head when no worker is named
  what text not null,
  due_on text not null,
  is_legal_deadline boolean not null,
  origin text not null,
  origin_id uuid,
  rule text not null,
  version bigint not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  done_at bigint,
  done_by uuid,
  done_note text not null
);
create index task_open on task (service_id, due_on) where done_at is null;
create index task_open_of_worker on task (worker_id) where done_at is null;
create index task_open_by_post on task (service_id, position) where done_at is null;
create index task_open_by_rule on task (service_id, rule) where done_at is null;
create index task_open_unnamed on task (folder_id) where done_at is null and worker_id is null;
create index task_by_folder on task (folder_id, due_on);

create table appointment (
  id uuid primary key,
  service_id uuid not null references service (id),
  folder_id uuid references client_folder (id),
  worker_id uuid not null references worker (id),
  starts_at bigint not null,
  minutes bigint not null,
  kind text not null,
  note text not null,
  activity_id uuid,                   -- what was done then
  assessment_id uuid,                 -- or the assessment that was held
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  cancelled_at bigint,
  version bigint not null
);
create index appointment_by_worker on appointment (worker_id, starts_at);
create index appointment_by_folder on appointment (folder_id, starts_at);
