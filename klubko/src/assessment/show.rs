//! Where the assessment stands: waiting and until when, late, or closed and with what.

use super::store::{self, Assessment, Participant, Term};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties::{self, full_name};
use askama::Template;
use jiff::civil::Date;
use rules::access::Act;
use rules::task::{Urgency, urgency};

#[derive(Template)]
#[template(path = "assessment/show.html")]
struct Show<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    waiting: Option<Waiting>,
    closed: Vec<Closed>,
    key_worker: Option<(String, String)>,
    negotiation: String,
    may_hold: bool,
}

/// What the page says while the assessment waits.
struct Waiting {
    badge: &'static str,
    state: String,
    due: String,
    left: String,
    assessors: Vec<(String, String)>,
    people: Vec<(String, String)>,
    hold: String,
    invite: String,
}

/// A closed assessment, ready to print.
struct Closed {
    held: String,
    late: String,
    reason: String,
    participants: Vec<(String, String)>,
    development: String,
    risks: String,
    recommended_forms: String,
    key_worker: String,
    written: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let form = Form::blank(visit, "Přizvání ke zhodnocení")?;
    Response::page(&template(visit, &folder, form)?)
}

/// The same page when an invitation was refused.
pub fn again<'v>(visit: &'v Visit<'v>, folder: &Folder<'v>, form: Form<'v>) -> Answer {
    Err(Response::form_again(&template(visit, folder, form)?))
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<Show<'v>, Failure> {
    let all = store::assessments(folder)?;
    let participants = store::participants(folder)?;
    let term = store::term(folder)?.filter(|term| all.iter().all(|one| one.thread_id != term.thread));
    let may_hold = folder.may(Act::HoldAssessment);
    let key_worker = ties::key_worker(folder)?;
    Ok(Show {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        waiting: term.map(|term| waiting(folder, term)).transpose()?,
        closed: all.iter().map(|one| closed(one, &participants)).collect(),
        key_worker: key_worker
            .map(|held| (held.name, format_cs::weekday_date(crate::kernel::clock::day_of(held.since)))),
        negotiation: folder.path("/negotiation"),
        may_hold,
    })
}

fn waiting(folder: &Folder, term: Term) -> Result<Waiting, Failure> {
    let invited = ties::assignments(folder)?;
    let invited = invited.iter().filter(|one| one.as_assessor && one.is_open(folder.day()));
    let (badge, state, left) = state(term.due_on, folder.day());
    Ok(Waiting {
        badge,
        state,
        due: format_cs::weekday_date(term.due_on),
        left,
        assessors: invited.map(|one| (one.name(), format_cs::weekday_date(one.from_day))).collect(),
        people: ties::colleague_options(folder)?,
        hold: folder.path("/assessment/new"),
        invite: folder.path("/assessors"),
    })
}

/// The badge, the state in words, and how much time is left (message 135).
fn state(due_on: Date, today: Date) -> (&'static str, String, String) {
    let waits = "čeká na zhodnocení".to_owned();
    let relative = format_cs::relative(due_on, today);
    match urgency(due_on, today) {
        Urgency::Overdue { days } => ("bad", late(days), relative),
        Urgency::DueToday => ("warn", waits, relative),
        Urgency::Amber { days_left } => ("warn", waits, left(days_left)),
        Urgency::Calm { days_left } => ("info", waits, left(days_left)),
    }
}

fn left(days: i64) -> String {
    let verb = format_cs::plural(days, "zbývá", "zbývají", "zbývá");
    format!("{verb} {}", format_cs::count(days, "den", "dny", "dní"))
}

fn late(days: i64) -> String {
    format!("po lhůtě o\u{a0}{}", format_cs::count(days, "den", "dny", "dní"))
}

fn closed(one: &Assessment, participants: &[Participant]) -> Closed {
    let his = participants.iter().filter(|participant| participant.assessment_id == one.id);
    let named =
        |it: &Participant| (full_name(&it.title, &it.given_name, &it.family_name), it.profession.cs().into_owned());
    let author = full_name(&one.author_title, &one.author_given, &one.author_family);
    Closed {
        held: format_cs::weekday_date(one.held_on),
        late: if one.days_late > 0 { late(one.days_late) } else { String::new() },
        reason: one.late_reason.clone().unwrap_or_default(),
        participants: his.map(named).collect(),
        development: one.development.clone(),
        risks: one.risks.clone(),
        recommended_forms: one.recommended_forms.clone(),
        key_worker: full_name(&one.key_worker_title, &one.key_worker_given, &one.key_worker_family),
        written: format!("{author}, {}", format_cs::moment(one.recorded_at)),
    }
}
