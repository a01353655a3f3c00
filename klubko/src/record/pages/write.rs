//! The quick record: one box, a few chips, everything else prefilled (UX 3.5).

use super::super::chosen::Chosen;
use super::super::goals::Goals;
use super::super::store::{self, around};
use super::super::typed::{self, Standing, Typed};
use super::Choices;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::draft;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::{ActivityId, AppointmentId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::activity::plan_question;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::{activity, agreement, calendar, drafts, tasks, ties};
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;
use rules::task::{Addressee, Origin};
use rules::visits::plan_task;

#[derive(Template)]
#[template(path = "record/write.html")]
struct Write<'v> {
    page: Page<'v>,
    form: Form<'v>,
    client: String,
    number: String,
    action: String,
    back: String,
    choices: Choices,
    workers: Vec<(String, String)>,
    question: String,
    has_agreement: bool,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, goals: &Goals, form: Form<'v>) -> Result<Write<'v>, Failure> {
    let counter = activity::visit_counter(folder)?;
    let has_agreement = counter.agreement_on.is_some();
    Ok(Write {
        page: Page::of(visit),
        form,
        client: folder.name(),
        number: folder.number().to_owned(),
        action: folder.path("/records"),
        back: folder.path("/timeline"),
        choices: Choices::of(folder, has_agreement, goals)?,
        workers: ties::colleague_options(folder)?,
        question: plan_question(counter.counter),
        has_agreement,
    })
}

/// The form, as full as the house can fill it.
pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, "Zápis")?;
    prefill(&mut form, visit, &folder)?;
    Response::page(&template(visit, &folder, &Goals::of(&folder)?, form)?)
}

const HOUR: i64 = 3_600_000;
const FIVE_MINUTES: i64 = 300_000;
const USUAL_MINUTES: i64 = 45;

/// Kind as within the last hour or as planned; length as planned, or as the last time of that kind; start as planned, or
/// now less the length, rounded to five minutes.
fn prefill(form: &mut Form, visit: &Visit, folder: &Folder) -> Result<(), Failure> {
    let last = around::last_of_viewer(folder)?;
    let appointment = visit.query("appointment").and_then(|id| id.parse::<AppointmentId>().ok());
    let planned = appointment.map(|id| around::planned(folder, id)).transpose()?.flatten();
    let has_agreement = activity::cooperation(folder)?.is_running();
    let usual = if has_agreement { Chosen::Visit } else { Chosen::Negotiation };
    let of_hour = last.as_ref().filter(|last| visit.now() - last.recorded_at < HOUR);
    let of_hour = of_hour.and_then(|last| Chosen::of(last.kind, last.form, last.on_behalf_of_client));
    let of_hour = of_hour.filter(|_| has_agreement);
    let of_plan = planned.as_ref().map(|planned| match planned.kind.as_str() {
        "follow_up" if !has_agreement => Chosen::CrisisFollowUp,
        "follow_up" => Chosen::Phone,
        _ => usual,
    });
    let chosen = of_plan.or(of_hour).unwrap_or(usual);
    // A visit is not as long as the call before it.
    let alike = last.as_ref().filter(|last| Chosen::of(last.kind, last.form, last.on_behalf_of_client) == Some(chosen));
    let minutes = planned.as_ref().map(|planned| planned.minutes);
    let minutes = minutes.or(alike.map(|last| last.minutes)).unwrap_or(USUAL_MINUTES);
    let past = (visit.now() - minutes * 60_000).div_euclid(FIVE_MINUTES) * FIVE_MINUTES;
    let starts_at = planned.as_ref().map(|planned| planned.starts_at).filter(|at| *at <= visit.now()).unwrap_or(past);
    let starts = clock::civil(starts_at);
    form.prefill("kind", chosen.code());
    form.prefill("day", format_cs::date(starts.date()));
    form.prefill("time", format_cs::time(starts.time()));
    form.prefill("minutes", minutes.to_string());
    if let Some(planned) = planned {
        form.prefill("appointment", planned.id.to_string());
    }
    form.prefill("task_worker", folder.viewer()?.to_string());
    Ok(())
}

/// A task set together with the record: what, who, until when (message 126).
struct TypedTask {
    what: String,
    worker: WorkerId,
    due_on: Date,
}

fn read_task(form: &mut Form, folder: &Folder) -> Result<Option<TypedTask>, Failure> {
    let what = form.text("task_what");
    if what.is_empty() {
        return Ok(None);
    }
    const INCOMPLETE: &str = "Úkol musí mít odpovědnou osobu a termín.";
    let worker = form.chosen::<WorkerId>("task_worker", INCOMPLETE);
    if form.value("task_due").is_empty() {
        form.problem("task_due", INCOMPLETE);
        return Ok(None);
    }
    let due_on = form.date("task_due", Leaning::Future);
    let free = ties::colleague_options(folder)?;
    if worker.is_some_and(|worker| free.iter().all(|(id, _)| *id != worker.to_string())) {
        form.problem("task_worker", "Spolupráce s tímto pracovníkem je v případu omezena. Vyberte někoho jiného.");
    }
    Ok(worker.zip(due_on).map(|(worker, due_on)| TypedTask { what, worker, due_on }))
}

/// Saves the record; with `later` only what was done, and its text waits in „Zbývá dopsat“ (decision 5).
pub fn save<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, "Zápis");
    let later = form.ticked("later");
    let typed = typed::read(&mut form, &Standing::of(&folder)?, visit.now());
    if !later {
        typed::want_text(&mut form, typed.as_ref());
    }
    let task = read_task(&mut form, &folder)?;
    let goals = Goals::of(&folder)?;
    let link = goals.read(&mut form);
    let Some(typed) = typed.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, &goals, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = activity::begin(&mut change, &typed.activity(&folder, folder.viewer()?, &typed.topic_codes()))?;
    if link.is_some() {
        store::goals::link(&mut change, folder.id(), (id, 1), link)?;
    }
    if later {
        drafts::text_is_due(&mut change, &folder, id)?;
        leave_for_later(&mut change, &folder, id, (&form, &typed))?;
    } else if !typed.text.is_empty() {
        store::write_text(&mut change, folder.id(), (id, 1), &typed.text)?;
    }
    if let Ok(appointment) = form.value("appointment").parse::<AppointmentId>() {
        calendar::attach(&mut change, folder.id(), appointment, id)?;
    }
    if let Some(task) = task {
        set_task(&mut change, &folder, id, &task)?;
    }
    if let Some(day) = typed.met_on() {
        agreement::put_off_ending(&mut change, &folder, day)?;
    }
    ask_for_plan(&mut change, &folder, id, clock::day_of(typed.starts_at))?;
    change.commit(Entry::about(id, if later { "kontakt bez textu" } else { "zápis" }).resting_on("R-141"));
    Ok(Response::see_other_saying(&folder.path("/timeline"), if later { "record_later" } else { "record" }))
}

/// What was already typed goes along, so that nothing is written twice.
fn leave_for_later(
    change: &mut Change,
    folder: &Folder,
    id: ActivityId,
    (form, typed): (&Form, &Typed),
) -> Result<(), Failure> {
    let page = folder.path(&format!("/records/{id}/edit"));
    let minutes = typed.minutes.to_string();
    let names = ["kind", "form", "day", "time", "place", "goal", "body"];
    let mut fields: Vec<(&str, &str)> = names.map(|name| (name, form.value(name))).to_vec();
    fields.push(("minutes", &minutes));
    fields.extend(typed.topics.iter().map(|topic| ("topics", topic.as_str())));
    let fields = if form.value("body").is_empty() { Vec::new() } else { fields };
    draft::leave(change, (folder.service(), folder.id()), (&page, "Text k zápisu"), &fields).map(drop)
}

fn set_task(change: &mut Change, folder: &Folder, id: ActivityId, task: &TypedTask) -> Result<(), Failure> {
    let new = tasks::NewTask {
        service: folder.service(),
        folder: Some(folder.id()),
        addressee: Addressee::Worker(task.worker),
        what: &task.what,
        due_on: task.due_on,
        is_legal_deadline: false,
        origin: Origin::ByHand,
        origin_id: Some(id.0),
        rule: None,
    };
    tasks::create(change, &new).map(drop)
}

/// after about six visits without a written plan the key worker is asked once; nothing is ever refused.
fn ask_for_plan(change: &mut Change, folder: &Folder, id: ActivityId, on: Date) -> Result<(), Failure> {
    let counter = activity::visit_counter(folder)?.counter;
    let Some(task) = plan_task(counter, around::plan_was_asked(folder)?, on) else { return Ok(()) };
    let what = "Vyhotovit písemný individuální plán, nebo zdůvodnit, proč není potřeba";
    tasks::create_for_folder(change, (folder.service(), folder.id()), &task, what, id).map(drop)
}
