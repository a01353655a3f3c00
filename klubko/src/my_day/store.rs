//! What waits for the worker beside his tasks and appointments.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::failure::Failure;
use crate::kernel::id::FolderId;
use crate::{listing, record};
use jiff::civil::Date;
use uuid::Uuid;

record! {
    /// A case that somebody wants to hand over to the viewer.
    pub struct Offered {
        pub handover_id: Uuid,
        pub folder_id: FolderId,
        pub given_name: String,
        pub family_name: String,
        pub planned_on: Date,
        pub from_worker: String,
    }
}

const OFFERED: Listing = listing!(
    visible,
    "o.id as handover_id, f.id as folder_id, p.given_name as given_name, p.family_name as family_name,
     o.planned_on as planned_on, w.given_name || ' ' || w.family_name as from_worker",
    "from client_folder f
     join key_worker_handover o on o.folder_id = f.id and o.to_worker_id = $2
     join worker w on w.id = o.from_worker_id
     join person_version p on p.folder_id = f.id and p.replaced_at is null",
    "and not exists (select 1 from handover_answer n where n.handover_id = o.id)
     order by o.planned_on, o.id limit 50"
);

/// Handovers that wait for the viewer's acceptance.
pub fn offered(caseload: &Caseload) -> Result<Vec<Offered>, Failure> {
    caseload.all(OFFERED, &[])
}

record! {
    /// A consent to case management that comes to its end.
    pub struct Ending {
        pub folder_id: FolderId,
        pub given_name: String,
        pub family_name: String,
        pub service: String,
        pub valid_until: Date,
    }
}

const ENDING: Listing = listing!(
    fully,
    "f.id as folder_id, p.given_name as given_name, p.family_name as family_name, e.name as service,
     c.valid_until as valid_until",
    "from key_worker_assignment w
     join client_folder f on f.id = w.folder_id
     join person_version p on p.folder_id = f.id and p.replaced_at is null
     join consent c on c.folder_id = f.id and c.kind = 'case_management' and c.decision = 'consent'
                   and c.replaced_at is null
     join consent_terms t on t.consent_id = c.id
     join service e on e.id = t.receiver_service_id",
    "and w.worker_id = $2 and w.from_at <= $3 and (w.until_at is null or w.until_at > $3)
     and c.valid_until >= $4 and c.valid_until <= $8
     and not exists (select 1 from consent_withdrawal x where x.consent_id = c.id)
     and not exists (select 1 from consent n join consent_terms m on m.consent_id = n.id
                      where n.folder_id = f.id and n.kind = c.kind and m.receiver_service_id = t.receiver_service_id
                        and (n.given_at > c.given_at or n.given_at = c.given_at and n.recorded_at > c.recorded_at))
     order by c.valid_until, c.id limit 50"
);

/// Those of the viewer's own cases that end by a day.
pub fn ending(caseload: &Caseload, until: Date) -> Result<Vec<Ending>, Failure> {
    caseload.all(ENDING, crate::params![until])
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
