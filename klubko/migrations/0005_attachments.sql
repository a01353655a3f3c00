-- Attachments: photos of signed papers, scans, notes. Bytes are kept once by what they hold.

create table content (
  digest blob primary key,            -- SHA-256 of the bytes
  size bigint not null,
  bytes blob,                         -- empty where the bytes are a file beside the database
  kept_at bigint not null
);

create table attachment (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  belongs_to uuid references statement (id), -- the consent or the document whose paper it shows
  title text not null,
  note text not null,
  name text not null,                 -- the file's name, cleaned
  file_type text not null,            -- jpeg, png, pdf, text: read from the bytes
  digest blob not null references content (digest),
  size bigint not null,
  original_digest blob references content (digest), -- the picture as it came; never handed out
  total_size bigint not null,         -- with the original, for the quota
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index attachment_by_folder on attachment (folder_id, recorded_at);
create index attachment_by_size on attachment (total_size);

create table attachment_strike_out (
  attachment_id uuid primary key references attachment (id),
  folder_id uuid not null references client_folder (id),
  reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
