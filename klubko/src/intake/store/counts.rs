//! Rows that the counts of a year need, and nothing more of them.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::desk::Desk;
use crate::kernel::failure::Failure;
use crate::kernel::id::PersonId;
use crate::{listing, params, record};
use jiff::civil::Date;

record! { pub struct Day { pub day: Date } }

pub fn anonymous_contacts(desk: &Desk, first: Date, last: Date) -> Result<Vec<Day>, Failure> {
    const DAYS: &str = "
        select v.starts_on as day from anonymous_contact a
          join activity_version v on v.activity_id = a.activity_id and v.replaced_at is null
         where a.service_id = $1 and v.starts_on >= $2 and v.starts_on <= $3";
    Ok(desk.db().all(DAYS, params![desk.service(), first, last])?)
}

record! {
    /// A person asked on a day.
    pub struct Request {
        pub person_id: PersonId,
        pub day: Date,
    }
}

pub fn requests(caseload: &Caseload, first: Date, last: Date) -> Result<Vec<Request>, Failure> {
    const CONTACTS: Listing = listing!(
        visible,
        "f.person_id as person_id, v.starts_on as day",
        "from client_folder f
          join first_contact c on c.folder_id = f.id
          join activity_version v on v.activity_id = c.activity_id and v.replaced_at is null",
        "and v.starts_on >= $8 and v.starts_on <= $9"
    );
    const CONSULTATIONS: Listing = listing!(
        visible,
        "f.person_id as person_id, c.held_on as day",
        "from client_folder f join intro_consultation c on c.folder_id = f.id",
        "and c.held_on >= $8 and c.held_on <= $9"
    );
    let mut requests: Vec<Request> = caseload.all(CONTACTS, params![first, last])?;
    requests.extend(caseload.all::<Request>(CONSULTATIONS, params![first, last])?);
    Ok(requests)
}

record! {
    /// An agreement in force in the year, and the first day of the year on which something was done under it.
    pub struct Agreement {
        pub person_id: PersonId,
        pub valid_from: Date,
        pub valid_until: Option<Date>,
        pub acted_on: Option<Date>,
    }
}

pub fn agreements(caseload: &Caseload, first: Date, last: Date) -> Result<Vec<Agreement>, Failure> {
    const AGREEMENTS: Listing = listing!(
        visible,
        "f.person_id as person_id, a.valid_from as valid_from, a.valid_until as valid_until,
         (select min(v.starts_on) from activity_version v
           where v.folder_id = f.id and v.replaced_at is null and v.starts_on >= a.valid_from
             and v.starts_on >= $8 and v.starts_on <= $9
             and (a.valid_until is null or v.starts_on <= a.valid_until)
             and not exists (select 1 from record_strike_out o where o.activity_id = v.activity_id)) as acted_on",
        "from client_folder f join agreement a on a.folder_id = f.id and a.replaced_at is null",
        "and a.valid_from <= $9 and (a.valid_until is null or a.valid_until >= $8)"
    );
    caseload.all(AGREEMENTS, params![first, last])
}
