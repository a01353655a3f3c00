//! Inspection of quality (sections 97–99 of the act; 505/2006, annex 2): named folders, read only, from–to, as of a day.
//!
//! For the head of a service, who opens one and may end it early, and for the inspector, whose account the technical
//! administrator makes. What he reads is decided by the policy (`Act::is_read_by_inspection`); each look has its entry
//! (docs/decisions/0020-inspection.md).

mod pages;
mod store;
mod typed;

use crate::kernel::route::Route;
use pages::{list, new, print, start};
use rules::access::Act;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeInspected, "/inspection", start::page),
        Route::page(Act::SeeInspections, "/inspections", list::page),
        Route::page(Act::OpenInspection, "/inspections/new", new::page),
        Route::form(Act::OpenInspection, "/inspections", new::open),
        Route::form(Act::EndInspection, "/inspections/{inspection}/end", list::end),
        Route::paper(Act::PrintInspection, "/folders/{folder}/inspection.pdf", print::print),
    ]
}
