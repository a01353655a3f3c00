//! The plan as it stood at a moment, in three statements whatever its size.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{ServiceId, StatementId, ThreadId, WorkerId};
use crate::{params, record};
use jiff::civil::Date;
use rules::evaluation::GoalResult;
use rules::plan::StepState;

record! {
    /// What holds for the plan as a whole.
    #[derive(Clone, Debug)]
    pub struct Head {
        pub id: StatementId,
        pub version: i64,
        pub planning_way: String,
        pub way_reason: String,
        pub strengths: String,
        pub risks: String,
        pub exit_criteria: String,
        pub recorded_at: i64,
        pub recorded_by: WorkerId,
    }
}

pub fn head(folder: &Folder, thread: ThreadId, at: i64) -> Result<Option<Head>, Failure> {
    const HEAD: &str = "
        select p.id as id, p.version as version, p.planning_way as planning_way, p.way_reason as way_reason,
               p.strengths as strengths, p.risks as risks, p.exit_criteria as exit_criteria,
               p.recorded_at as recorded_at, p.recorded_by as recorded_by
          from individual_plan p
         where p.folder_id = $1 and p.thread_id = $2 and p.recorded_at <= $3
           and (p.replaced_at is null or p.replaced_at > $3)";
    Ok(folder.db().first(HEAD, params![folder.id(), thread, at])?)
}

record! {
    /// A goal with what came of it in the newest evaluation.
    #[derive(Clone, Debug)]
    pub struct Goal {
        pub id: StatementId,
        pub version: i64,
        pub position: i64,
        pub goal: String,
        pub in_own_words: String,
        pub success_indicator: String,
        pub horizon_on: Option<Date>,
        pub links: String,
        pub is_outside_purpose: bool,
        pub ended_on: Option<Date>,
        pub end_reason: String,
        pub recorded_at: i64,
        pub recorded_by: WorkerId,
        pub result: Option<GoalResult>,
        pub result_on: Option<Date>,
        pub result_note: Option<String>,
    }
}

pub fn goals(folder: &Folder, thread: ThreadId, at: i64) -> Result<Vec<Goal>, Failure> {
    const GOALS: &str = "
        select p.id as id, p.version as version, p.position as position, p.goal as goal,
               p.in_own_words as in_own_words, p.success_indicator as success_indicator, p.horizon_on as horizon_on,
               p.links as links, p.is_outside_purpose as is_outside_purpose, p.ended_on as ended_on,
               p.end_reason as end_reason, p.recorded_at as recorded_at, p.recorded_by as recorded_by,
               e.result as result, v.evaluated_on as result_on, e.note as result_note
          from personal_goal p
          left join evaluation v on v.folder_id = p.folder_id and v.recorded_at <= $3
                                and (v.replaced_at is null or v.replaced_at > $3) and v.id = (
                   select h.id from goal_evaluation g join evaluation h on h.id = g.evaluation_id and h.version = g.version
                    where g.folder_id = p.folder_id and g.goal_id = p.id and h.recorded_at <= $3
                      and (h.replaced_at is null or h.replaced_at > $3)
                    order by h.begun_at desc, h.id desc limit 1)
          left join goal_evaluation e on e.evaluation_id = v.id and e.version = v.version and e.goal_id = p.id
         where p.folder_id = $1 and p.thread_id = $2 and p.recorded_at <= $3
           and (p.replaced_at is null or p.replaced_at > $3)
         order by p.position, p.id";
    Ok(folder.db().all(GOALS, params![folder.id(), thread, at])?)
}

record! {
    #[derive(Clone, Debug)]
    pub struct Step {
        pub id: StatementId,
        pub version: i64,
        pub goal_id: StatementId,
        pub position: i64,
        pub step: String,
        /// A code of `rules::plan::Doer`, empty in a draft.
        pub doer: String,
        pub worker_id: Option<WorkerId>,
        pub worker: Option<String>,
        pub doer_name: String,
        /// The other service that works on it.
        pub with_service_id: Option<ServiceId>,
        pub due_on: Option<Date>,
        pub state: StepState,
        pub state_on: Option<Date>,
    }
}

pub fn steps(folder: &Folder, thread: ThreadId, at: i64) -> Result<Vec<Step>, Failure> {
    const STEPS: &str = "
        select p.id as id, p.version as version, p.goal_id as goal_id, p.position as position, p.step as step,
               p.doer as doer, p.worker_id as worker_id,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as worker,
               p.doer_name as doer_name, p.with_service_id as with_service_id, p.due_on as due_on, p.state as state, p.state_on as state_on
          from plan_step p left join worker w on w.id = p.worker_id
         where p.folder_id = $1 and p.thread_id = $2 and p.recorded_at <= $3
           and (p.replaced_at is null or p.replaced_at > $3) and p.state <> 'dropped'
         order by p.position, p.id";
    Ok(folder.db().all(STEPS, params![folder.id(), thread, at])?)
}

record! {
    /// What the service says it is for.
    pub struct Purpose {
        pub name: String,
        pub mission: String,
        pub circle_of_persons: String,
    }
}

pub fn purpose(folder: &Folder) -> Result<Purpose, Failure> {
    const PURPOSE: &str = "
        select s.name as name, s.mission as mission, s.circle_of_persons as circle_of_persons
          from service s join client_folder f on f.service_id = s.id where f.id = $1";
    let found: Option<Purpose> = folder.db().first(PURPOSE, params![folder.id()])?;
    found.ok_or(Failure::Absent)
}
