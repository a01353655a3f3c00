-- Notices inside the product and what a peer mentor consults.

-- Something happened that a worker should know; no content, only a kind and what it is about.
create table notice (
  id uuid primary key,
  service_id uuid not null references service (id), -- in which he reads it
  worker_id uuid not null references worker (id),
  kind text not null,
  folder_id uuid references client_folder (id), -- one of that service
  item_id uuid references shared_item (id),     -- or something shared with it
  about_id uuid,
  made_at bigint not null,
  made_by uuid not null references worker (id),
  read_at bigint
);
create index notice_unread on notice (worker_id, service_id, made_at) where read_at is null;
create index notice_by_worker on notice (worker_id, service_id, made_at);
create index notice_by_folder on notice (folder_id);
create index notice_by_about on notice (about_id);

-- A peer mentor asks in favour of a client (R-104–R-108).
create table mentor_consultation (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  service_id uuid not null references service (id),
  mentor_id uuid not null references worker (id),
  area text not null,
  question text not null,
  receiver_service_id uuid references service (id), -- empty: a social worker of the mentor's own service
  to_worker_id uuid not null references worker (id),
  direct_reason text not null,        -- unavailable, urgent, known_from_before; empty inside the service
  reason_note text not null,
  item_id uuid references shared_item (id), -- what the other service sees, under a consent
  asked_at bigint not null,
  asked_by uuid not null references worker (id)
);
create index mentor_consultation_by_folder on mentor_consultation (folder_id, asked_at);
create index mentor_consultation_by_addressee on mentor_consultation (to_worker_id, asked_at);

create table mentor_consultation_answer (
  consultation_id uuid primary key references mentor_consultation (id),
  folder_id uuid not null references client_folder (id),
  conclusion text not null,           -- within_service, other_service, answered
  answer text not null,
  activity_id uuid references activity (id), -- in favour of the client, in the answering service
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index mentor_consultation_answer_by_folder on mentor_consultation_answer (folder_id);

-- The mentor's brief note in the client's documentation (R-107); with it both notices go out (R-108).
create table mentor_consultation_note (
  consultation_id uuid primary key references mentor_consultation (id),
  folder_id uuid not null references client_folder (id),
  activity_id uuid not null references activity (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index mentor_consultation_note_by_folder on mentor_consultation_note (folder_id);
