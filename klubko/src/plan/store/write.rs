//! Writing the plan: each of its parts is a statement with versions, nothing is written over.

use super::read::{Goal, Head, Step};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{FolderId, StatementId, ThreadId};
use crate::params;
use jiff::civil::Date;
use rules::plan::StepState;

type Place = (FolderId, ThreadId);

/// What is typed for the plan as a whole.
pub struct NewHead<'a> {
    pub planning_way: &'a str,
    pub way_reason: &'a str,
    pub strengths: &'a str,
    pub risks: &'a str,
    pub exit_criteria: &'a str,
}

/// Errors: [`Failure::Overtaken`] when somebody else has written meanwhile.
pub fn head(
    change: &mut Change,
    (folder, thread): Place,
    (stands, read): (Option<&Head>, i64),
    new: &NewHead<'_>,
) -> Result<StatementId, Failure> {
    const REPLACE: &str = "
        update individual_plan set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    const INSERT: &str = "
        insert into individual_plan (id, version, folder_id, thread_id, planning_way, way_reason, strengths, risks,
                                     exit_criteria, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let (at, by) = (change.at(), change.by());
    let (id, version) = match stands {
        Some(head) => {
            change.replace(REPLACE, params![head.id, read, at, folder])?;
            (head.id, read + 1)
        }
        None if read > 0 => return Err(Failure::Overtaken),
        None => (change.begin_statement(folder, "individual_plan")?, 1),
    };
    let NewHead { planning_way, way_reason, strengths, risks, exit_criteria } = *new;
    let row = params![id, version, folder, thread, planning_way, way_reason, strengths, risks, exit_criteria, at, by];
    change.run(INSERT, row)?;
    Ok(id)
}

/// What is typed for a goal.
#[derive(Clone, Copy)]
pub struct NewGoal<'a> {
    pub position: i64,
    pub goal: &'a str,
    pub in_own_words: &'a str,
    pub success_indicator: &'a str,
    pub horizon_on: Option<Date>,
    pub links: &'a str,
    pub is_outside_purpose: bool,
    pub ended_on: Option<Date>,
    pub end_reason: &'a str,
}

impl<'a> NewGoal<'a> {
    pub const NONE: NewGoal<'static> = NewGoal {
        position: 0,
        goal: "",
        in_own_words: "",
        success_indicator: "",
        horizon_on: None,
        links: "",
        is_outside_purpose: false,
        ended_on: None,
        end_reason: "",
    };

    /// As it stands.
    pub fn of(goal: &'a Goal) -> Self {
        Self {
            position: goal.position,
            goal: &goal.goal,
            in_own_words: &goal.in_own_words,
            success_indicator: &goal.success_indicator,
            horizon_on: goal.horizon_on,
            links: &goal.links,
            is_outside_purpose: goal.is_outside_purpose,
            ended_on: goal.ended_on,
            end_reason: &goal.end_reason,
        }
    }
}

/// A new goal, or another version of one.
pub fn goal(
    change: &mut Change,
    (folder, thread): Place,
    edited: Option<(StatementId, i64)>,
    new: &NewGoal<'_>,
) -> Result<StatementId, Failure> {
    const REPLACE: &str = "
        update personal_goal set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    const INSERT: &str = "
        insert into personal_goal (id, version, folder_id, thread_id, position, goal, in_own_words, success_indicator,
                                   horizon_on, links, is_outside_purpose, ended_on, end_reason, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let (at, by) = (change.at(), change.by());
    let (id, version) = match edited {
        Some((id, read)) => {
            change.replace(REPLACE, params![id, read, at, folder])?;
            (id, read + 1)
        }
        None => (change.begin_statement(folder, "personal_goal")?, 1),
    };
    let NewGoal { position, goal, in_own_words, success_indicator, horizon_on, .. } = *new;
    let NewGoal { links, is_outside_purpose, ended_on, end_reason, .. } = *new;
    let row = params![
        id,
        version,
        folder,
        thread,
        position,
        goal,
        in_own_words,
        success_indicator,
        horizon_on,
        links,
        is_outside_purpose,
        ended_on,
        end_reason,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

/// A new step, or another version of one; `step.version` 0 is a new one.
pub fn step(change: &mut Change, (folder, thread): Place, step: &Step) -> Result<StatementId, Failure> {
    const REPLACE: &str = "
        update plan_step set replaced_at = $3
         where id = $1 and version = $2 and folder_id = $4 and replaced_at is null";
    const INSERT: &str = "
        insert into plan_step (id, version, folder_id, thread_id, goal_id, position, step, doer, worker_id, doer_name,
                               with_service_id, due_on, state, state_on, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
    let (at, by) = (change.at(), change.by());
    let id = if step.version > 0 {
        change.replace(REPLACE, params![step.id, step.version, at, folder])?;
        step.id
    } else {
        change.begin_statement(folder, "plan_step")?
    };
    let (version, goal) = (step.version + 1, step.goal_id);
    let row = params![
        id,
        version,
        folder,
        thread,
        goal,
        step.position,
        &step.step,
        &step.doer,
        step.worker_id,
        &step.doer_name,
        step.with_service_id,
        step.due_on,
        step.state,
        step.state_on,
        at,
        by
    ];
    change.run(INSERT, row)?;
    Ok(id)
}

/// The same step in another state from a day on.
pub fn in_state(step: &Step, read: i64, state: StepState, on: Date) -> Step {
    let state_on = (state != StepState::Open).then_some(on);
    Step { version: read, state, state_on, ..step.clone() }
}
