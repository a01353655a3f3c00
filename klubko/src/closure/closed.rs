//! How the cooperation ended, with its paper; and the way to a new negotiation.

use super::store::{self, Closure};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, moment, weekday_date};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;

type Facts = Vec<(&'static str, String)>;

#[derive(Template)]
#[template(path = "closure/closed.html")]
struct Closed<'v> {
    page: Page<'v>,
    folder: FolderHead,
    ends: Vec<(String, Facts, String)>,
    print: String,
    close: String,
    again: String,
}

/// What an end says, in words.
pub(super) fn facts(one: &Closure, classes: &[(String, String)]) -> Facts {
    let facts = [
        ("Kdy", weekday_date(one.closed_on)),
        ("Důvod", one.reason.cs().into_owned()),
        ("Co se stalo", one.explanation.clone()),
        ("Co zůstává na síti", one.left_in_network.clone()),
        ("Jak jsme to probrali", one.explained.clone()),
        ("Skupina pro uchování", code_list::labels(classes, &one.retention_class)),
        ("Uchovat do", date(one.retain_until)),
    ];
    facts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

pub(super) fn classes(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    code_list::items(folder.db(), "retention_class", folder.day())
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let (ends, classes) = (store::all(&folder)?, classes(&folder)?);
    let status = folders::known(&folder)?.status;
    let now = !folder.is_past();
    let way = |may: bool, page: &str| if may { folder.path(page) } else { String::new() };
    let is_client = status == rules::status::Status::Client;
    let end = |one: &Closure| {
        let written = format!("Zapsal/a {}, {}", one.recorded_by, moment(one.recorded_at));
        (format!("Spolupráce skončila {}", date(one.closed_on)), facts(one, &classes), written)
    };
    Response::page(&Closed {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "plan")?,
        print: way(!ends.is_empty() && folder.may(Act::PrintClosure), "/closure/closure.pdf"),
        close: way(now && is_client && folder.may(Act::CloseCase), "/closure/new"),
        again: way(now && status.is_closed() && folder.may(Act::BeginThread), "/threads/new"),
        ends: ends.iter().map(end).collect(),
    })
}
