//! The site map: every slice's routes, nothing else.

use crate::kernel::route::Route;
use crate::{
    accounts, agenda, agreement, assessment, case_management, closure, consent, documents, drafts, folders, help,
    inspection, intake, journal, meeting, mentor_consultation, my_day, negotiation, notices, overview, plan, public,
    publication, readiness, record, refusal, search, settings, sharing, team, templates, workers,
};

pub fn site_map() -> Vec<Route> {
    let slices = [
        ("public", public::routes()),
        ("accounts", accounts::routes()),
        ("my_day", my_day::routes()),
        ("overview", overview::routes()),
        ("readiness", readiness::routes()),
        ("inspection", inspection::routes()),
        ("drafts", drafts::routes()),
        ("agenda", agenda::routes()),
        ("search", search::routes()),
        ("intake", intake::routes()),
        ("folders", folders::routes()),
        ("negotiation", negotiation::routes()),
        ("refusal", refusal::routes()),
        ("assessment", assessment::routes()),
        ("team", team::routes()),
        ("agreement", agreement::routes()),
        ("plan", plan::routes()),
        ("closure", closure::routes()),
        ("case_management", case_management::routes()),
        ("consent", consent::routes()),
        ("documents", documents::routes()),
        ("meeting", meeting::routes()),
        ("record", record::routes()),
        ("mentor_consultation", mentor_consultation::routes()),
        ("notices", notices::routes()),
        ("sharing", sharing::routes()),
        ("journal", journal::routes()),
        ("settings", settings::routes()),
        ("publication", publication::routes()),
        ("templates", templates::routes()),
        ("help", help::routes()),
        ("workers", workers::routes()),
    ];
    slices.into_iter().flat_map(|(slice, routes)| routes.into_iter().map(|route| route.of_slice(slice))).collect()
}
