//! Answering a handover: its addressee accepts or declines, its proposer may take it back. Before accepting, the
//! addressee sees name, reason, note and open legal deadlines only (D17).

use super::super::store::{self, Proposed};
use super::overview::reason;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::{case_management, tasks, ties};
use askama::Template;
use rules::access::{Act, Tie};
use rules::key_worker::{Handover, HandoverState, accept, may_end_unaccepted};
use rules::rule::Rule;
use rules::task::{NewTask, Origin, Post};

#[derive(Template)]
#[template(path = "team/handover.html")]
struct Offer<'v> {
    page: Page<'v>,
    form: Form<'v>,
    name: String,
    from: String,
    to: String,
    planned: String,
    reason: String,
    note: String,
    proposed: String,
    state: String,
    answer_reason: String,
    /// What was open when the case was offered; for those who see the folder anyway.
    open_tasks: Vec<String>,
    informed: String,
    deadlines: Vec<String>,
    action: String,
    back: String,
    may_answer: bool,
    may_take_back: bool,
}

/// The handover of the path, for its addressee, its proposer, and those who lead the case.
fn opened<'v>(visit: &'v Visit<'v>) -> Result<(Folder<'v>, Proposed), Failure> {
    let folder = Folder::open(visit)?;
    let id: StatementId = visit.path("handover")?;
    let handover = store::handovers(&folder)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    if is_of_addressee(&folder, &handover)? || leads(&folder, &handover)? {
        return Ok((folder, handover));
    }
    Err(Failure::refused("Na předání odpovídá ten, komu je určeno. Jak dopadlo, najdete v části Tým."))
}

fn is_of_addressee(folder: &Folder, handover: &Proposed) -> Result<bool, Failure> {
    Ok(folder.viewer()? == handover.to_worker_id)
}

fn leads(folder: &Folder, handover: &Proposed) -> Result<bool, Failure> {
    let holds = matches!(folder.tie(), Tie::KeyWorker | Tie::ServiceHead);
    Ok(holds || folder.viewer()? == handover.recorded_by)
}

fn template<'v>(
    visit: &'v Visit<'v>,
    folder: &Folder,
    handover: &Proposed,
    form: Form<'v>,
) -> Result<Offer<'v>, Failure> {
    let sees_folder = folder.tie() != Tie::HandoverAddressee;
    let waits = handover.state() == HandoverState::Proposed;
    let legal = store::open_tasks(folder)?.into_iter().filter(|task| task.is_legal_deadline);
    let tasks = handover.open_tasks.lines().filter(|_| sees_folder);
    Ok(Offer {
        page: Page::of(visit),
        form,
        name: folder.name(),
        from: handover.from(),
        to: handover.to(),
        planned: format_cs::weekday_date(handover.planned_on),
        reason: reason(handover),
        note: handover.note.clone(),
        proposed: format_cs::moment(handover.recorded_at),
        state: state(handover),
        answer_reason: handover.answer_reason.clone().unwrap_or_default(),
        open_tasks: tasks.map(str::to_owned).collect(),
        informed: handover.client_informed_on.map(format_cs::weekday_date).unwrap_or_default(),
        deadlines: legal.map(|task| format!("{}, do {}", task.what, format_cs::weekday_date(task.due_on))).collect(),
        action: folder.path(&format!("/handovers/{}/answer", handover.id)),
        back: if sees_folder { folder.path("/team") } else { "/".to_owned() },
        may_answer: waits && is_of_addressee(folder, handover)?,
        may_take_back: waits && leads(folder, handover)?,
    })
}

/// `přijato 12. 5. 2026 15:00`
fn state(handover: &Proposed) -> String {
    let at = handover.answered_at.map(|at| format!(" {}", format_cs::moment(at))).unwrap_or_default();
    format!("{}{at}", handover.state().cs())
}

pub fn page(visit: &Visit) -> Answer {
    let (folder, handover) = opened(visit)?;
    let form = Form::blank(visit, "Odpověď na předání")?;
    Response::page(&template(visit, &folder, &handover, form)?)
}

pub fn give<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let (folder, handover) = opened(visit)?;
    let mut form = Form::typed(visit, "Odpověď na předání");
    let answer: Option<HandoverState> = form.choice("answer", "Zvolte, zda případ přijímáte");
    let reason = form.text("reason");
    let his = match answer {
        Some(HandoverState::Accepted | HandoverState::Declined) => is_of_addressee(&folder, &handover)?,
        Some(HandoverState::TakenBack) => leads(&folder, &handover)?,
        Some(HandoverState::Proposed) | None => true,
    };
    if !his {
        return Err(Failure::refused("Na předání odpovídá ten, komu je určeno. Zpět je bere ten, kdo je navrhl."));
    }
    if answer == Some(HandoverState::Declined) && reason.is_empty() {
        form.problem("reason", "Napište, proč případ nepřijímáte");
    }
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &folder, &handover, form)?));
    }
    let mut change = pen.change(&folder)?;
    let (text, toast) = match answer {
        Some(HandoverState::Accepted) => take_over(&mut change, &folder, &handover)?,
        Some(HandoverState::Declined) => decline(&mut change, &folder, &handover, &reason)?,
        Some(HandoverState::TakenBack) => take_back(&mut change, &folder, &handover, &reason)?,
        Some(HandoverState::Proposed) | None => return Err(Failure::Absent),
    };
    let stays = ties::still_may(visit, &folder, Act::SeeTeam)?;
    change.commit(Entry::about(handover.id, text).resting_on("R-034"));
    let next = if stays { folder.path("/team") } else { "/".to_owned() };
    Ok(Response::see_other_saying(&next, toast))
}

/// What the journal says, and the key of the line at the bottom.
type Done = (&'static str, &'static str);

/// The case passes at the beginning of the planned day, or now when that has begun; so do tasks of the old key worker.
fn take_over(change: &mut Change, folder: &Folder, handover: &Proposed) -> Result<Done, Failure> {
    let held = ties::key_worker(folder)?.map(|held| held.id);
    let to = handover.to_worker_id;
    let candidate = ties::candidate(folder, to)?.unwrap_or(ties::nobody(to));
    let day = Some(handover.planned_on);
    let proposed = Handover {
        from: handover.from_worker_id,
        to: &candidate,
        reason: Some(handover.reason),
        note: &handover.reason_text,
        ends_on: day,
        begins_on: day,
        another_open: false,
    };
    let begins_at = clock::start_of(handover.planned_on);
    let passes_at = accept(&proposed, handover.state(), held.as_ref(), begins_at, change.at());
    let passes_at = passes_at.map_err(|blocks| {
        let sentences: Vec<_> = blocks.iter().map(InCzech::cs).collect();
        Failure::refused(sentences.join(" "))
    })?;
    store::answer(change, folder, handover.id, HandoverState::Accepted, "")?;
    ties::pass_key_worker(change, folder, to, passes_at, handover.id)?;
    case_management::follow_key_worker(change, folder, (handover.from_worker_id, to), passes_at)?;
    tasks::settle(change, folder.id(), Rule::R034, "předání přijato")?;
    tasks::release(change, folder.id(), handover.from_worker_id)?;
    let toast = if passes_at > change.at() { "handover_planned" } else { "handover_accepted" };
    Ok(("předání případu přijato", toast))
}

fn decline(change: &mut Change, folder: &Folder, handover: &Proposed, reason: &str) -> Result<Done, Failure> {
    end_unaccepted(change, folder, handover, HandoverState::Declined, reason)?;
    let left = NewTask::for_post(Origin::Handover, Rule::R034, Post::KeyWorker, folder.today());
    let what = "Předání případu nebylo přijato. Rozhodnout, jak dál";
    tasks::create_for_folder(change, (folder.service(), folder.id()), &left, what, handover.id)?;
    Ok(("předání případu nepřijato", "handover_declined"))
}

fn take_back(change: &mut Change, folder: &Folder, handover: &Proposed, reason: &str) -> Result<Done, Failure> {
    end_unaccepted(change, folder, handover, HandoverState::TakenBack, reason)?;
    Ok(("předání případu vzato zpět", "handover_taken_back"))
}

/// The old key worker remains (N10 of the story); the task of the addressee is over.
pub(super) fn end_unaccepted(
    change: &mut Change,
    folder: &Folder,
    handover: &Proposed,
    answer: HandoverState,
    reason: &str,
) -> Result<(), Failure> {
    may_end_unaccepted(handover.state()).map_err(|block| Failure::refused(block.cs()))?;
    store::answer(change, folder, handover.id, answer, reason)?;
    tasks::settle(change, folder.id(), Rule::R034, &answer.cs())
}
