//! The page, put together from what other slices keep.

use super::store;
use crate::agenda::{self, AppointmentLine, Task, TaskLine};
use crate::drafts::{self, Waiting};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::clock;
use crate::kernel::format_cs;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::notices;
use crate::sharing;
use askama::Template;
use jiff::civil::Date;
use rules::access::Subject;
use rules::calendar::{monday_of_week, shifted};
use rules::coded::Coded;
use rules::consent::sharing::WARN_DAYS;
use rules::rule::Rule;

#[derive(Template)]
#[template(path = "my_day/my_day.html")]
struct MyDay<'v> {
    page: Page<'v>,
    greeting: String,
    date: String,
    deadlines: Vec<TaskLine>,
    today: Vec<AppointmentLine>,
    unwritten: Vec<AppointmentLine>,
    waiting: Waiting,
    tasks: Vec<TaskLine>,
    consents: Vec<TaskLine>,
    assessments: Vec<TaskLine>,
    plans: Vec<TaskLine>,
    /// Consents to case management that end soon: folder, client, what ends.
    ending: Vec<(String, String, String)>,
    offered: Vec<Offer>,
    shared: Vec<sharing::Line>,
    /// How many notices are not read yet.
    notices: usize,
    accompanied: Vec<(String, String)>,
    is_mentor: bool,
    /// What the head does for the service itself.
    of_service: Vec<(String, String)>,
}

/// A case offered to the viewer: who, from whom, from when, where he answers.
struct Offer {
    client: String,
    from: String,
    day: String,
    href: String,
}

/// `/`: what is to be done today. Whoever has no clients (a mandate, a volunteer) goes to his own pages.
pub fn my_day(visit: &Visit) -> Answer {
    let subject = visit.viewer()?.subject();
    let works_with_clients = subject.is_care_worker() || subject == Subject::PeerMentor;
    if subject == Subject::Inspector {
        return Ok(Response::see_other("/inspection"));
    }
    if visit.viewer()?.service().is_none() || !works_with_clients {
        return Ok(Response::see_other("/more"));
    }
    let caseload = Caseload::open(visit)?;
    let is_mentor = subject == Subject::PeerMentor;
    let day = visit.today();
    let appointments = agenda::my_appointments(&caseload, day)?;
    let (past, today): (Vec<_>, Vec<_>) = appointments.iter().partition(|one| clock::day_of(one.starts_at) < day);
    let sorted = Sorted::of(&agenda::tasks_of_my_day(&caseload, shifted(day, PLANS_AHEAD))?, day);
    let waits = if is_mentor { Vec::new() } else { store::waits(&caseload, shifted(day, WARN_DAYS))? };
    let (offered, ending): (Vec<_>, Vec<_>) = waits.into_iter().partition(|one| one.kind == store::OFFERED);
    let shared = if is_mentor { Vec::new() } else { sharing::waiting(&caseload, day)? };
    Response::page(&MyDay {
        page: Page::of(visit),
        greeting: greeting(visit),
        date: format_cs::long_date(day),
        today: today.into_iter().map(AppointmentLine::of).collect(),
        unwritten: past.into_iter().map(AppointmentLine::of).collect(),
        waiting: drafts::waiting(&caseload)?,
        deadlines: sorted.deadlines,
        tasks: sorted.tasks,
        consents: sorted.consents,
        assessments: sorted.assessments,
        plans: sorted.plans,
        offered: offered.into_iter().map(offer).collect(),
        shared,
        notices: notices::unread(&caseload)?,
        ending: ending.into_iter().map(end).collect(),
        of_service: agenda::of_service(visit, &caseload)?,
        accompanied: if is_mentor { accompanied(&caseload)? } else { Vec::new() },
        is_mentor,
    })
}

/// „Dobré ráno, Jano“: as the worker asked to be addressed, without a name if he did not say.
fn greeting(visit: &Visit) -> String {
    let hello = match clock::civil(visit.now()).hour() {
        4..10 => "Dobré ráno",
        10..18 => "Dobrý den",
        _ => "Dobrý večer",
    };
    match visit.viewer().map(|viewer| viewer.greeting().to_owned()) {
        Ok(name) if !name.is_empty() => format!("{hello}, {name}"),
        _ => hello.to_owned(),
    }
}

/// A review of a plan is shown so many days before: it has to be arranged with the client.
const PLANS_AHEAD: i64 = 14;

/// The tasks by the block in which they stand.
#[derive(Default)]
struct Sorted {
    deadlines: Vec<TaskLine>,
    tasks: Vec<TaskLine>,
    consents: Vec<TaskLine>,
    assessments: Vec<TaskLine>,
    plans: Vec<TaskLine>,
}

impl Sorted {
    /// Legal deadlines stand first from a week before; other tasks of this week and late ones stand in their list;
    /// what a deed waits for (a written consent, an assessment) is shown however far its term is.
    fn of(tasks: &[Task], today: Date) -> Self {
        let sunday = shifted(monday_of_week(today), 6);
        let mut sorted = Self::default();
        for task in tasks {
            let line = TaskLine::of(task, today);
            match Rule::from_code(&task.rule) {
                _ if task.is_legal_deadline && task.due_on <= shifted(today, 7) => sorted.deadlines.push(line),
                Some(Rule::R029) => sorted.assessments.push(line),
                Some(Rule::R024 | Rule::R025) => sorted.consents.push(line),
                Some(Rule::R016 | Rule::R018 | Rule::R053 | Rule::R054 | Rule::R126)
                    if task.due_on <= shifted(today, PLANS_AHEAD) =>
                {
                    sorted.plans.push(line);
                }
                _ if task.due_on <= sunday => sorted.tasks.push(line),
                _ => {}
            }
        }
        sorted
    }
}

fn offer(one: store::Waits) -> Offer {
    Offer {
        client: name(&one.given_name, &one.family_name),
        from: one.who,
        day: format_cs::weekday_date(one.day),
        href: format!("/folders/{}/handovers/{}", one.folder_id, one.about),
    }
}

/// From fourteen days before the last day.
fn end(one: store::Waits) -> (String, String, String) {
    let what = format!("{} · platí do {}", one.who, format_cs::date(one.day));
    (format!("/folders/{}/consents", one.folder_id), name(&one.given_name, &one.family_name), what)
}

fn accompanied(caseload: &Caseload) -> Result<Vec<(String, String)>, crate::kernel::failure::Failure> {
    let line =
        |one: store::Accompanied| (format!("/folders/{}", one.folder_id), name(&one.given_name, &one.family_name));
    Ok(store::accompanied(caseload)?.into_iter().map(line).collect())
}

fn name(given: &str, family: &str) -> String {
    [given, family].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
