use crate::kernel::change::Change;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use crate::{params, record};
use jiff::civil::Date;
use uuid::Uuid;

record! {
    /// A service as its public text names it.
    pub(super) struct Told {
        pub(super) id: ServiceId,
        pub(super) name: String,
        pub(super) kind: String,
        pub(super) provider: String,
    }
}

/// The services of the provider, in their order.
pub(super) fn services(unit: &Unit) -> Result<Vec<Told>, Failure> {
    const ALL: &str = "
        select s.id as id, s.id as service_id, s.name as name, s.kind as kind, p.name as provider
          from service s cross join provider p where s.closed_on is null order by s.position, s.id";
    Ok(unit.all(ALL, &[])?)
}

record! {
    /// A check that the text is published.
    pub(super) struct Check {
        pub(super) checked_on: Date,
        pub(super) address: String,
        pub(super) template_version: i64,
        pub(super) who: String,
    }
}

/// The checks of a service, the newest first.
pub(super) fn checks(unit: &Unit, service: ServiceId) -> Result<Vec<Check>, Failure> {
    const CHECKS: &str = "
        select c.checked_on as checked_on, c.address as address, c.template_version as template_version,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as who
          from publication_check c join worker w on w.id = c.recorded_by
         where c.service_id = $1 order by c.checked_on desc, c.recorded_at desc";
    Ok(unit.all(CHECKS, params![service])?)
}

pub(super) fn insert(
    change: &mut Change,
    service: ServiceId,
    (checked_on, address, template_version): (Date, &str, i64),
) -> Result<Uuid, Failure> {
    const INSERT: &str = "
        insert into publication_check (id, service_id, checked_on, address, template_version, recorded_at, recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let (id, at, by): (Uuid, i64, _) = (change.new_id(), change.at(), change.by());
    change.run(INSERT, params![id, service, checked_on, address, template_version, at, by])?;
    Ok(id)
}

record! {
    /// A task of the service itself, without a folder.
    pub struct ServiceTask {
        pub what: String,
        pub due_on: Date,
    }
}

/// What the head of the service is to do for the service, the nearest first.
pub fn service_tasks(unit: &Unit, service: ServiceId) -> Result<Vec<ServiceTask>, Failure> {
    const OPEN: &str = "
        select what, due_on from task
         where service_id = $1 and folder_id is null and position = 'service_head' and done_at is null
         order by due_on, id";
    Ok(unit.all(OPEN, params![service])?)
}
