use super::super::templates::Template;
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
pub(in crate::agreement) fn in_force(
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
pub(in crate::agreement) fn of_version(
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
