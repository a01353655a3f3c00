//! Half-written texts: kept while typing, listed in “Zbývá dopsat”.

use crate::kernel::draft;
use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![Route::keep(Act::SaveDraft, "/drafts", draft::autosave)]
}
