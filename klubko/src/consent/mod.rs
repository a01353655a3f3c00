//! The register of what the client decided about his data: consents and dissents, oral and written, what replaced
//! them, what was withdrawn (R-024, R-052, R-082–R-094, D9).
//!
//! For every worker of the folder; the negotiation and the agreement record consents to the processing through the front
//! door, and whatever crosses to another service rests on the others ([`sharing`], [`in_force`], [`record_sharing`]).
//! Nothing here is edited or deleted: a newer decision stands beside the older one, and so does a withdrawal.

mod ask;
mod decision;
mod on_screen;
mod on_screen_words;
mod paper;
mod plain;
mod record;
mod recording;
mod register;
mod register_sharing;
mod secrecy;
mod sharing;
mod standing;
mod store;
mod text;
mod typed;
mod withdrawal;
mod wording;

use crate::kernel::route::Route;
pub use record::{OralConsent, WrittenConsent, record_oral, record_written};
pub use recording::{record_sharing, weigh};
use rules::access::Act;
pub use sharing::{NewSharing, Sharing, Terms, of_joined, sharing, signed_on};
pub use standing::{Standing, standing, was_withdrawn_since};

pub fn routes() -> Vec<Route> {
    let mut routes = of_consents();
    routes.extend(of_kinds());
    routes.extend(of_secrecy());
    routes
}

/// What is asked of the client, kind by kind, and the texts that he is given to read.
fn of_kinds() -> Vec<Route> {
    vec![
        Route::page(Act::RecordConsent, "/folders/{folder}/consents/case-management", ask::case_management::page),
        Route::form(Act::RecordConsent, "/folders/{folder}/consents/case-management", ask::case_management::save),
        Route::page(Act::RecordConsent, "/folders/{folder}/consents/data-handover", ask::data_handover::page),
        Route::form(Act::RecordConsent, "/folders/{folder}/consents/data-handover", ask::data_handover::save),
        Route::page(Act::RecordConsent, "/folders/{folder}/consents/third-party", ask::third_party::page),
        Route::form(Act::RecordConsent, "/folders/{folder}/consents/third-party", ask::third_party::save),
        Route::page(Act::RecordConsent, "/folders/{folder}/consents/child-participation", ask::child::page),
        Route::form(Act::RecordConsent, "/folders/{folder}/consents/child-participation", ask::child::save),
        Route::page(Act::SeeConsents, "/folders/{folder}/consents/texts/{text}", text::page),
        Route::paper(Act::PrintPaper, "/folders/{folder}/consents/texts/{text}/consent.pdf", text::print),
        Route::form(Act::LendScreen, "/folders/{folder}/consents/texts/{text}/lending", text::lend),
        Route::page(Act::SignOnScreen, "/folders/{folder}/consents/texts/{text}/on-screen", on_screen::page),
        Route::form(Act::SignOnScreen, "/folders/{folder}/consents/texts/{text}/on-screen", on_screen::decide),
    ]
}

/// Releases from the duty of secrecy (§ 100 of 108/2006).
fn of_secrecy() -> Vec<Route> {
    vec![
        Route::page(Act::RecordConsent, "/folders/{folder}/secrecy-releases/new", secrecy::page),
        Route::form(Act::RecordConsent, "/folders/{folder}/secrecy-releases", secrecy::save),
        Route::page(
            Act::WithdrawConsent,
            "/folders/{folder}/secrecy-releases/{release}/withdrawal",
            secrecy::withdrawal,
        ),
        Route::form(Act::WithdrawConsent, "/folders/{folder}/secrecy-releases/{release}/withdrawal", secrecy::withdraw),
        Route::paper(Act::PrintPaper, "/folders/{folder}/secrecy-releases/{release}/release.pdf", secrecy::print),
    ]
}

fn of_consents() -> Vec<Route> {
    vec![
        Route::page(Act::SeeConsents, "/folders/{folder}/consents", register::page),
        Route::page(Act::RecordConsent, "/folders/{folder}/consents/new", decision::page),
        Route::form(Act::RecordConsent, "/folders/{folder}/consents", decision::record),
        Route::paper(Act::PrintPaper, "/folders/{folder}/consents/{consent}/plain.pdf", plain::print),
        Route::paper(Act::PrintPaper, "/folders/{folder}/consents/{consent}/consent.pdf", paper::print),
        Route::page(Act::WithdrawConsent, "/folders/{folder}/consents/{consent}/withdrawal", withdrawal::page),
        Route::form(Act::WithdrawConsent, "/folders/{folder}/consents/{consent}/withdrawal", withdrawal::withdraw),
    ]
}
