//! The services of the provider and the lock of its screens, for the technical admin. No client is behind it.

use super::store::house;
use super::{ServiceProfile, open_service, starting};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::code_list;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::house::House;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::attachment::{GIGABYTE, MEGABYTE};
use rules::settings::{Setting, Settings, read};
use uuid::Uuid;

const IDLE_MINUTES: &str = "idle_minutes";
const MEGABYTES: &str = "attachment_megabytes";
const GIGABYTES: &str = "attachments_gigabytes";
/// What is set for the whole provider, and under which key.
const OF_HOUSE: [(&str, Setting); 3] = [
    (IDLE_MINUTES, Setting::IdleMinutes),
    (MEGABYTES, Setting::AttachmentMegabytes),
    (GIGABYTES, Setting::AttachmentsGigabytes),
];

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
    for (key, setting) in OF_HOUSE {
        let marked = house::marked(house.db(), key)?;
        form.prefill(key, marked.unwrap_or_else(|| Settings::default().value(setting).text()));
    }
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

/// How large one attachment may be, and all of them together (M16).
pub fn set_attachment_limits<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let mut form = Form::typed(visit, "Služby");
    let limits = [(MEGABYTES, Setting::AttachmentMegabytes), (GIGABYTES, Setting::AttachmentsGigabytes)];
    let read = limits.map(|(key, setting)| (key, read(setting, form.value(key))));
    for (key, read) in &read {
        if let Err(out) = read {
            form.problem(key, out.cs());
        }
    }
    if !form.is_settled() {
        return Err(Response::form_again(&services_page(visit, &house, form)?));
    }
    let mut change = pen.change(&house)?;
    for (key, value) in read {
        if let Ok(value) = value {
            house::mark(&mut change, key, &value.text())?;
        }
    }
    change.commit(Entry::about(Uuid::max(), "změna místa na dokumenty"));
    Ok(Response::see_other_saying("/services", "settings"))
}

/// Bytes of one attachment, and of all of them together.
pub fn attachment_limits(unit: &Unit) -> Result<(u64, u64), Failure> {
    let number = |key, setting| -> Result<u64, Failure> {
        let marked = house::marked(unit, key)?.and_then(|text| text.parse().ok());
        let source = Settings::default().value(setting).text().parse().unwrap_or(1);
        Ok(marked.unwrap_or(source))
    };
    let megabytes = number(MEGABYTES, Setting::AttachmentMegabytes)?;
    Ok((megabytes * MEGABYTE, number(GIGABYTES, Setting::AttachmentsGigabytes)? * GIGABYTE))
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
