//! Limited cooperation: with whom, from when, until when.

use super::full_name;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::WorkerId;
use crate::{params, record};

record! {
    struct Limited {
        worker_id: WorkerId,
        title: String,
        given_name: String,
        family_name: String,
    }
}

const NOW: &str = "
    select x.worker_id as worker_id, w.title as title, w.given_name as given_name, w.family_name as family_name
      from worker_exclusion x join worker w on w.id = x.worker_id
     where x.folder_id = $1 and x.from_at <= $2 and (x.until_at is null or x.until_at > $2)
     order by w.name_order, w.id";

/// Names of the workers with whom cooperation is limited now; for the bar „Omezená spolupráce“.
pub fn limited(folder: &Folder) -> Result<Vec<String>, Failure> {
    let now: Vec<Limited> = folder.db().all(NOW, params![folder.id(), folder.as_of()])?;
    Ok(now.iter().map(|one| full_name(&one.title, &one.given_name, &one.family_name)).collect())
}

/// The same by id, for fields where a colleague is chosen.
pub fn excluded_ids(folder: &Folder) -> Result<Vec<WorkerId>, Failure> {
    let now: Vec<Limited> = folder.db().all(NOW, params![folder.id(), folder.as_of()])?;
    Ok(now.iter().map(|one| one.worker_id).collect())
}
