//! How the cooperation ended, with its paper; and the way to a new request.

use super::store::{self, Closure};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, weekday_date, written};
use crate::kernel::id::StatementId;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;

type Facts = Vec<(&'static str, String)>;

/// One end as it stands, and how it stood before it was corrected.
struct End {
    title: String,
    facts: Facts,
    written: String,
    edit: String,
    earlier: Vec<(String, Facts)>,
}

#[derive(Template)]
#[template(path = "closure/closed.html")]
struct Closed<'v> {
    page: Page<'v>,
    folder: FolderHead,
    ends: Vec<End>,
    print: String,
    plain: String,
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

/// Who wrote the version, when, and why it was corrected.
pub(super) fn author(one: &Closure) -> String {
    written(one.version, (&one.recorded_by, one.recorded_at), &one.correction_reason)
}

/// Versions in their order: the newest of each end stands, those after it stood before.
fn ends(versions: &[Closure], classes: &[(String, String)], edit: impl Fn(&Closure) -> String) -> Vec<End> {
    let mut ends: Vec<(StatementId, End)> = Vec::new();
    for one in versions {
        match ends.last_mut().filter(|(id, _)| *id == one.id) {
            Some((_, end)) => end.earlier.push((author(one), facts(one, classes))),
            None => {
                let title = format!("Spolupráce skončila {}", date(one.closed_on));
                let (facts, written, earlier) = (facts(one, classes), author(one), Vec::new());
                ends.push((one.id, End { title, facts, written, edit: edit(one), earlier }));
            }
        }
    }
    ends.into_iter().map(|(_, end)| end).collect()
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let (versions, classes) = (store::versions(&folder)?, classes(&folder)?);
    let status = folders::known(&folder)?.status;
    let now = !folder.is_past();
    let way = |may: bool, page: &str| if may { folder.path(page) } else { String::new() };
    let is_client = status == rules::status::Status::Client;
    let may_close = now && folder.may(Act::CloseCase);
    Response::page(&Closed {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "plan")?,
        print: way(!versions.is_empty() && folder.may(Act::PrintClosure), "/closure/closure.pdf"),
        plain: folder.path("/closure/plain.pdf"),
        close: way(is_client && may_close, "/closure/new"),
        again: way(now && status.is_closed() && folder.may(Act::ReopenNegotiation), "/reopening"),
        ends: ends(&versions, &classes, |one| way(may_close, &format!("/closures/{}/edit", one.id))),
    })
}
