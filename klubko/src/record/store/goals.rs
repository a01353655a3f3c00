//! The goal or the step that a record leads to.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ActivityId, FolderId, StatementId};
use crate::params;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub goal: StatementId,
    pub step: Option<StatementId>,
}

/// Writes the link of a version of an activity; the one before it stays readable.
pub fn link(
    change: &mut Change,
    folder: FolderId,
    (activity, version): (ActivityId, i64),
    link: Option<Link>,
) -> Result<(), Failure> {
    const REPLACED: &str = "
        update record_goal set replaced_at = $3
         where activity_id = $1 and folder_id = $2 and replaced_at is null";
    const INSERT: &str = "
        insert into record_goal (activity_id, version, folder_id, goal_id, step_id, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let (at, by) = (change.at(), change.by());
    change.run(REPLACED, params![activity, folder, at])?;
    match link {
        Some(Link { goal, step }) => {
            change.run(INSERT, params![activity, version, folder, goal, step, at, by]).map(drop)
        }
        None => Ok(()),
    }
}
