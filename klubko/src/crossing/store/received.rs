//! What other services shared with this one, as far as the viewer may read it at this moment.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::change::Change;
use crate::kernel::crossing::Crossing;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::ItemId;
use crate::{params, record, shared_listing, shared_sql};
use jiff::civil::Date;
use rules::sharing::ItemKind;

record! {
    /// One item in front of somebody who may read it.
    pub struct Received {
        pub id: ItemId,
        pub kind: ItemKind,
        pub title: String,
        pub from_service: String,
        pub from_mark: String,
        pub topic: String,
        pub shared_by: String,
        pub shared_at: i64,
        pub valid_until: Option<Date>,
        pub deadline_on: Option<Date>,
        pub read_at: Option<i64>,
        pub is_answered: bool,
    }
}

macro_rules! columns {
    () => {
        "i.id as id, i.kind as kind, i.title as title, v.name as from_service, v.mark as from_mark, g.topic as topic,
         trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as shared_by, i.shared_at as shared_at,
         (select u.valid_until from consent u where u.id = g.consent_id and u.replaced_at is null) as valid_until,
         p.deadline_on as deadline_on, d.read_at as read_at,
         (a.part_id is not null or h.handover_id is not null) as is_answered"
    };
}

macro_rules! joins {
    () => {
        "join service v on v.id = i.service_id
         join worker b on b.id = i.shared_by
         left join shared_item_reading d on d.item_id = i.id and d.worker_id = $2
         left join commission_part p on p.id = i.id
         left join commission_part_answer a on a.part_id = i.id
         left join data_handover_answer h on h.handover_id = i.id"
    };
}

const INBOX: Listing = shared_listing!(columns!(), joins!(), "order by i.shared_at desc, i.id desc limit 200");

/// Everything shared with the service that the viewer may read now, the newest first.
pub fn inbox(caseload: &Caseload) -> Result<Vec<Received>, Failure> {
    caseload.all(INBOX, &[])
}

const UNREAD: Listing = shared_listing!(
    "count(*) as count",
    "left join shared_item_reading d on d.item_id = i.id and d.worker_id = $2",
    "and d.item_id is null"
);

/// How many of them he has not read yet.
pub fn unread(caseload: &Caseload) -> Result<i64, Failure> {
    record! { struct Count { count: i64 } }
    let counted: Vec<Count> = caseload.all(UNREAD, &[])?;
    Ok(counted.first().map_or(0, |one| one.count))
}

/// What came to this folder from the folders joined with it. A past day shows nothing of another service.
pub fn received(folder: &Folder) -> Result<Vec<Received>, Failure> {
    const OF_FOLDER: &str = shared_sql!(
        columns!(),
        joins!(),
        "and exists (select 1 from folder_join q where q.folder_id = i.folder_id and q.far_folder_id = $5
                     or q.far_folder_id = i.folder_id and q.folder_id = $5)
         and i.shared_at >= $6
         order by i.shared_at desc, i.id desc limit 200"
    );
    if folder.is_past() {
        return Ok(Vec::new());
    }
    let (service, viewer, id) = (folder.service(), folder.viewer()?, folder.id());
    let values = params![service, viewer, folder.now(), folder.today(), id, 0, true];
    Ok(folder.db().all(OF_FOLDER, values)?)
}

/// The viewer has read it: the sender sees when.
pub fn mark_read(change: &mut Change, crossing: &Crossing) -> Result<(), Failure> {
    const READ: &str = "
        insert into shared_item_reading (item_id, folder_id, worker_id, read_at)
        values ($1, $2, $3, $4) on conflict (item_id, worker_id) do nothing";
    let (at, by, far) = (change.at(), change.by(), crossing.far_folder());
    change.run(READ, params![crossing.id(), far.id(), by, at]).map(drop)
}

/// Whether the viewer has said that he read it.
pub fn is_read(crossing: &Crossing) -> Result<bool, Failure> {
    record! { struct Read { item_id: ItemId } }
    const READ: &str = "
        select item_id from shared_item_reading where item_id = $1 and worker_id = $2 and folder_id = $3";
    let values = params![crossing.id(), crossing.viewer()?, crossing.far_folder().id()];
    let found: Option<Read> = crossing.db().first(READ, values)?;
    Ok(found.is_some_and(|one| one.item_id.0 == crossing.id()))
}
