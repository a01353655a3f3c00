//! Clients of a service: the list, a folder's cover and first page, personal data.
//!
//! For every worker of the service. The list shows names; what is inside is behind the door.

mod head;
mod open;
mod store;

use crate::kernel::route::Route;
pub use head::{FolderHead, head};
pub use open::{NewPerson, OpenedFolder, number, open_folder, reword, thread};

pub fn routes() -> Vec<Route> {
    vec![]
}
