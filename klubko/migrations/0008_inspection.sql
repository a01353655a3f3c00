-- Inspection of quality (108/2006, sections 97–99): named folders, read only, from–to, opened by the head of the service.

create table quality_inspection (
  id uuid primary key,
  service_id uuid not null references service (id),
  worker_id uuid not null references worker (id), -- the inspector's account
  from_day text not null,
  until_day text not null,
  as_of_day text not null,            -- the folders are shown as they were at the end of this day
  reason text not null,
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
create index quality_inspection_by_worker on quality_inspection (worker_id, until_day);
create index quality_inspection_by_service on quality_inspection (service_id, recorded_at);

create table inspected_folder (
  inspection_id uuid not null references quality_inspection (id),
  folder_id uuid not null references client_folder (id),
  primary key (inspection_id, folder_id)
);
create index inspected_folder_by_folder on inspected_folder (folder_id);

create table inspection_end (
  inspection_id uuid primary key references quality_inspection (id),
  service_id uuid not null references service (id),
  recorded_at bigint not null,
  recorded_by uuid not null references worker (id)
);
