//! What other slices tell a case: the key worker who led it has handed the folder over.

use super::store::{cases, people};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::WorkerId;

/// With the folder the lead of its case passes too (text 156), at the same moment; a lead from the other service stays.
pub fn follow_key_worker(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    (from, to): (WorkerId, WorkerId),
    at: i64,
) -> Result<(), Failure> {
    for case in cases::all(folder)?.iter().filter(|case| case.ended_on.is_none()) {
        let held = people::leads(folder, case.id)?;
        let his = held.iter().filter(|one| one.is_now(at) && one.worker_id == from);
        for one in his.filter(|one| one.service_id == folder.service()) {
            people::pass(change, folder, case.id, (to, one.service_id, one.is_contact), at)?;
        }
    }
    Ok(())
}
