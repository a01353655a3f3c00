//! Tasks and appointments as lines that a page prints: every term with its weekday and with how far it is; red only
//! for legal deadlines.

use super::store::{Appointment, Task};
use crate::kernel::clock;
use crate::kernel::format_cs;
use jiff::civil::Date;
use rules::task::{Origin, Post, Urgency, urgency};

/// One task, ready to print.
pub struct TaskLine {
    pub id: String,
    pub version: i64,
    pub folder: String,
    pub client: String,
    pub what: String,
    /// Where it is done: the consultations for a peer mentor's note, otherwise the tasks of the folder.
    pub at: String,
    pub who: String,
    /// `do st 25. 11. 2026`
    pub due: String,
    /// `za 2 dny`
    pub distance: String,
    pub kind: &'static str,
    /// otevřený · po termínu · hotový
    pub status: &'static str,
    pub is_legal_deadline: bool,
    pub is_done: bool,
    /// Nobody does it any more, and nobody takes that back.
    pub has_lapsed: bool,
    /// Waits for a deed: whoever closes it by hand says why.
    pub asks_why: bool,
    /// Who finished it, when, and what he wrote.
    pub outcome: String,
}

impl TaskLine {
    pub fn of(task: &Task, today: Date) -> Self {
        let urgency = urgency(task.due_on, today);
        let is_done = task.done_at.is_some() || task.has_lapsed;
        let alarm = if task.is_legal_deadline { "bad" } else { "warn" };
        let (kind, status) = match urgency {
            _ if task.has_lapsed => ("", "souhlas skončil"),
            _ if is_done => ("ok", "hotový"),
            Urgency::Overdue { .. } => (alarm, "po termínu"),
            Urgency::DueToday | Urgency::Amber { .. } => (alarm, "otevřený"),
            Urgency::Calm { .. } => ("", "otevřený"),
        };
        Self {
            id: task.id.to_string(),
            version: task.version,
            folder: format!("/folders/{}", task.folder_id),
            client: name(&task.given_name, &task.family_name),
            what: task.what.clone(),
            at: at(task),
            who: who(task),
            due: format!("do\u{a0}{}", format_cs::weekday_date(task.due_on)),
            distance: format_cs::relative(task.due_on, today),
            kind,
            status,
            is_legal_deadline: task.is_legal_deadline,
            is_done,
            has_lapsed: task.has_lapsed,
            asks_why: task.origin != Origin::ByHand,
            outcome: outcome(task),
        }
    }
}

fn at(task: &Task) -> String {
    let page = if task.origin == Origin::MentorConsultation { "mentor-consultations" } else { "tasks" };
    format!("/folders/{}/{page}", task.folder_id)
}

fn who(task: &Task) -> String {
    match task.position {
        Some(Post::KeyWorker) => "klíčový pracovník".to_owned(),
        Some(Post::Intake) => "příjem".to_owned(),
        Some(Post::ServiceHead) => "vedoucí služby".to_owned(),
        None => task.worker.clone(),
    }
}

/// What a folder says of a task whose consent has ended.
pub const LAPSED: &str = "Souhlas skončil, zápis se už nedělá.";

fn outcome(task: &Task) -> String {
    if task.has_lapsed {
        return LAPSED.to_owned();
    }
    let Some(at) = task.done_at else { return String::new() };
    let done = format!("{}, {}", task.done_by, format_cs::weekday_moment(at));
    if task.done_note.is_empty() { done } else { format!("{done}: {}", task.done_note) }
}

/// A name as people say it; either part may be missing.
pub fn name(given: &str, family: &str) -> String {
    [given, family].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One appointment, ready to print.
pub struct AppointmentLine {
    pub id: String,
    pub version: i64,
    pub folder: String,
    pub client: String,
    pub day: String,
    pub time: String,
    /// `návštěva · 1 h · přinese smlouvu`
    pub about: String,
    pub worker: String,
    /// Where it is written down.
    pub record: String,
    pub is_recorded: bool,
}

impl AppointmentLine {
    pub fn of(one: &Appointment) -> Self {
        let starts = clock::civil(one.starts_at);
        let about = [one.label.as_str(), &format_cs::minutes(one.minutes), &one.note];
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        Self {
            id: one.id.to_string(),
            version: one.version,
            folder: format!("/folders/{}", one.folder_id),
            client: name(&one.given_name, &one.family_name),
            day: format_cs::weekday_date(starts.date()),
            time: format_cs::time(starts.time()),
            about,
            worker: one.worker.clone(),
            record: record(one),
            is_recorded: one.is_recorded,
        }
    }
}

/// An introductory consultation has a form of its own, everything else is a record.
fn record(one: &Appointment) -> String {
    let page = match one.kind.as_str() {
        "consultation" => "consultation/new",
        "assessment" => "assessment/new",
        _ => "records/new",
    };
    format!("/folders/{}/{page}?appointment={}", one.folder_id, one.id)
}
