//! Quality is inspected in the demo town all the year: one inspection after another, each shorter than three months, of
//! the same folder of Javořinka.

use super::people::{JAVORINKA, PEOPLE};
use crate::kernel::clock;
use crate::kernel::db::{Error, Plant, Result};
use crate::kernel::id::WorkerId;
use crate::params;
use jiff::civil::Date;
use uuid::Uuid;

/// From, until, and as of which day.
const INSPECTIONS: &[(&str, &str, &str)] = &[
    ("2026-03-02", "2026-05-29", "2026-02-27"),
    ("2026-05-30", "2026-08-27", "2026-05-29"),
    ("2026-08-28", "2026-11-25", "2026-08-27"),
    ("2026-11-26", "2027-02-23", "2026-11-25"),
];
const REASON: &str = "Inspekce kvality, standardy 2 až 6: namátkou vybraná složka.";

pub(super) fn open(plant: Plant<'_>) -> Result<()> {
    const INSPECTION: &str = "
        insert into quality_inspection (id, service_id, worker_id, from_day, until_day, as_of_day, reason,
                                        recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    const FOLDER: &str = "
        insert into inspected_folder (inspection_id, folder_id)
        select n.id, f.id from quality_inspection n join client_folder f on f.service_id = n.service_id
         where n.id = $1 and f.year = 2025 and f.sequence = 1";
    let (inspector, head) = (worker("proverujici")?, worker("rozvazna")?);
    for (n, (from, until, as_of)) in INSPECTIONS.iter().enumerate() {
        let id = Uuid::from_u128(0x0dd0_0000_0000_4000_8000_6000_0000_0001 + n as u128);
        let opened_on: Date = from.parse().map_err(|error| Error::Engine(format!("{from}: {error}")))?;
        let at = clock::start_of(opened_on);
        plant(INSPECTION, params![id, JAVORINKA, inspector, *from, *until, *as_of, REASON, at, head])?;
        plant(FOLDER, params![id])?;
    }
    Ok(())
}

fn worker(login: &str) -> Result<WorkerId> {
    let person = PEOPLE.iter().find(|person| person.login() == login);
    person.map(super::people::Person::id).ok_or_else(|| Error::Engine(format!("nobody signs in as {login}")))
}
