//! Můj den: what is to be done today, first of all legal deadlines, then people, then what is left to write.
//!
//! For every worker of a service; a peer mentor has his own, smaller one (UX 3.2, W1; R-143). No counters before work.

mod pages;
mod store;

use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![Route::page(Act::SeeMyDay, "/", pages::my_day)]
}
