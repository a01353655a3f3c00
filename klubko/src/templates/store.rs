use super::Template;
use crate::kernel::change::Change;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use crate::{params, record};
use jiff::civil::Date;

record! { struct Kept { version: i64, valid_from: Date, body: String } }

impl From<Kept> for Template {
    fn from(kept: Kept) -> Self {
        Self { version: kept.version, valid_from: Some(kept.valid_from), body: kept.body }
    }
}

/// The newest template in force on a day; the service's own goes before the provider's.
pub(super) fn in_force(
    unit: &Unit,
    service: ServiceId,
    kind: &'static str,
    day: Date,
) -> Result<Option<Template>, Failure> {
    const IN_FORCE: &str = "
        select version, valid_from, body from document_template
         where kind = $2 and (service_id = $1 or service_id is null) and valid_from <= $3
         order by case when service_id is null then 1 else 0 end, valid_from desc, version desc";
    let kept: Option<Kept> = unit.first(IN_FORCE, params![service, kind, day])?;
    Ok(kept.map(Template::from))
}

/// The template that a document was made from; none where it was the house's own.
pub(super) fn of_version(
    unit: &Unit,
    service: ServiceId,
    kind: &'static str,
    version: i64,
) -> Result<Option<Template>, Failure> {
    const OF_VERSION: &str = "
        select version, valid_from, body from document_template
         where kind = $2 and (service_id = $1 or service_id is null) and version = $3
         order by case when service_id is null then 1 else 0 end";
    let kept: Option<Kept> = unit.first(OF_VERSION, params![service, kind, version])?;
    Ok(kept.map(Template::from))
}

record! {
    /// A version that somebody wrote, or that the house was given at its beginning.
    pub(super) struct Version {
        pub(super) version: i64,
        pub(super) valid_from: Date,
        pub(super) recorded_at: Option<i64>,
        pub(super) by_name: Option<String>,
    }
}

/// The versions of a service's text, the newest first.
pub(super) fn versions(unit: &Unit, service: ServiceId, kind: &'static str) -> Result<Vec<Version>, Failure> {
    const VERSIONS: &str = "
        select t.version as version, t.valid_from as valid_from, t.recorded_at as recorded_at,
               w.given_name || ' ' || w.family_name as by_name
          from document_template t left join worker w on w.id = t.recorded_by
         where t.kind = $2 and (t.service_id = $1 or t.service_id is null) order by t.version desc";
    Ok(unit.all(VERSIONS, params![service, kind])?)
}

/// A new version of a service's text; the one that the house brings is version 1.
pub(super) fn write(
    change: &mut Change,
    (service, kind): (ServiceId, &'static str),
    body: &str,
    valid_from: Date,
) -> Result<(), Failure> {
    const WRITE: &str = "
        insert into document_template (id, kind, service_id, version, body, valid_from, recorded_at, recorded_by)
        select $1, $2, $3, coalesce(max(t.version), 1) + 1, $4, $5, $6, $7
          from document_template t where t.kind = $2 and (t.service_id = $3 or t.service_id is null)";
    let (id, at, by): (uuid::Uuid, i64, _) = (change.new_id(), change.at(), change.by());
    change.run(WRITE, params![id, kind, service, body, valid_from, at, by]).map(drop)
}
