//! A part of the commission that another service took up, as it stands in the sender's plan: a step of the goal it
//! belongs to, or a note where the plan is unwritten. Written by the deed of the other service, which reads nothing here.

use crate::kernel::change::Change;
use crate::kernel::crossing::FarFolder;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ServiceId, StatementId};
use crate::params;
use jiff::civil::Date;

#[derive(Clone, Copy, Debug)]
pub struct PartStep<'a> {
    /// The goal that the sender chose, if it is still there.
    pub goal: Option<StatementId>,
    pub part: &'a str,
    pub with_service: ServiceId,
    /// „řešeno ve spolupráci s …“
    pub note: &'a str,
    pub due_on: Option<Date>,
}

/// Writes the step or the note; answers which statement it is, and whether it is a step.
pub fn part_taken_up(
    change: &mut Change,
    far: &FarFolder,
    step: &PartStep<'_>,
) -> Result<(StatementId, bool), Failure> {
    const STEP: &str = "
        insert into plan_step (id, version, folder_id, thread_id, goal_id, position, step, doer, worker_id, doer_name,
                               with_service_id, due_on, state, state_on, recorded_at, recorded_by)
        select $1, 1, g.folder_id, g.thread_id, g.id,
               (select coalesce(max(p.position), 0) + 1 from plan_step p
                 where p.folder_id = g.folder_id and p.goal_id = g.id and p.replaced_at is null),
               $4, 'other', null, $5, $6, $7, 'open', null, $8, $9
          from personal_goal g
         where g.id = $2 and g.folder_id = $3 and g.replaced_at is null and g.ended_on is null";
    const NOTE: &str = "
        insert into plan_note (id, folder_id, thread_id, noted_on, goal, note, recorded_at, recorded_by)
        select $1, t.folder_id, t.id, $3, $4, $5, $6, $7 from case_thread t
         where t.folder_id = $2 order by t.recorded_at desc, t.id desc limit 1";
    let (at, by, on, folder) = (change.at(), change.by(), change.today(), far.id());
    let id = change.begin_statement(folder, "plan_step")?;
    if let Some(goal) = step.goal {
        let row = params![id, goal, folder, step.part, step.note, step.with_service, step.due_on, at, by];
        if change.run(STEP, row)? > 0 {
            return Ok((id, true));
        }
    }
    change.run(NOTE, params![id, folder, on, step.part, step.note, at, by])?;
    Ok((id, false))
}
