//! How the client takes part in the case.

use super::super::store::course;
use super::Opened;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs::date;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::case_management::Participation;
use rules::coded::Coded;

const HEADING: &str = "Zapojení klienta";

#[derive(Template)]
#[template(path = "case_management/participation.html")]
struct ParticipationPage<'v> {
    page: Page<'v>,
    folder: FolderHead,
    form: Form<'v>,
    heading: &'static str,
    button: &'static str,
    action: String,
    back: String,
    ways: Vec<(&'static str, String)>,
}

fn template<'v>(visit: &'v Visit<'v>, opened: &Opened<'_>, form: Form<'v>) -> Result<ParticipationPage<'v>, Failure> {
    Ok(ParticipationPage {
        page: Page::of(visit),
        folder: folders::head(visit, &opened.folder, "team")?,
        form,
        heading: HEADING,
        button: "Zapsat zapojení",
        action: opened.path("/participation"),
        back: opened.home(),
        ways: Participation::ALL.iter().map(|way| (way.code(), way.cs().into_owned())).collect(),
    })
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
