//! „Časová osa případu“: what happened with the client between two days, from the oldest on; the page before the paper.

use super::super::step;
use super::super::store::events::{self, Event};
use super::super::store::read::{self, Before, Row};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use jiff::civil::Date;
use rules::moment::date_typed::{DateFlaw, Leaning, read_date};
use uuid::Uuid;

pub(super) const BACKWARDS: &str = "Období končí dřív, než začíná. Opravte dny";

/// One line of the axis: a record of work or a step of the case.
pub(super) struct Line {
    pub at: i64,
    pub when: String,
    pub what: String,
    pub who: String,
    /// What was written; empty for steps, and where only headings are asked for.
    pub text: Vec<String>,
}

/// The days between which the axis runs, both in it.
#[derive(Clone, Copy)]
pub(super) struct Period {
    pub from: Date,
    pub until: Date,
}

/// A day from the address; nothing typed means the widest time.
pub(super) fn asked(visit: &Visit, name: &str, otherwise: Date) -> Result<Date, DateFlaw> {
    match read_date(visit.query(name).unwrap_or_default(), visit.today(), Leaning::Past) {
        Err(DateFlaw::Empty) => Ok(otherwise),
        other => other,
    }
}

/// What happened in the period as it is known on the day shown, the oldest first.
pub(super) fn lines(folder: &Folder, period: Period, with_texts: bool) -> Result<Vec<Line>, Failure> {
    let start = clock::start_of(period.from);
    let end = Before { at: clock::end_of(period.until).saturating_add(1), id: Uuid::nil() };
    let (mut lines, mut before) = (Vec::new(), end);
    loop {
        let part = read::records(folder, before, "", None)?;
        lines.extend(part.iter().filter(|row| row.starts_at >= start).map(|row| record(row, with_texts)));
        let Some(last) = part.last().filter(|last| last.starts_at >= start) else { break };
        before = Before { at: last.starts_at, id: last.id.0 };
    }
    before = end;
    loop {
        let part = events::events(folder, before)?;
        lines.extend(part.iter().filter(|event| event.at >= start).map(happened));
        let Some(last) = part.last().filter(|last| last.at >= start) else { break };
        before = Before { at: last.at, id: last.id };
    }
    lines.sort_by_key(|line| line.at);
    Ok(lines)
}

fn happened(event: &Event) -> Line {
    Line {
        at: event.at,
        when: format_cs::weekday_moment(event.at),
        what: step::sentence(event),
        who: event.author.clone(),
        text: Vec::new(),
    }
}

fn record(row: &Row, with_text: bool) -> Line {
    let length = if row.minutes > 0 { format!(", {}", format_cs::minutes(row.minutes)) } else { String::new() };
    let kind = row.kind.cs();
    let mut letters = kind.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let struck = if row.struck_reason.is_some() { ". Přeškrtnuto, neplatí" } else { "" };
    Line {
        at: row.starts_at,
        when: format_cs::weekday_moment(row.starts_at),
        what: format!("{first}{}, {}{length}{struck}", letters.as_str(), row.form.cs()),
        who: row.author.clone(),
        text: if with_text { text(row) } else { Vec::new() },
    }
}

/// Every field that was written, with its heading.
fn text(row: &Row) -> Vec<String> {
    let written = row.text();
    let fields = written.fields().into_iter().filter(|(_, words)| !words.trim().is_empty());
    let fields = fields.map(|(field, words)| format!("{}: {words}", field.heading()));
    let struck = row.struck_reason.as_ref().map(|why| format!("Důvod přeškrtnutí: {why}"));
    let others = [struck, row.told.clone(), row.crisis.clone()].into_iter().flatten();
    others.chain(fields).filter(|text| !text.trim().is_empty()).collect()
}

#[derive(Template)]
#[template(path = "record/period.html")]
struct PeriodPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    /// The paper with the same questions; empty while the days are wrong.
    print: String,
    lines: Vec<Line>,
    back: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, "")?;
    let widest = [("from", folder.opened_on()), ("until", folder.day())];
    for (name, day) in widest {
        let typed = visit.query(name).filter(|typed| !typed.trim().is_empty());
        form.prefill(name, typed.map_or_else(|| format_cs::date(day), str::to_owned));
    }
    let with_texts = visit.query("texts") == Some("yes");
    form.prefill("texts", if with_texts { "yes" } else { "" });
    let days = form.date_or_none("from", Leaning::Past).zip(form.date_or_none("until", Leaning::Past));
    let period = days.map(|(from, until)| Period { from, until });
    if period.is_some_and(|period| period.until < period.from) {
        form.problem("until", BACKWARDS);
    }
    let period = period.filter(|_| !form.has_problems());
    let lines = period.map_or_else(|| Ok(Vec::new()), |period| lines(&folder, period, with_texts))?;
    Response::page(&PeriodPage {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "timeline")?,
        form,
        action: folder.path("/timeline/period"),
        print: period.map_or_else(String::new, |period| print(&folder, period, with_texts)),
        lines,
        back: folder.path("/timeline"),
    })
}

fn print(folder: &Folder, period: Period, with_texts: bool) -> String {
    let texts = if with_texts { "&texts=yes" } else { "" };
    format!("{}?from={}&until={}{texts}", folder.path("/timeline.pdf"), period.from, period.until)
}
