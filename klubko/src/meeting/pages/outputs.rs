//! Meetings in one folder: what its key worker brings to them, what came out of them, what is to be written down and
//! evaluated. The minutes are not here.

use super::super::store::folder::{self as rows, Goal, Lapsed, Output};
use super::may;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock::day_of;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{date, weekday_date};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;
use rules::meeting::{Side, is_overdue, written};

struct RequestView {
    what: String,
    about: String,
    /// Empty when it was taken off, or may not be.
    end: String,
}

struct GoalView {
    goal: String,
    about: String,
    badge: (&'static str, String),
    evaluate: String,
}

struct OutputView {
    title: String,
    state: (&'static str, String),
    goals: Vec<GoalView>,
    tasks: Vec<(String, String)>,
    write: String,
}

#[derive(Template)]
#[template(path = "meeting/outputs.html")]
struct Outputs<'v> {
    page: Page<'v>,
    folder: FolderHead,
    requests: Vec<RequestView>,
    outputs: Vec<OutputView>,
    /// Meetings whose output is not written here any more.
    lapsed: Vec<String>,
    bring: String,
}

fn goal_view(folder: &Folder<'_>, one: &Goal) -> GoalView {
    let badge = match one.result {
        Some(result) => ("", result.cs().into_owned()),
        None if is_overdue(one.horizon_on, false, folder.day()) => ("warn", "po termínu, nevyhodnocen".to_owned()),
        None => ("", String::new()),
    };
    let note = one.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
    let on = one.evaluated_on.map(|on| format!(" Vyhodnoceno {}.{note}", date(on))).unwrap_or_default();
    let is_waiting = one.result.is_none() && may(folder, Act::WriteMeetingOutput);
    let evaluate = if is_waiting { folder.path(&format!("/meetings/goals/{}", one.id)) } else { String::new() };
    GoalView {
        goal: one.goal.clone(),
        about: format!("Poznáme podle: {}, do {}.{on}", one.success_indicator, date(one.horizon_on)),
        badge,
        evaluate,
    }
}

fn state(one: &Output) -> (&'static str, String) {
    if !one.is_sent {
        return ("", "porada není uzavřená".to_owned());
    }
    let there = Side::of(one.is_written_there, one.is_own, one.is_consented);
    let state = written(Side::of(one.is_written_here, !one.is_own, one.is_consented), one.has_two.then_some(there));
    let kind = if one.is_written_here { "ok" } else { "warn" };
    (kind, state.cs().into_owned())
}

fn lapsed(one: &Lapsed) -> String {
    format!("Porada {} se službou {}", weekday_date(one.meets_on), one.other_service)
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let (goals, tasks) = (rows::goals(&folder)?, rows::tasks(&folder)?);
    let view = |one: &Output| {
        let is_to_write = one.is_sent && !one.is_written_here && may(&folder, Act::WriteMeetingOutput);
        OutputView {
            title: format!("Porada {} se službou {}", weekday_date(one.meets_on), one.other_service),
            state: state(one),
            goals: goals.iter().filter(|goal| goal.output_id == one.id).map(|goal| goal_view(&folder, goal)).collect(),
            tasks: tasks
                .iter()
                .filter(|task| task.output_id == one.id)
                .map(|task| (task.task.clone(), format!("{}, do {}", task.worker, date(task.due_on))))
                .collect(),
            write: if is_to_write { folder.path(&format!("/meetings/{}", one.id)) } else { String::new() },
        }
    };
    let request = |one: rows::Request| {
        let is_open = one.ended_at.is_none();
        let ended = one.ended_at.map(|at| format!(", staženo {}", date(day_of(at)))).unwrap_or_default();
        let may = is_open && may(&folder, Act::BringToMeeting);
        RequestView {
            about: format!("{}, téma {}, od {}{ended}", one.to_service, one.topic, date(day_of(one.recorded_at))),
            what: one.request,
            end: if may { folder.path(&format!("/meetings/requests/{}/end", one.id)) } else { String::new() },
        }
    };
    let bring = if may(&folder, Act::BringToMeeting) { folder.path("/meetings/new") } else { String::new() };
    Response::page(&Outputs {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "team")?,
        requests: rows::requests(&folder)?.into_iter().map(request).collect(),
        outputs: rows::outputs(&folder)?.iter().map(view).collect(),
        lapsed: rows::lapsed(&folder)?.iter().map(lapsed).collect(),
        bring,
    })
}
