//! The first start of a real house: no default account, only the token that the console printed. Until a provider
//! exists; afterwards the page is gone.

use super::password;
use super::store::set_up::{self as store, Provider};
use super::store::staff::{self, NewMembership, NewWorker};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::{ServiceId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::own::Own;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use crate::kernel::weighed::{self, Weighed};
use crate::settings::{self, ServiceProfile};
use askama::Template;
use rules::identity::company_number::CompanyNumber;
use rules::profession::{Mandate, Position, Profession};

#[derive(Template)]
#[template(path = "accounts/set_up.html")]
struct SetUp<'v> {
    page: Page<'v>,
    form: Form<'v>,
    kinds: Vec<(String, String)>,
    forms: Vec<(String, String)>,
}

fn template<'v>(visit: &'v Visit<'v>, form: Form<'v>) -> SetUp<'v> {
    let (kinds, forms) = (settings::starting("service_kind"), settings::starting("delivery_form"));
    SetUp { page: Page::of(visit), form, kinds, forms }
}

/// Somebody at an empty house; in any other the page does not exist.
fn of_empty_house<'v>(visit: &'v Visit<'v>) -> Result<Own<'v>, Failure> {
    let own = Own::of_nobody(visit)?;
    if store::is_inhabited(own.db())? { Err(Failure::Absent) } else { Ok(own) }
}

pub fn page(visit: &Visit) -> Answer {
    of_empty_house(visit)?;
    Response::page(&template(visit, Form::typed(visit, "Založení")))
}

/// The token first: without it no password is hashed.
pub fn weigh(visit: &Visit) -> Result<Weighed, Failure> {
    let own = of_empty_house(visit)?;
    if !settings::is_marked(own.db(), super::console::TOKEN, &super::console::fingerprint(visit.field("set_up_token")))?
    {
        return Ok(Weighed::Unknown);
    }
    match flaw(visit) {
        Some(_) => Ok(Weighed::Known(WorkerId::default())),
        None => Ok(Weighed::NewHash(weighed::hash(visit.field("new_password"))?)),
    }
}

fn flaw(visit: &Visit) -> Option<(&'static str, String)> {
    let own = ["login", "given_name", "family_name", "provider", "name"].map(|name| visit.field(name).to_owned());
    password::flaw(visit.field("new_password"), visit.field("new_password_again"), &own)
}

/// What was typed, once all of it can be taken.
struct Founding {
    provider: String,
    company_number: String,
    address: String,
    service: ServiceProfile,
    worker: NewWorker,
    is_head: bool,
}

fn read(visit: &Visit, form: &mut Form) -> Founding {
    if matches!(visit.weighed(), Some(Weighed::Unknown) | None) {
        form.problem("set_up_token", "Klíč nesouhlasí. Opište ten, který vypsala konzole při posledním spuštění");
    }
    let provider = form.required("provider", "Doplňte název organizace");
    let company_number = match CompanyNumber::read(form.value("company_number")) {
        Ok(number) => number.as_str().to_owned(),
        Err(flaw) => {
            form.problem("company_number", flaw.cs());
            String::new()
        }
    };
    let address = form.required("address", "Doplňte sídlo organizace");
    let service = ServiceProfile::read(form);
    let worker = NewWorker::read(form);
    if let Some((field, text)) = flaw(visit) {
        form.problem(field, text);
    }
    Founding { provider, company_number, address, service, worker, is_head: form.ticked("is_head") }
}

/// Founds the house; all of it or nothing.
pub fn found<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let own = of_empty_house(visit)?;
    let mut form = Form::typed(visit, "Založení");
    let founding = read(visit, &mut form);
    let (true, Some(Weighed::NewHash(hash))) = (form.is_settled(), visit.weighed()) else {
        return Err(Response::form_again(&template(visit, form)));
    };
    let mut change = pen.change(&own)?;
    let provider =
        Provider { name: &founding.provider, company_number: &founding.company_number, address: &founding.address };
    store::insert_provider(&mut change, &provider)?;
    settings::put_up(|sql, values| change.run(sql, values).map(drop))?;
    let service = settings::open_service(&mut change, &founding.service)?;
    let worker = staff::hire(&mut change, &founding.worker)?;
    super::store::own::set_password(&mut change, worker, hash, false)?;
    staff::give_mandate(&mut change, worker, Mandate::TechnicalAdmin, visit.today())?;
    if founding.is_head {
        lead(&mut change, visit, worker, service)?;
    }
    settings::unmark(&mut change, super::console::TOKEN)?;
    change.commit(Entry::about(service, "založení organizace, služby a prvního účtu"));
    Ok(Response::see_other_saying("/sign-in", "house"))
}

/// The first worker leads the service as its social worker.
fn lead(change: &mut Change, visit: &Visit, worker: WorkerId, service: ServiceId) -> Result<(), Failure> {
    let membership = NewMembership {
        service,
        profession: Profession::SocialWorker,
        specialisation: String::new(),
        position: Position::Head,
        is_intake: false,
        from_day: visit.today(),
        until_day: None,
    };
    staff::join(change, worker, &membership).map(drop)
}
