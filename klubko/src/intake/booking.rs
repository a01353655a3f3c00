//! The introductory consultation asked for or booked at the first contact.

use super::choices::Choices;
use crate::accounts::Colleague;
use crate::kernel::change::Change;
use crate::kernel::clock;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::form::Form;
use crate::kernel::id::{FolderId, WorkerId};
use crate::kernel::messages_cs::InCzech;
use crate::{calendar, kernel::settings};
use jiff::civil::Date;
use rules::intake::{check_booking_to_specialist, waits_too_long};
use rules::moment::date_typed::Leaning;
use rules::profession::may_take_first_contact_without_reason;

/// How long a consultation is booked for.
const MINUTES: i64 = 60;

pub struct Booking {
    /// The person wants the consultation, booked already or not.
    pub is_wanted: bool,
    slot: Option<(i64, WorkerId)>,
    /// The terms that were offered.
    offered: String,
}

impl Booking {
    pub fn read(form: &mut Form, desk: &Desk, choices: &Choices, asked_on: Option<Date>) -> Result<Self, Failure> {
        let offered = form.text("offered");
        let is_booked = !form.value("consultation_day").is_empty() || !form.value("consultation_time").is_empty();
        let is_wanted = form.ticked("consultation") || is_booked;
        if !is_booked {
            return Ok(Self { is_wanted, slot: None, offered });
        }
        let at = form.moment("consultation_day", "consultation_time", Leaning::Future);
        let worker = choices.worker(form.value("consultation_worker"));
        if worker.is_none() {
            form.problem("consultation_worker", "Vyberte, kdo konzultaci povede");
        }
        let (Some(at), Some(worker)) = (at, worker) else { return Ok(Self { is_wanted, slot: None, offered }) };
        if at < desk.now() {
            form.problem("consultation_day", "Objednat lze na dobu, která teprve přijde. Zkontrolujte den a čas");
        }
        question(form, desk, worker, (asked_on, clock::day_of(at)))?;
        Ok(Self { is_wanted, slot: Some((at, worker.id)), offered })
    }

    /// Writes the appointment.
    pub fn plan(&self, change: &mut Change, desk: &Desk, folder: FolderId) -> Result<(), Failure> {
        let Some((starts_at, worker)) = self.slot else { return Ok(()) };
        let (service, folder) = (desk.service(), Some(folder));
        let note = &self.offered;
        let new = calendar::NewAppointment {
            service,
            folder,
            worker,
            starts_at,
            minutes: MINUTES,
            kind: "consultation",
            note,
        };
        calendar::plan(change, &new).map(drop)
    }
}

/// Booked to a specialist before any consultation, or for a day too far away.
fn question(
    form: &mut Form,
    desk: &Desk,
    worker: &Colleague,
    (asked_on, on): (Option<Date>, Date),
) -> Result<(), Failure> {
    let is_specialist = !may_take_first_contact_without_reason(worker.profession);
    let no_consultation = check_booking_to_specialist(false).filter(|_| is_specialist);
    if let Some(warning) = no_consultation {
        form.warn(warning.rule(), warning.cs());
    }
    let limit = settings::of(desk.db(), desk.service(), desk.today())?.waiting_days;
    if let Some(warning) = asked_on.and_then(|asked_on| waits_too_long(asked_on, on, limit)) {
        form.warn(warning.rule(), warning.cs());
    }
    Ok(())
}
