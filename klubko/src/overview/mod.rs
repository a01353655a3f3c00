//! The overview of a service for its head: terms, applicants who wait, plans to look at again, half-written texts, load.
//!
//! For the head of the service. Numbers, terms and folder numbers only: what stands in the folders is not needed here
//! (R-023, R-029, R-016; practice 3.7). Folders from which the head is excluded are in no line and no number.

mod pages;
mod store;

use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![Route::page(Act::SeeServiceOverview, "/overview", pages::page)]
}
