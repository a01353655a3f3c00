//! Who works with the client: key worker and handover, invited workers, mentors, substitutes, limited cooperation.
//!
//! For the workers of a folder. What is known of a folder's ties stands in `ties`.

use crate::kernel::route::Route;
pub use crate::ties::{KeyWorker, colleague_options, key_worker, limited, name_key_worker};

pub fn routes() -> Vec<Route> {
    vec![]
}
