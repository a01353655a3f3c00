//! „Zbývá dopsat“.

use super::store::{self, Unfinished};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::clock;
use crate::kernel::format_cs;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;

/// A line ready to print.
struct Line {
    one: Unfinished,
    age: String,
}

/// A draft of somebody who may not finish it.
struct Left {
    title: String,
    whom: String,
    author: String,
    age: String,
    take_over: String,
    discard: String,
}

#[derive(Template)]
#[template(path = "drafts/list.html")]
struct Drafts<'v> {
    page: Page<'v>,
    lines: Vec<Line>,
    left: Vec<Left>,
}

fn age(at: i64, today: Date) -> String {
    format_cs::relative(clock::day_of(at), today)
}

/// The viewer's unfinished texts, and those that he may take over.
pub fn list(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let today = visit.today();
    let lines = store::unfinished(&caseload)?.into_iter();
    let lines = lines.map(|one| Line { age: age(one.at, today), one }).collect();
    let left = store::abandoned(&caseload)?.into_iter();
    let left = left
        .map(|one| Left {
            title: one.title,
            whom: format!("{} {} · {}", one.given_name, one.family_name, one.number),
            author: one.author,
            age: age(one.saved_at, today),
            take_over: format!("/folders/{}/drafts/{}/take-over", one.folder, one.id),
            discard: format!("/folders/{}/drafts/{}/discard", one.folder, one.id),
        })
        .collect();
    Response::page(&Drafts { page: Page::of(visit), lines, left })
}
