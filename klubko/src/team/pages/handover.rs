//! Proposing a handover of the case: the key worker remains until the addressee accepts.

use super::super::store::{self, NewHandover};
use super::options;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::WorkerId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::{tasks, ties};
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::key_worker::{Block, Handover, HandoverReason, HandoverState, propose as judge};
use rules::moment::date_typed::Leaning;
use rules::rule::Rule;
use rules::task::{Addressee, NewTask, Origin};

#[derive(Template)]
#[template(path = "team/handover_new.html")]
struct New<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    people: Vec<(String, String)>,
    reasons: Vec<(&'static str, String)>,
    tasks: Vec<String>,
    back: String,
    action: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<New<'v>, Failure> {
    Ok(New {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "team")?,
        form,
        people: ties::colleague_options(folder)?,
        reasons: options::<HandoverReason>(),
        tasks: tasks_of(folder)?,
        back: folder.path("/team"),
        action: folder.path("/handovers"),
    })
}

fn tasks_of(folder: &Folder) -> Result<Vec<String>, Failure> {
    let line = |task: &store::OpenTask| format!("{}, do {}", task.what, format_cs::weekday_date(task.due_on));
    Ok(store::open_tasks(folder)?.iter().map(line).collect())
}

pub fn new(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, "Předání případu")?;
    let today = format_cs::date(folder.today());
    form.prefill("ends_on", today.clone());
    form.prefill("begins_on", today);
    Response::page(&template(visit, &folder, form)?)
}

/// What the form says, when no rule refuses it.
struct Said {
    from: WorkerId,
    to: WorkerId,
    planned_on: Date,
    reason: HandoverReason,
    reason_text: String,
    note: String,
    client_informed_on: Option<Date>,
}

pub fn propose<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, "Předání případu");
    let Some(said) = read(&folder, &mut form)? else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let open_tasks = tasks_of(&folder)?.join("\n");
    let Said { from, to, planned_on, reason, client_informed_on, .. } = said;
    let (reason_text, note) = (said.reason_text.as_str(), said.note.as_str());
    let open_tasks = open_tasks.as_str();
    let new = NewHandover { from, to, planned_on, reason, reason_text, note, open_tasks, client_informed_on };
    let id = store::insert(&mut change, &folder, &new)?;
    tasks::settle(&mut change, folder.id(), Rule::R034, "předání navrženo znovu")?;
    let (origin, rule, addressee) = (Origin::Handover, Rule::R034, Addressee::Worker(to));
    let answer = NewTask { origin, rule, addressee, due_on: planned_on.max(folder.today()) };
    let place = (folder.service(), folder.id());
    tasks::create_for_folder(&mut change, place, &answer, "Odpovědět na předání případu", id)?;
    change.commit(Entry::about(id, "předání případu navrženo").resting_on("R-034"));
    Ok(Response::see_other_saying(&folder.path("/team"), "handover"))
}

/// Another handover waits for its answer or for its day.
pub fn is_another_open(folder: &Folder) -> Result<bool, Failure> {
    let waits = store::handovers(folder)?.iter().any(|one| one.state() == HandoverState::Proposed);
    Ok(waits || ties::line(folder)?.iter().any(|held| held.from_at > folder.now()))
}

fn read(folder: &Folder, form: &mut Form<'_>) -> Result<Option<Said>, Failure> {
    let to: Option<WorkerId> = form.chosen("to", "Vyberte, komu případ předáváte");
    let reason = HandoverReason::from_code(form.value("reason"));
    let (reason_text, note) = (form.text("reason_text"), form.text("note"));
    let (ends_on, begins_on) = (form.date("ends_on", Leaning::Future), form.date("begins_on", Leaning::Future));
    let client_informed_on = form.date_or_none("client_informed_on", Leaning::Past);
    if client_informed_on.is_some_and(|day| day > folder.today()) {
        form.problem("client_informed_on", "Tento den teprve přijde. Zkontrolujte datum");
    }
    let held = ties::key_worker(folder)?.map(|held| held.id);
    let from = held.unwrap_or_default();
    let chosen = to.unwrap_or_default();
    let candidate = ties::candidate(folder, chosen)?.unwrap_or(ties::nobody(chosen));
    let another_open = is_another_open(folder)?;
    let handover = Handover { from, to: &candidate, reason, note: &reason_text, ends_on, begins_on, another_open };
    for block in judge(&handover, held.as_ref()) {
        if let Some(field) = field_of(&block, to.is_some()) {
            form.problem(field, block.cs());
        }
    }
    let (true, Some(to), Some(planned_on), Some(reason)) = (form.is_settled(), to, begins_on, reason) else {
        return Ok(None);
    };
    Ok(Some(Said { from, to, planned_on, reason, reason_text, note, client_informed_on }))
}

/// Where the refusal is corrected; none where the field already says what is wrong.
fn field_of(block: &Block, is_addressee_chosen: bool) -> Option<&'static str> {
    match block {
        Block::Addressee(_) if !is_addressee_chosen => None,
        Block::DateMissing => None,
        Block::Addressee(_) | Block::ToHimself | Block::NotTheKeyWorker | Block::AnotherIsOpen => Some("to"),
        Block::ReasonMissing => Some("reason"),
        Block::NoteMissing => Some("reason_text"),
        Block::Gap { .. } | Block::Overlap { .. } | Block::NotProposed { .. } => Some("begins_on"),
    }
}
