//! `/overview`: the page of the head.

use super::store::{self, Count, Term};
use crate::accounts::{Colleague, colleagues};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::failure::Failure;
use crate::kernel::format_cs;
use crate::kernel::id::WorkerId;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::meeting;
use askama::Template;
use jiff::civil::Date;
use rules::calendar::shifted;
use rules::coded::Coded;
use rules::rule::Rule;
use rules::task::{Origin, Post};

/// A text is half-written for too long after so many days.
const DRAFT_DAYS: i64 = 3;
/// Legal deadlines are shown so many days ahead.
const DEADLINE_DAYS: i64 = 7;
/// Other terms so many days ahead, work so many days back.
const AHEAD_DAYS: i64 = 30;
const DAY: i64 = 24 * 3_600_000;
/// Tasks that ask to plan, or to look at a plan again.
const REVIEWS: &[Rule] = &[Rule::R016, Rule::R018, Rule::R053, Rule::R054, Rule::R126];

#[derive(Template)]
#[template(path = "overview/overview.html")]
struct Overview<'v> {
    page: Page<'v>,
    deadlines: Vec<Line>,
    applicants: Vec<Line>,
    plans: Vec<Line>,
    overdue: Vec<Line>,
    /// Goals of meetings that wait to be evaluated.
    goals: usize,
    people: Vec<Load>,
    /// Those who carry nothing now.
    free: String,
    ahead_days: i64,
    draft_days: i64,
}

/// A term: what, in which folder, whose, how far it is.
struct Line {
    what: String,
    folder: String,
    number: String,
    who: String,
    due: String,
    kind: &'static str,
    distance: String,
}

/// What lies on one worker.
struct Load {
    name: String,
    cases: i64,
    tasks: usize,
    overdue: usize,
    contacts: i64,
    time: String,
    unwritten: i64,
}

impl Load {
    fn is_any(&self) -> bool {
        self.cases + self.contacts + self.unwritten > 0 || self.tasks > 0
    }
}

pub fn page(visit: &Visit) -> Answer {
    let caseload = Caseload::open(visit)?;
    let today = visit.today();
    let people = colleagues(caseload.own()?.0, caseload.service(), today)?;
    let terms = store::terms(&caseload, shifted(today, AHEAD_DAYS))?;
    let lines = |wanted: &dyn Fn(&Term) -> bool| -> Vec<Line> {
        terms.iter().filter(|one| wanted(one)).map(|one| line(one, &people, today)).collect()
    };
    let is_deadline = |one: &Term| one.is_legal_deadline && one.due_on <= shifted(today, DEADLINE_DAYS);
    let is_assessment = |one: &Term| one.rule == Rule::R029.code();
    let is_review = |one: &Term| Rule::from_code(&one.rule).is_some_and(|rule| REVIEWS.contains(&rule));
    let is_other = |one: &Term| !(one.is_legal_deadline || is_assessment(one) || is_review(one));
    let (carrying, free): (Vec<_>, Vec<_>) =
        load(&caseload, &terms, &people, (today, visit.now()))?.into_iter().partition(Load::is_any);
    Response::page(&Overview {
        page: Page::of(visit),
        deadlines: lines(&is_deadline),
        applicants: lines(&is_assessment),
        plans: lines(&is_review),
        overdue: lines(&|one| is_other(one) && one.due_on < today),
        goals: meeting::overdue_goals(&caseload)?,
        people: carrying,
        free: free.into_iter().map(|one| one.name).collect::<Vec<_>>().join(", "),
        ahead_days: AHEAD_DAYS,
        draft_days: DRAFT_DAYS,
    })
}

fn line(one: &Term, people: &[Colleague], today: Date) -> Line {
    let holder = one.holder.and_then(|id| people.iter().find(|person| person.id == id));
    let post = one.position.map_or("nikdo", |post| match post {
        Post::KeyWorker => "klíčový pracovník není určen",
        Post::Intake => "příjem",
        Post::ServiceHead => "vedoucí služby",
    });
    Line {
        what: what(one),
        folder: format!("/folders/{}/tasks", one.folder_id),
        number: one.number.clone(),
        who: holder.map_or_else(|| post.to_owned(), Colleague::name),
        due: format_cs::weekday_date(one.due_on),
        kind: match one.due_on < today {
            true if one.is_legal_deadline => "bad",
            true => "warn",
            false => "",
        },
        distance: format_cs::relative(one.due_on, today),
    }
}

/// What somebody typed may tell about the client; the head reads it in the folder.
fn what(one: &Term) -> String {
    match one.origin {
        Origin::ByHand => "Úkol".to_owned(),
        Origin::Meeting if one.rule == Rule::R079.code() => "Vyhodnotit cíl z porady".to_owned(),
        Origin::Meeting if one.rule.is_empty() => "Úkol z porady".to_owned(),
        _ => one.what.clone(),
    }
}

fn load(
    caseload: &Caseload,
    terms: &[Term],
    people: &[Colleague],
    (today, now): (Date, i64),
) -> Result<Vec<Load>, Failure> {
    let old = now - DRAFT_DAYS * DAY;
    let (cases, work) = (store::cases(caseload)?, store::work_since(caseload, now - AHEAD_DAYS * DAY)?);
    let (drafts, bare) = (store::old_drafts(caseload, old)?, store::old_contacts_without_text(caseload, old)?);
    let of = |counts: &[Count], worker: WorkerId| {
        counts.iter().filter(|one| one.worker == worker).map(|one| one.number).sum::<i64>()
    };
    let one = |person: &Colleague| {
        let mine = || terms.iter().filter(|term| term.holder == Some(person.id));
        let done = work.iter().find(|one| one.worker == person.id);
        Load {
            name: person.name(),
            cases: of(&cases, person.id),
            tasks: mine().count(),
            overdue: mine().filter(|term| term.due_on < today).count(),
            contacts: done.map_or(0, |one| one.number),
            time: done.map_or_else(String::new, |one| format_cs::minutes(one.minutes)),
            unwritten: of(&drafts, person.id) + of(&bare, person.id),
        }
    };
    Ok(people.iter().map(one).collect())
}
