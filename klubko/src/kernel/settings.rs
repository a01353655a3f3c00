//! Settings of a service: methodology numbers within the source's words, dated, so that a record's rules follow from
//! its day.

use super::db::Unit;
use super::failure::Failure;
use super::id::ServiceId;
use crate::{params, record};
use jiff::civil::Date;

record! { struct Setting { value: String } }

/// The text of a setting in force on a day, if the service has set it.
pub fn text(unit: &Unit, service: ServiceId, key: &str, day: Date) -> Result<Option<String>, Failure> {
    const IN_FORCE: &str = "
        select value from service_setting where service_id = $1 and key = $2 and valid_from <= $3
         order by valid_from desc, recorded_at desc limit 1";
    let found: Option<Setting> = unit.first(IN_FORCE, params![service, key, day])?;
    Ok(found.map(|setting| setting.value))
}

/// A number, or what the source says when the service has set nothing.
pub fn number(unit: &Unit, service: ServiceId, key: &str, otherwise: i64, day: Date) -> Result<i64, Failure> {
    Ok(text(unit, service, key, day)?.and_then(|text| text.parse().ok()).unwrap_or(otherwise))
}
