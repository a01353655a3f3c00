//! Holding the assessment: whom to invite, and closing it.

use super::form::{self, Said};
use super::store::{self, NewAssessment, Term};
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::clock;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::id::{StatementId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::ties::{self, NewAssignment};
use crate::{accounts, calendar, tasks};
use askama::Template;
use rules::access::Act;
use rules::assessment::days_late;
use rules::assignment::{Invitation, as_mentor, check};
use rules::rule::Rule;

#[derive(Template)]
#[template(path = "assessment/new.html")]
struct New<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    people: Vec<(String, String)>,
    back: String,
    action: String,
    due: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, form: Form<'v>, term: &Term) -> Result<New<'v>, Failure> {
    Ok(New {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        people: ties::colleague_options(folder)?,
        back: folder.path("/assessment"),
        action: folder.path("/assessments"),
        due: format_cs::weekday_date(term.due_on),
    })
}

/// The term that waits for its assessment; a page or a form without it leads back.
fn waiting(folder: &Folder) -> Result<Term, Failure> {
    let term = store::term(folder)?;
    let term =
        term.ok_or_else(|| Failure::refused("Zhodnocení navazuje na úvodní konzultaci. Nejdříve ji zapište."))?;
    if store::assessments(folder)?.iter().any(|one| one.thread_id == term.thread) {
        return Err(Failure::refused("Zhodnocení už je uzavřeno, podruhé je uzavřít nelze. Najdete je ve složce."));
    }
    Ok(term)
}

pub fn new(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let term = waiting(&folder)?;
    let mut form = Form::blank(visit, "Zhodnocení")?;
    form.prefill("held_on", format_cs::date(folder.today()));
    form.prefill("participant_1", folder.viewer()?.to_string());
    if let Some(held) = ties::key_worker(&folder)? {
        form.prefill("key_worker", held.id.to_string());
    }
    Response::page(&template(visit, &folder, form, &term)?)
}

/// Closes the assessment and names the key worker.
pub fn close<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let term = waiting(&folder)?;
    let mut form = Form::typed(visit, "Zhodnocení");
    let Some(said) = form::read(&folder, &mut form, &term)? else {
        return Err(Response::form_again(&template(visit, &folder, form, &term)?));
    };
    let mut change = pen.change(&folder)?;
    let id = write(&mut change, &folder, term, &said)?;
    form.keep_reasons(&mut change, Some(folder.id()), "assessment", id)?;
    let stays = ties::still_may(visit, &folder, Act::SeeAssessment)?;
    change.commit(Entry::about(id, "zhodnocení uzavřeno, klíčový pracovník určen").resting_on("R-029, R-030, R-032"));
    let next = if stays { folder.path("/assessment") } else { "/".to_owned() };
    Ok(Response::see_other_saying(&next, "assessment"))
}

fn write(change: &mut Change, folder: &Folder, term: Term, said: &Said) -> Result<StatementId, Failure> {
    let late = days_late(said.held_on, term.due_on);
    let new = NewAssessment {
        term,
        held_on: said.held_on,
        development: &said.development,
        risks: &said.risks,
        recommended_forms: &said.recommended_forms,
        key_worker: said.key_worker,
        days_late: late,
    };
    let id = store::insert(change, folder, &new)?;
    for assessor in &said.assessors {
        store::insert_participant(change, folder, id, *assessor)?;
    }
    if ties::key_worker(folder)?.is_none() {
        // Held today: from this moment. Held on a day before: from the beginning of that day.
        let from_at = if said.held_on < change.today() { clock::start_of(said.held_on) } else { change.at() };
        ties::name_key_worker(change, folder, said.key_worker, from_at, Some(id))?;
    }
    calendar::attach_assessment(change, folder.id(), id, clock::end_of(said.held_on))?;
    ties::end_assessors(change, folder, id)?;
    tasks::settle(change, folder.id(), Rule::R029, "zhodnocení uzavřeno")?;
    Ok(id)
}

/// Invites a colleague as assessor: he sees the folder until the assessment is closed.
pub fn invite<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    waiting(&folder)?;
    let mut form = Form::typed(visit, "Přizvání ke zhodnocení");
    let chosen = form.chosen::<WorkerId>("assessor", "Vyberte, koho ke zhodnocení zvete");
    if let Some(worker) = chosen {
        may_be_invited(&folder, &mut form, worker)?;
    }
    let (true, Some(worker)) = (form.is_settled(), chosen) else {
        return super::show::again(visit, &folder, form);
    };
    let mut change = pen.change(&folder)?;
    let (as_mentor, as_assessor, from, until) = (false, true, folder.today(), None);
    let why = "zhodnocení situace";
    let id = ties::assign(&mut change, &folder, &NewAssignment { worker, as_mentor, as_assessor, from, until, why })?;
    change.commit(Entry::about(id, "přizvání ke zhodnocení").resting_on("R-030"));
    Ok(Response::see_other_saying(&folder.path("/assessment"), "assigned"))
}

fn may_be_invited(folder: &Folder, form: &mut Form<'_>, worker: WorkerId) -> Result<(), Failure> {
    let colleague = accounts::colleague(folder.db(), folder.service(), worker, folder.today())?;
    let profession = colleague.map(|one| one.profession);
    let open = ties::assignments(folder)?;
    let invitation = Invitation {
        profession,
        excluded: ties::excluded_ids(folder)?.contains(&worker),
        is_key_worker: ties::key_worker(folder)?.is_some_and(|held| held.id == worker),
        is_invited_already: open.iter().any(|one| one.worker_id == worker && one.is_open(folder.today())),
        from: Some(folder.today()),
        until: None,
        why: "zhodnocení",
    };
    for block in check(&invitation) {
        form.problem("assessor", block.cs());
    }
    if profession.is_some_and(as_mentor) {
        form.problem("assessor", "Peer mentor zhodnocení nedělá. Přizvěte odborného pracovníka");
    }
    Ok(())
}
