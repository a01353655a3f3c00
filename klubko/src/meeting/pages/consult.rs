//! Talking something over without saying about whom: for a client who does not agree, or was not asked. It has no
//! link to any folder.

use super::super::store::meetings;
use super::must_run;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::meeting::Meeting;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

const TITLE: &str = "Porada bez jména";

#[derive(Template)]
#[template(path = "meeting/consult.html")]
struct Consult<'v> {
    page: Page<'v>,
    form: Form<'v>,
    action: String,
    back: String,
}

fn template<'v>(visit: &'v Visit<'v>, meeting: &Meeting<'_>, form: Form<'v>) -> Consult<'v> {
    Consult { page: Page::of(visit), form, action: meeting.path("/consultations/new"), back: meeting.path("") }
}

pub fn page(visit: &Visit) -> Answer {
    let meeting = Meeting::open(visit)?;
    must_run(&meeting)?;
    Response::page(&template(visit, &meeting, Form::blank(visit, TITLE)?))
}

pub fn add<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let meeting = Meeting::open(visit)?;
    must_run(&meeting)?;
    let mut form = Form::typed(visit, TITLE);
    let question =
        form.required("question", "Popište situaci bez jména a bez údajů, podle kterých by šlo člověka poznat");
    let conclusion = form.required("conclusion", "Napište, k čemu jste došli");
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &meeting, form)));
    }
    let mut change = pen.change(&meeting)?;
    let id = meetings::consult(&mut change, &meeting, (&question, &conclusion))?;
    change.commit(Entry::about(id, "porada bez jména").resting_on("R-083"));
    Ok(Response::see_other_saying(&meeting.path(""), "saved"))
}
