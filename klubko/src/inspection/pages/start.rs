//! The first page of an inspector: his inspections in force and the folders that each of them names.

use crate::inspection::store::{self, Inspected};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::format_cs;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "inspection/start.html")]
struct Start<'v> {
    page: Page<'v>,
    inspections: Vec<Card>,
}

/// One inspection with its folders.
struct Card {
    id: Uuid,
    service: String,
    period: String,
    reason: String,
    folders: Vec<Line>,
}

struct Line {
    number: String,
    name: String,
    href: String,
    print: String,
}

/// `/inspection`
pub fn page(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let mut inspections: Vec<Card> = Vec::new();
    for one in store::inspected(&caseload)? {
        let line = line(&one);
        match inspections.iter_mut().find(|card| card.id == one.inspection_id) {
            Some(card) => card.folders.push(line),
            None => inspections.push(card(one, line)),
        }
    }
    Response::page(&Start { page: Page::of(visit), inspections })
}

fn card(one: Inspected, first: Line) -> Card {
    let (from, until) = (format_cs::date(one.from_day), format_cs::date(one.until_day));
    Card {
        id: one.inspection_id,
        service: one.service,
        period: format!("od {from} do {until}, složky jsou vidět tak, jak byly {}", format_cs::date(one.as_of_day)),
        reason: one.reason,
        folders: vec![first],
    }
}

fn line(one: &Inspected) -> Line {
    let name = [one.given_name.as_str(), &one.family_name];
    let href = format!("/folders/{}", one.folder_id);
    Line {
        number: one.number.clone(),
        name: name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "),
        print: format!("{href}/inspection.pdf"),
        href,
    }
}
