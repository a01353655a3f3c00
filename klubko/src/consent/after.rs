//! What ends with a consent, for the page that asks and for the deed that does it.

use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::StatementId;

/// What stops by the withdrawal, in sentences.
pub(super) fn what_stops(_folder: &Folder<'_>, _consent: StatementId) -> Result<Vec<String>, Failure> {
    Ok(Vec::new())
}

/// Ends what was under way on a consent that is over.
pub(super) fn withdrawal(_change: &mut Change<'_>, _folder: &Folder<'_>, _consent: StatementId) -> Result<(), Failure> {
    Ok(())
}
