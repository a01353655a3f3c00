//! The assessment of the situation: within a week at least two professional workers look at how it may develop and
//! determine the key worker (R-029 … R-032).
//!
//! For intake and the invited assessors before it, for everybody of the folder afterwards.

mod form;
mod pages;
mod show;
mod store;

use crate::kernel::route::Route;
use rules::access::Act;
pub use store::{Assessment, Term, assessments, term};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeAssessment, "/folders/{folder}/assessment", show::page),
        Route::page(Act::HoldAssessment, "/folders/{folder}/assessment/new", pages::new),
        Route::form(Act::HoldAssessment, "/folders/{folder}/assessments", pages::close),
        Route::form(Act::HoldAssessment, "/folders/{folder}/assessors", pages::invite),
    ]
}
