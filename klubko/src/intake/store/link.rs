//! Links of anonymous contacts. They are read through the folder only; the list of anonymous contacts never joins
//! this table.

use super::super::link::NewLink;
use crate::kernel::change::Change;
use crate::kernel::db::Unit;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{AnonymousContactId, FolderId, ServiceId};
use crate::{params, record};
use jiff::civil::Date;
use uuid::Uuid;

record! {
    /// A contact as linking needs to know it.
    pub struct Linkable {
        pub id: AnonymousContactId,
        pub held_on: Date,
        pub is_linked: bool,
    }
}

/// The contact of the service with this year and sequence.
pub fn by_number(db: &Unit, service: ServiceId, (year, sequence): (i64, i64)) -> Result<Option<Linkable>, Failure> {
    const FIND: &str = "
        select a.id as id, v.starts_on as held_on,
               case when exists (select 1 from anonymous_link k where k.anonymous_contact_id = a.id)
                    then true else false end as is_linked
          from anonymous_contact a
          join activity_version v on v.activity_id = a.activity_id and v.replaced_at is null
         where a.service_id = $1 and a.year = $2 and a.sequence = $3";
    Ok(db.first(FIND, params![service, year, sequence])?)
}

pub fn insert(change: &mut Change, id: Uuid, folder: FolderId, link: NewLink) -> Result<(), Failure> {
    const INSERT: &str = "
        insert into anonymous_link (id, folder_id, anonymous_contact_id, linked_on, at_own_wish, recorded_at,
                                    recorded_by)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let (at, by) = (change.at(), change.by());
    change.run(INSERT, params![id, folder, link.contact, link.on, true, at, by]).map(drop)
}

record! {
    /// A contact that the person of the folder said was theirs.
    pub struct Linked {
        pub id: AnonymousContactId,
        pub number: String,
        pub held_on: Date,
        pub linked_on: Date,
    }
}

pub fn of_folder(folder: &Folder) -> Result<Vec<Linked>, Failure> {
    const ALL: &str = "
        select a.id as id, a.number as number, v.starts_on as held_on, k.linked_on as linked_on
          from anonymous_link k
          join anonymous_contact a on a.id = k.anonymous_contact_id
          join activity_version v on v.activity_id = a.activity_id and v.replaced_at is null
         where k.folder_id = $1 and k.recorded_at <= $2 order by v.starts_at, a.id";
    Ok(folder.db().all(ALL, params![folder.id(), folder.as_of()])?)
}
