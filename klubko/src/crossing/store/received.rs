//! What other services shared with this one, as far as the viewer may read it at this moment.

use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::change::Change;
use crate::kernel::crossing::Crossing;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::ItemId;
use crate::{params, record, shared_listing, shared_sql};
use jiff::civil::Date;
use rules::access::GroundKind;
use rules::coded::Coded;
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
        legal_ground: String,
        pub shared_by: String,
        pub shared_at: i64,
        pub valid_until: Option<Date>,
        pub deadline_on: Option<Date>,
        pub read_at: Option<i64>,
        pub is_answered: bool,
    }
}

impl Received {
    /// No consent was asked for.
    pub fn is_on_law(&self) -> bool {
        GroundKind::from_code(&self.legal_ground).is_some()
    }
}

macro_rules! columns {
    () => {
        "i.id as id, i.kind as kind, i.title as title, v.name as from_service, v.mark as from_mark, g.topic as topic,
         g.legal_ground as legal_ground, trim(b.title || ' ' || b.given_name || ' ' || b.family_name) as shared_by, i.shared_at as shared_at,
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

/// What may be the viewer's at all, by an index each: named, substituted, or taken up in a folder that he holds; with a
/// condition on each item, so that the predicate, which decides, weighs no more than it must.
macro_rules! may_be_his {
    () => {
        may_be_his!("", "")
    };
    ($and_named:expr, $and_taken_up:expr) => {
        concat!(
            "and i.id in (
                 select m.item_id from shared_item_receiver m where m.worker_id = $2",
            $and_named,
            " union
                 select m.item_id from substitution s join shared_item_receiver m on m.worker_id = s.worker_id
                  where s.substitute_id = $2 and s.until_day >= $4",
            $and_named,
            " union
                 select n.id from key_worker_assignment k join folder_join m on m.far_folder_id = k.folder_id
                   join shared_item n on n.folder_id = m.folder_id
                  where k.worker_id = $2 and (k.until_at is null or k.until_at > $3)",
            $and_taken_up,
            ") "
        )
    };
}

const INBOX: Listing =
    shared_listing!(columns!(), joins!(), concat!(may_be_his!(), "order by i.shared_at desc, i.id desc limit 200"));

/// Everything shared with the service that the viewer may read now, the newest first.
pub fn inbox(caseload: &Caseload) -> Result<Vec<Received>, Failure> {
    caseload.all(INBOX, &[])
}

/// What he has read long ago is not weighed again every day; of a request or a contact that is not yet an answer.
macro_rules! and_is_not_done {
    ($item:literal) => {
        concat!(
            " and not exists (select 1 from shared_item_reading q join shared_item s on s.id = q.item_id
                               where q.item_id = ",
            $item,
            " and q.worker_id = $2 and s.kind not in ('part', 'handover'))"
        )
    };
}

const WAITING: Listing = shared_listing!(
    columns!(),
    joins!(),
    concat!(
        may_be_his!(and_is_not_done!("m.item_id"), and_is_not_done!("n.id")),
        "and case when i.kind in ('part', 'handover') then a.part_id is null and h.handover_id is null
                  else d.item_id is null end
         order by case when p.deadline_on is null then 1 else 0 end, p.deadline_on, i.shared_at, i.id limit 20"
    )
);

/// What waits for the viewer: requests and contacts without an answer, what he has not read; terms first.
pub fn waiting(caseload: &Caseload) -> Result<Vec<Received>, Failure> {
    caseload.all(WAITING, &[])
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
