//! Who leads the whole case, and who is the contact in the service that does not lead (R-072, D7).

use super::super::people::{self, Somebody};
use super::super::store::people as rows;
use super::case::field;
use super::{Asks, Opened, Short};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::journal::Entry;
use crate::kernel::messages_cs::InCzech;
use crate::kernel::visit::Visit;
use rules::case_management::{Leading, leading};

const HEADING: &str = "Kdo případ vede";

fn template<'v>(
    visit: &'v Visit<'v>,
    opened: &Opened<'_>,
    (form, everybody): (Form<'v>, &[Somebody]),
) -> Result<Short<'v>, Failure> {
    let asks = Asks::Lead(people::leaders(everybody), opened.case.far_service_id.is_some());
    let short = Short::of(visit, &opened.folder, (HEADING, "Uložit", opened.path("/lead")), (form, asks))?;
    Ok(short.led("Na tom, kdo případ vede, se dohodne tým. V jednu chvíli je to vždy jeden člověk."))
}

pub fn page(visit: &Visit) -> Answer {
    let opened = Opened::running(visit)?;
    let everybody = people::of_case(&opened.folder, &opened.case)?;
    let mut form = Form::blank(visit, HEADING)?;
    for one in rows::leads(&opened.folder, opened.case.id)?.iter().filter(|one| one.is_now(visit.now())) {
        let name = if one.is_contact { "contact" } else { "lead" };
        form.prefill(name, format!("{}:{}", one.service_id, one.worker_id));
    }
    Response::page(&template(visit, &opened, (form, &everybody))?)
}

pub fn name<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let opened = Opened::running(visit)?;
    let (folder, case) = (&opened.folder, &opened.case);
    let everybody = people::of_case(folder, case)?;
    let offered = people::leaders(&everybody);
    let mut form = Form::typed(visit, HEADING);
    let [lead, contact] = ["lead", "contact"].map(|name| people::chosen(&everybody, &offered, form.value(name)));
    let services = Leading { lead: lead.map(|one| one.service), contact: contact.map(|one| one.service) };
    for block in leading(&services, folder.service(), case.far_service_id) {
        form.problem(field(block), block.cs());
    }
    if !form.is_settled() {
        return Err(Response::form_again(&template(visit, &opened, (form, &everybody))?));
    }
    let held = rows::leads(folder, case.id)?;
    let mut change = pen.change(folder)?;
    let contact = contact.filter(|_| case.far_service_id.is_some());
    for (one, is_contact) in [(lead, false), (contact, true)] {
        let Some(one) = one else { continue };
        let stays = held.iter().any(|held| {
            held.is_now(visit.now())
                && held.is_contact == is_contact
                && held.worker_id == one.worker
                && held.service_id == one.service
        });
        if !stays {
            let at = change.at();
            rows::pass(&mut change, folder, case.id, (one.worker, one.service, is_contact), at)?;
        }
    }
    change.commit(Entry::about(case.id, "vedení případové spolupráce").resting_on("R-072"));
    Ok(Response::see_other_saying(&opened.home(), "saved"))
}
