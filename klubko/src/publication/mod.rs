//! What a service makes public about case management: the text for the website and for print, when and where
//! somebody checked it, and the task to check it again in a year. For everybody of the house; the head writes and checks.

mod pages;
mod store;

use crate::kernel::route::Route;
use rules::access::Act;
pub use store::service_tasks;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeOwn, "/public-text", pages::all),
        Route::paper(Act::SeeOwn, "/public-text/{service}/text.pdf", pages::print),
        Route::page(Act::SeeSettings, "/settings/public-text", pages::page),
        Route::form(Act::ChangeSettings, "/settings/public-text", pages::check),
    ]
}
