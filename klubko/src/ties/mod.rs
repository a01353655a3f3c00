//! Who is tied to a folder: its key worker at every moment, invited workers and mentors, substitutes, workers
//! with whom cooperation is limited. Facts only; the pages stand in `team` and `assessment`.
//!
//! For every slice that names a colleague or asks who holds the case.

mod store;

use crate::accounts::{self, Colleague};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::WorkerId;
use crate::kernel::messages_cs::InCzech;
use rules::key_worker::Candidate;
use rules::profession::Profession;
pub use store::assignment::{Assigned, NewAssignment, assign, assignments, end_all_of, end_assessors, end_assignment};
pub use store::full_name;
pub use store::key_worker::{Held, KeyWorker, key_worker, line, name_key_worker, pass_key_worker};
pub use store::limits::{
    Deputy, Exclusion, NewExclusion, deputies, end_deputies, end_exclusion, exclude, excluded_ids, exclusions, limited,
    name_deputy,
};
pub use store::people::people_of;
pub use store::substitution::{Substitution, end_substitution, plan_substitution, substitutes_of, substitutions};
pub use store::tie::still_may;

/// The people of the folder's service who may take a part in it, for a select field: (id, name and profession).
/// Whoever is excluded from the folder is left out.
pub fn colleague_options(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let excluded = excluded_ids(folder)?;
    let colleagues = accounts::colleagues(folder.db(), folder.service(), folder.today())?;
    let free = colleagues.iter().filter(|one| !excluded.contains(&one.id));
    Ok(free.map(|one| (one.id.to_string(), named(one))).collect())
}

/// Those who may open the folder, by name, for whatever is to be done in it.
pub fn people_options(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let named =
        |one: store::people::Somebody| (one.id.to_string(), full_name(&one.title, &one.given_name, &one.family_name));
    Ok(people_of(folder)?.into_iter().map(named).collect())
}

/// `Mgr. Alena Příkladná, sociální pracovník`
pub fn named(colleague: &Colleague) -> String {
    if !colleague.specialisation.is_empty() {
        return format!("{}, {}", colleague.name(), colleague.specialisation);
    }
    format!("{}, {}", colleague.name(), colleague.profession.cs())
}

/// Somebody who is to take a part in the case: of the service, of which profession, excluded or not.
pub fn candidate(folder: &Folder, worker: WorkerId) -> Result<Option<Candidate<WorkerId>>, Failure> {
    let excluded = excluded_ids(folder)?.contains(&worker);
    let colleague = accounts::colleague(folder.db(), folder.service(), worker, folder.today())?;
    let profession = colleague.map(|one| one.profession);
    Ok(profession.map(|profession| Candidate { worker, profession, active_in_service: true, excluded }))
}

/// Somebody who is not of the service (any more): he can take no part.
pub fn nobody(worker: WorkerId) -> Candidate<WorkerId> {
    Candidate { worker, profession: Profession::SocialWorker, active_in_service: false, excluded: false }
}
