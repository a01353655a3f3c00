-- Texts of consents that are shown or printed before the client decides, and releases from the duty of secrecy.

-- The exact words that wait for the client's answer, with what they were made of.
create table consent_text (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  kind text not null,                 -- as of the consent
  title text not null,
  body text not null,
  template_version bigint,            -- of which the body was made
  digest blob not null,
  fields text not null,               -- what the worker typed
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index consent_text_by_folder on consent_text (folder_id, recorded_at);

-- § 100 of 108/2006: the person in whose interest the secret is releases from it in writing, with extent and purpose.
create table secrecy_release (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  addressee text not null,            -- to whom it may be told
  extent text not null,
  purpose text not null,
  signed_on text not null,
  valid_until text,                   -- empty: until it is withdrawn
  given_by text not null,             -- the representative; empty when the client himself signed
  authority text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index secrecy_release_by_folder on secrecy_release (folder_id, recorded_at);

create table secrecy_release_withdrawal (
  release_id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  withdrawn_on text not null,
  how text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index secrecy_release_withdrawal_by_folder on secrecy_release_withdrawal (folder_id);
