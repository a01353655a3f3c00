//! The end of a case, with its reason. A case that a withdrawal stopped is ended here too.

use super::super::store::cases;
use super::{Asks, Opened, Short, options};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use rules::case_management::{Block, EndReason, State};

const HEADING: &str = "Ukončit případovou spolupráci";

fn template<'v>(visit: &'v Visit<'v>, opened: &Opened<'_>, form: Form<'v>) -> Result<Short<'v>, Failure> {
    let asks = Asks::End(options::<EndReason>());
    let short = Short::of(visit, &opened.folder, (HEADING, "Ukončit spolupráci", opened.path("/end")), (form, asks))?;
    Ok(short.led("Vše, co je zapsané, zůstane ve složce. Otevřít novou spolupráci můžete kdykoli."))
}

fn open<'v>(visit: &'v Visit<'v>) -> Result<Opened<'v>, Failure> {
    let opened = Opened::any(visit)?;
    if opened.state == State::Closed {
        return Err(Failure::refused(Block::Ended.cs()));
    }
    Ok(opened)
}

pub fn page(visit: &Visit) -> Answer {
    let opened = open(visit)?;
    let mut form = Form::blank(visit, HEADING)?;
    form.prefill("day", date(visit.today()));
    Response::page(&template(visit, &opened, form)?)
}

pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = open(visit)?;
    let mut form = Form::typed(visit, HEADING);
    let reason: Option<EndReason> = form.choice("reason", "Zvolte, proč spolupráce končí");
    let note = form.required("note", "Napište, jak to dopadlo");
    let day = form.past_date("day");
    if day.is_some_and(|day| day < opened.case.begun_on) {
        form.problem("day", Block::BeforeItBegan.cs());
    }
    let (Some(reason), Some(day), true) = (reason, day, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &opened, form)?));
    };
    let mut change = pen.change(&opened.folder)?;
    cases::end(&mut change, &opened.folder, opened.case.id, (day, reason, &note))?;
    change.commit(Entry::about(opened.case.id, "případová spolupráce ukončena").resting_on("R-065"));
    Ok(Response::see_other_saying(&opened.home(), "ended"))
}
