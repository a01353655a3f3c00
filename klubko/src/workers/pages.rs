//! The list of accounts, a new account, and the page of one.

use crate::accounts::staff::{self, Account, Mandated, Membership, NewWorker};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::format_cs;
use crate::kernel::house::House;
use crate::kernel::id::WorkerId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::settings;
use askama::Template;
use jiff::civil::Date;
use rules::coded::Coded;
use rules::profession::{Mandate, Position, Profession};

/// One account in the list.
struct Line {
    href: String,
    name: String,
    login: String,
    places: String,
    is_disabled: bool,
    has_password: bool,
}

#[derive(Template)]
#[template(path = "workers/list.html")]
struct List<'v> {
    page: Page<'v>,
    lines: Vec<Line>,
}

pub fn list(visit: &Visit) -> Answer {
    let house = House::open(visit)?;
    let (memberships, mandates) = (staff::memberships(&house)?, staff::mandates(&house)?);
    let today = house.today();
    let line = |one: Account| {
        let here = memberships.iter().filter(|place| place.worker_id == one.id && lasts(place.until_day, today));
        let mandated = mandates.iter().filter(|place| place.worker_id == one.id && lasts(place.until_day, today));
        let places = here.map(|place| place.service.clone()).chain(mandated.map(|one| one.kind.cs().into_owned()));
        let places = places.collect::<Vec<_>>().join(", ");
        let (name, is_disabled) = (one.name(), one.disabled_at.is_some());
        let (href, has_password) = (format!("/workers/{}", one.id), one.has_password);
        Line { href, name, login: one.login, places, is_disabled, has_password }
    };
    let lines = staff::accounts(&house)?.into_iter().map(line).collect();
    Response::page(&List { page: Page::of(visit), lines })
}

fn lasts(until: Option<Date>, today: Date) -> bool {
    until.is_none_or(|until| until >= today)
}

#[derive(Template)]
#[template(path = "workers/new.html")]
struct New<'v> {
    page: Page<'v>,
    form: Form<'v>,
}

pub fn blank(visit: &Visit) -> Answer {
    House::open(visit)?;
    Response::page(&New { page: Page::of(visit), form: Form::blank(visit, "Nový účet")? })
}

/// Makes an account without a password; nobody can sign in to it yet.
pub fn hire<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let mut form = Form::typed(visit, "Nový účet");
    let new = NewWorker::read(&mut form);
    if staff::is_login_taken(&house, &new.login)? {
        form.problem("login", "Takové přihlašovací jméno už někdo má. Zvolte jiné");
    }
    if !form.is_settled() {
        return Err(Response::form_again(&New { page: Page::of(visit), form }));
    }
    let mut change = pen.change(&house)?;
    let id = staff::hire(&mut change, &new)?;
    change.commit(Entry::about(id, "založení účtu"));
    Ok(Response::see_other_saying(&format!("/workers/{id}"), "worker"))
}

/// A place of work on the page of an account.
pub struct PlaceLine {
    pub id: String,
    pub name: String,
    pub what: String,
    pub when: String,
    pub lasts: bool,
}

#[derive(Template)]
#[template(path = "workers/one.html")]
pub struct One<'v> {
    page: Page<'v>,
    form: Form<'v>,
    account: Account,
    is_me: bool,
    /// Shown once, right after it was made.
    one_time: Option<String>,
    services: Vec<(String, String)>,
    professions: Vec<(&'static str, String)>,
    mandate_kinds: Vec<(&'static str, String)>,
    memberships: Vec<PlaceLine>,
    mandates: Vec<PlaceLine>,
}

pub fn one(visit: &Visit) -> Answer {
    let house = House::open(visit)?;
    Response::page(&template(visit, &house, Form::blank(visit, "Účet")?, None)?)
}

/// The page of the account in the path.
pub fn template<'v>(
    visit: &'v Visit<'v>,
    house: &House,
    mut form: Form<'v>,
    one_time: Option<String>,
) -> Result<One<'v>, Failure> {
    let id: WorkerId = visit.path("worker")?;
    let account = staff::account(house, id)?;
    for name in ["from_day", "until_day", "mandate_from"] {
        form.prefill(name, if name == "until_day" { String::new() } else { format_cs::date(house.today()) });
    }
    form.prefill("position", Position::Worker.code());
    let today = house.today();
    let memberships = staff::memberships(house)?.into_iter().filter(|place| place.worker_id == id);
    let mandates = staff::mandates(house)?.into_iter().filter(|place| place.worker_id == id);
    Ok(One {
        page: Page::of(visit),
        is_me: visit.viewer()?.worker() == id,
        form,
        account,
        one_time,
        services: settings::services(house.db())?.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
        professions: Profession::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        mandate_kinds: Mandate::ALL.iter().map(|one| (one.code(), one.cs().into_owned())).collect(),
        memberships: memberships.map(|place| membership_line(place, today)).collect(),
        mandates: mandates.map(|place| mandate_line(&place, today)).collect(),
    })
}

fn membership_line(place: Membership, today: Date) -> PlaceLine {
    let head = (place.position == Position::Head).then(|| "vede službu".to_owned());
    let intake = place.is_intake.then(|| "má příjem".to_owned());
    let specialised = Some(place.specialisation).filter(|text| !text.is_empty());
    let what = [Some(place.profession.cs().into_owned()), specialised, head, intake];
    let what = what.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let (when, lasts) = (span(place.from_day, place.until_day), lasts(place.until_day, today));
    PlaceLine { id: place.id.to_string(), name: place.service, what, when, lasts }
}

fn mandate_line(place: &Mandated, today: Date) -> PlaceLine {
    let (when, lasts) = (span(place.from_day, place.until_day), lasts(place.until_day, today));
    PlaceLine { id: place.id.to_string(), name: place.kind.cs().into_owned(), what: String::new(), when, lasts }
}

fn span(from: Date, until: Option<Date>) -> String {
    let until = until.map_or_else(String::new, |until| format!(" do {}", format_cs::date(until)));
    format!("od {}{until}", format_cs::date(from))
}
