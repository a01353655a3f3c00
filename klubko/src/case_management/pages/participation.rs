//! How the client takes part in the case.

use super::super::store::course;
use super::{Asks, Opened, Short, options};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;
use rules::case_management::Participation;

const HEADING: &str = "Zapojení klienta";

fn template<'v>(visit: &'v Visit<'v>, opened: &Opened<'_>, form: Form<'v>) -> Result<Short<'v>, Failure> {
    let asks = Asks::Participation(options::<Participation>());
    Short::of(visit, &opened.folder, (HEADING, "Zapsat zapojení", opened.path("/participation")), (form, asks))
}

pub fn page(visit: &Visit) -> Answer {
    let opened = Opened::running(visit)?;
    let mut form = Form::blank(visit, HEADING)?;
    form.prefill("day", date(visit.today()));
    Response::page(&template(visit, &opened, form)?)
}

pub fn record<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = Opened::running(visit)?;
    let mut form = Form::typed(visit, HEADING);
    let way: Option<Participation> = form.choice("way", "Zvolte, jak se klient zapojil");
    let day = form.past_date("day");
    let note = form.required("note", "Napište, co jste s klientem probrali, nebo proč nebyl pozván");
    let (Some(way), Some(day), true) = (way, day, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &opened, form)?));
    };
    let mut change = pen.change(&opened.folder)?;
    let id = course::record_participation(&mut change, &opened.folder, opened.case.id, (day, way, &note))?;
    change.commit(Entry::about(id, "zapojení klienta do případové spolupráce").resting_on("R-071"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}
