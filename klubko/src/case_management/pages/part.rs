//! The commission divided into parts, each with one responsible service; services do not overlap.

use super::super::known;
use super::super::store::parts;
use super::{Asks, Opened, Short};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::ServiceId;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use rules::case_management::{Block, Part};
use uuid::Uuid;

const HEADING: &str = "Část zakázky";

/// The services that are in the case: (id, name), our own first.
fn services(visit: &Visit<'_>, opened: &Opened<'_>) -> Result<Vec<(ServiceId, String)>, Failure> {
    let own = (opened.folder.service(), visit.viewer()?.service_name().to_owned());
    let other = opened.case.far_service_id.zip(opened.case.far_service.clone());
    Ok(std::iter::once(own).chain(other).collect())
}

fn template<'v>(visit: &'v Visit<'v>, opened: &Opened<'_>, form: Form<'v>) -> Result<Short<'v>, Failure> {
    let options = services(visit, opened)?.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let texts = (HEADING, "Přidat část", opened.path("/parts/new"));
    let short = Short::of(visit, &opened.folder, texts, (form, Asks::Part(options)))?;
    Ok(short.led("Za každou část odpovídá jedna služba. Služby se nepřekrývají."))
}

pub fn page(visit: &Visit) -> Answer {
    let opened = Opened::running(visit)?;
    Response::page(&template(visit, &opened, Form::blank(visit, HEADING)?)?)
}

pub fn add<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = Opened::running(visit)?;
    let (folder, case) = (&opened.folder, &opened.case);
    let mut form = Form::typed(visit, HEADING);
    let what = form.required("part", "Napište, o jakou část zakázky jde");
    let area = form.text("area");
    let chosen: Option<ServiceId> = form.value("responsible").parse().ok();
    let all = services(visit, &opened)?;
    let service = all.iter().find(|(id, _)| Some(*id) == chosen);
    if service.is_none() {
        form.problem("responsible", Block::PartOfAnotherService.cs());
    }
    if let Some((_, name)) = service
        && let Some(warning) = known::overlap(folder, &Part { area: &area, part: &what, service: name })?
    {
        form.warn(warning.rule(), warning.cs());
    }
    let (Some((service, _)), true) = (service, form.is_settled()) else {
        return Err(Response::form_again(&template(visit, &opened, form)?));
    };
    let mut change = pen.change(folder)?;
    let id = parts::add(&mut change, folder, case.id, (*service, &area, &what))?;
    form.keep_reasons(&mut change, Some(folder.id()), "case_management_part", id)?;
    change.commit(Entry::about(id, "část zakázky v případové spolupráci").resting_on("R-073"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}

pub fn end<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = Opened::any(visit)?;
    let id: Uuid = visit.path("part")?;
    let all = parts::all(&opened.folder, opened.case.id)?;
    let part = all.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let mut change = pen.change(&opened.folder)?;
    parts::end(&mut change, &opened.folder, part.id)?;
    change.commit(Entry::about(id, "část zakázky uzavřena").resting_on("R-073"));
    Ok(Response::see_other_saying(&opened.home(), "ended"))
}
