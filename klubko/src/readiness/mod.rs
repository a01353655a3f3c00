//! Readiness for the quality standards („připravenost“; 505/2006, annex 2; 108/2006 § 97–99): which criteria a folder can
//! show something for, what of it is missing and where it is filled in; the same over the folders of a service.
//!
//! For everybody of the folder, an inspection too; the service's page is the head's. Nothing is stored but the wording of
//! the criteria: the rest follows from what the other rooms keep. What a standard is worth, an inspection judges.

mod criteria;
mod folder;
mod places;
mod print;
mod service;
mod starter;
mod store;
mod verdicts;

use crate::kernel::route::Route;
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeReadiness, "/folders/{folder}/readiness", folder::page),
        Route::paper(Act::PrintReadiness, "/folders/{folder}/readiness.pdf", print::print),
        Route::page(Act::SeeServiceReadiness, "/readiness", service::page),
        Route::page(Act::SeeSettings, "/settings/criteria", criteria::list),
        Route::page(Act::SeeSettings, "/settings/criteria/{criterion}", criteria::page),
        Route::form(Act::ChangeSettings, "/settings/criteria/{criterion}", criteria::save),
    ]
}

/// The text of the statement over many folders, for the test that asks the engine how it would run it.
pub fn query() -> &'static str {
    store::facts::OF_SERVICE.sql()
}
