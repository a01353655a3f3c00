//! Texts of papers and of what a service says publicly: versioned rows that a provider writes, with the house's own text
//! until then. For slices that print, and for heads of services who write them. What was signed keeps its own text.

mod kinds;
mod pages;
mod starter;
mod store;
mod text;

use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use crate::kernel::route::Route;
use jiff::civil::Date;
pub use kinds::{
    AGREEMENT, AMENDMENT, CASE_MANAGEMENT, CHILD_CONSENT, COOPERATION_CONSENT, HANDOVER_CONSENT, INFORMATION_SHEET,
    INFORMED_CONSENT, PLACEHOLDERS, REFUSAL_NOTICE, THIRD_PARTY_CONSENT, WAITING_LIST,
};
use rules::access::Act;
pub use starter::{STARTER_AGREEMENT, STARTER_CONSENT, STARTER_REFUSAL_NOTICE, STARTER_SHEET, STARTER_WAITING_LIST};
pub use text::{Filling, compose, digest, enumerated, in_one_line, paragraphs, printed, shown};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeSettings, "/settings/templates", pages::list),
        Route::page(Act::SeeSettings, "/settings/templates/{kind}", pages::page),
        Route::form(Act::ChangeSettings, "/settings/templates/{kind}", pages::save),
    ]
}

/// A template with the version under which it is printed.
#[derive(Clone, Debug)]
pub struct Template {
    pub version: i64,
    pub valid_from: Option<Date>,
    pub body: String,
}

/// The template of the service in force on a day: its own, the provider's, or the house's as version 1.
pub fn in_force(unit: &Unit, service: ServiceId, kind: &'static str, day: Date) -> Result<Template, Failure> {
    let kept = store::in_force(unit, service, kind, day)?;
    Ok(kept.unwrap_or_else(|| of_house(kind)))
}

/// The template of a version; the house's own where the provider had none.
pub fn of_version(unit: &Unit, service: ServiceId, kind: &'static str, version: i64) -> Result<Template, Failure> {
    let kept = store::of_version(unit, service, kind, version)?;
    Ok(kept.unwrap_or_else(|| Template { version, valid_from: None, body: kinds::starter(kind).to_owned() }))
}

/// The house's own text of a kind, which is its version 1.
pub fn of_house(kind: &'static str) -> Template {
    Template { version: 1, valid_from: None, body: kinds::starter(kind).to_owned() }
}

/// A new version of a service's text from a day on; for a page that edits one kind in a way of its own.
pub fn write(
    change: &mut crate::kernel::change::Change,
    place: (ServiceId, &'static str),
    body: &str,
    valid_from: Date,
) -> Result<(), Failure> {
    store::write(change, place, body, valid_from)
}

/// Whether a text of this kind uses known placeholders only.
pub fn is_composable(kind: &str, body: &str) -> bool {
    kinds::one(kind).is_some_and(|kind| text::unknown(body, kind.placeholders).is_none())
}

/// What is wrong with a text of this kind, in a Czech sentence.
pub fn fault(kind: &str, body: &str) -> Option<String> {
    kinds::one(kind).and_then(|kind| pages::fault(kind, body))
}
