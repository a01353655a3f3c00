//! What the team proposes; the client chooses, and only what he takes may become a step of the plan.

use super::super::store::course::{self, Proposal};
use super::{Asks, Opened, Short, options};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::id::StatementId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use crate::plan;
use rules::case_management::{Block, Choice};
use uuid::Uuid;

const PROPOSAL: &str = "Návrh týmu";
const CHOICE: &str = "Co na návrh říká klient";
const STEP: &str = "Zařadit do plánu";

fn new_page<'v>(visit: &'v Visit<'v>, opened: &Opened<'_>, form: Form<'v>) -> Result<Short<'v>, Failure> {
    let texts = (PROPOSAL, "Zapsat návrh", opened.path("/proposals/new"));
    let short = Short::of(visit, &opened.folder, texts, (form, Asks::Proposal))?;
    Ok(short.led("Návrh probereme s klientem. Rozhodne on."))
}

pub fn new(visit: &Visit) -> Answer {
    let opened = Opened::running(visit)?;
    let mut form = Form::blank(visit, PROPOSAL)?;
    form.prefill("day", date(visit.today()));
    form.prefill("proposed_by", visit.viewer()?.name());
    Response::page(&new_page(visit, &opened, form)?)
}

pub fn add<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = Opened::running(visit)?;
    let mut form = Form::typed(visit, PROPOSAL);
    let what = form.required("proposal", "Napište, co tým navrhuje");
    let by = form.required("proposed_by", "Napište, kdo to navrhl");
    let day = form.past_date("day");
    opened.ask_about_client(&mut form)?;
    let (Some(day), true) = (day, form.is_settled()) else {
        return Err(Response::form_again(&new_page(visit, &opened, form)?));
    };
    let folder = &opened.folder;
    let mut change = pen.change(folder)?;
    let id = course::propose(&mut change, folder, opened.case.id, (day, &what, &by))?;
    form.keep_reasons(&mut change, Some(folder.id()), "case_management_proposal", id)?;
    change.commit(Entry::about(id, "návrh týmu").resting_on("R-070"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}

/// The proposal of the path; one that is in the plan already is not chosen about again.
fn waiting<'v>(visit: &'v Visit<'v>) -> Result<(Opened<'v>, Proposal), Failure> {
    let opened = Opened::running(visit)?;
    let id: Uuid = visit.path("proposal")?;
    let all = course::proposals(&opened.folder, opened.case.id)?;
    let proposal = all.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    if proposal.step_id.is_some() {
        return Err(Failure::refused("Návrh už je krokem plánu. Změnu udělejte v plánu."));
    }
    Ok((opened, proposal))
}

fn choice_page<'v>(
    visit: &'v Visit<'v>,
    (opened, proposal): (&Opened<'_>, &Proposal),
    form: Form<'v>,
) -> Result<Short<'v>, Failure> {
    let action = opened.path(&format!("/proposals/{}/choice", proposal.id));
    let asks = Asks::Choice(options::<Choice>());
    let short = Short::of(visit, &opened.folder, (CHOICE, "Zapsat rozhodnutí klienta", action), (form, asks))?;
    Ok(short.led(format!("Návrh týmu: {}", proposal.proposal)))
}

pub fn choice(visit: &Visit) -> Answer {
    let (opened, proposal) = waiting(visit)?;
    let mut form = Form::blank(visit, CHOICE)?;
    form.prefill("day", date(visit.today()));
    Response::page(&choice_page(visit, (&opened, &proposal), form)?)
}

pub fn choose<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let (opened, proposal) = waiting(visit)?;
    let mut form = Form::typed(visit, CHOICE);
    let choice: Option<Choice> = form.choice("choice", "Zvolte, jak se klient rozhodl");
    let words = form.text("words");
    if choice == Some(Choice::Modifies) && words.is_empty() {
        form.problem("words", "Napište, jak klient návrh upravuje");
    }
    let day = form.past_date("day");
    if day.is_some_and(|day| day < proposal.proposed_on) {
        form.problem("day", "Návrh vznikl později. Zkontrolujte den");
    }
    let (Some(choice), Some(day), true) = (choice, day, form.is_settled()) else {
        return Err(Response::form_again(&choice_page(visit, (&opened, &proposal), form)?));
    };
    let mut change = pen.change(&opened.folder)?;
    let id = course::choose(&mut change, &opened.folder, proposal.id, (day, choice, &words))?;
    change.commit(Entry::about(id, "rozhodnutí klienta o návrhu").resting_on("R-070"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}

/// BLOCK: without the client's yes a proposal does not reach the plan.
fn taken<'v>(visit: &'v Visit<'v>) -> Result<(Opened<'v>, Proposal, Choice), Failure> {
    let (opened, proposal) = waiting(visit)?;
    match proposal.choice.filter(|choice| choice.opens_the_plan()) {
        Some(choice) => Ok((opened, proposal, choice)),
        None => Err(Failure::refused(Block::ClientHasNotChosen.cs())),
    }
}

fn step_page<'v>(
    visit: &'v Visit<'v>,
    (opened, proposal, choice): (&Opened<'_>, &Proposal, Choice),
    form: Form<'v>,
) -> Result<Short<'v>, Failure> {
    let goals = plan::open_goals(&opened.folder)?.into_iter().map(|(id, goal)| (id.to_string(), goal));
    let on = proposal.consulted_on.map(date).unwrap_or_default();
    let texts = (STEP, "Zařadit do plánu", opened.path(&format!("/proposals/{}/step", proposal.id)));
    let short = Short::of(visit, &opened.folder, texts, (form, Asks::Step(goals.collect())))?;
    Ok(short.led(format!("{}: {} ({on})", choice.cs(), proposal.proposal)))
}

pub fn step(visit: &Visit) -> Answer {
    let (opened, proposal, choice) = taken(visit)?;
    let mut form = Form::blank(visit, STEP)?;
    let words = proposal.clients_words.clone().filter(|words| choice == Choice::Modifies && !words.is_empty());
    form.prefill("step", words.unwrap_or_else(|| proposal.proposal.clone()));
    Response::page(&step_page(visit, (&opened, &proposal, choice), form)?)
}

pub fn adopt<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let (opened, proposal, choice) = taken(visit)?;
    let mut form = Form::typed(visit, STEP);
    let goal: Option<StatementId> = form.chosen("goal", "Vyberte cíl plánu, ke kterému krok patří");
    let words = form.required("step", "Napište krok");
    let known = plan::open_goals(&opened.folder)?;
    if goal.is_some_and(|goal| known.iter().all(|(id, _)| *id != goal)) {
        form.problem("goal", "Vyberte cíl z nabídky");
    }
    let (Some(goal), true) = (goal, form.is_settled()) else {
        return Err(Response::form_again(&step_page(visit, (&opened, &proposal, choice), form)?));
    };
    let mut change = pen.change(&opened.folder)?;
    let step = plan::adopt_step(&mut change, &opened.folder, goal, &words)?;
    course::became(&mut change, &opened.folder, proposal.id, step)?;
    change.commit(Entry::about(step, "návrh týmu zařazen do plánu").resting_on("R-070"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}
