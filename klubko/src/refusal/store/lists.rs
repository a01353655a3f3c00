//! The register of refused applicants and the waiting list of a service, through the predicate of lists: a folder that the
//! viewer may not see leaves neither a line nor a number.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::{listing, params, record};
use jiff::civil::Date;
use rules::refusal::RefusalReason;

record! {
    /// A line of the register.
    pub struct Refused {
        pub id: FolderId,
        pub number: String,
        pub family_name: String,
        pub given_name: String,
        pub reason: RefusalReason,
        pub provision: String,
        pub requested_on: Date,
        pub decided_on: Date,
        pub offered_service: String,
        pub notice_asked_on: Option<Date>,
        pub issued_on: Option<Date>,
        pub is_waiting: bool,
    }
}

/// Everybody who was refused in the days given, by the day of the refusal.
pub fn refused(caseload: &Caseload, first: Date, last: Date) -> Result<Vec<Refused>, Failure> {
    const REFUSED: Listing = listing!(
        fully,
        "f.id as id, f.number as number, p.family_name as family_name, p.given_name as given_name, r.reason as reason,
         r.provision as provision, r.requested_on as requested_on, r.decided_on as decided_on,
         r.offered_service as offered_service, r.notice_asked_on as notice_asked_on,
         (select max(n.issued_on) from refusal_notice n where n.refusal_id = r.id) as issued_on,
         case when exists (select 1 from waiting_list_entry e where e.folder_id = f.id
                              and not exists (select 1 from waiting_list_removal x where x.entry_id = e.id))
              then true else false end as is_waiting",
        "from client_folder f
           join person_version p on p.folder_id = f.id and p.replaced_at is null
           join refusal r on r.folder_id = f.id",
        "and r.decided_on >= $8 and r.decided_on <= $9 order by r.decided_on, r.id limit 1001"
    );
    caseload.all(REFUSED, params![first, last])
}

record! {
    /// Somebody who waits for a free place.
    pub struct Standing {
        pub id: FolderId,
        pub number: String,
        pub family_name: String,
        pub given_name: String,
        pub enrolled_on: Date,
        pub recorded_at: i64,
        pub has_priority: bool,
        pub priority_reason: String,
        pub offered_on: Option<Date>,
        pub answer_by: Option<Date>,
    }
}

pub fn standing(caseload: &Caseload) -> Result<Vec<Standing>, Failure> {
    const STANDING: Listing = listing!(
        fully,
        "f.id as id, f.number as number, p.family_name as family_name, p.given_name as given_name,
         e.enrolled_on as enrolled_on, e.recorded_at as recorded_at, e.has_priority as has_priority,
         e.priority_reason as priority_reason, o.offered_on as offered_on, o.answer_by as answer_by",
        "from waiting_list_entry e
           join client_folder f on f.id = e.folder_id
           join person_version p on p.folder_id = f.id and p.replaced_at is null
           left join waiting_list_offer o on o.entry_id = e.id and o.answer is null",
        "and e.service_id = $1 and not exists (select 1 from waiting_list_removal x where x.entry_id = e.id)
         order by case when e.has_priority then 0 else 1 end, e.enrolled_on, e.recorded_at, e.id limit 501"
    );
    caseload.all(STANDING, params![])
}

record! { struct InForce { id: FolderId } }

/// How many agreements of the service are in force today; a cooperation that was closed takes no place.
pub fn in_force(caseload: &Caseload) -> Result<i64, Failure> {
    const IN_FORCE: Listing = listing!(
        visible,
        "f.id as id",
        "from client_folder f join agreement a on a.folder_id = f.id and a.replaced_at is null",
        "and a.valid_from <= $4 and (a.valid_until is null or a.valid_until >= $4)
         and not exists (select 1 from agreement_termination x where x.agreement_id = a.id and x.replaced_at is null
                            and x.taken_back_on is null and x.ends_on < $4)
         and not exists (select 1 from case_closure z where z.folder_id = a.folder_id and z.thread_id = a.thread_id
                            and z.replaced_at is null)"
    );
    let all: Vec<InForce> = caseload.all(IN_FORCE, params![])?;
    Ok(i64::try_from(all.iter().filter(|one| one.id != FolderId::default()).count()).unwrap_or(i64::MAX))
}
