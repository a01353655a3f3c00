-- The house: provider, services, people who work here, their sessions; the journal and what every form needs.
--
-- Column types are the five that both engines take: uuid, text, bigint, boolean, blob. Moments are integer
-- milliseconds, days are ISO text. Rows of legal weight carry recorded_at, recorded_by and replaced_at.

create table provider (
  id uuid primary key,
  name text not null,
  company_number text not null,
  address text not null,
  is_demo boolean not null
);

create table service (
  id uuid primary key,
  position bigint not null,
  name text not null,
  mark text not null,                 -- two or three letters shown with the colour
  kind text not null,                 -- code list service_kind
  delivery_form text not null,
  registration text not null,
  place text not null,
  opening_hours text not null,
  mission text not null,
  circle_of_persons text not null,
  version bigint not null,
  written_at bigint,                  -- the version; none for one that nobody has edited yet
  written_by uuid,
  closed_on text
);

create table service_setting (
  service_id uuid not null references service (id),
  key text not null,
  value text not null,
  valid_from text not null,
  recorded_at bigint not null,
  recorded_by uuid not null,
  primary key (service_id, key, valid_from, recorded_at)
);

create table code_list_item (
  list text not null,
  code text not null,
  label text not null,
  position bigint not null,
  valid_from text not null,
  valid_to text,
  primary key (list, code, valid_from)
);

create table document_template (
  id uuid primary key,
  kind text not null,
  service_id uuid references service (id),
  version bigint not null,
  body text not null,
  valid_from text not null,
  recorded_at bigint,
  recorded_by uuid                    -- none for the text that the house brought
);
create unique index document_template_by_version on document_template (kind, service_id, version);

-- What is cited; a correction of a section's number is a change of data.
create table legal_reference (
  code text not null,
  text text not null,
  valid_from text not null,
  valid_to text,                      -- the last day; none while it holds
  recorded_at bigint,
  recorded_by uuid,
  primary key (code, valid_from)
);

-- The criteria of the quality standards that a folder can answer, in the provider's own words; the newest on a day holds.
create table criterion (
  code text not null,
  text text not null,
  is_fundamental boolean not null,
  is_used boolean not null,
  valid_from text not null,
  recorded_at bigint not null,
  recorded_by uuid not null,
  primary key (code, valid_from)
);

create table worker (
  id uuid primary key,
  login text not null unique,         -- folded
  password_hash text not null,
  password_set_at bigint not null,
  is_one_time boolean not null,       -- made by the house for one entry: to be changed at once
  title text not null,
  given_name text not null,
  family_name text not null,
  name_order blob not null,
  greeting text not null,
  theme text not null,
  keys_off boolean not null,
  version bigint not null,
  disabled_at bigint
);

-- Whose pseudonym the journal speaks of; erasing a row here makes its entries nobody's.
create table worker_pseudonym (
  worker_id uuid primary key,
  pseudonym uuid not null unique
);

create table membership (
  id uuid primary key,
  worker_id uuid not null references worker (id),
  service_id uuid not null references service (id),
  profession text not null,
  specialisation text not null,
  position text not null,
  is_intake boolean not null,
  from_day text not null,
  until_day text
);
create index membership_by_worker on membership (worker_id, service_id);
create index membership_by_service on membership (service_id, worker_id);

-- People of the whole provider: data protection officer, technical admin, other staff.
create table mandate (
  id uuid primary key,
  worker_id uuid not null references worker (id),
  kind text not null,
  from_day text not null,
  until_day text
);
create index mandate_by_worker on mandate (worker_id);

-- Tokens are stored hashed. A session without a service is one of a mandate.
create table session (
  token_hash blob primary key,
  id uuid not null unique,
  worker_id uuid not null references worker (id),
  service_id uuid references service (id),
  opened_at bigint not null,
  seen_at bigint not null,
  locked_at bigint,
  expires_at bigint not null,
  ended_at bigint,
  device text not null,
  kiosk_address text,                 -- lent to a client: the only page that this session reaches
  kiosk_object uuid,                  -- what was lent
  kiosk_decided boolean
);
create index session_by_worker on session (worker_id);

-- Failed sign-ins of one account from one address, and of one address altogether.
create table failed_sign_in (
  source text primary key,
  failures bigint not null,
  first_at bigint not null,
  last_at bigint not null
);

create table house_mark (
  key text primary key,
  value text not null
);

-- A form sent twice acts once.
create table form_token (
  token uuid primary key,
  session_id uuid not null,
  location text not null,
  at bigint not null
);

create table draft (
  id uuid primary key,
  worker_id uuid not null references worker (id),
  service_id uuid references service (id),
  folder_id uuid,
  form text not null,                 -- the path of the page that holds the form
  title text not null,
  fields text not null,
  revision bigint not null,
  begun_at bigint not null,
  saved_at bigint not null
);
create index draft_by_worker on draft (worker_id, service_id, saved_at);
create index draft_by_folder on draft (folder_id);

create table warning_answer (
  id uuid primary key,
  service_id uuid not null,
  folder_id uuid,
  object_kind text not null,
  object_id uuid not null,
  rule text not null,
  reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null
);
create index warning_answer_by_object on warning_answer (object_id);
create index warning_answer_by_folder on warning_answer (folder_id, recorded_at);

-- One chain per provider. Actors and persons are pseudonyms.
create table journal (
  seq bigint primary key,
  format bigint not null,
  at bigint not null,
  quarter bigint,                     -- the quarter of an hour of a look or a denial; null for a deed
  actor uuid not null,
  person uuid,
  concerns text not null,             -- folder, service, house, account
  concerns_id uuid not null,
  act text not null,
  section text not null,
  purpose text not null,
  decision text not null,
  ground text not null,
  object_id uuid,
  salt blob not null,
  text text not null,
  digest blob not null,
  prev blob not null unique,          -- a fork of the chain is a loud error
  hash blob not null
);
create unique index journal_looks on journal (concerns_id, actor, act, section, decision, quarter);
create index journal_by_person on journal (person, seq);
