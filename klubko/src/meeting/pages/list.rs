//! „Porady“: those that come, and those that were.

use super::super::store::meetings::{self, Line};
use super::goals;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::format_cs::{count, weekday_moment};
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;

struct Row {
    href: String,
    title: String,
    about: String,
    badge: (&'static str, &'static str),
}

#[derive(Template)]
#[template(path = "meeting/list.html")]
struct List<'v> {
    page: Page<'v>,
    coming: Vec<Row>,
    past: Vec<Row>,
    /// „2 cíle po termínu“; empty when nothing waits.
    overdue: String,
}

fn row(one: Line, today: Date) -> Row {
    let badge = match one.took_place {
        Some(true) => ("", "uzavřená"),
        Some(false) => ("", "nekonala se"),
        None if one.meets_on < today => ("warn", "není zapsáno, zda se konala"),
        None if one.meets_on == today => ("info", "dnes"),
        None => ("", ""),
    };
    Row {
        href: format!("/meetings/{}", one.id),
        title: weekday_moment(one.starts_at),
        about: format!("{} a {}, {}", one.service, one.far_service, one.place),
        badge,
    }
}

pub fn page(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let (today, is_whole) = (visit.today(), visit.viewer()?.subject().is_care_worker());
    let all = meetings::all(&caseload, is_whole)?;
    let (mut coming, past): (Vec<Line>, Vec<Line>) = all.into_iter().partition(|one| one.meets_on >= today);
    coming.reverse();
    let rows = |lines: Vec<Line>| lines.into_iter().map(|one| row(one, today)).collect();
    let overdue = match goals::number(&caseload)? {
        0 => String::new(),
        some => count(i64::try_from(some).unwrap_or_default(), "cíl po termínu", "cíle po termínu", "cílů po termínu"),
    };
    Response::page(&List { page: Page::of(visit), coming: rows(coming), past: rows(past), overdue })
}
