//! The account itself: a one-time password, closing and opening. Closing ends all sessions at once.

use super::pages::template;
use super::store;
use crate::accounts::staff::{self, Account};
use crate::accounts::{end_sessions, set_password};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::change::{Change, Pen};
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::house::House;
use crate::kernel::id::{ServiceId, SessionId};
use crate::kernel::journal::Entry;
use crate::kernel::visit::Visit;
use crate::kernel::weighed::{self, Weighed};
use crate::tasks;
use jiff::civil::Date;
use rules::task::after_account_disabled;

/// Makes a password for one entry; only for whoever may manage accounts.
pub fn weigh(visit: &Visit) -> Result<Weighed, Failure> {
    House::open(visit)?;
    weighed::one_time()
}

/// Shows it once. The worker must choose his own before he gets any further.
pub fn give_password<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let account = staff::account(&house, visit.path("worker")?)?;
    let Some(Weighed::OneTime { plain, hash }) = visit.weighed() else { return Err(Failure::Absent) };
    if account.id == visit.viewer()?.worker() {
        return Err(Failure::refused("Své heslo si změníte v Můj profil."));
    }
    let mut change = pen.change(&house)?;
    set_password(&mut change, account.id, hash, true)?;
    end_sessions(&mut change, account.id, SessionId::default())?;
    change.commit(Entry::about(account.id, "jednorázové heslo"));
    Response::page(&template(visit, &house, Form::blank(visit, "Účet")?, Some(plain.0.clone()))?)
}

/// Closes an account: sessions end with it, his cases get tasks for their heads (D26).
pub fn disable<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let account = staff::account(&house, visit.path("worker")?)?;
    if account.id == visit.viewer()?.worker() {
        return Err(Failure::refused("Svůj vlastní účet zavřít nemůžete. Požádejte jiného správce."));
    }
    let mut change = pen.change(&house)?;
    staff::disable(&mut change, account.id, Form::typed(visit, "Účet").version())?;
    end_sessions(&mut change, account.id, SessionId::default())?;
    leave_tasks(&mut change, &house, &account, None, house.today())?;
    change.commit(Entry::about(account.id, "uzavření účtu").resting_on("D26"));
    Ok(Response::see_other_saying(&format!("/workers/{}", account.id), "disabled"))
}

pub fn enable<'v>(visit: &'v Visit<'v>, pen: Pen<'v>) -> Answer {
    let house = House::open(visit)?;
    let account = staff::account(&house, visit.path("worker")?)?;
    let mut change = pen.change(&house)?;
    staff::enable(&mut change, account.id, Form::typed(visit, "Účet").version())?;
    change.commit(Entry::about(account.id, "otevření účtu"));
    Ok(Response::see_other_saying(&format!("/workers/{}", account.id), "enabled"))
}

/// Each case he holds alone leaves the head a task; until another key worker is named, the head stands in for him.
pub(super) fn leave_tasks(
    change: &mut Change,
    house: &House,
    account: &Account,
    only_in: Option<ServiceId>,
    last_day: Date,
) -> Result<(), Failure> {
    let what = format!("Určete klíčového pracovníka. {} tu končí, do té doby zastupuje vedoucí služby", account.name());
    let held = store::held_by(house, account.id, change.at())?;
    for left in held.into_iter().filter(|left| only_in.is_none_or(|service| service == left.service_id)) {
        let task = after_account_disabled(last_day);
        tasks::create_for_folder(change, (left.service_id, left.folder_id), &task, &what, account.id)?;
    }
    Ok(())
}
