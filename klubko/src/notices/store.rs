use crate::kernel::caseload::{Caseload, Listing};
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ItemId, ServiceId, WorkerId};
use crate::kernel::own::Own;
use crate::{listing, params, record, shared_listing};
use rules::notice::NoticeKind;
use uuid::Uuid;

/// What somebody is to be told, in the service in which he reads it.
#[derive(Clone, Copy, Debug)]
pub struct NewNotice {
    pub service: ServiceId,
    pub worker: WorkerId,
    pub kind: NoticeKind,
    /// A folder of that service.
    pub folder: Option<FolderId>,
    /// Or something shared with it.
    pub item: Option<ItemId>,
    /// The thing itself, for receipts.
    pub about: Option<Uuid>,
}

/// Tells it. Nobody is told of his own deed.
pub fn tell(change: &mut Change, new: NewNotice) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into notice (id, service_id, worker_id, kind, folder_id, item_id, about_id, made_at, made_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (at, by) = (change.at(), change.by());
    if new.worker == by {
        return Ok(());
    }
    let id: Uuid = change.new_id();
    let NewNotice { service, worker, kind, folder, item, about } = new;
    change.run(INSERT, params![id, service, worker, kind, folder, item, about, at, by]).map(drop)
}

record! {
    /// One notice of somebody who may still see what it is about.
    pub struct Notice {
        pub id: Uuid,
        pub kind: NoticeKind,
        pub made_at: i64,
        pub read_at: Option<i64>,
        pub folder_id: Option<FolderId>,
        pub item_id: Option<ItemId>,
        pub about_id: Option<Uuid>,
        pub whom: Option<String>,
    }
}

const OF_FOLDERS: Listing = listing!(
    fully,
    "n.id as id, n.kind as kind, n.made_at as made_at, n.read_at as read_at, n.folder_id as folder_id,
     n.item_id as item_id, n.about_id as about_id, trim(p.given_name || ' ' || p.family_name) as whom",
    "from notice n
     join client_folder f on f.id = n.folder_id
     join person_version p on p.folder_id = f.id and p.replaced_at is null",
    "and n.worker_id = $2 and n.service_id = $1 order by n.made_at desc, n.id desc limit 100"
);

const OF_ITEMS: Listing = shared_listing!(
    "n.id as id, n.kind as kind, n.made_at as made_at, n.read_at as read_at, n.folder_id as folder_id,
     n.item_id as item_id, n.about_id as about_id, v.name as whom",
    "join notice n on n.item_id = i.id join service v on v.id = i.service_id",
    "and n.worker_id = $2 and n.service_id = $1 and n.folder_id is null
     order by n.made_at desc, n.id desc limit 100"
);

/// About neither a folder nor an item: they say nothing of anybody. The door of what they lead to is asked there.
fn of_himself(caseload: &Caseload) -> Result<Vec<Notice>, Failure> {
    const OF_HIMSELF: &str = "
        select n.id as id, n.kind as kind, n.made_at as made_at, n.read_at as read_at, n.folder_id as folder_id,
               n.item_id as item_id, n.about_id as about_id, n.whom as whom
          from (select o.id, o.kind, o.made_at, o.read_at, o.folder_id, o.item_id, o.about_id, '' as whom
                  from notice o
                 where o.worker_id = $1 and o.service_id = $2 and o.folder_id is null and o.item_id is null) n
         order by n.made_at desc, n.id desc limit 100";
    let (unit, me) = caseload.own()?;
    Ok(unit.all(OF_HIMSELF, params![me, caseload.service()])?)
}

/// Whether anything waits to be read, seen or not.
pub(super) fn is_any_unread(caseload: &Caseload) -> Result<bool, Failure> {
    record! { struct Waits { id: Uuid } }
    const WAITS: &str = "
        select id from notice where worker_id = $1 and service_id = $2 and read_at is null limit 1";
    let (unit, me) = caseload.own()?;
    let waits: Option<Waits> = unit.first(WAITS, params![me, caseload.service()])?;
    Ok(waits.is_some_and(|one| !one.id.is_nil()))
}

/// The newest first.
pub(super) fn all(caseload: &Caseload) -> Result<Vec<Notice>, Failure> {
    let mut all = of_himself(caseload)?;
    for listing in [OF_FOLDERS, OF_ITEMS] {
        all.extend(caseload.all::<Notice>(listing, &[])?);
    }
    all.sort_by_key(|one| std::cmp::Reverse((one.made_at, one.id)));
    Ok(all)
}

/// The worker has read one of his own; anybody else's is left as it is.
pub(super) fn read(change: &mut Change, own: &Own, notice: Uuid) -> Result<(), Failure> {
    const READ: &str = "
        update notice set read_at = $3
         where id = $1 and worker_id = $2 and service_id is not null and read_at is null";
    let at = change.at();
    change.run(READ, params![notice, own.worker(), at]).map(drop)
}

pub(super) fn read_all(change: &mut Change, own: &Own, service: ServiceId) -> Result<(), Failure> {
    const READ: &str = "
        update notice set read_at = $3 where worker_id = $1 and service_id = $2 and read_at is null";
    let at = change.at();
    change.run(READ, params![own.worker(), service, at]).map(drop)
}

record! {
    /// Who was told, and when he read it.
    pub struct Receipt {
        pub about_id: Uuid,
        pub name: String,
        pub read_at: Option<i64>,
    }
}

/// Receipts of what was told about things of this folder.
pub fn receipts(folder: &Folder, kind: NoticeKind) -> Result<Vec<Receipt>, Failure> {
    const RECEIPTS: &str = "
        select n.about_id as about_id, trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as name,
               n.read_at as read_at
          from notice n join worker w on w.id = n.worker_id
         where n.folder_id = $1 and n.kind = $2 and n.about_id is not null and n.made_at <= $3
         order by n.made_at, n.id";
    Ok(folder.db().all(RECEIPTS, params![folder.id(), kind, folder.as_of()])?)
}
