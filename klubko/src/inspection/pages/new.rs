//! Opening an inspection: who, which folders, from–to, as of which day, why.

use crate::accounts::{Inspector, inspectors};
use crate::inspection::{store, typed};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::caseload::Caseload;
use crate::kernel::change::Pen;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::journal::Entry;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;

/// What an inspection rests on.
pub const LAW: &str = "§ 97–99 zákona č. 108/2006 Sb.";

#[derive(Template)]
#[template(path = "inspection/new.html")]
struct New<'v> {
    page: Page<'v>,
    form: Form<'v>,
    inspectors: Vec<(String, String)>,
    folders: Vec<(String, String)>,
    numbers_hint: &'static str,
}

const NUMBERS: &str = "Oddělte je čárkou nebo mezerou, třeba 2026/0147";
const NUMBERS_OR_TICKS: &str =
    "Oddělte je čárkou nebo mezerou, třeba 2026/0147. Čísla, nebo výběr: vyplňte jedno z obou";

fn template<'v>(
    visit: &'v Visit<'v>,
    desk: &Desk<'v>,
    people: &[Inspector],
    form: Form<'v>,
) -> Result<New<'v>, Failure> {
    let label = |one: &store::Named| format!("{} {} {}", one.number, one.family_name, one.given_name);
    let folders = store::newest(&Caseload::beside(desk))?;
    Ok(New {
        page: Page::of(visit),
        form,
        inspectors: people.iter().map(|one| (one.id.to_string(), one.name())).collect(),
        numbers_hint: if folders.is_empty() { NUMBERS } else { NUMBERS_OR_TICKS },
        folders: folders.iter().map(|one| (one.id.to_string(), label(one))).collect(),
    })
}

pub fn page(visit: &Visit) -> Answer {
    let desk = Desk::open(visit)?;
    let people = inspectors(desk.db(), desk.today())?;
    let mut form = Form::blank(visit, "Kontrola")?;
    form.prefill("from", format_cs::date(desk.today()));
    form.prefill("as_of", format_cs::date(desk.today()));
    Response::page(&template(visit, &desk, &people, form)?)
}

pub fn open<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let desk = Desk::open(visit)?;
    let people = inspectors(desk.db(), desk.today())?;
    let mut form = Form::typed(visit, "Kontrola");
    let Some(new) = typed::read(&mut form, &Caseload::beside(&desk), &people, desk.today())? else {
        return Err(Response::form_again(&template(visit, &desk, &people, form)?));
    };
    let mut change = pen.change(&desk)?;
    let id = store::open(&mut change, &desk, &new)?;
    for folder in &new.folders {
        change.also(Entry::about(*folder, "složka otevřená kontrole").resting_on(LAW));
    }
    change.commit(Entry::about(id, "otevření kontroly").resting_on(LAW));
    Ok(Response::see_other_saying("/inspections", "inspection"))
}
