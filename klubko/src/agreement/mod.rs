//! The agreement (R-011 … …; § 91(2)): what is still missing for it, its exact text in the form
//! of the service, the signature, on paper or on a screen, by which the applicant becomes a client, amendments, ends, and
//! the decision how to plan.
//!
//! For the key worker and everybody of the folder; other rooms ask [`current`] and [`plan_form`]. The status of a person follows from the signature alone.

mod amend;
mod capacity;
mod conclude;
mod end_paper;
mod ends;
mod kind;
mod lend;
mod letters;
mod on_screen;
mod on_screen_words;
mod overview;
mod plain;
mod plan;
mod planning;
mod prepare;
mod print;
mod readiness;
mod sheet;
mod sign;
mod store;
mod terms;
mod text;

use crate::kernel::route::Route;
pub use crate::templates::digest;
pub use plan::plan_form;
pub use planning::{plan_is_made, put_off_ending, watch_silence};
use rules::access::Act;
pub use store::agreements::{Agreement, current};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeAgreement, "/folders/{folder}/agreement", overview::page),
        Route::page(Act::PrepareAgreement, "/folders/{folder}/agreement/new", prepare::page),
        Route::form(Act::PrepareAgreement, "/folders/{folder}/documents", prepare::prepare),
        Route::page(Act::SeeAgreement, "/folders/{folder}/documents/{document}", overview::document),
        Route::paper(Act::PrintPaper, "/folders/{folder}/documents/{document}/informed-consent.pdf", print::consent),
        Route::page(Act::SignAgreement, "/folders/{folder}/documents/{document}/signature", sign::page),
        Route::form(Act::SignAgreement, "/folders/{folder}/documents/{document}/signature", sign::sign),
        Route::page(Act::LendScreen, "/folders/{folder}/documents/{document}/lending", lend::page),
        Route::form(Act::LendScreen, "/folders/{folder}/documents/{document}/lending", lend::lend),
        Route::page(Act::SignOnScreen, "/folders/{folder}/documents/{document}/on-screen", on_screen::page),
        Route::form(Act::SignOnScreen, "/folders/{folder}/documents/{document}/on-screen", on_screen::decide),
        Route::paper(Act::PrintPaper, "/folders/{folder}/documents/{document}/agreement.pdf", print::consent),
        Route::paper(Act::PrintPaper, "/folders/{folder}/documents/{document}/plain.pdf", plain::print),
        Route::paper(Act::PrintPaper, "/folders/{folder}/agreement/end/notice.pdf", end_paper::notice),
        Route::paper(Act::PrintPaper, "/folders/{folder}/agreement/end/plain.pdf", end_paper::plain),
        Route::page(Act::PrepareAgreement, "/folders/{folder}/agreement/amendment", amend::page),
        Route::form(Act::PrepareAgreement, "/folders/{folder}/agreement/amendment", amend::prepare),
        Route::page(Act::SignAgreement, "/folders/{folder}/documents/{document}/amendment", amend::sign_page),
        Route::form(Act::SignAgreement, "/folders/{folder}/documents/{document}/amendment", amend::sign),
        Route::page(Act::EndAgreement, "/folders/{folder}/agreement/end", ends::page),
        Route::form(Act::EndAgreement, "/folders/{folder}/agreement/end", ends::save),
        Route::page(Act::EndAgreement, "/folders/{folder}/agreement/end/withdrawal", ends::back_page),
        Route::form(Act::EndAgreement, "/folders/{folder}/agreement/end/withdrawal", ends::take_back),
        Route::page(Act::PrepareAgreement, "/folders/{folder}/legal-capacity", capacity::page),
        Route::form(Act::PrepareAgreement, "/folders/{folder}/legal-capacity", capacity::save),
        Route::page(Act::DecidePlanForm, "/folders/{folder}/plan-decision", plan::page),
        Route::form(Act::DecidePlanForm, "/folders/{folder}/plan-decision", plan::decide),
        Route::paper(Act::SeeFirstContacts, "/information-sheet.pdf", sheet::information),
    ]
}
