//! „Sdíleno s námi“: what other services shared with this one, for the worker who reads.

use crate::crossing::{self, Received};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;
use rules::sharing::ItemKind;

#[derive(Template)]
#[template(path = "sharing/inbox.html")]
struct Inbox<'v> {
    page: Page<'v>,
    /// Waits for an answer, or was not read yet.
    waiting: Vec<Line>,
    others: Vec<Line>,
}

/// One item in a list.
pub struct Line {
    pub title: String,
    pub href: String,
    pub what: String,
    pub kind: &'static str,
    pub badge: String,
    pub facts: String,
}

/// What waits for the viewer, for „Můj den“.
pub fn waiting(caseload: &Caseload, today: Date) -> Result<Vec<Line>, Failure> {
    Ok(crossing::waiting(caseload)?.into_iter().map(|one| line(one, today)).collect())
}

pub fn page(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let all = crossing::inbox(&caseload)?;
    let (waiting, others): (Vec<Received>, Vec<Received>) = all.into_iter().partition(waits);
    let lines = |all: Vec<Received>| all.into_iter().map(|one| line(one, visit.today())).collect();
    Response::page(&Inbox { page: Page::of(visit), waiting: lines(waiting), others: lines(others) })
}

fn waits(one: &Received) -> bool {
    let asks = matches!(one.kind, ItemKind::Part | ItemKind::Handover);
    if asks { !one.is_answered } else { one.read_at.is_none() }
}

fn line(one: Received, today: Date) -> Line {
    let term = one.deadline_on.filter(|_| !one.is_answered).map(|day| super::sheet::countdown(day, today));
    let until = one.valid_until.map(|day| format!(" · souhlas do {}", date(day))).unwrap_or_default();
    let until = if one.is_on_law() { " · ze zákona, bez souhlasu".to_owned() } else { until };
    let (kind, badge) = match (&term, one.is_answered, one.read_at) {
        (Some(term), ..) => ("bad", term.trim_start_matches(" · ").to_owned()),
        (None, true, _) => ("", "vyřízeno".to_owned()),
        (None, false, None) => ("info", "nepřečteno".to_owned()),
        (None, false, Some(_)) => ("", "přečteno".to_owned()),
    };
    Line {
        href: format!("/shared/{}", one.id),
        what: one.kind.cs().into_owned(),
        kind,
        badge,
        facts: format!("{} · {} · {}{until}", one.from_service, moment(one.shared_at), one.shared_by),
        title: one.title,
    }
}
