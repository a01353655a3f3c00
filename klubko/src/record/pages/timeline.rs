//! Everything that happened with the client, newest first.

use super::super::entry::{Context, Entry};
use super::super::step;
use super::super::store::events::{self, Event};
use super::super::store::read::{self, Before, Row};
use crate::accounts;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::WorkerId;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::{Act, Mask};
use rules::activity::Kind;
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;
use uuid::Uuid;

/// A page of the timeline holds so many things.
const SHOWN: usize = 30;

/// One line, ready to print.
enum Line {
    Month(String),
    Record(Box<Entry>),
    Step { day: String, text: String, author: String },
}

#[derive(Template)]
#[template(path = "record/timeline.html")]
struct Timeline<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    action: String,
    kinds: Vec<(String, String)>,
    workers: Vec<(String, String)>,
    lines: Vec<Line>,
    older: String,
    is_past: bool,
    /// An inspection has its own day.
    picks_day: bool,
    /// The axis of a period, to be printed; empty for whoever may not.
    period: String,
    is_filtered: bool,
}

/// What was asked for in the address.
struct Asked {
    kind: &'static str,
    worker: Option<WorkerId>,
    before: Before,
}

impl Asked {
    /// A peer mentor sees his own notes, whatever the address says.
    fn of(visit: &Visit, folder: &Folder) -> Result<Self, Failure> {
        let kind = visit.query("kind").and_then(Kind::from_code).map_or("", Coded::code);
        let asked = visit.query("worker").and_then(|id| id.parse().ok());
        let worker = if folder.mask() == Mask::Whole { asked } else { Some(folder.viewer()?) };
        Ok(Self { kind, worker, before: visit.query("before").and_then(place).unwrap_or(Before::NOW) })
    }

    fn shows_steps(&self) -> bool {
        self.kind.is_empty() && self.worker.is_none()
    }
}

fn place(text: &str) -> Option<Before> {
    let (at, id) = text.split_once('.')?;
    Some(Before { at: at.parse().ok()?, id: id.parse().ok()? })
}

/// A record or a step with its place in time.
enum Happened {
    Record(Box<Row>),
    Step(Event),
}

impl Happened {
    fn key(&self) -> (i64, Uuid) {
        match self {
            Self::Record(row) => (row.starts_at, row.id.0),
            Self::Step(event) => (event.at, event.id),
        }
    }
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let asked = Asked::of(visit, &folder)?;
    let rows = read::records(&folder, asked.before, asked.kind, asked.worker)?;
    let mut all: Vec<Happened> = rows.into_iter().map(|row| Happened::Record(Box::new(row))).collect();
    if asked.shows_steps() {
        all.extend(events::events(&folder, asked.before)?.into_iter().map(Happened::Step));
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.key()));
    let more = all.len() > SHOWN;
    all.truncate(SHOWN);
    let older = all.last().filter(|_| more).map_or_else(String::new, |last| older(&folder, &asked, last));
    let lines = lines(&folder, &all)?;
    Response::page(&template(visit, &folder, &asked, lines, older)?)
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    asked: &Asked,
    lines: Vec<Line>,
    older: String,
) -> Result<Timeline<'v>, Failure> {
    let is_whole = folder.mask() == Mask::Whole;
    let mut form = Form::blank(visit, "")?;
    form.prefill("kind", asked.kind);
    form.prefill("worker", asked.worker.map_or_else(String::new, |worker| worker.to_string()));
    let colleagues = accounts::colleagues(folder.db(), folder.service(), folder.day())?;
    let picks_day = folder.inspection().is_none();
    let is_past = picks_day && folder.is_past();
    if is_past {
        form.prefill("as_of", format_cs::date(folder.day()));
    } else if let Some(typed) = visit.query("as_of") {
        form.prefill("as_of", typed);
        form.date_or_none("as_of", Leaning::Past);
    }
    Ok(Timeline {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "timeline")?,
        form,
        action: folder.path("/timeline"),
        kinds: Kind::ALL.iter().map(|kind| (kind.code().to_owned(), kind.cs().into_owned())).collect(),
        workers: colleagues.iter().filter(|_| is_whole).map(|one| (one.id.to_string(), one.name())).collect(),
        lines,
        older,
        is_past,
        picks_day,
        period: if folder.may(Act::PrintTimeline) { folder.path("/timeline/period") } else { String::new() },
        is_filtered: !asked.kind.is_empty() || (is_whole && asked.worker.is_some()) || asked.before != Before::NOW,
    })
}

/// The address of what is older, with the same filters.
fn older(folder: &Folder, asked: &Asked, last: &Happened) -> String {
    let (at, id) = last.key();
    let mut address = format!("{}?before={at}.{id}", folder.path("/timeline"));
    if !asked.kind.is_empty() {
        address.push_str(&format!("&kind={}", asked.kind));
    }
    if let Some(worker) = asked.worker.filter(|_| folder.mask() == Mask::Whole) {
        address.push_str(&format!("&worker={worker}"));
    }
    address
}

fn lines(folder: &Folder, all: &[Happened]) -> Result<Vec<Line>, Failure> {
    let context = Context::of(folder)?;
    let mut lines = Vec::new();
    let mut month = None;
    for one in all {
        let day = clock::day_of(one.key().0);
        if month != Some((day.year(), day.month())) {
            month = Some((day.year(), day.month()));
            lines.push(Line::Month(format_cs::month(day)));
        }
        lines.push(match one {
            Happened::Record(row) => Line::Record(Box::new(Entry::of(folder, row, &context))),
            Happened::Step(event) => Line::Step {
                day: format_cs::weekday_moment(event.at),
                text: step::sentence(event),
                author: event.author.clone(),
            },
        });
    }
    Ok(lines)
}
