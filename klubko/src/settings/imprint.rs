//! The foot of every paper: for which service of which provider it was printed, by whom and when.

use super::store::house::{self, Printer};
use crate::kernel::clock;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::id::ServiceId;
use crate::kernel::visit::Visit;
use paper::{Imprint, Provider};

/// For slices that print; `version` is the one of the text or of the house's own template.
pub fn imprint(visit: &Visit<'_>, unit: &Unit, service: ServiceId, version: i64) -> Result<Imprint, Failure> {
    footed(visit, house::printer(unit, service)?, version)
}

/// For papers of the whole house: the provider stands where a service would.
pub fn house_imprint(visit: &Visit<'_>, unit: &Unit, version: i64) -> Result<Imprint, Failure> {
    footed(visit, house::printer_of_house(unit)?, version)
}

fn footed(visit: &Visit<'_>, printer: Printer, version: i64) -> Result<Imprint, Failure> {
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
        as_of: visit.past_day(),
    })
}
