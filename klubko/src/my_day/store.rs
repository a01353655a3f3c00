//! What waits for the worker beside his tasks and appointments.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::{listing, record};
use jiff::civil::Date;
use uuid::Uuid;

record! {
    /// What waits for the viewer with a day: a case that somebody wants to hand over to him, or a consent of one of
    /// his own cases that comes to its end.
    pub struct Waits {
        pub kind: String,
        pub about: Uuid,
        pub folder_id: FolderId,
        pub given_name: String,
        pub family_name: String,
        pub day: Date,
        /// Who hands over; towards which service the consent is.
        pub who: String,
    }
}

pub const OFFERED: &str = "offered";

/// `cross join` keeps the engine to that order: few of the viewer's cases have a consent that ends, so whose they are is
/// asked last.
const WAITS: Listing = listing!(
    visible,
    "waits.kind as kind, waits.about as about, f.id as folder_id, p.given_name as given_name, p.family_name as family_name,
     waits.day as day, waits.who as who",
    "from (select o.folder_id as folder_id, o.id as about, 'offered' as kind, o.planned_on as day,
                  u.given_name || ' ' || u.family_name as who
             from key_worker_handover o join worker u on u.id = o.from_worker_id
            where o.to_worker_id = $2 and not exists (select 1 from handover_answer n where n.handover_id = o.id)
           union all
           select c.folder_id, c.id, 'ending', c.valid_until, e.name
             from key_worker_assignment w cross join consent c cross join consent_terms t cross join service e
            where w.worker_id = $2 and w.from_at <= $3 and (w.until_at is null or w.until_at > $3)
              and c.folder_id = w.folder_id and c.kind = 'case_management' and c.decision = 'consent'
              and c.replaced_at is null and c.valid_until >= $4 and c.valid_until <= $8
              and t.consent_id = c.id and e.id = t.receiver_service_id
              and not exists (select 1 from consent_withdrawal x where x.consent_id = c.id)
              and not exists (select 1 from consent n join consent_terms m on m.consent_id = n.id
                               where n.folder_id = c.folder_id and n.kind = c.kind
                                 and m.receiver_service_id = t.receiver_service_id
                                 and n.given_at >= c.given_at and (n.given_at > c.given_at or n.recorded_at > c.recorded_at)))
          waits cross join client_folder f cross join person_version p",
    "and f.id = waits.folder_id and p.folder_id = f.id and p.replaced_at is null order by waits.day, waits.about limit 100"
);

/// Handovers that wait for the viewer's acceptance, and consents of his cases that end by a day.
pub fn waits(caseload: &Caseload, until: Date) -> Result<Vec<Waits>, Failure> {
    caseload.all(WAITS, crate::params![until])
}

record! {
    /// Somebody whom a peer mentor accompanies.
    pub struct Accompanied {
        pub folder_id: FolderId,
        pub given_name: String,
        pub family_name: String,
    }
}

const ACCOMPANIED: Listing = listing!(
    fully,
    "f.id as folder_id, p.given_name as given_name, p.family_name as family_name",
    "from client_folder f join person_version p on p.folder_id = f.id and p.replaced_at is null",
    "order by p.name_order, f.id limit 100"
);

pub fn accompanied(caseload: &Caseload) -> Result<Vec<Accompanied>, Failure> {
    caseload.all(ACCOMPANIED, &[])
}
