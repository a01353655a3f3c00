//! Settings of a service: methodology numbers within the source's words, dated, so that a record's rules follow from
//! its day.

use super::db::Unit;
use super::failure::Failure;
use super::id::ServiceId;
use crate::{params, record};
use jiff::civil::Date;
use rules::coded::Coded;
use rules::settings::{Setting, Settings};

record! { struct Set { key: String, value: String } }

/// All settings of a service on a day, as the rules take them; one statement.
pub fn of(unit: &Unit, service: ServiceId, day: Date) -> Result<Settings, Failure> {
    const ALL: &str = "
        select key, value from service_setting where service_id = $1 and valid_from <= $2
         order by valid_from, recorded_at";
    let set: Vec<Set> = unit.all(ALL, params![service, day])?;
    Ok(set.iter().fold(Settings::default(), |settings, one| {
        Setting::from_code(&one.key).and_then(|key| settings.with(key, &one.value).ok()).unwrap_or(settings)
    }))
}
