//! The foot of every paper: for which service of which provider it was printed, by whom and when.

use crate::kernel::clock;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use crate::kernel::visit::Visit;
use crate::{params, record};
use paper::{Imprint, Provider};

record! {
    struct Printer {
        service: String,
        provider: String,
        company_number: String,
        address: String,
    }
}

/// For slices that print; `version` is the one of the text or of the house's own template.
pub fn imprint(visit: &Visit<'_>, unit: &Unit, service: ServiceId, version: i64) -> Result<Imprint, Failure> {
    const PRINTER: &str = "
        select s.name as service, p.name as provider, p.company_number as company_number, p.address as address
          from service s cross join provider p where s.id = $1";
    let printer: Printer = unit.first(PRINTER, params![service])?.ok_or(Failure::Absent)?;
    Ok(Imprint {
        service: printer.service,
        provider: Provider {
            name: printer.provider,
            identification_number: printer.company_number,
            address: printer.address,
        },
        printed_by: visit.viewer()?.name(),
        printed_at: clock::civil(visit.now()),
        template_version: version.to_string(),
    })
}
