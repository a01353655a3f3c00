//! What is open, planned and done. Reading only: the rows are written by `tasks` and `calendar`.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{AppointmentId, FolderId, TaskId};
use crate::{is_head_here, is_key_worker, is_substitute, listing, params, record, task_has_lapsed};
use jiff::civil::Date;
use rules::task::{Origin, Post};
use uuid::Uuid;

record! {
    /// A task of a folder, with the name of whom it is about and of whoever is to do it.
    pub struct Task {
        pub id: TaskId,
        pub version: i64,
        pub folder_id: FolderId,
        pub given_name: String,
        pub family_name: String,
        pub what: String,
        pub due_on: Date,
        pub is_legal_deadline: bool,
        pub origin: Origin,
        pub origin_id: Option<Uuid>,
        pub rule: String,
        pub position: Option<Post>,
        pub worker: String,
        pub done_at: Option<i64>,
        pub done_by: String,
        pub done_note: String,
        /// The consent on which it was to be done has ended.
        pub has_lapsed: bool,
    }
}

macro_rules! task_columns {
    () => {
        "t.id as id, t.version as version, t.folder_id as folder_id, p.given_name as given_name,
         p.family_name as family_name, t.what as what, t.due_on as due_on, t.is_legal_deadline as is_legal_deadline,
         t.origin as origin, t.origin_id as origin_id, t.rule as rule, t.position as position,
         coalesce(w.given_name || ' ' || w.family_name, '') as worker, t.done_at as done_at,
         coalesce(d.given_name || ' ' || d.family_name, '') as done_by, t.done_note as done_note,
         false as has_lapsed"
    };
}

macro_rules! tasks_of_folders {
    () => {
        "from client_folder f
         join task t on t.folder_id = f.id and t.service_id = f.service_id
         join person_version p on p.folder_id = f.id and p.replaced_at is null
         left join worker w on w.id = t.worker_id
         left join worker d on d.id = t.done_by"
    };
}

/// What may be mine, each found by its own index: by name, in my cases and those that I stand in for, at a post of the
/// service where I hold it, in folders where I act for the head. Who it is really for, `for_me` decides. `$which` narrows
/// each of them, `$more` adds one.
macro_rules! near_me {
    ($which:expr, $more:expr) => {
        concat!(
            "from (select t.id as id from task t where t.worker_id = $2 and t.done_at is null",
            $which,
            " union
             select t.id from key_worker_assignment k join task t on t.folder_id = k.folder_id
              where k.worker_id = $2 and t.done_at is null and t.worker_id is null",
            $which,
            " union
             select t.id from substitution s join key_worker_assignment k on k.worker_id = s.worker_id
               join task t on t.folder_id = k.folder_id
              where s.substitute_id = $2 and s.service_id = $1 and t.done_at is null and t.worker_id is null",
            $which,
            " union
             select t.id from task t
              where t.service_id = $1 and t.done_at is null and t.position = case when $6 then 'intake' end",
            $which,
            " union
             select t.id from task t
              where t.service_id = $1 and t.done_at is null and t.position = case when $5 then 'service_head' end",
            $which,
            " union
             select t.id from head_deputy h join task t on t.folder_id = h.folder_id
              where h.worker_id = $2 and t.done_at is null",
            $which,
            $more,
            ") mine cross join task t cross join client_folder f cross join person_version p
             left join worker w on w.id = t.worker_id
             left join worker d on d.id = t.done_by"
        )
    };
}

/// Due by `$8`, or what a deed waits for (a consent, an assessment) however far its term is.
macro_rules! of_these_days {
    () => {
        " and (t.due_on <= $8 or t.rule in ('r024', 'r025', 'r029'))"
    };
}

/// `cross join` keeps the engine to that order.
macro_rules! joined {
    () => {
        "and t.id = mine.id and f.id = t.folder_id and f.service_id = t.service_id and p.folder_id = f.id
         and p.replaced_at is null "
    };
}

/// For me by name, or for the post that I hold in this folder. What waited for intake waits for the key worker once
/// there is one.
macro_rules! for_me {
    () => {
        concat!(
            "(t.worker_id = $2 or (t.position = 'key_worker' and (",
            is_key_worker!(),
            " or ",
            is_substitute!(),
            ")) or (t.position = 'intake' and ($6 or ",
            is_key_worker!(),
            ")) or (t.position = 'service_head' and ",
            is_head_here!(),
            "))"
        )
    };
}

/// Longer lists than this nobody reads; the page says that it is not all.
pub const LONGEST: usize = 200;

const MINE: Listing = listing!(
    fully,
    task_columns!(),
    near_me!("", ""),
    concat!(
        joined!(),
        "and t.done_at is null and not ",
        task_has_lapsed!("t"),
        " and ",
        for_me!(),
        " order by t.due_on, t.is_legal_deadline desc, t.id limit 200"
    )
);
const OF_MY_DAY: Listing = listing!(
    fully,
    task_columns!(),
    near_me!(
        of_these_days!(),
        " union
             select t.id from task t
              where t.service_id = $1 and t.done_at is null and t.rule = case when $5 then 'r029' end"
    ),
    concat!(
        joined!(),
        "and t.done_at is null and not ",
        task_has_lapsed!("t"),
        " and (",
        for_me!(),
        " or (t.rule = 'r029' and ",
        is_head_here!(),
        ")) order by t.due_on, t.is_legal_deadline desc, t.id limit 200"
    )
);
const OPEN: Listing = listing!(
    fully,
    task_columns!(),
    tasks_of_folders!(),
    concat!(
        "and t.done_at is null and not ",
        task_has_lapsed!("t"),
        " order by t.due_on, t.is_legal_deadline desc, t.id limit 200"
    )
);
const DONE: Listing = listing!(
    fully,
    task_columns!(),
    tasks_of_folders!(),
    "and t.done_at >= $8 order by t.done_at desc, t.id limit 200"
);

/// The viewer's open tasks in the folders he may see, the nearest first.
pub fn my_tasks(caseload: &Caseload) -> Result<Vec<Task>, Failure> {
    caseload.all(MINE, &[])
}

/// The same and, for the head, every assessment that the service waits for: those due by a day, and consents and
/// assessments however far their terms are.
pub fn tasks_of_my_day(caseload: &Caseload, until: Date) -> Result<Vec<Task>, Failure> {
    caseload.all(OF_MY_DAY, params![until])
}

pub fn open_tasks(caseload: &Caseload) -> Result<Vec<Task>, Failure> {
    caseload.all(OPEN, &[])
}

pub fn done_tasks(caseload: &Caseload, since: i64) -> Result<Vec<Task>, Failure> {
    caseload.all(DONE, params![since])
}

/// The folder's tasks as of the day it is shown: open ones by their terms, then done ones, the last first.
pub fn tasks_of(folder: &Folder) -> Result<Vec<Task>, Failure> {
    const ALL: &str = concat!(
        "select t.id as id, t.version as version, t.folder_id as folder_id, '' as given_name, '' as family_name,
               t.what as what, t.due_on as due_on, t.is_legal_deadline as is_legal_deadline, t.origin as origin,
               t.origin_id as origin_id, t.rule as rule, t.position as position, coalesce(w.given_name || ' ' || w.family_name, '') as worker,
               case when t.done_at <= $2 then t.done_at else null end as done_at,
               case when t.done_at <= $2 then coalesce(d.given_name || ' ' || d.family_name, '') else '' end as done_by,
               case when t.done_at <= $2 then t.done_note else '' end as done_note,
               ($3 and t.done_at is null and ",
        task_has_lapsed!("t"),
        ") as has_lapsed
          from task t
          left join worker w on w.id = t.worker_id
          left join worker d on d.id = t.done_by
         where t.folder_id = $1 and t.recorded_at <= $2
         order by case when t.done_at <= $2 then t.done_at else null end desc, t.due_on, t.id"
    );
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of(), !folder.is_past(), folder.today()])?)
}

/// One task of the folder; a task of another one does not exist.
pub fn task(folder: &Folder, id: TaskId) -> Result<Task, Failure> {
    tasks_of(folder)?.into_iter().find(|task| task.id == id).ok_or(Failure::Absent)
}

record! {
    /// Somebody is expected.
    pub struct Appointment {
        pub id: AppointmentId,
        pub version: i64,
        pub folder_id: FolderId,
        pub given_name: String,
        pub family_name: String,
        pub starts_at: i64,
        pub minutes: i64,
        pub kind: String,
        pub label: String,
        pub note: String,
        pub worker: String,
        pub is_recorded: bool,
    }
}

macro_rules! appointment_columns {
    () => {
        "a.id as id, a.version as version, a.folder_id as folder_id, p.given_name as given_name,
         p.family_name as family_name, a.starts_at as starts_at, a.minutes as minutes, a.kind as kind,
         coalesce((select i.label from code_list_item i where i.list = 'appointment_kind' and i.code = a.kind
                    order by i.valid_from desc limit 1), a.kind) as label,
         a.note as note, w.given_name || ' ' || w.family_name as worker,
         case when a.activity_id is null and a.assessment_id is null then false else true end as is_recorded"
    };
}

const MY_APPOINTMENTS: Listing = listing!(
    fully,
    appointment_columns!(),
    "from client_folder f
     join appointment a on a.folder_id = f.id and a.service_id = f.service_id
     join person_version p on p.folder_id = f.id and p.replaced_at is null
     join worker w on w.id = a.worker_id",
    "and a.worker_id = $2 and a.cancelled_at is null and a.starts_at >= $8 and a.starts_at <= $9
     and ((a.activity_id is null and a.assessment_id is null) or a.starts_at >= $10)
     order by a.starts_at, a.id limit 100"
);

/// How long one is reminded of an appointment that nobody wrote down.
const REMINDED_FOR: i64 = 60 * 24 * 3_600_000;

/// The viewer's appointments of a day, and older ones of which no record has been made.
pub fn my_appointments(caseload: &Caseload, day: Date) -> Result<Vec<Appointment>, Failure> {
    let (start, end) = (clock::start_of(day), clock::end_of(day));
    caseload.all(MY_APPOINTMENTS, params![start - REMINDED_FOR, end, start])
}

/// What is planned in the folder, the nearest first.
pub fn planned(folder: &Folder) -> Result<Vec<Appointment>, Failure> {
    const PLANNED: &str = concat!(
        "select ",
        appointment_columns!(),
        " from appointment a
          join person_version p on p.folder_id = a.folder_id and p.replaced_at is null
          join worker w on w.id = a.worker_id
         where a.folder_id = $1 and a.recorded_at <= $3 and (a.cancelled_at is null or a.cancelled_at > $3)
           and not exists (select 1 from activity_version v
                            where v.activity_id = a.activity_id and v.folder_id = $1 and v.recorded_at <= $3)
           and not exists (select 1 from assessment s
                            where s.id = a.assessment_id and s.folder_id = $1 and s.recorded_at <= $3)
           and a.starts_at >= $2
         order by a.starts_at, a.id limit 50"
    );
    Ok(folder.db().all(PLANNED, params![folder.id(), clock::start_of(folder.day()), folder.as_of()])?)
}
