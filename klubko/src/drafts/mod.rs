//! Half-written texts: kept while typing, listed in “Zbývá dopsat” with contacts whose text is still missing.
//!
//! For everybody who writes. One's own drafts of the service; after an excluded or departed colleague also whoever
//! holds the thread (D19, decision 18).

mod pages;
mod store;

use crate::kernel::draft;
use crate::kernel::route::Route;
use rules::access::Act;
pub use store::{Unfinished, Waiting, text_is_due, text_is_settled, waiting};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeDrafts, "/drafts", pages::list),
        Route::keep(Act::SaveDraft, "/drafts", draft::autosave),
        Route::form(Act::KeepOwn, "/drafts/{draft}/discard", draft::discard),
        Route::form(Act::TakeOverDraft, "/folders/{folder}/drafts/{draft}/take-over", draft::take_over),
        Route::form(Act::TakeOverDraft, "/folders/{folder}/drafts/{draft}/discard", draft::discard_abandoned),
    ]
}
