//! „+ Zápis“: for whom. The last six clients, or a search.

use super::super::store::pick::{self, Found};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

#[derive(Template)]
#[template(path = "record/pick.html")]
struct Pick<'v> {
    page: Page<'v>,
    typed: String,
    recent: Vec<Found>,
    found: Vec<Found>,
}

/// What was typed is always journalled; the recent clients alone are a look at a list. Who can only be one person is not
/// asked about again: the record opens, with its first field ready (UX 3.5, path C).
pub fn page(visit: &Visit) -> Answer {
    let typed = visit.query("q").unwrap_or_default().trim().to_owned();
    let is_empty = typed.is_empty();
    let caseload = if is_empty { Caseload::open(visit)? } else { Caseload::search(visit, &typed)? };
    let found = if is_empty { Vec::new() } else { pick::named(&caseload, &typed)? };
    if let [one] = found.as_slice() {
        return Ok(Response::see_other(format!("/folders/{}/records/new#f-body", one.id)));
    }
    let recent = pick::recent(&caseload, visit.now())?;
    Response::page(&Pick { page: Page::of(visit), typed, recent, found })
}
