//! Tasks: what, for whom, due when, where from, done when. Deeds create them; amber and overdue are computed when read
//! (decision 9), so there is no scheduler. Their pages stand in `agenda`.

mod store;

<<<<<<< HEAD
use crate::kernel::route::Route;
pub use store::{NewTask, create, create_for_folder, release, settle};

pub fn routes() -> Vec<Route> {
    vec![]
}
=======
pub use store::{NewTask, create, create_for_folder, finish, hand_over, release, reopen, settle};
>>>>>>> a7fdddb (List tasks, set and finish them, plan appointments)
