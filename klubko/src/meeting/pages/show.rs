//! A meeting: its agenda, made anew at each look of what consents open, and its output; the minutes stand elsewhere.

use super::super::store::agenda::{self, Client, Point};
use super::super::store::{meetings, outputs as rows};
use super::{OutputView, about, output_view, title};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::format_cs::date;
use crate::kernel::meeting::Meeting;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

/// One client of the agenda, ready to print.
pub struct AgendaView {
    pub name: String,
    pub points: Vec<(String, String)>,
    pub live: String,
}

#[derive(Template)]
#[template(path = "meeting/show.html")]
struct Show<'v> {
    page: Page<'v>,
    title: String,
    about: String,
    state: (&'static str, &'static str),
    end_note: String,
    agenda: Vec<AgendaView>,
    outputs: Vec<OutputView>,
    /// A consent ended before an output was written everywhere.
    has_lapsed: bool,
    consultations: Vec<(String, String)>,
    guests: Vec<(String, String)>,
    path: String,
    is_whole: bool,
    is_open: bool,
    print: String,
}

/// `část zakázky: sepsání odvolání (téma odvolání, do 12. 5. 2026), Mgr. Eva Poradná`
fn point(one: &Point) -> (String, String) {
    let what = match one.kind.as_str() {
        "part" => "Část zakázky",
        "request" => "Žádost o převzetí části",
        _ => "K probrání",
    };
    let term = one.deadline_on.map(|on| format!(", termín {}", date(on))).unwrap_or_default();
    (format!("{what}: {}", one.text), format!("téma {}{term}, {}", one.topic, one.said_by))
}

pub fn view(meeting: &Meeting<'_>, client: &Client) -> AgendaView {
    let points = client.points.iter().map(point).collect();
    AgendaView { name: client.name.clone(), points, live: meeting.path(&format!("/live?item={}", client.folder)) }
}

pub fn page(visit: &Visit) -> Answer {
    let meeting = Meeting::open(visit)?;
    let is_open = meeting.took_place().is_none();
    let agenda = if is_open { agenda::clients(&meeting)? } else { Vec::new() };
    let found = rows::of_meeting(&meeting)?;
    let outputs = found.iter().map(|one| output_view(&meeting, one)).collect::<Result<Vec<_>, _>>()?;
    let is_whole = meeting.is_whole();
    let consultations = if is_whole { meetings::consultations(&meeting)? } else { Vec::new() };
    let guests = if is_whole { meetings::guests(&meeting)? } else { Vec::new() };
    let state = match meeting.took_place() {
        Some(true) => ("ok", "uzavřená"),
        Some(false) => ("", "nekonala se"),
        None if meeting.meets_on() < meeting.today() => ("warn", "není zapsáno, zda se konala"),
        None => ("info", "připravuje se"),
    };
    Response::page(&Show {
        page: Page::of(visit),
        title: title(&meeting),
        about: about(&meeting),
        state,
        end_note: meeting.end_note().to_owned(),
        agenda: agenda.iter().map(|client| view(&meeting, client)).collect(),
        print: if is_whole && !outputs.is_empty() { meeting.path("/output.pdf") } else { String::new() },
        outputs,
        has_lapsed: is_whole && meeting.took_place() == Some(true) && rows::has_lapsed(&meeting)?,
        consultations: consultations.into_iter().map(|one| (one.question, one.conclusion)).collect(),
        guests: guests.into_iter().map(|one| (one.name, one.reason)).collect(),
        path: meeting.path(""),
        is_whole,
        is_open,
    })
}
