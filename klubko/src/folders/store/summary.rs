//! What the first page of a folder shows besides its head; one statement for each of its blocks.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::ActivityId;
use crate::{params, record, task_has_lapsed};
use jiff::civil::Date;
use rules::activity::{Form, Kind};
use rules::evaluation::GoalResult;

record! {
    /// Something that was done with the client.
    pub struct Event {
        pub id: ActivityId,
        pub kind: Kind,
        pub form: Form,
        pub starts_at: i64,
        pub minutes: i64,
        pub worker: String,
        pub agreed: Option<String>,
    }
}

/// The last three things that were done; struck-out ones are left out here.
pub fn last_events(folder: &Folder) -> Result<Vec<Event>, Failure> {
    const LAST: &str = "
        select v.activity_id as id, v.kind as kind, v.form as form, v.starts_at as starts_at, v.minutes as minutes,
               w.given_name || ' ' || w.family_name as worker, r.agreed as agreed
          from activity_version v
          join worker w on w.id = v.worker_id
          left join record_strike_out o on o.activity_id = v.activity_id and o.recorded_at <= $2
          left join progress_record r on r.activity_id = v.activity_id and r.folder_id = v.folder_id
                and r.recorded_at <= $2 and (r.replaced_at is null or r.replaced_at > $2)
         where v.folder_id = $1 and v.recorded_at <= $2 and (v.replaced_at is null or v.replaced_at > $2)
           and o.activity_id is null
         order by v.starts_at desc, v.activity_id desc limit 3";
    Ok(folder.db().all(LAST, params![folder.id(), folder.as_of()])?)
}

record! {
    /// A task not done yet.
    pub struct OpenTask {
        pub what: String,
        pub due_on: Date,
        pub is_legal_deadline: bool,
        pub worker: Option<String>,
        pub position: Option<String>,
    }
}

/// Open tasks, the most urgent first.
pub fn open_tasks(folder: &Folder) -> Result<Vec<OpenTask>, Failure> {
    const OPEN: &str = concat!(
        "select d.what as what, d.due_on as due_on, d.is_legal_deadline as is_legal_deadline,
               w.given_name || ' ' || w.family_name as worker, d.position as position
          from task d left join worker w on w.id = d.worker_id
         where d.folder_id = $1 and d.recorded_at <= $2 and (d.done_at is null or d.done_at > $2)
           and not ($3 and ",
        task_has_lapsed!("d"),
        ") order by d.due_on, d.id limit 5"
    );
    Ok(folder.db().all(OPEN, params![folder.id(), folder.as_of(), !folder.is_past(), folder.today()])?)
}

record! {
    /// An appointment to come.
    pub struct Planned {
        pub kind: String,
        pub starts_at: i64,
        pub minutes: i64,
        pub worker: String,
    }
}

/// Appointments from the day shown on, the nearest first.
pub fn planned(folder: &Folder) -> Result<Vec<Planned>, Failure> {
    const PLANNED: &str = "
        select coalesce(i.label, b.kind) as kind, b.starts_at as starts_at, b.minutes as minutes,
               w.given_name || ' ' || w.family_name as worker
          from appointment b
          join worker w on w.id = b.worker_id
          left join code_list_item i on i.list = 'appointment_kind' and i.code = b.kind and i.valid_from <= $4
                and (i.valid_to is null or i.valid_to >= $4)
         where b.folder_id = $1 and b.recorded_at <= $2 and b.starts_at >= $3
           and not exists (select 1 from activity_version v
                            where v.activity_id = b.activity_id and v.folder_id = $1 and v.recorded_at <= $2)
           and not exists (select 1 from assessment s
                            where s.id = b.assessment_id and s.folder_id = $1 and s.recorded_at <= $2)
           and (b.cancelled_at is null or b.cancelled_at > $2)
         order by b.starts_at, b.id limit 3";
    let from = crate::kernel::clock::start_of(folder.day());
    Ok(folder.db().all(PLANNED, params![folder.id(), folder.as_of(), from, folder.day()])?)
}

record! {
    /// A goal of the plan with what came of it.
    pub struct Goal {
        pub goal: String,
        pub horizon_on: Option<Date>,
        pub result: Option<GoalResult>,
    }
}

/// Goals of the newest thread that were not given up, as of the moment shown.
pub fn goals(folder: &Folder) -> Result<Vec<Goal>, Failure> {
    const GOALS: &str = "
        select p.goal as goal, p.horizon_on as horizon_on,
               (select e.result from goal_evaluation e
                  join evaluation v on v.id = e.evaluation_id and v.version = e.version and v.recorded_at <= $2
                                   and (v.replaced_at is null or v.replaced_at > $2)
                 where e.folder_id = p.folder_id and e.goal_id = p.id
                 order by v.begun_at desc, v.id desc limit 1) as result
          from personal_goal p
         where p.folder_id = $1 and p.recorded_at <= $2 and (p.replaced_at is null or p.replaced_at > $2)
           and p.ended_on is null
           and p.thread_id = (select c.id from case_thread c where c.folder_id = $1 and c.recorded_at <= $2
                               order by c.recorded_at desc, c.id desc limit 1)
         order by p.position, p.id limit 10";
    Ok(folder.db().all(GOALS, params![folder.id(), folder.as_of()])?)
}

record! {
    /// Somebody who helps besides the key worker.
    pub struct Helper {
        pub name: String,
        pub as_mentor: bool,
        pub until_day: Option<Date>,
    }
}

/// Invited workers and mentors on the day shown.
pub fn helpers(folder: &Folder) -> Result<Vec<Helper>, Failure> {
    const HELPERS: &str = "
        select a.as_mentor as as_mentor, a.until_day as until_day,
               case when w.title = '' then '' else w.title || ' ' end || w.given_name || ' ' || w.family_name as name
          from assignment a join worker w on w.id = a.worker_id
         where a.folder_id = $1 and a.recorded_at <= $2 and (a.ended_at is null or a.ended_at > $2)
           and a.from_day <= $3 and (a.until_day is null or a.until_day >= $3)
         order by a.as_mentor, w.name_order, a.id";
    Ok(folder.db().all(HELPERS, params![folder.id(), folder.as_of(), folder.day()])?)
}
