//! „Kdo nahlížel“: who saw or did what in this folder, when and why he could (R-117; § 100 of the act).

use super::{asked, escaped, neighbours};
use crate::folders::{self, FolderHead};
use crate::journal::store::{self, Look};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::messages_cs::act as words;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::{Act, Tie};
use rules::coded::Coded;

#[derive(Template)]
#[template(path = "journal/looks.html")]
struct Looks<'v> {
    page: Page<'v>,
    folder: FolderHead,
    rows: Vec<Row>,
    people: Vec<(String, String, bool)>,
    day: String,
    flaw: Option<String>,
    is_filtered: bool,
    action: String,
    /// Empty for whoever may not print.
    print: String,
    print_from: String,
    print_until: String,
    newer: String,
    older: String,
}

pub struct Row {
    when: String,
    who: String,
    what: String,
    text: String,
    why: String,
    is_denied: bool,
}

/// Who looked into the folder. Refused attempts are for the head.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let denials = folder.tie() == Tie::ServiceHead;
    let asked = asked(visit, folder.today());
    let chosen = visit.query("worker").unwrap_or_default();
    let worker = chosen.parse().ok();
    let mut looks = store::looks(&folder, &asked.part, worker, denials)?;
    let address = format!("{}?worker={}&day={}", folder.path("/looks"), escaped(chosen), escaped(&asked.day));
    let (newer, older) = neighbours(&mut looks, &asked.part, |look| look.seq, &address);
    Response::page(&Looks {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "looks")?,
        rows: looks.into_iter().map(row).collect(),
        people: people(&folder, denials, chosen)?,
        is_filtered: worker.is_some() || !asked.day.is_empty(),
        day: asked.day,
        flaw: asked.flaw,
        action: folder.path("/looks"),
        print: if folder.may(Act::PrintLooks) { folder.path("/looks.pdf") } else { String::new() },
        print_from: format_cs::date(folder.opened_on()),
        print_until: format_cs::date(folder.day()),
        newer,
        older,
    })
}

fn row(look: Look) -> Row {
    let what = Act::from_code(&look.act).map_or_else(|| look.act.clone(), |act| act.cs().into_owned());
    Row {
        when: format_cs::weekday_moment(look.at),
        who: look.worker.unwrap_or_else(|| "bývalý pracovník".to_owned()),
        what,
        text: look.text,
        why: words::ground(&look.ground).into_owned(),
        is_denied: look.decision == "denied",
    }
}

fn people(folder: &Folder, denials: bool, chosen: &str) -> Result<Vec<(String, String, bool)>, Failure> {
    let everybody = store::everybody(folder, denials)?.into_iter().map(|one| (one.id.to_string(), one.name));
    Ok(everybody.map(|(id, name)| (id.clone(), name, id == chosen)).collect())
}
