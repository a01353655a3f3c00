//! The end of the cooperation (R-018, R-126, R-142; criterion 6c): by an evaluation, or for a reason that leaves no room
//! for one; what is still open is settled or handed to somebody, the folder is kept as long as it must be. Whoever comes
//! again begins a new thread and is an applicant again.
//!
//! The key worker or the head closes; everybody of the folder reads how it ended.

mod begin;
mod close;
mod closed;
mod items;
mod print;
mod store;
mod typed;

use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeClosure, "/folders/{folder}/closure", closed::page),
        Route::page(Act::CloseCase, "/folders/{folder}/closure/new", close::page),
        Route::form(Act::CloseCase, "/folders/{folder}/closures", close::close),
        Route::paper(Act::PrintClosure, "/folders/{folder}/closure/closure.pdf", print::print),
        Route::page(Act::BeginThread, "/folders/{folder}/threads/new", begin::page),
        Route::form(Act::BeginThread, "/folders/{folder}/threads", begin::begin),
    ]
}
