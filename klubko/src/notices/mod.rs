//! „Upozornění“: something happened that a worker should know. A notice holds a kind and what it is about, no
//! content and no name; what it leads to is guarded by its own door.
//!
//! For every worker, and for the slices that tell them ([`tell`]). A notice about a folder or a shared item that the reader
//! may not see any more is neither listed nor counted.

mod pages;
mod store;

use crate::kernel::caseload::Caseload;
use crate::kernel::failure::Failure;
use crate::kernel::route::Route;
use rules::access::Act;
pub use store::{NewNotice, Receipt, receipts, tell};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeNotices, "/notices", pages::page),
        Route::form(Act::KeepOwn, "/notices/read", pages::read_all),
        Route::form(Act::KeepOwn, "/notices/{notice}/read", pages::read),
    ]
}

/// How many the viewer has not read yet. What he may still see is asked only when there is anything at all.
pub fn unread(caseload: &Caseload) -> Result<usize, Failure> {
    if !store::is_any_unread(caseload)? {
        return Ok(0);
    }
    Ok(store::all(caseload)?.iter().filter(|one| one.read_at.is_none()).count())
}
