-- What crosses the wall between services: on which consent, what exactly, to whom, and the folders that it joins.

-- What a consent says besides its wording (R-085, R-092, § 100); a dissent names only whom it concerns.
create table consent_terms (
  consent_id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  receiver_service_id uuid references service (id), -- another service of this provider
  addressee text not null,            -- an institution, a third party, the child
  direction text not null,            -- outward, inward, both: seen from the service of the folder; empty outside sharing
  extent text not null,
  purpose text not null,
  valid_from text not null,
  given_by text not null,             -- the representative; empty when the client himself decided
  authority text not null,            -- on what he represents the client
  template_version bigint             -- of the wording; empty where it was not made of a template
);
create index consent_terms_by_folder on consent_terms (folder_id);

create table consent_topic (
  consent_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  topic text not null,                -- as the client understands it
  position bigint not null,
  primary key (consent_id, topic)
);
create index consent_topic_by_folder on consent_topic (folder_id);

-- Workers named on the consent, who alone may receive what it hands over (R-092).
create table consent_receiver (
  consent_id uuid not null references statement (id),
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  primary key (consent_id, worker_id)
);
create index consent_receiver_by_folder on consent_receiver (folder_id);

-- Two folders of one person: `folder_id` is the one from which something crossed, `far_folder_id` the one in which it
-- was taken up. The join says nothing by itself: what may be read follows from the grounds.
create table folder_join (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  service_id uuid not null references service (id),
  far_folder_id uuid not null references client_folder (id),
  far_service_id uuid not null references service (id),
  joined_at bigint not null,
  joined_by uuid not null references worker (id)
);
create unique index folder_join_pair on folder_join (folder_id, far_folder_id);
create index folder_join_by_far on folder_join (far_folder_id);

-- One selected statement or document, word for word as it was previewed (R-087).
create table shared_item (
  id uuid primary key,
  folder_id uuid not null references client_folder (id),
  service_id uuid not null references service (id),
  receiver_service_id uuid not null references service (id),
  kind text not null,                 -- statement, document, assessment, handover, part, question
  source_id uuid,                     -- the row it was taken from, in the sender's folder
  title text not null,
  body text not null,
  attachment_id uuid,
  shared_at bigint not null,
  shared_by uuid not null references worker (id)
);
create index shared_item_by_folder on shared_item (folder_id, shared_at);
create index shared_item_by_receiver on shared_item (receiver_service_id, shared_at);

-- The one ground on which an item rests, and its topic; a newer row replaces the older one (D20).
create table shared_item_ground (
  item_id uuid not null references shared_item (id),
  version bigint not null,
  folder_id uuid not null references client_folder (id),
  legal_ground text not null,         -- consent, vital_interest, legal_duty
  consent_id uuid references statement (id),
  topic text not null,
  reason text not null,               -- of a ground in the law
  citation text not null,             -- of a ground in the law, as it was cited on that day
  told_on text,                       -- when the client was told of it; he is told, not asked (R-061)
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id),
  replaced_at bigint,
  primary key (item_id, version)
);
create unique index shared_item_ground_now on shared_item_ground (item_id) where replaced_at is null;
create index shared_item_ground_by_consent on shared_item_ground (consent_id);
create index shared_item_ground_by_folder on shared_item_ground (folder_id);

create table shared_item_receiver (
  item_id uuid not null references shared_item (id),
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  primary key (item_id, worker_id)
);
create index shared_item_receiver_by_worker on shared_item_receiver (worker_id, item_id);
create index shared_item_receiver_by_folder on shared_item_receiver (folder_id);

create table shared_item_reading (
  item_id uuid not null references shared_item (id),
  folder_id uuid not null references client_folder (id),
  worker_id uuid not null references worker (id),
  read_at bigint not null,
  primary key (item_id, worker_id)
);
create index shared_item_reading_by_folder on shared_item_reading (folder_id);

-- The sender stops an item before its ground ends (D18).
create table shared_item_stop (
  item_id uuid primary key references shared_item (id),
  folder_id uuid not null references client_folder (id),
  reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index shared_item_stop_by_folder on shared_item_stop (folder_id);

-- The closed set of R-090: nothing else can be handed over, because there is no other column.
create table data_handover (
  id uuid primary key references shared_item (id),
  folder_id uuid not null references client_folder (id),
  source text not null,               -- rehab_institute, individual_consultation, long_term_care
  institute text not null,
  given_name text not null,
  family_name text not null,
  region text not null,               -- town or region of stay
  email text not null,
  phone text not null,
  injury text not null,               -- paraplegia, paraparesis, tetraplegia, tetraparesis, other; empty outside R-090
  injury_other text not null
);
create index data_handover_by_folder on data_handover (folder_id);

-- What was handed over is taken up: the receiver's own folder.
create table data_handover_answer (
  handover_id uuid primary key references shared_item (id),
  folder_id uuid not null references client_folder (id), -- of the sender
  far_folder_id uuid not null references client_folder (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index data_handover_answer_by_folder on data_handover_answer (folder_id);
create index data_handover_answer_by_far on data_handover_answer (far_folder_id);

-- A part of the commission that another service is asked for (R-095–R-098); what it is asked for stands in the item.
create table commission_part (
  id uuid primary key references shared_item (id),
  folder_id uuid not null references client_folder (id),
  service_id uuid not null references service (id),
  receiver_service_id uuid not null references service (id),
  client_given_name text not null,
  client_family_name text not null,
  part text not null,
  route text not null,                -- urgent_direct, at_meeting
  reason text not null,               -- why it cannot wait
  deadline_on text,
  goal_id uuid references statement (id), -- of the sender's plan, to which the step will belong
  asked_at bigint not null,
  asked_by uuid not null references worker (id)
);
create index commission_part_by_folder on commission_part (folder_id, asked_at);
create index commission_part_by_receiver on commission_part (receiver_service_id, asked_at);

create table commission_part_item (
  part_id uuid not null references commission_part (id),
  folder_id uuid not null references client_folder (id),
  item_id uuid not null references shared_item (id),
  primary key (part_id, item_id)
);
create index commission_part_item_by_folder on commission_part_item (folder_id);

create table commission_part_answer (
  part_id uuid primary key references commission_part (id),
  folder_id uuid not null references client_folder (id), -- of the sender
  far_folder_id uuid references client_folder (id),
  answer text not null,               -- accepted, declined_no_capacity
  delimited_part text not null,       -- in the words of whoever took it up
  note text not null,
  step_id uuid references statement (id),     -- „řešeno ve spolupráci s …“ in the sender's plan (R-098)
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index commission_part_answer_by_folder on commission_part_answer (folder_id);
create index commission_part_answer_by_far on commission_part_answer (far_folder_id);

create table commission_part_end (
  part_id uuid primary key references commission_part (id),
  folder_id uuid not null references client_folder (id), -- of the sender
  outcome text not null,
  is_withdrawn boolean not null,      -- stopped by a withdrawn consent
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index commission_part_end_by_folder on commission_part_end (folder_id);

-- The second service was offered (R-099–R-101), or the contact of one that fits better was given (R-103).
create table service_offer (
  id uuid primary key references statement (id),
  folder_id uuid not null references client_folder (id),
  offered_service_id uuid not null references service (id),
  way text not null,                  -- client_alone, data_passed, elsewhere
  contact_given text not null,
  note text not null,
  offered_on text not null,
  item_id uuid references shared_item (id),
  activity_id uuid references activity (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index service_offer_by_folder on service_offer (folder_id, offered_on);
