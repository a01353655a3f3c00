//! One box that finds people and actions: without diacritics, in any order, by beginnings of words, by year of birth,
//! telephone and folder number. One slip of the hand in a long name is forgiven.
//!
//! For every worker of a service, in the folders that he may see. What was typed is always journalled (decision 17);
//! folders that he only knows by name are found by name only, others leave no hint.

mod actions;
mod near;
mod pages;
mod store;
mod typed;

use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![Route::page(Act::Search, "/search", pages::search)]
}
