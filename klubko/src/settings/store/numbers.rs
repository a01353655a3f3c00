use crate::kernel::change::Change;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use crate::{params, record};
use jiff::civil::Date;
use rules::coded::Coded;
use rules::settings::{Setting, Value};

record! {
    /// One number that somebody set.
    pub struct Was {
        pub key: String,
        pub value: String,
        pub valid_from: Date,
        pub recorded_at: i64,
        pub by_name: String,
    }
}

/// All that was ever set in the service, newest first.
pub fn history(desk: &Desk) -> Result<Vec<Was>, Failure> {
    const ALL: &str = "
        select s.key as key, s.value as value, s.valid_from as valid_from, s.recorded_at as recorded_at,
               w.given_name || ' ' || w.family_name as by_name
          from service_setting s join worker w on w.id = s.recorded_by
         where s.service_id = $1 order by s.recorded_at desc, s.key";
    Ok(desk.db().all(ALL, params![desk.service()])?)
}

pub fn set(
    change: &mut Change,
    service: ServiceId,
    key: Setting,
    value: Value,
    valid_from: Date,
) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into service_setting (service_id, key, value, valid_from, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![service, key.code(), value.text(), valid_from, at, by]).map(drop)
}
