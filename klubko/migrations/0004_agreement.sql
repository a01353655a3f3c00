-- Consents, the informed consent that concludes the agreement, the plan's form.

create table consent (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  kind text not null,
  decision text not null,             -- consent, dissent; “not yet asked” is no row
  form text not null,                 -- oral, written
  wording text not null,
  scope text not null,
  line text not null,                 -- number or line of an oral consent
  heard_by uuid references worker (id),
  given_at bigint not null,
  given_on text not null,
  valid_until text,
  legal_ground text not null,
  document_id uuid,
  supersedes_id uuid references statement (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index consent_now on consent (id) where replaced_at is null;
create index consent_by_folder on consent (folder_id, given_at);
create index consent_supersedes on consent (supersedes_id);

create table consent_withdrawal (
  consent_id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  withdrawn_at bigint not null,
  how text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index consent_withdrawal_by_folder on consent_withdrawal (folder_id);

-- The exact text that was or will be signed, with its digest.
create table document (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  kind text not null,
  template_version bigint not null,
  title text not null,
  client_name text not null,          -- as it stands on the paper
  folder_number text not null,
  body text not null,
  digest blob not null,
  extent text not null,
  place text not null,
  hours text not null,
  payment text not null,
  service_kind text not null default '',
  rules_clause text not null default '',
  termination text not null default '',
  provider_duties text not null default '',
  client_duties text not null default '',
  client_notice_days bigint not null default 0,
  provider_notice_days bigint not null default 0,
  changes_validity boolean not null default false, -- of an amendment
  signer_role text not null,          -- self, representative
  signer text not null,
  valid_from text,                    -- empty: from the day of the signature
  valid_until text,
  prepared_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index document_by_folder on document (folder_id, recorded_at);

create table agreement (
  id uuid not null references statement (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  form text not null,                 -- informed_consent, written, oral
  service_kind text not null default '',
  explained text not null default '', -- how its content was explained (R-014)
  document_id uuid not null references document (id),
  commission_id uuid not null references statement (id),
  signed_on text not null,
  signer text not null,
  signer_role text not null,          -- self, representative
  mandate text not null,              -- on what the representative acts
  signed_in text not null,
  valid_from text not null,
  valid_until text,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (id, version)
);
create unique index agreement_now on agreement (folder_id, thread_id) where replaced_at is null;
create index agreement_by_folder on agreement (folder_id, thread_id);

-- A text lent to the client on the screen of a device; what is undecided when it comes back was given up.
create table screen_signing (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  document_id uuid not null references statement (id),
  digest blob not null,
  signer text not null,
  signer_role text not null,          -- self, representative
  fields text not null,               -- what the worker said when lending it
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index screen_signing_by_folder on screen_signing (folder_id, document_id);

-- What was decided there: one outcome of each lending.
create table screen_signature (
  signing_id uuid primary key references screen_signing (id),
  folder_id uuid not null references client_folder (id),
  outcome text not null,              -- consent, dissent, paper
  language text not null,             -- in which words the page spoke: cs, easy, uk, en (R-137)
  written_name text not null,
  stroke text not null,               -- the path of the drawn signature, or empty
  digest blob not null,               -- of the exact text that stood on the screen
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index screen_signature_by_folder on screen_signature (folder_id);

create table plan_decision (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  thread_id uuid not null references case_thread (id),
  plan_form text not null,
  is_long_term boolean not null,
  reason text not null,
  decided_on text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index plan_decision_by_folder on plan_decision (folder_id, recorded_at);

-- A contact recorded as a bare fact; its text is still to come. The row goes with the first text or the strike-out.
create table text_due (
  activity_id uuid primary key references activity (id),
  service_id uuid not null references service (id),
  folder_id uuid not null references client_folder (id)
);
create index text_due_by_service on text_due (service_id);
