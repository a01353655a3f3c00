//! „Cíle z porad po termínu“: what nobody has evaluated. The key worker sees his clients and their goals; the head
//! of the service sees for the others only which folder, whose and since when.

use super::super::store::goals::{self as rows, OfService, Own};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs::{relative, weekday_date};
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;

struct Mine {
    client: String,
    goal: String,
    about: String,
    distance: String,
    folder: String,
    evaluate: String,
}

struct Other {
    number: String,
    folder: String,
    holder: String,
    due: String,
    distance: String,
}

#[derive(Template)]
#[template(path = "meeting/goals.html")]
struct Goals<'v> {
    page: Page<'v>,
    mine: Vec<Mine>,
    others: Vec<Other>,
    is_head: bool,
}

fn mine(one: Own, today: Date) -> Mine {
    let folder = format!("/folders/{}/meetings", one.folder_id);
    Mine {
        evaluate: format!("{folder}/goals/{}", one.id),
        folder,
        client: one.client,
        goal: one.goal,
        about: format!("Poznáme podle: {}, do {}", one.success_indicator, weekday_date(one.horizon_on)),
        distance: relative(one.horizon_on, today),
    }
}

fn other(one: OfService, today: Date) -> Other {
    Other {
        number: one.number,
        folder: format!("/folders/{}/meetings", one.folder_id),
        holder: one.holder.unwrap_or_else(|| "klíčový pracovník není určen".to_owned()),
        due: weekday_date(one.horizon_on),
        distance: relative(one.horizon_on, today),
    }
}

/// How many wait, for the ways that lead there.
pub fn number(caseload: &Caseload<'_>) -> Result<usize, Failure> {
    Ok(rows::own(caseload)?.len() + rows::of_service(caseload)?.len())
}

pub fn page(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let today = visit.today();
    Response::page(&Goals {
        page: Page::of(visit),
        mine: rows::own(&caseload)?.into_iter().map(|one| mine(one, today)).collect(),
        others: rows::of_service(&caseload)?.into_iter().map(|one| other(one, today)).collect(),
        is_head: visit.viewer()?.is_head(),
    })
}
