//! Who is tied to a folder: its key worker at every moment, invited workers and mentors, substitutes, workers
//! with whom cooperation is limited. Facts only; the pages stand in `team` and `assessment`.
//!
//! For every slice that names a colleague or asks who holds the case.

mod store;

use crate::accounts::{self, Colleague};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::messages_cs::InCzech;
use rules::access::Subject;
use rules::coded::Coded;
pub use store::key_worker::{Held, KeyWorker, key_worker, line, name_key_worker, pass_key_worker};
pub use store::limits::{excluded_ids, limited};

/// The people of the folder's service who may take a part in it, for a select field: (id, name and profession).
/// Whoever is excluded from the folder is left out.
pub fn colleague_options(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let excluded = excluded_ids(folder)?;
    let colleagues = accounts::colleagues(folder.db(), folder.service(), folder.today())?;
    let free = colleagues.iter().filter(|one| !excluded.contains(&one.id));
    Ok(free.map(|one| (one.id.to_string(), named(one))).collect())
}

/// `Mgr. Alena Příkladná, sociální pracovník`
pub fn named(colleague: &Colleague) -> String {
    if !colleague.specialisation.is_empty() {
        return format!("{}, {}", colleague.name(), colleague.specialisation);
    }
    let subject = Subject::from_code(colleague.profession.code());
    let profession = subject.map(|subject| subject.cs()).unwrap_or_default();
    format!("{}, {profession}", colleague.name())
}
