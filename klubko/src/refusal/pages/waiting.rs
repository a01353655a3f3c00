//! `/waiting-list`: who waits for a free place, in the order of the service's criteria, and how many places there are.

use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::desk::Desk;
use crate::kernel::format_cs::{count, date};
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use crate::refusal::store::lists::{self, Standing};
use crate::templates::{self, WAITING_LIST};
use askama::Template;
use jiff::civil::Date;
use rules::refusal::{Waiting, days_waiting, free_places, order_numbers};

/// Somebody who waits, ready to print.
struct Line {
    order: usize,
    name: String,
    number: String,
    href: String,
    since: String,
    priority: String,
    offered: String,
}

#[derive(Template)]
#[template(path = "refusal/waiting.html")]
struct WaitingList<'v> {
    page: Page<'v>,
    lines: Vec<Line>,
    criteria: String,
    /// Empty while the service has not said its capacity.
    capacity: String,
    in_force: i64,
    free: String,
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let caseload = Caseload::beside(&desk);
    let standing = lists::standing(&caseload)?;
    let in_force = lists::in_force(&caseload)?;
    let capacity = settings::of(desk.db(), desk.service(), desk.today())?.capacity;
    let waits = |one: &Standing| Waiting {
        has_priority: one.has_priority,
        enrolled_on: one.enrolled_on,
        recorded_at: one.recorded_at,
    };
    let orders = order_numbers(&standing.iter().map(waits).collect::<Vec<_>>());
    let lines = standing.iter().zip(orders).map(|(one, order)| line(one, order, desk.today())).collect();
    let free =
        free_places(capacity, in_force).map(|places| count(places, "volné místo", "volná místa", "volných míst"));
    Response::page(&WaitingList {
        page: Page::of(visit),
        lines,
        criteria: templates::in_force(desk.db(), desk.service(), WAITING_LIST, desk.today())?.body,
        capacity: if capacity > 0 { capacity.to_string() } else { String::new() },
        in_force,
        free: free.unwrap_or_default(),
    })
}

fn line(one: &Standing, order: usize, today: Date) -> Line {
    let until = one.answer_by.map_or_else(String::new, |day| format!(", odpověď do {}", date(day)));
    let days = count(days_waiting(one.enrolled_on, today), "den", "dny", "dní");
    Line {
        order,
        name: format!("{} {}", one.family_name, one.given_name).trim().to_owned(),
        number: one.number.clone(),
        href: format!("/folders/{}/refusals", one.id),
        since: format!("{} ({days})", date(one.enrolled_on)),
        priority: if one.has_priority { one.priority_reason.clone() } else { String::new() },
        offered: one.offered_on.map_or_else(String::new, |day| format!("nabídnuto {}{until}", date(day))),
    }
}
