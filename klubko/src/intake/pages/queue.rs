//! První kontakty: who waits, how long, what comes next; then the counts of the year.

use super::super::counts;
use super::super::store::queue::{self as store, Open, PAGE};
use super::name_of;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::clock;
use crate::kernel::code_list;
use crate::kernel::desk::Desk;
use crate::kernel::format_cs;
use crate::kernel::id::FolderId;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::settings;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Tie;
use rules::assessment::{TermStart, due_on};
use rules::counts::YearCounts;
use rules::instant::days_between;
use rules::intake::waiting_days;
use rules::settings::Settings;
use rules::status::{Facts, Stage, stage};
use uuid::Uuid;

/// A line of the queue, ready to print.
#[derive(Default)]
struct Waiting {
    address: String,
    name: String,
    number: String,
    since: String,
    age: String,
    is_long: bool,
    taken_by: String,
    stage: String,
    kind: &'static str,
    next: String,
    key_worker: String,
}

#[derive(Template)]
#[template(path = "intake/first_contacts.html")]
struct FirstContacts<'v> {
    page: Page<'v>,
    waiting: Vec<Waiting>,
    is_newest_first: bool,
    more: String,
    limit: String,
    year: i16,
    counts: YearCounts,
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let caseload = Caseload::beside(&desk);
    let is_newest_first = visit.query("order") == Some("newest");
    let mut open = if is_newest_first {
        store::newest(&caseload, place(visit, (i64::MAX, Uuid::max())))?
    } else {
        store::oldest(&caseload, place(visit, (i64::MIN, Uuid::nil())))?
    };
    let has_more = open.len() > PAGE;
    open.truncate(PAGE);
    let order = if is_newest_first { "newest" } else { "oldest" };
    let more = open.last().filter(|_| has_more);
    let more = more.map(|last| format!("/first-contacts?order={order}&past={}_{}", last.starts_at, last.id));
    let kinds = code_list::items(desk.db(), "appointment_kind", desk.today())?;
    let settings = settings::of(desk.db(), desk.service(), desk.today())?;
    let year = chosen_year(visit, &desk);
    let reader = Reader { desk: &desk, kinds: &kinds, settings: &settings };
    Response::page(&FirstContacts {
        page: Page::of(visit),
        waiting: open.iter().map(|one| reader.line(one)).collect(),
        is_newest_first,
        more: more.unwrap_or_default(),
        limit: format_cs::count(settings.waiting_days, "den", "dny", "dní"),
        year,
        counts: counts::of_year(&desk, year)?,
    })
}

/// The moment and the folder after which the page begins.
fn place(visit: &Visit, beginning: (i64, Uuid)) -> (i64, FolderId) {
    let typed = visit.query("past").and_then(|past| past.split_once('_'));
    let typed = typed.and_then(|(at, id)| Some((at.parse().ok()?, id.parse().ok()?)));
    let (at, id): (i64, Uuid) = typed.unwrap_or(beginning);
    (at, FolderId(id))
}

fn chosen_year(visit: &Visit, desk: &Desk) -> i16 {
    let this = desk.today().year();
    let chosen = visit.query("year").and_then(|year| year.parse().ok());
    chosen.filter(|year| (2000..=this).contains(year)).unwrap_or(this)
}

struct Reader<'a, 'v> {
    desk: &'a Desk<'v>,
    kinds: &'a [(String, String)],
    settings: &'a Settings,
}

impl Reader<'_, '_> {
    /// Of colleagues' folders only the name and the key worker are shown.
    fn line(&self, open: &Open) -> Waiting {
        let name = name_of(["", &open.given_name, &open.family_name]);
        let part = |text: &Option<String>| text.clone().unwrap_or_default();
        let key_worker = name_of([&part(&open.key_title), &part(&open.key_given), &part(&open.key_family)]);
        if matches!(open.tie, Tie::SameService | Tie::HandoverAddressee) {
            return Waiting { name, key_worker, ..Waiting::default() };
        }
        let (today, asked_on) = (self.desk.today(), clock::day_of(open.starts_at));
        let days = days_between(asked_on, today);
        let stage = stage(&self.facts(open), today);
        let waits = waiting_days(open.wanted_on.unwrap_or(asked_on), open.held_on, today);
        let next = open.next_at.map(|at| {
            let kind = code_list::labels(self.kinds, open.next_kind.as_deref().unwrap_or_default());
            format!("{} – {kind}", format_cs::weekday_moment(at))
        });
        Waiting {
            address: format!("/folders/{}", open.id),
            name,
            number: open.number.clone(),
            since: format_cs::weekday_moment(open.starts_at),
            age: if days == 0 { "dnes".to_owned() } else { format_cs::count(days, "den", "dny", "dní") },
            is_long: open.held_on.is_none() && waits > self.settings.waiting_days,
            taken_by: name_of([&open.taken_title, &open.taken_given, &open.taken_family]),
            stage: stage.cs().into_owned(),
            kind: kind_of(stage),
            next: next.unwrap_or_default(),
            key_worker,
        }
    }

    fn facts(&self, open: &Open) -> Facts {
        let began_on = match self.settings.assessment_start {
            TermStart::IntroConsultation => open.held_on,
            TermStart::FirstContact => Some(clock::day_of(open.starts_at)),
        };
        Facts {
            negotiation_began: open.held_on.is_some() || open.has_negotiation || open.next_at.is_some(),
            assessment_due_on: began_on.map(|day| due_on(day, self.settings.assessment_days)),
            assessment_closed: open.is_assessed,
            ..Facts::default()
        }
    }
}

/// Red is for the broken term only.
fn kind_of(stage: Stage) -> &'static str {
    match stage {
        Stage::AssessmentOverdue { .. } => "bad",
        Stage::WaitingForAssessment { .. } => "warn",
        Stage::NewContact => "info",
        Stage::NegotiationRunning | Stage::WithoutAgreement | Stage::Client { .. } | Stage::Ended(_) => "",
    }
}
