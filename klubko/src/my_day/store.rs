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
