//! Reading the journal: „Kdo nahlížel“ of one folder for its key worker and the head, the house's journal for the data
//! protection officer (03-journal), and the checkpoint that she prints. Nothing is written here but the look itself and
//! what the administrator does at the console.

pub mod console;
mod pages;
mod store;

use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeLooks, "/folders/{folder}/looks", pages::looks::page),
        Route::paper(Act::PrintLooks, "/folders/{folder}/looks.pdf", pages::print::print),
        Route::page(Act::SeeJournal, "/journal", pages::house::page),
        Route::page(Act::SeeJournal, "/journal/checkpoint", pages::checkpoint::page),
        Route::paper(Act::PrintCheckpoint, "/journal/checkpoint.pdf", pages::checkpoint::print),
    ]
}
