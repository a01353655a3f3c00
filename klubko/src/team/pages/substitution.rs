//! Substitution: a worker names who stands for him from–to, or the head does it for somebody.

use crate::accounts::{self, Colleague};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::WorkerId;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties::{self, Substitution};
use askama::Template;
use jiff::civil::Date;
use rules::moment::date_typed::Leaning;
use rules::profession::may_be_key_worker;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "team/substitutions.html")]
struct Substitutions<'v> {
    page: Page<'v>,
    form: Form<'v>,
    rows: Vec<Row>,
    people: Vec<(String, String)>,
    is_head: bool,
}

struct Row {
    worker: String,
    substitute: String,
    period: String,
    end: Option<String>,
}

fn template<'v>(visit: &'v Visit<'v>, desk: &Desk, form: Form<'v>) -> Result<Substitutions<'v>, Failure> {
    let (viewer, is_head) = (desk.worker()?, visit.viewer()?.is_head());
    let row = |one: &Substitution| Row {
        worker: one.name(),
        substitute: one.substitute(),
        period: format!("od {} do {}", format_cs::weekday_date(one.from_day), format_cs::weekday_date(one.until_day)),
        end: (is_head || one.worker_id == viewer).then(|| format!("/substitutions/{}/end", one.id)),
    };
    let people = care_workers(desk)?;
    Ok(Substitutions {
        page: Page::of(visit),
        form,
        rows: ties::substitutions(desk)?.iter().map(row).collect(),
        people: people.iter().map(|one| (one.id.to_string(), ties::named(one))).collect(),
        is_head,
    })
}

/// Who can hold a case, and so stand for another.
fn care_workers(desk: &Desk) -> Result<Vec<Colleague>, Failure> {
    let all = accounts::colleagues(desk.db(), desk.service(), desk.today())?;
    Ok(all.into_iter().filter(|one| may_be_key_worker(one.profession)).collect())
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::blank(visit, "Zástup")?;
    form.prefill("worker", desk.worker()?.to_string());
    form.prefill("from", format_cs::date(desk.today()));
    Response::page(&template(visit, &desk, form)?)
}

pub fn plan<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let mut form = Form::typed(visit, "Zástup");
    let Some((worker, substitute, from, until)) = read(visit, &desk, &mut form)? else {
        return Err(Response::form_again(&template(visit, &desk, form)?));
    };
    let mut change = pen.change(&desk)?;
    let id = ties::plan_substitution(&mut change, &desk, (worker, substitute), (from, until))?;
    change.commit(Entry::about(id, "zástup naplánován"));
    Ok(Response::see_other_saying("/substitutions", "planned"))
}

type Said = (WorkerId, WorkerId, Date, Date);

fn read(visit: &Visit, desk: &Desk, form: &mut Form<'_>) -> Result<Option<Said>, Failure> {
    let own = desk.worker()?;
    // Only the head plans for somebody else; what anybody else sends is about himself.
    let typed: Option<WorkerId> = if visit.viewer()?.is_head() { form.value("worker").parse().ok() } else { None };
    let worker = typed.unwrap_or(own);
    let substitute: Option<WorkerId> = form.chosen("substitute", "Vyberte, kdo zastoupí");
    let (from, until) = (form.date("from", Leaning::Future), form.date("until", Leaning::Future));
    let people = care_workers(desk)?;
    let is_here = |id: WorkerId| people.iter().any(|one| one.id == id);
    if !is_here(worker) {
        form.problem("worker", "Tento pracovník ve službě případy nedrží. Vyberte jiného");
    }
    if substitute.is_some_and(|id| !is_here(id)) {
        form.problem("substitute", "Zastoupit může jen pracovník, který smí držet případ. Vyberte jiného");
    }
    if substitute == Some(worker) {
        form.problem("substitute", "Pracovník nemůže zastoupit sám sebe. Vyberte jiného");
    }
    if from.zip(until).is_some_and(|(first, last)| last < first) {
        form.problem("until", "Konec je dřív než začátek. Zkontrolujte dny");
    }
    let (true, Some(substitute), Some(from), Some(until)) = (form.is_settled(), substitute, from, until) else {
        return Ok(None);
    };
    Ok(Some((worker, substitute, from, until)))
}

pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let id: Uuid = visit.path("substitution")?;
    let all = ties::substitutions(&desk)?;
    let found = all.iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    if found.worker_id != desk.worker()? && !visit.viewer()?.is_head() {
        return Err(Failure::refused("Zástup ukončí ten, koho se týká, nebo vedoucí služby."));
    }
    let mut change = pen.change(&desk)?;
    ties::end_substitution(&mut change, &desk, id)?;
    change.commit(Entry::about(id, "zástup ukončen"));
    Ok(Response::see_other_saying("/substitutions", "ended"))
}
