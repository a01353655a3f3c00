//! The inspections of a service for its head; ending one early.

use super::new::LAW;
use crate::inspection::store::{self, Inspection, Opened};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::change::Pen;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;
use rules::inspection::Stage;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "inspection/list.html")]
struct List<'v> {
    page: Page<'v>,
    rows: Vec<Row>,
}

/// An inspection, ready to print.
struct Row {
    inspector: String,
    kind: &'static str,
    stage: String,
    period: String,
    folders: String,
    reason: String,
    opened: String,
    /// Empty once it is over.
    end: String,
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let opened = store::opened(&Caseload::beside(&desk))?;
    let rows = store::inspections(&desk)?;
    let rows = rows.iter().map(|one| row(one, &opened, desk.today())).collect();
    Response::page(&List { page: Page::of(visit), rows })
}

fn row(one: &Inspection, opened: &[Opened], today: Date) -> Row {
    let stage = one.stage(today);
    let numbers = opened.iter().filter(|folder| folder.inspection_id == one.id).map(|folder| folder.number.as_str());
    let ended = one.ended_at.map(|at| format!(" {}", format_cs::moment(at))).unwrap_or_default();
    let (from, until) = (format_cs::date(one.from_day), format_cs::date(one.until_day));
    Row {
        inspector: one.inspector.clone(),
        kind: if stage == Stage::InForce { "info" } else { "" },
        stage: format!("{}{ended}", stage.cs()),
        period: format!("od {from} do {until}, stav ke dni {}", format_cs::date(one.as_of_day)),
        folders: numbers.collect::<Vec<_>>().join(", "),
        reason: one.reason.clone(),
        opened: format!("{}, {}", one.opened_by, format_cs::moment(one.recorded_at)),
        end: match stage {
            Stage::Ahead | Stage::InForce => format!("/inspections/{}/end", one.id),
            Stage::Over | Stage::Ended => String::new(),
        },
    }
}

/// From the next request on the inspector sees nothing of it.
pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let id: Uuid = visit.path("inspection")?;
    let all = store::inspections(&desk)?;
    let found = all.iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    if matches!(found.stage(desk.today()), Stage::Over | Stage::Ended) {
        return Err(Failure::refused("Tato kontrola už skončila. Ukončovat ji netřeba."));
    }
    let mut change = pen.change(&desk)?;
    store::end(&mut change, &desk, id)?;
    change.commit(Entry::about(id, "ukončení kontroly").resting_on(LAW));
    Ok(Response::see_other_saying("/inspections", "inspection_ended"))
}
