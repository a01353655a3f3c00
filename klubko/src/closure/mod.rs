//! The end of the cooperation (R-018, R-126, R-142; criterion 6c): by an evaluation, or for a reason that leaves no room
//! for one; what is still open is settled or handed to somebody, the folder is kept as long as it must be. Whoever comes
//! again asks anew in `refusal` and is an applicant again. What is said of an end is corrected by its next version.
//!
//! The key worker or the head closes; everybody of the folder reads how it ended.

mod close;
mod closed;
mod correct;
mod items;
mod plain;
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
        Route::page(Act::CloseCase, "/folders/{folder}/closures/{closure}/edit", correct::page),
        Route::form(Act::CloseCase, "/folders/{folder}/closures/{closure}/edit", correct::save),
        Route::paper(Act::PrintClosure, "/folders/{folder}/closure/closure.pdf", print::print),
        Route::paper(Act::PrintClosure, "/folders/{folder}/closure/plain.pdf", plain::print),
    ]
}
