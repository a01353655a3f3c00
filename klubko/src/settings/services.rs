//! The services of the provider and the lock of its screens, for the technical admin. No client is behind it.

use super::store::house;
use super::{ServiceProfile, open_service, starting};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::house::House;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::settings::{Setting, Settings, read};
use uuid::Uuid;

const IDLE_MINUTES: &str = "idle_minutes";

#[derive(Template)]
#[template(path = "settings/services.html")]
struct ServicesPage<'v> {
    page: Page<'v>,
    form: Form<'v>,
    /// Mark, name, kind, place.
    services: Vec<(String, String, String, String)>,
}

fn services_page<'v>(visit: &'v Visit<'v>, house: &House, mut form: Form<'v>) -> Result<ServicesPage<'v>, Failure> {
    let kinds = code_list::items(house.db(), "service_kind", house.today())?;
    let line = |one: house::Service| (one.mark, one.name, code_list::labels(&kinds, &one.kind), one.place);
    let services = house::services(house.db())?.into_iter().map(line).collect();
    let minutes = house::marked(house.db(), IDLE_MINUTES)?;
    let source = || Settings::default().value(Setting::IdleMinutes).text();
    form.prefill(IDLE_MINUTES, minutes.unwrap_or_else(source));
    Ok(ServicesPage { page: Page::of(visit), form, services })
}

pub fn list(visit: &Visit) -> Answer {
    let house = House::open(visit)?;
    Response::page(&services_page(visit, &house, Form::blank(visit, "Služby")?)?)
}

/// After so many minutes without work the screens of the whole provider lock (D1: 5 to 30).
pub fn set_idle_minutes<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let mut form = Form::typed(visit, "Služby");
    match read(Setting::IdleMinutes, form.value(IDLE_MINUTES)) {
        Ok(minutes) => {
            let mut change = pen.change(&house)?;
            house::mark(&mut change, IDLE_MINUTES, &minutes.text())?;
            change.commit(Entry::about(Uuid::max(), "změna zámku obrazovky"));
            Ok(Response::see_other_saying("/services", "settings"))
        }
        Err(out) => {
            form.problem(IDLE_MINUTES, out.cs());
            Err(Response::form_again(&services_page(visit, &house, form)?))
        }
    }
}

#[derive(Template)]
#[template(path = "settings/new_service.html")]
struct NewService<'v> {
    page: Page<'v>,
    form: Form<'v>,
    kinds: Vec<(String, String)>,
    forms: Vec<(String, String)>,
}

fn new_service<'v>(visit: &'v Visit<'v>, form: Form<'v>) -> NewService<'v> {
    NewService { page: Page::of(visit), form, kinds: starting("service_kind"), forms: starting("delivery_form") }
}

pub fn blank(visit: &Visit) -> Answer {
    House::open(visit)?;
    Response::page(&new_service(visit, Form::blank(visit, "Nová služba")?))
}

pub fn open<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let mut form = Form::typed(visit, "Nová služba");
    let profile = ServiceProfile::read(&mut form);
    if !form.is_settled() {
        return Err(Response::form_again(&new_service(visit, form)));
    }
    let mut change = pen.change(&house)?;
    let id = open_service(&mut change, &profile)?;
    change.commit(Entry::about(id, "založení služby"));
    Ok(Response::see_other_saying("/services", "service_open"))
}
