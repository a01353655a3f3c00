//! Inviting a worker into the folder, from–to and why; a peer mentor always as a mentor.

use crate::accounts;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::{AssignmentId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties::{self, NewAssignment};
use askama::Template;
use jiff::civil::Date;
use rules::assignment::{Block, Invitation, as_mentor, check};
use rules::moment::date_typed::Leaning;

#[derive(Template)]
#[template(path = "team/assignment_new.html")]
struct New<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    people: Vec<(String, String)>,
    back: String,
    action: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>) -> Result<New<'v>, Failure> {
    Ok(New {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "team")?,
        form,
        people: ties::colleague_options(folder)?,
        back: folder.path("/team"),
        action: folder.path("/assignments"),
    })
}

pub fn new(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::blank(visit, "Přizvání pracovníka")?;
    form.prefill("from", format_cs::date(folder.today()));
    Response::page(&template(visit, &folder, form)?)
}

pub fn assign<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let mut form = Form::typed(visit, "Přizvání pracovníka");
    let Some((worker, is_mentor, from, until, why)) = read(&folder, &mut form)? else {
        return Err(Response::form_again(&template(visit, &folder, form)?));
    };
    let mut change = pen.change(&folder)?;
    let new = NewAssignment { worker, as_mentor: is_mentor, as_assessor: false, from, until, why: &why };
    let id = ties::assign(&mut change, &folder, &new)?;
    change.commit(Entry::about(id, if is_mentor { "přizvání mentora" } else { "přizvání pracovníka" }));
    Ok(Response::see_other_saying(&folder.path("/team"), "assigned"))
}

type Said = (WorkerId, bool, Date, Option<Date>, String);

fn read(folder: &Folder, form: &mut Form<'_>) -> Result<Option<Said>, Failure> {
    let worker: Option<WorkerId> = form.chosen("worker", "Vyberte, koho zvete");
    let (from, until) = (form.date("from", Leaning::Future), form.date_or_none("until", Leaning::Future));
    let why = form.text("why");
    let chosen = worker.unwrap_or_default();
    let colleague = accounts::colleague(folder.db(), folder.service(), chosen, folder.today())?;
    let profession = colleague.map(|one| one.profession);
    let invited = ties::assignments(folder)?;
    let invitation = Invitation {
        profession,
        excluded: ties::excluded_ids(folder)?.contains(&chosen),
        is_key_worker: ties::key_worker(folder)?.is_some_and(|held| held.id == chosen),
        is_invited_already: invited.iter().any(|one| one.worker_id == chosen && one.is_open(folder.today())),
        from,
        until,
        why: &why,
    };
    for block in check(&invitation) {
        let field = match block {
            Block::NotOfTheService if worker.is_none() => continue,
            Block::DateMissing => continue,
            Block::EndsBeforeItBegins => "until",
            Block::WhyMissing => "why",
            Block::NotOfTheService
            | Block::HoldsNoFolder
            | Block::Excluded
            | Block::IsKeyWorker
            | Block::AlreadyInvited => "worker",
        };
        form.problem(field, block.cs());
    }
    let (true, Some(worker), Some(profession), Some(from)) = (form.is_settled(), worker, profession, from) else {
        return Ok(None);
    };
    Ok(Some((worker, as_mentor(profession), from, until, why)))
}

pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let id: AssignmentId = visit.path("assignment")?;
    let mut change = pen.change(&folder)?;
    ties::end_assignment(&mut change, &folder, id)?;
    change.commit(Entry::about(id, "přizvání ukončeno"));
    Ok(Response::see_other_saying(&folder.path("/team"), "ended"))
}
