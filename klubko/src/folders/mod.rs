//! Clients of a service: the list, a folder's cover and first page, personal data.
//!
//! For every worker of the service. The list shows names; what is inside is behind the door.

mod head;

use crate::kernel::route::Route;
pub use head::{FolderHead, head};

pub fn routes() -> Vec<Route> {
    vec![]
}
