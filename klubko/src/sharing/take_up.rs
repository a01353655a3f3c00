//! Taking up contacts that were handed over: the person becomes an applicant of this service.

use super::own_folder::{self, Chosen};
use super::sheet;
use crate::crossing::{self, Sheet};
use crate::folders::NewPerson;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::crossing::Crossing;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

const TITLE: &str = "Převzetí kontaktů";

#[derive(Template)]
#[template(path = "sharing/take_up.html")]
struct TakeUpPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    lines: Vec<(&'static str, String)>,
    options: Vec<(String, String)>,
    action: String,
    back: String,
}

fn asked_for(crossing: &Crossing) -> Result<Sheet, Failure> {
    let sheet = crossing::sheet(crossing)?.ok_or(Failure::Absent)?;
    if sheet.far_folder_id.is_some() {
        return Err(Failure::refused("Kontakty už u vás někdo převzal. Složku najdete mezi klienty."));
    }
    Ok(sheet)
}

fn template<'v>(
    visit: &'v Visit<'v>,
    crossing: &Crossing,
    sheet: &Sheet,
    form: Form<'v>,
) -> Result<TakeUpPage<'v>, Failure> {
    Ok(TakeUpPage {
        page: Page::of(visit),
        form,
        lines: sheet::lines(sheet),
        options: own_folder::options(crossing, &sheet.family_name)?,
        action: crossing.path("/take-up"),
        back: crossing.path(""),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let crossing = Crossing::open(visit)?;
    let sheet = asked_for(&crossing)?;
    let mut form = Form::blank(visit, TITLE)?;
    form.prefill("own_folder", own_folder::NEW);
    Response::page(&template(visit, &crossing, &sheet, form)?)
}

pub fn take_up<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let crossing = Crossing::open(visit)?;
    let sheet = asked_for(&crossing)?;
    let mut form = Form::typed(visit, TITLE);
    let options = own_folder::options(&crossing, &sheet.family_name)?;
    let Some(chosen) = own_folder::chosen(&mut form, &options).filter(|_| form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &crossing, &sheet, form)?));
    };
    let mut change = pen.change(&crossing)?;
    let own = match chosen {
        Chosen::Own(folder) => folder,
        Chosen::New => {
            let (told, person) = (told(&crossing, &sheet), person(&sheet));
            own_folder::open(&mut change, (visit, &crossing), &person, &told)?.folder
        }
    };
    crossing::take_up(&mut change, &crossing, own)?;
    crossing::mark_read(&mut change, &crossing)?;
    change.commit(Entry::about(crossing.id(), "předané kontakty převzaty").resting_on("R-092"));
    Ok(Response::see_other_saying(&format!("/folders/{own}"), "taken_up"))
}

fn person(sheet: &Sheet) -> NewPerson<'_> {
    NewPerson {
        given_name: &sheet.given_name,
        family_name: &sheet.family_name,
        phone: &sheet.phone,
        email: &sheet.email,
        municipality: &sheet.region,
        ..NewPerson::default()
    }
}

/// What this service writes into its own folder: who told it, and for a peer the basic information on health.
fn told(crossing: &Crossing, sheet: &Sheet) -> String {
    let health = sheet::lines(sheet).into_iter().find(|(term, _)| *term == "Zdravotní stav");
    let health = health.map(|(_, value)| format!(" Zdravotní stav: {value}.")).unwrap_or_default();
    format!("Kontakt předala služba {}, účel: {}.{health}", crossing.from_service_name(), crossing.body())
}
