//! Tasks: what, for whom, due when, where from, done when. Deeds create them; amber and overdue are computed when read
//! (decision 9), so there is no scheduler.

mod store;

use crate::kernel::route::Route;
pub use store::{NewTask, create, create_for_folder, release, settle};

pub fn routes() -> Vec<Route> {
    vec![]
}
