use super::{NewActivity, insert_topic, insert_version};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::id::{ActivityId, FolderId};
use crate::params;

/// Replaces the version that was read by a new one; the old one stays readable.
///
/// Errors: [`Failure::Overtaken`] when somebody else corrected it meanwhile.
pub fn correct(
    change: &mut Change,
    folder: FolderId,
    (id, version): (ActivityId, i64),
    new: &NewActivity<'_>,
) -> Result<(), Failure> {
    const REPLACE: &str = "
        update activity_version set replaced_at = $4
         where activity_id = $1 and version = $2 and folder_id = $3 and replaced_at is null";
    let at = change.at();
    change.replace(REPLACE, params![id, version, folder, at])?;
    insert_version(change, id, version + 1, new)?;
    clear_topics(change, folder, id)?;
    for topic in new.topics {
        insert_topic(change, id, new.folder, topic)?;
    }
    Ok(())
}

fn clear_topics(change: &mut Change, folder: FolderId, id: ActivityId) -> Result<(), Failure> {
    const CLEAR: &str = "delete from activity_topic where activity_id = $1 and folder_id = $2";
    change.run(CLEAR, params![id, folder]).map(drop)
}
