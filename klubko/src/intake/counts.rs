//! The counts of a year (R-131, story 1 O3): anonymous contacts, applicants, clients.
//!
//! People are counted through the predicate of lists, so that no number tells of a folder that does not exist for the
//! viewer.

use super::store::counts as store;
use crate::kernel::caseload::Caseload;
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::id::{PersonId, ServiceId};
use jiff::civil::Date;
use rules::counts::{CountedRow, YearCounts, year_counts};

/// What the service counts in a year.
pub fn of_year(desk: &Desk, year: i16) -> Result<YearCounts, Failure> {
    let (Ok(first), Ok(last)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else {
        return Ok(YearCounts::default());
    };
    let (service, caseload) = (desk.service(), Caseload::beside(desk));
    let mut rows: Vec<CountedRow<ServiceId, PersonId>> = Vec::new();
    for day in store::anonymous_contacts(desk, first, last)? {
        rows.push(CountedRow::AnonymousContact { service, on: day.day });
    }
    for request in store::requests(&caseload, first, last)? {
        rows.push(CountedRow::Request { service, person: request.person_id, on: request.day });
    }
    for agreement in store::agreements(&caseload, first, last)? {
        let (person, from, until) = (agreement.person_id, agreement.valid_from, agreement.valid_until);
        rows.push(CountedRow::Agreement { service, person, from, until });
        rows.extend(agreement.acted_on.map(|on| CountedRow::Act { service, person, on }));
    }
    Ok(year_counts(&rows, &service, year))
}
