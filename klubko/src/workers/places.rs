//! Where somebody works: joins a service, leaves it, gets and loses a mandate.

use super::account::leave_tasks;
use super::pages::template;
use crate::accounts::staff::{self, NewMembership};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::Pen;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::house::House;
use crate::kernel::id::{MandateId, MembershipId, ServiceId, WorkerId};
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;
use crate::settings;
use rules::moment::date_typed::Leaning;
use rules::profession::{Mandate, Position, Profession};

fn again<'v>(visit: &'v Visit<'v>, house: &House, form: Form<'v>) -> Failure {
    match template(visit, house, form, None) {
        Ok(page) => Response::form_again(&page),
        Err(failure) => failure,
    }
}

fn done(worker: WorkerId) -> Answer {
    Ok(Response::see_other_saying(&format!("/workers/{worker}"), "saved"))
}

pub fn join<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let worker = staff::account(&house, visit.path("worker")?)?.id;
    let mut form = Form::typed(visit, "Zařazení do služby");
    let service: Option<ServiceId> = form.chosen("in_service", "Vyberte službu");
    let known = settings::services(house.db())?;
    if service.is_some_and(|service| known.iter().all(|one| one.id != service)) {
        form.problem("in_service", "Vyberte službu");
    }
    let profession: Option<Profession> = form.choice("profession", "Vyberte profesi");
    let position = form.choice("position", "Vyberte, zda službu vede").unwrap_or(Position::Worker);
    let specialisation = rules::text::tidy(&form.text("specialisation"));
    let from_day = form.date("from_day", Leaning::Future);
    let until_day = form.date_or_none("until_day", Leaning::Future);
    if let (Some(from), Some(until)) = (from_day, until_day)
        && until < from
    {
        form.problem("until_day", "Konec je dřív než začátek. Zkontrolujte data");
    }
    let (Some(service), Some(profession), Some(from_day), true) = (service, profession, from_day, form.is_settled())
    else {
        return Err(again(visit, &house, form));
    };
    let is_intake = form.ticked("is_intake");
    let new = NewMembership { service, profession, specialisation, position, is_intake, from_day, until_day };
    let mut change = pen.change(&house)?;
    let id = staff::join(&mut change, worker, &new)?;
    change.commit(Entry::about(id, "zařazení do služby"));
    done(worker)
}

/// The last day in a service. His cases there leave the head tasks, due the day after (D26).
pub fn leave<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let account = staff::account(&house, visit.path("worker")?)?;
    let id: MembershipId = visit.field("membership").parse().map_err(|_| Failure::Absent)?;
    let memberships = staff::memberships(&house)?;
    let membership =
        memberships.iter().find(|one| one.id == id && one.worker_id == account.id).ok_or(Failure::Absent)?;
    let mut form = Form::typed(visit, "Konec ve službě");
    let Some(until) = form.date("ends_on", Leaning::Future).filter(|until| *until >= membership.from_day) else {
        if !form.has_problems() {
            form.problem("ends_on", "Konec je dřív než začátek. Zkontrolujte data");
        }
        return Err(again(visit, &house, form));
    };
    let service = membership.service_id;
    let stays = memberships
        .iter()
        .any(|one| one.id != id && one.worker_id == account.id && one.service_id == service && one.until_day.is_none());
    let mut change = pen.change(&house)?;
    staff::end_membership(&mut change, account.id, id, until)?;
    if !stays {
        leave_tasks(&mut change, &house, &account, Some(service), until)?;
    }
    change.commit(Entry::about(id, "konec zařazení ve službě"));
    done(account.id)
}

pub fn give_mandate<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let worker = staff::account(&house, visit.path("worker")?)?.id;
    let mut form = Form::typed(visit, "Pověření");
    let kind: Option<Mandate> = form.choice("mandate_kind", "Vyberte pověření");
    let from = form.date("mandate_from", Leaning::Future);
    let (Some(kind), Some(from), true) = (kind, from, form.is_settled()) else {
        return Err(again(visit, &house, form));
    };
    let mut change = pen.change(&house)?;
    let id = staff::give_mandate(&mut change, worker, kind, from)?;
    change.commit(Entry::about(id, "pověření"));
    done(worker)
}

/// The last day of a mandate; nobody takes the house away from himself.
pub fn end_mandate<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let worker = staff::account(&house, visit.path("worker")?)?.id;
    let id: MandateId = visit.field("mandate").parse().map_err(|_| Failure::Absent)?;
    if worker == visit.viewer()?.worker() {
        return Err(Failure::refused("Své vlastní pověření ukončit nemůžete. Požádejte jiného správce."));
    }
    let mandate = staff::mandates(&house)?.into_iter().find(|one| one.id == id).ok_or(Failure::Absent)?;
    let mut form = Form::typed(visit, "Konec pověření");
    let Some(until) = form.date("mandate_until", Leaning::Future).filter(|until| *until >= mandate.from_day) else {
        if !form.has_problems() {
            form.problem("mandate_until", "Konec je dřív než začátek. Zkontrolujte data");
        }
        return Err(again(visit, &house, form));
    };
    let mut change = pen.change(&house)?;
    staff::end_mandate(&mut change, worker, id, until)?;
    change.commit(Entry::about(id, "konec pověření"));
    done(worker)
}
