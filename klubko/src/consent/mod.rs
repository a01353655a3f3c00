//! The register of what the client decided about his data: consents and dissents, oral and written, what replaced
//! them, what was withdrawn (R-024, R-052, R-082–R-094, D9).
//!
//! For every worker of the folder; the negotiation and the agreement record consents to the processing through the front
//! door, and whatever crosses to another service rests on the others ([`sharing`], [`in_force`], [`record_sharing`]).
//! Nothing here is edited or deleted: a newer decision stands beside the older one, and so does a withdrawal.

mod after;
mod decision;
mod plain;
mod record;
mod recording;
mod register;
mod sharing;
mod standing;
mod store;
mod withdrawal;

use crate::kernel::route::Route;
pub use record::{OralConsent, WrittenConsent, record_oral, record_written};
pub use recording::{record_sharing, weigh};
use rules::access::Act;
pub use sharing::{NewSharing, Sharing, Terms, in_force, of_joined, sharing, signed_on};
pub use standing::{Standing, standing, was_withdrawn_since};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeConsents, "/folders/{folder}/consents", register::page),
        Route::page(Act::RecordConsent, "/folders/{folder}/consents/new", decision::page),
        Route::form(Act::RecordConsent, "/folders/{folder}/consents", decision::record),
        Route::paper(Act::PrintPaper, "/folders/{folder}/consents/{consent}/plain.pdf", plain::print),
        Route::page(Act::WithdrawConsent, "/folders/{folder}/consents/{consent}/withdrawal", withdrawal::page),
        Route::form(Act::WithdrawConsent, "/folders/{folder}/consents/{consent}/withdrawal", withdrawal::withdraw),
    ]
}
