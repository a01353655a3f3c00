-- Refusal by § 91(3), the waiting list, requests that come again; amendments and ends of agreements; what a service
-- makes public.

create table refusal (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  outcome_id uuid not null references negotiation_outcome (id),
  reason text not null,               -- the letter of § 91(3): a, b, c, d
  provision text not null,            -- as it was cited on that day
  service_kind text not null,
  facts text not null,
  requested_on text not null,
  decided_on text not null,
  decided_by uuid not null references worker (id),
  offered_service text not null,
  notice_asked_on text,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index refusal_by_folder on refusal (folder_id, recorded_at);

-- The written notice, word for word as it was issued.
create table refusal_notice (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  refusal_id uuid not null references refusal (id),
  template_version bigint not null,
  client_name text not null,
  body text not null,
  digest blob not null,
  asked_on text not null,
  issued_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index refusal_notice_by_folder on refusal_notice (folder_id);

create table waiting_list_entry (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  service_id uuid not null references service (id),
  enrolled_on text not null,
  has_priority boolean not null,
  priority_reason text not null,
  criteria text not null,             -- the service's criteria in force on that day
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index waiting_list_entry_by_folder on waiting_list_entry (folder_id);
create index waiting_list_entry_by_service on waiting_list_entry (service_id, enrolled_on);

create table waiting_list_offer (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  entry_id uuid not null references waiting_list_entry (id),
  offered_on text not null,
  answer_by text,
  note text not null,
  answer text,                        -- accepted, declined, no_answer; none while it is awaited
  answered_on text,
  answered_at bigint,                 -- when the answer was written down
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index waiting_list_offer_by_entry on waiting_list_offer (entry_id);
create index waiting_list_offer_by_folder on waiting_list_offer (folder_id);

create table waiting_list_removal (
  entry_id uuid primary key references waiting_list_entry (id),
  folder_id uuid not null references client_folder (id),
  reason text not null,
  note text not null,
  removed_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index waiting_list_removal_by_folder on waiting_list_removal (folder_id);

-- The person asks again in the same matter: the ended negotiation goes on.
create table negotiation_reopening (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  outcome_id uuid not null references negotiation_outcome (id),
  reopened_on text not null,
  reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index negotiation_reopening_by_folder on negotiation_reopening (folder_id, thread_id);

create table agreement_amendment (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  agreement_id uuid not null references statement (id),
  number bigint not null,
  document_id uuid not null references document (id),
  signed_on text not null,
  signer text not null,
  signer_role text not null,
  mandate text not null,
  signed_in text not null,
  valid_from text not null,
  valid_until text,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create unique index agreement_amendment_by_number on agreement_amendment (agreement_id, number);
create index agreement_amendment_by_folder on agreement_amendment (folder_id);

create table agreement_termination (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  agreement_id uuid not null references statement (id),
  ended_by text not null,             -- notice_by_client, notice_by_provider, by_agreement
  ground text,                        -- breach, need_ceased, service_changed, other_ground
  reason text not null,
  delivered_on text not null,
  ends_on text not null,              -- the last day of validity
  taken_back_on text,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index agreement_termination_now on agreement_termination (agreement_id)
  where replaced_at is null and taken_back_on is null;
create index agreement_termination_by_folder on agreement_termination (folder_id);

-- Whether the person signs alone: limited legal capacity, who represents, who supports in deciding (R-013).
create table legal_capacity (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  is_limited boolean not null,
  decision text not null,             -- of the court, its number
  representative_role text not null,  -- legal_representative, guardian, proxy, or empty
  representative text not null,
  mandate text not null,
  supporter text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index legal_capacity_now on legal_capacity (folder_id) where replaced_at is null;
create index legal_capacity_by_folder on legal_capacity (folder_id, recorded_at);

create table publication_check (
  id uuid primary key,
  service_id uuid not null references service (id),
  checked_on text not null,
  address text not null,              -- where it is published
  template_version bigint not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index publication_check_by_service on publication_check (service_id, checked_on);
