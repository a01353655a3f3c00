//! Records of work to the goals of a plan: what may be chosen, and what was written to each goal.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ActivityId, StatementId, WorkerId};
use crate::{params, record};
use rules::activity::{Form, Kind};

record! {
    /// An open goal with one of its steps, or without any.
    pub struct Open {
        pub goal_id: StatementId,
        pub goal: String,
        pub step_id: Option<StatementId>,
        pub step: Option<String>,
        pub worker_id: Option<WorkerId>,
    }
}

/// Open goals of a plan that was agreed, each with its steps; nothing before the first agreement.
pub fn open(folder: &Folder) -> Result<Vec<Open>, Failure> {
    const OPEN: &str = "
        select p.id as goal_id, p.goal as goal, s.id as step_id, s.step as step, s.worker_id as worker_id
          from personal_goal p
          left join plan_step s on s.folder_id = p.folder_id and s.goal_id = p.id and s.replaced_at is null
                                and s.state <> 'dropped'
         where p.folder_id = $1 and p.replaced_at is null and p.ended_on is null
           and p.thread_id = (select c.id from case_thread c where c.folder_id = $1
                               order by c.recorded_at desc, c.id desc limit 1)
           and exists (select 1 from plan_agreement g where g.folder_id = p.folder_id and g.thread_id = p.thread_id)
           and coalesce((select e.result from goal_evaluation e
                           join evaluation v on v.id = e.evaluation_id and v.version = e.version
                                            and v.replaced_at is null
                          where e.folder_id = p.folder_id and e.goal_id = p.id
                          order by v.begun_at desc, v.id desc limit 1), 'running') = 'running'
         order by p.position, p.id, s.position, s.id";
    Ok(folder.db().all(OPEN, params![folder.id()])?)
}

record! {
    /// Something that was done to a goal.
    pub struct Linked {
        pub goal_id: StatementId,
        pub step: Option<String>,
        pub id: ActivityId,
        pub kind: Kind,
        pub form: Form,
        pub starts_at: i64,
        pub author: String,
    }
}

/// Records to goals as known at the moment shown, the newest first; what was struck out is none.
pub fn records(folder: &Folder) -> Result<Vec<Linked>, Failure> {
    const LINKED: &str = "
        select g.goal_id as goal_id, s.step as step, v.activity_id as id, v.kind as kind, v.form as form,
               v.starts_at as starts_at, w.given_name || ' ' || w.family_name as author
          from record_goal g
          join activity_version v on v.activity_id = g.activity_id and v.folder_id = g.folder_id
                                 and v.recorded_at <= $2 and (v.replaced_at is null or v.replaced_at > $2)
          join worker w on w.id = v.worker_id
          left join plan_step s on s.id = g.step_id and s.folder_id = g.folder_id and s.recorded_at <= $2
                                and (s.replaced_at is null or s.replaced_at > $2)
          left join record_strike_out o on o.activity_id = g.activity_id and o.recorded_at <= $2
         where g.folder_id = $1 and g.recorded_at <= $2 and (g.replaced_at is null or g.replaced_at > $2)
           and o.activity_id is null
         order by v.starts_at desc, v.activity_id desc";
    Ok(folder.db().all(LINKED, params![folder.id(), folder.as_of()])?)
}
