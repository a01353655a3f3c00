//! `waiting-list/…`: putting somebody on the waiting list, offering a free place, what he says to it, leaving the list. Each
//! is a small form of its own; an accepted place opens the negotiation again.

use super::one::standing;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::negotiation;
use crate::refusal::store::case::case;
use crate::refusal::store::refusals;
use crate::refusal::store::waiting::{self, NewEntry, Offer};
use crate::templates::{self, WAITING_LIST};
use askama::Template;
use rules::coded::Coded;
use rules::moment::date_typed::Leaning;
use rules::refusal::{OfferAnswer, RemovalReason, ThreadStands};

/// Which of the four forms is shown.
#[derive(Clone, Copy)]
enum Step {
    Enrolment,
    Offer,
    Answer,
    Removal,
}

impl Step {
    fn title(self) -> &'static str {
        match self {
            Step::Enrolment => "Zařadit do pořadníku",
            Step::Offer => "Nabídnout místo",
            Step::Answer => "Odpověď na nabídku",
            Step::Removal => "Vyřadit z pořadníku",
        }
    }

    fn code(self) -> &'static str {
        match self {
            Step::Enrolment => "entry",
            Step::Offer => "offer",
            Step::Answer => "answer",
            Step::Removal => "removal",
        }
    }
}

#[derive(Template)]
#[template(path = "refusal/step.html")]
struct StepPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    step: &'static str,
    title: &'static str,
    criteria: String,
    answers: Vec<(&'static str, String)>,
    reasons: Vec<(&'static str, String)>,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, folder: &Folder, step: Step, form: Form<'v>) -> Result<StepPage<'v>, Failure> {
    Ok(StepPage {
        page: Page::of(visit),
        folder: folders::head(visit, folder, "negotiation")?,
        form,
        step: step.code(),
        title: step.title(),
        criteria: if matches!(step, Step::Enrolment) { criteria(folder)? } else { String::new() },
        answers: OfferAnswer::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        reasons: RemovalReason::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        action: folder.path(&format!("/waiting-list/{}", step.code())),
        back: folder.path("/refusals"),
    })
}

/// The service's criteria in force, as the applicant may read them.
fn criteria(folder: &Folder) -> Result<String, Failure> {
    Ok(templates::in_force(folder.db(), folder.service(), WAITING_LIST, folder.today())?.body)
}

fn blank(visit: &Visit, step: Step) -> Answer {
    let folder = Folder::open(visit)?;
    match step {
        Step::Enrolment => may_enrol(&folder)?,
        Step::Offer | Step::Removal => drop(standing(&folder)?),
        Step::Answer => drop(awaited(&folder)?),
    }
    let mut form = Form::blank(visit, step.title())?;
    form.prefill("day", date(folder.today()));
    Response::page(&template(visit, &folder, step, form)?)
}

/// Only somebody refused for capacity waits, and only once at a time.
fn may_enrol(folder: &Folder) -> Result<(), Failure> {
    if waiting::entries(folder)?.iter().any(|one| one.removal.is_none()) {
        return Err(Failure::refused("Tento člověk už v pořadníku je."));
    }
    let refused = refusals::all(folder)?;
    if !refused.first().is_some_and(|one| one.reason.enters_register()) {
        return Err(Failure::refused(
            "Do pořadníku se zařazuje ten, koho služba odmítla pro nedostatečnou kapacitu. Zapište nejdřív odmítnutí.",
        ));
    }
    Ok(())
}

/// The offer that waits for its answer.
fn awaited(folder: &Folder) -> Result<Offer, Failure> {
    let entry = standing(folder)?;
    let found = waiting::offers(folder)?.into_iter().find(|one| one.entry_id == entry.id && one.answer.is_none());
    found.ok_or_else(|| Failure::refused("Žádná nabídka teď na odpověď nečeká. Nejdřív místo nabídněte."))
}

pub fn enrolment(visit: &Visit) -> Answer {
    blank(visit, Step::Enrolment)
}

pub fn enrol<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    may_enrol(&folder)?;
    let mut form = Form::typed(visit, Step::Enrolment.title());
    let day = form.past_date("day");
    let has_priority = form.ticked("has_priority");
    let priority_reason = if has_priority {
        form.required("priority_reason", "Napište, podle kterého kritéria má člověk přednost")
    } else {
        String::new()
    };
    let Some(enrolled_on) = day.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, Step::Enrolment, form)?));
    };
    let (criteria, place) = (criteria(&folder)?, (folder.id(), folders::thread(&folder)?));
    let new = NewEntry {
        service: folder.service(),
        enrolled_on,
        has_priority,
        priority_reason: &priority_reason,
        criteria: &criteria,
    };
    let mut change = pen.change(&folder)?;
    let id = waiting::enrol(&mut change, place, &new)?;
    change.commit(Entry::about(id, "zařazení do pořadníku").resting_on("R-010"));
    Ok(Response::see_other_saying(&folder.path("/refusals"), "saved"))
}

pub fn offer_page(visit: &Visit) -> Answer {
    blank(visit, Step::Offer)
}

pub fn offer<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let entry = standing(&folder)?;
    if awaited(&folder).is_ok() {
        return Err(Failure::refused("Předchozí nabídka ještě čeká na odpověď. Nejdřív ji zapište."));
    }
    let mut form = Form::typed(visit, Step::Offer.title());
    let (day, answer_by, note) =
        (form.past_date("day"), form.date_or_none("answer_by", Leaning::Future), form.text("note"));
    if day.zip(answer_by).is_some_and(|(day, until)| until < day) {
        form.problem("answer_by", "Odpověď nemůže být dřív než nabídka. Zkontrolujte datum");
    }
    let Some(offered_on) = day.filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, Step::Offer, form)?));
    };
    let mut change = pen.change(&folder)?;
    let id = waiting::offer(&mut change, (folder.id(), entry.id), (offered_on, answer_by), &note)?;
    change.commit(Entry::about(id, "nabídka volného místa").resting_on("R-010"));
    Ok(Response::see_other_saying(&folder.path("/refusals"), "saved"))
}

pub fn answer_page(visit: &Visit) -> Answer {
    blank(visit, Step::Answer)
}

/// An accepted place ends the waiting and opens the negotiation again; another answer leaves the person where he is.
pub fn answer<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let (entry, offer) = (standing(&folder)?, awaited(&folder)?);
    let mut form = Form::typed(visit, Step::Answer.title());
    let said: Option<OfferAnswer> = form.choice("answer", "Vyberte, co na nabídku řekl/a");
    let day = form.past_date("day");
    if day.is_some_and(|day| day < offer.offered_on) {
        form.problem("day", "Odpověď nemůže být dřív než nabídka. Zkontrolujte datum");
    }
    let (Some(said), Some(day), true) = (said, day, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, Step::Answer, form)?));
    };
    let case = case(&folder)?;
    let place = (folder.id(), folders::thread(&folder)?);
    let mut change = pen.change(&folder)?;
    waiting::answer(&mut change, (folder.id(), offer.id), (said, day))?;
    if said == OfferAnswer::Accepted {
        waiting::remove(&mut change, (folder.id(), entry.id), (RemovalReason::PlaceTaken, day), "")?;
        if let (ThreadStands::EndedWithoutAgreement, Some(outcome)) = (case.stands(day), case.outcome_id) {
            negotiation::reopen(&mut change, place, outcome, (day, "přijal/a nabídnuté místo"))?;
        }
    }
    change.commit(Entry::about(offer.id, format!("odpověď na nabídku místa: {}", said.cs())).resting_on("R-010"));
    let (page, toast) =
        if said == OfferAnswer::Accepted { ("/negotiation", "reopened") } else { ("/refusals", "saved") };
    Ok(Response::see_other_saying(&folder.path(page), toast))
}

pub fn removal_page(visit: &Visit) -> Answer {
    blank(visit, Step::Removal)
}

pub fn remove<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let folder = Folder::open(visit)?;
    let entry = standing(&folder)?;
    let mut form = Form::typed(visit, Step::Removal.title());
    let reason: Option<RemovalReason> = form.choice("reason", "Vyberte, proč člověk z pořadníku odchází");
    let (day, note) = (form.past_date("day"), form.text("note"));
    if day.is_some_and(|day| day < entry.enrolled_on) {
        form.problem("day", "V pořadníku tehdy ještě nebyl. Zkontrolujte datum");
    }
    let (Some(reason), Some(day), true) = (reason, day, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &folder, Step::Removal, form)?));
    };
    let mut change = pen.change(&folder)?;
    waiting::remove(&mut change, (folder.id(), entry.id), (reason, day), &note)?;
    change.commit(Entry::about(entry.id, format!("vyřazení z pořadníku: {}", reason.cs())).resting_on("R-010"));
    Ok(Response::see_other_saying(&folder.path("/refusals"), "saved"))
}
