//! Limiting cooperation with a worker: from the next request on he does not learn that the folder exists.

use super::super::store;
use super::{answer, options};
use crate::accounts::{self, Colleague};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::{ExclusionId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::tasks;
use crate::ties::{self, NewExclusion};
use askama::Template;
use jiff::ToSpan;
use jiff::civil::Date;
use rules::access::{Act, Tie};
use rules::coded::Coded;
use rules::exclusion::{Block, Exclusion, ExclusionReason, Maker, Target, check, task_for_what_he_left};
use rules::key_worker::HandoverState;
use rules::moment::date_typed::Leaning;
use rules::profession::Position;

/// Who asked for the limit; no rule follows from it.
const RAISED_BY: &[(&str, &str)] = &[("client", "klient"), ("worker", "pracovník sám"), ("team", "tým")];

#[derive(Template)]
#[template(path = "team/exclusion_new.html")]
struct New<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    people: Vec<(String, String)>,
    reasons: Vec<(&'static str, String)>,
    raisers: &'static [(&'static str, &'static str)],
    back: String,
    action: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<New<'v>, Failure> {
    Ok(New {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "team")?,
        form,
        people: ties::colleague_options(folder)?,
        reasons: options::<ExclusionReason>(),
        raisers: RAISED_BY,
        back: folder.path("/team"),
        action: folder.path("/exclusions"),
    })
}

pub fn new(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, "Omezení spolupráce")?;
    form.prefill("from", format_cs::date(folder.today()));
    Response::page(&template(visit, &folder, form)?)
}

pub fn exclude<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, "Omezení spolupráce");
    let Some(said) = read(&folder, &mut form)? else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = write(&mut change, &folder, &said)?;
    let stays = ties::still_may(visit, &folder, Act::SeeTeam)?;
    change.commit(Entry::about(id, "omezení spolupráce s pracovníkem").resting_on("R-059"));
    let next = if stays { folder.path("/team") } else { "/".to_owned() };
    Ok(Response::see_other_saying(&next, "excluded"))
}

/// What the form says, when no rule refuses it.
struct Said {
    worker: WorkerId,
    reason: ExclusionReason,
    reason_text: String,
    raised_by: String,
    from: Date,
    until: Option<Date>,
}

fn read(folder: &Folder, form: &mut Form<'_>) -> Result<Option<Said>, Failure> {
    let worker: Option<WorkerId> = form.chosen("worker", "Vyberte pracovníka");
    let reason = ExclusionReason::from_code(form.value("reason"));
    let reason_text = form.text("reason_text");
    let (from, until) = (form.date("from", Leaning::Past), form.date_or_none("until", Leaning::Future));
    let raised_by = form.value("raised_by").to_owned();
    if RAISED_BY.iter().all(|(code, _)| *code != raised_by) {
        form.problem("raised_by", "Zvolte, kdo o omezení požádal");
    }
    let colleagues = accounts::colleagues(folder.db(), folder.service(), folder.today())?;
    if worker.is_some_and(|worker| colleagues.iter().all(|one| one.id != worker)) {
        form.problem("worker", "Tento pracovník ve službě není. Vyberte jiného");
    }
    let target = target(folder, &colleagues, worker.unwrap_or_default())?;
    for block in check(&Exclusion { maker: maker(folder), target, reason, from, until }) {
        let field = match block {
            Block::DateMissing => continue,
            Block::ReasonMissing => "reason",
            Block::EndsBeforeItBegins => "until",
            Block::NotYours | Block::AlreadyExcluded | Block::HandOverFirst | Block::NameDeputyFirst => "worker",
        };
        form.problem(field, block.cs());
    }
    let (true, Some(worker), Some(reason), Some(from)) = (form.is_settled(), worker, reason, from) else {
        return Ok(None);
    };
    Ok(Some(Said { worker, reason, reason_text, raised_by, from, until }))
}

/// As whom the viewer makes it.
pub fn maker(folder: &Folder) -> Maker {
    let tie = folder.tie();
    let works = [Tie::KeyWorker, Tie::ServiceHead, Tie::Assigned, Tie::Substitute, Tie::Intake];
    Maker {
        is_key_worker: tie == Tie::KeyWorker,
        is_head: tie == Tie::ServiceHead,
        works_in_folder: works.contains(&tie),
    }
}

fn target(folder: &Folder, colleagues: &[Colleague], worker: WorkerId) -> Result<Target, Failure> {
    let excluded = ties::excluded_ids(folder)?;
    let deputies = ties::deputies(folder)?;
    let is_other = |id: &WorkerId| *id != worker && !excluded.contains(id);
    let heads = colleagues.iter().filter(|one| one.position == Position::Head).map(|one| one.id);
    let heads: Vec<WorkerId> = heads.chain(deputies.iter().map(|one| one.worker_id)).collect();
    let now = folder.now();
    // Whoever holds the case now, or will from a day agreed already.
    let holds = |held: &ties::Held| held.worker_id == worker && held.until_at.is_none_or(|until| until > now);
    Ok(Target {
        is_key_worker: ties::line(folder)?.iter().any(holds),
        is_head: heads.contains(&worker),
        another_head_remains: heads.iter().any(is_other),
        is_excluded_already: excluded.contains(&worker),
    })
}

fn write(change: &mut Change, folder: &Folder, said: &Said) -> Result<ExclusionId, Failure> {
    let Said { worker, reason, from, until, .. } = *said;
    let new = NewExclusion {
        worker,
        reason,
        reason_text: &said.reason_text,
        raised_by: &said.raised_by,
        from_at: if from == folder.today() { change.at() } else { clock::start_of(from) },
        until_at: until.map(|last| clock::start_of(last.checked_add(1.day()).unwrap_or(last))),
    };
    let id = ties::exclude(change, folder, &new)?;
    ties::end_all_of(change, folder, worker)?;
    let offered = store::handovers(folder)?;
    for handover in offered.iter().filter(|one| one.to_worker_id == worker && one.state() == HandoverState::Proposed) {
        answer::end_unaccepted(change, folder, handover, HandoverState::TakenBack, "spolupráce omezena")?;
    }
    leave_to_key_worker(change, folder, worker, id)?;
    Ok(id)
}

/// His open tasks are for the key worker, his half-written texts no longer his (D19); somebody must take care of them.
fn leave_to_key_worker(
    change: &mut Change,
    folder: &Folder,
    worker: WorkerId,
    exclusion: ExclusionId,
) -> Result<(), Failure> {
    let released = tasks::release(change, folder.id(), worker)?;
    let drafts = store::drafts_of(folder, worker)?;
    let open_tasks = usize::try_from(released).unwrap_or(0);
    let Some(left) = task_for_what_he_left(open_tasks, drafts, folder.today()) else { return Ok(()) };
    let tasks_left = format_cs::count(open_tasks as i64, "úkol", "úkoly", "úkolů");
    let drafts_left = format_cs::count(drafts as i64, "rozepsaný text", "rozepsané texty", "rozepsaných textů");
    let what = format!("Převzít, co ve složce zůstalo po kolegovi: {tasks_left}, {drafts_left}");
    tasks::create_for_folder(change, (folder.service(), folder.id()), &left, &what, exclusion).map(drop)
}

/// Ends the limit; the key worker or the head.
pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let id: ExclusionId = visit.path("exclusion")?;
    let maker = maker(&folder);
    if !maker.is_key_worker && !maker.is_head {
        return Err(Failure::refused("Omezení ruší klíčový pracovník nebo vedoucí služby. Obraťte se na ně."));
    }
    let all = ties::exclusions(&folder)?;
    let exclusion = all.iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let colleague = accounts::colleague(folder.db(), folder.service(), exclusion.worker_id, folder.today())?;
    let mut change = pen.change(&folder)?;
    ties::end_exclusion(&mut change, &folder, id)?;
    if colleague.is_some_and(|one| one.position == Position::Head) {
        ties::end_deputies(&mut change, &folder)?;
    }
    let stays = ties::still_may(visit, &folder, Act::SeeTeam)?;
    change.commit(Entry::about(id, "omezení spolupráce zrušeno").resting_on("R-059"));
    let next = if stays { folder.path("/team") } else { "/".to_owned() };
    Ok(Response::see_other_saying(&next, "ended"))
}
