//! „Přehled“: what next, the commission in the client's words, what happened last, who helps (UX 3.4, R-001).

use crate::folders::head::{self, FolderHead, Known};
use crate::folders::store::summary::{self as store, Event, Goal, Helper, OpenTask, Planned};
use crate::folders::ways::{self, NextStep};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::{Act, Mask};
use rules::coded::Coded;
use rules::evaluation::GoalResult;
use rules::task::{Post, Urgency, urgency};

#[derive(Template)]
#[template(path = "folders/summary.html")]
struct Summary<'v> {
    page: Page<'v>,
    folder: FolderHead,
    /// A mentor's view ends with the commission.
    is_whole: bool,
    next: Option<NextStep>,
    commission: Option<(String, String)>,
    wishes: Vec<(&'static str, String)>,
    wishes_href: String,
    events: Vec<Line>,
    tasks: Vec<Line>,
    appointments: Vec<Line>,
    goals: Vec<Line>,
    people: Vec<(String, String)>,
    hrefs: Hrefs,
}

/// Where the blocks lead.
struct Hrefs {
    timeline: String,
    tasks: String,
    team: String,
    plan: String,
    readiness: String,
}

/// One row: when, what, by whom; a badge beside it.
struct Line {
    when: String,
    what: String,
    href: String,
    meta: String,
    badge: Option<(&'static str, String)>,
}

/// The first page of a folder.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let known = head::known(&folder)?;
    let is_whole = folder.mask() == Mask::Whole;
    let is_past = folder.is_past();
    let next = if is_whole && !is_past { ways::next_step(&folder, &known) } else { None };
    let facts = &known.facts;
    Response::page(&Summary {
        page: Page::of(visit),
        folder: head::head_of(visit, &folder, &known, "summary")?,
        is_whole,
        next,
        commission: commission(&known),
        wishes: if is_whole { wishes(&known) } else { Vec::new() },
        wishes_href: folder.path("/negotiation"),
        events: if is_whole { events(&folder)? } else { Vec::new() },
        tasks: if is_whole && facts.open_tasks > 0 { tasks(&folder)? } else { Vec::new() },
        appointments: if is_whole && facts.has_appointments { appointments(&folder)? } else { Vec::new() },
        goals: if is_whole && facts.has_goals { goals(&folder)? } else { Vec::new() },
        people: if is_whole { people(&folder, &known)? } else { Vec::new() },
        hrefs: Hrefs {
            timeline: folder.path("/timeline"),
            tasks: folder.path("/tasks"),
            plan: folder.path("/plan"),
            team: if folder.may(Act::SeeTeam) { folder.path("/team") } else { String::new() },
            readiness: if folder.may(Act::SeeReadiness) { folder.path("/readiness") } else { String::new() },
        },
    })
}

/// The client's words and the day of the agreement about them.
fn commission(known: &Known) -> Option<(String, String)> {
    let words = known.facts.commission.clone()?;
    let agreed = known.facts.commission_on.map(|day| format!("dohodnuto {}", format_cs::date(day)));
    Some((words, agreed.unwrap_or_default()))
}

/// Needs and wishes stand on top of the case.
fn wishes(known: &Known) -> Vec<(&'static str, String)> {
    let fields = [("Potřebuje", &known.facts.need), ("Přeje si", &known.facts.wish)];
    let said = fields.into_iter().filter_map(|(term, text)| Some((term, text.clone()?)));
    said.filter(|(_, text)| !text.is_empty()).collect()
}

fn events(folder: &Folder) -> Result<Vec<Line>, Failure> {
    let line = |event: Event| Line {
        when: format_cs::weekday_moment(event.starts_at),
        what: sentence(&event.kind.cs()),
        href: folder.path(&format!("/records/{}", event.id)),
        meta: meta(&event),
        badge: None,
    };
    Ok(store::last_events(folder)?.into_iter().map(line).collect())
}

fn meta(event: &Event) -> String {
    let length = (event.minutes > 0).then(|| format_cs::minutes(event.minutes));
    let agreed = event.agreed.as_ref().filter(|text| !text.is_empty()).map(|text| format!("dohoda: {text}"));
    let parts = [Some(event.form.cs().into_owned()), length, Some(event.worker.clone()), agreed];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `Úvodní konzultace`: the first letter as at the beginning of a sentence.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn tasks(folder: &Folder) -> Result<Vec<Line>, Failure> {
    let line = |task: OpenTask| {
        // As in the lists of tasks: red is for what the law sets.
        let alarm = if task.is_legal_deadline { "bad" } else { "warn" };
        let badge = match urgency(task.due_on, folder.day()) {
            Urgency::Calm { .. } => None,
            Urgency::Amber { .. } | Urgency::DueToday => Some((alarm, format_cs::relative(task.due_on, folder.day()))),
            Urgency::Overdue { .. } => Some((alarm, "po termínu".into())),
        };
        let who =
            task.worker.or_else(|| task.position.as_deref().and_then(Post::from_code).map(post)).unwrap_or_default();
        let when = format!("do {}", format_cs::weekday_date(task.due_on));
        Line { when, what: task.what, href: String::new(), meta: who, badge }
    };
    Ok(store::open_tasks(folder)?.into_iter().map(line).collect())
}

/// The goals of the plan, each with its state (UX 3.4).
fn goals(folder: &Folder) -> Result<Vec<Line>, Failure> {
    let line = |goal: Goal| {
        let badge = match goal.result {
            None | Some(GoalResult::Running) => ("info", "běží".to_owned()),
            Some(GoalResult::Met) => ("ok", GoalResult::Met.cs().into_owned()),
            Some(result @ (GoalResult::Partly | GoalResult::Unmet)) => ("", result.cs().into_owned()),
        };
        let when = goal.horizon_on.map(|day| format!("do {}", format_cs::date(day))).unwrap_or_default();
        Line { when, what: goal.goal, href: String::new(), meta: String::new(), badge: Some(badge) }
    };
    Ok(store::goals(folder)?.into_iter().map(line).collect())
}

fn post(post: Post) -> String {
    match post {
        Post::KeyWorker => "klíčový pracovník".to_owned(),
        Post::Intake => "příjem".to_owned(),
        Post::ServiceHead => "vedoucí služby".to_owned(),
    }
}

fn appointments(folder: &Folder) -> Result<Vec<Line>, Failure> {
    let line = |one: Planned| Line {
        when: format_cs::weekday_moment(one.starts_at),
        what: sentence(&one.kind),
        href: String::new(),
        meta: format!("{} · {}", format_cs::minutes(one.minutes), one.worker),
        badge: None,
    };
    Ok(store::planned(folder)?.into_iter().map(line).collect())
}

fn people(folder: &Folder, known: &Known) -> Result<Vec<(String, String)>, Failure> {
    let key_worker = known.facts.key_worker.clone().map(|name| {
        let since = known.facts.key_worker_from.map(|at| format_cs::date(clock::day_of(at))).unwrap_or_default();
        (name, format!("klíčový pracovník od {since}"))
    });
    let helper = |one: Helper| {
        let part = if one.as_mentor { "peer mentor" } else { "přizvaný pracovník" };
        let until = one.until_day.map(|day| format!(" do {}", format_cs::date(day))).unwrap_or_default();
        (one.name, format!("{part}{until}"))
    };
    let helpers = if known.facts.has_helpers { store::helpers(folder)? } else { Vec::new() };
    Ok(key_worker.into_iter().chain(helpers.into_iter().map(helper)).collect())
}
