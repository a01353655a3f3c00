//! Tasks: what, for whom, due when, where from, done when. Deeds create them; amber and overdue are computed when read
//! (decision 9), so there is no scheduler. Their pages stand in `agenda`.

mod store;

pub use store::{
    NewTask, create, create_for_folder, finish, hand_to, put_off, release, reopen, settle, settle_from, settle_of,
    settle_of_service,
};
