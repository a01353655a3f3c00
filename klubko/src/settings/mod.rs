//! What a provider sets: its code lists, its services and their profile, the numbers of its methodology within the words
//! of the source (decision 8), and when a screen locks. For heads of services and the technical admin.

mod starter;

use crate::kernel::route::Route;
pub use starter::{put_up, starting};

pub fn routes() -> Vec<Route> {
    vec![]
}
