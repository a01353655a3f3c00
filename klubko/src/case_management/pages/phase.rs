//! The phases of case management: forth and back, each from a day.

use super::super::known::{self, Purpose};
use super::super::store::course;
use super::{Asks, Opened, Short, has_agreed_plan, options};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use rules::case_management::{Block, Phase, entering};

const HEADING: &str = "Fáze případové spolupráce";

fn template<'v>(visit: &'v Visit<'v>, opened: &Opened<'_>, form: Form<'v>) -> Result<Short<'v>, Failure> {
    let asks = Asks::Phase(options::<Phase>());
    Short::of(visit, &opened.folder, (HEADING, "Zapsat fázi", opened.path("/phase")), (form, asks))
}

pub fn page(visit: &Visit) -> Answer {
    let opened = Opened::running(visit)?;
    let mut form = Form::blank(visit, HEADING)?;
    form.prefill("day", date(visit.today()));
    Response::page(&template(visit, &opened, form)?)
}

pub fn enter<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = Opened::running(visit)?;
    let folder = &opened.folder;
    let mut form = Form::typed(visit, HEADING);
    let phase: Option<Phase> = form.choice("phase", "Zvolte fázi");
    let day = form.past_date("day");
    let note = form.text("note");
    let latest = course::phases(folder, opened.case.id)?.first().map(|one| one.begun_on);
    let earliest = latest.unwrap_or(opened.case.begun_on);
    if day.is_some_and(|day| day < earliest) {
        form.problem("day", Block::BeforeItBegan.cs());
    }
    if let Some(block) = phase.map_or(Ok(None), |one| has_agreed_plan(folder).map(|has| entering(one, has)))? {
        form.problem("phase", block.cs());
    }
    opened.ask_about_client(&mut form)?;
    if phase == Some(Phase::Assessing) {
        known::ask_about_known(&mut form, folder, Purpose::Assess)?;
    }
    let (Some(phase), Some(day), true) = (phase, day, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &opened, form)?));
    };
    let mut change = pen.change(folder)?;
    let id = course::enter_phase(&mut change, folder, opened.case.id, (phase, day, &note))?;
    form.keep_reasons(&mut change, Some(folder.id()), "case_management_phase", id)?;
    change.commit(Entry::about(id, "fáze případové spolupráce").resting_on("R-133"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}
