//! One shared item in front of whom it came to: what it says, why he sees it and until when, and what he can do with it.

use super::sheet;
use crate::crossing;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::crossing::Crossing;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs::{date, moment};
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::sharing::{ItemKind, PartAnswer};

#[derive(Template)]
#[template(path = "sharing/item.html")]
struct ItemPage<'v> {
    page: Page<'v>,
    title: String,
    body: String,
    facts: String,
    why: String,
    lines: Vec<(&'static str, String)>,
    deadline: String,
    state: String,
    own_folder: String,
    document: String,
    answer: String,
    take_up: String,
    confirm: String,
}

/// „Vidíte to, protože klient souhlasí se sdílením, téma odvolání, do 31. 12. 2026.“, or the ground in the law.
pub(super) fn why(crossing: &Crossing) -> String {
    if let Some((ground, citation, reason)) = crossing.on_law() {
        return format!("Vidíte to {}.", sheet::on_law(ground, citation, reason));
    }
    let topic = crossing.topic();
    let topic = if topic.is_empty() { String::new() } else { format!(", téma {topic}") };
    let until = crossing.until().map(|day| format!(", do {}", date(day))).unwrap_or_default();
    format!("Vidíte to, protože klient souhlasí se sdílením{topic}{until}.")
}

pub fn page(visit: &Visit) -> Answer {
    let crossing = Crossing::open(visit)?;
    let way = |at: &str| crossing.path(at);
    let mut shown = ItemPage {
        page: Page::of(visit),
        title: crossing.title().to_owned(),
        body: crossing.body().to_owned(),
        facts: format!(
            "{} · {} · {}",
            crossing.from_service_name(),
            moment(crossing.shared_at()),
            crossing.shared_by()
        ),
        why: why(&crossing),
        lines: Vec::new(),
        deadline: String::new(),
        state: String::new(),
        own_folder: String::new(),
        document: if crossing.attachment().is_some() { way("/document") } else { String::new() },
        answer: String::new(),
        take_up: String::new(),
        confirm: if crossing::is_read(&crossing)? { String::new() } else { way("/read") },
    };
    match rules::coded::Coded::from_code(crossing.kind()) {
        Some(ItemKind::Part) => of_part(&crossing, &mut shown)?,
        Some(ItemKind::Handover) => of_handover(&crossing, &mut shown)?,
        _ => {}
    }
    Response::page(&shown)
}

fn of_part(crossing: &Crossing, shown: &mut ItemPage) -> Result<(), Failure> {
    let Some(asked) = crossing::asked(crossing)? else { return Ok(()) };
    shown.deadline = asked.deadline_on.map(|day| sheet::countdown(day, crossing.today())).unwrap_or_default();
    shown.deadline = shown.deadline.trim_start_matches(" · ").to_owned();
    shown.state = match asked.answer {
        None => String::new(),
        Some(PartAnswer::Accepted) => format!("Převzali jste: {}", asked.delimited_part.unwrap_or_default()),
        Some(PartAnswer::DeclinedNoCapacity) => "Odpověděli jste, že nemáte kapacitu.".to_owned(),
    };
    shown.own_folder = own(asked.far_folder_id);
    if asked.answer.is_none() {
        shown.answer = crossing.path("/answer");
        shown.confirm = String::new();
    }
    Ok(())
}

fn of_handover(crossing: &Crossing, shown: &mut ItemPage) -> Result<(), Failure> {
    let Some(sheet) = crossing::sheet(crossing)? else { return Ok(()) };
    shown.body = format!("Účel: {}", crossing.body());
    shown.lines = sheet::lines(&sheet);
    shown.own_folder = own(sheet.far_folder_id);
    if sheet.far_folder_id.is_none() {
        shown.take_up = crossing.path("/take-up");
        shown.confirm = String::new();
    } else {
        shown.state = "Zájemce je u vás založen.".to_owned();
    }
    Ok(())
}

fn own(folder: Option<crate::kernel::id::FolderId>) -> String {
    folder.map(|id| format!("/folders/{id}")).unwrap_or_default()
}

/// He read it; the sender sees when.
pub fn confirm<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let crossing = Crossing::open(visit)?;
    let mut change = pen.change(&crossing)?;
    crossing::mark_read(&mut change, &crossing)?;
    change.commit(Entry::about(crossing.id(), "sdílená informace přečtena").resting_on("R-087"));
    Ok(Response::see_other_saying(&crossing.path(""), "read"))
}
