//! Reasons by which warnings were answered, shown with what they let through.

use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::{params, record};
use uuid::Uuid;

record! {
    /// Why the deed went on although a rule questioned it.
    pub struct Reason {
        pub reason: String,
    }
}

/// Of a statement in a folder.
pub fn in_folder(folder: &Folder, object: impl Into<Uuid>) -> Result<Vec<Reason>, Failure> {
    const REASONS: &str = "
        select reason from warning_answer
         where object_id = $1 and folder_id = $2 and recorded_at <= $3 order by rule, id";
    Ok(folder.db().all(REASONS, params![object.into(), folder.id(), folder.as_of()])?)
}

/// Of a thing of the service that has no folder.
pub fn at_desk(desk: &Desk, object: impl Into<Uuid>) -> Result<Vec<Reason>, Failure> {
    const REASONS: &str = "
        select reason from warning_answer
         where object_id = $1 and service_id = $2 and folder_id is null order by rule, id";
    Ok(desk.db().all(REASONS, params![object.into(), desk.service()])?)
}
