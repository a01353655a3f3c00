//! Folders of one person joined by what was taken up.

use crate::kernel::change::Change;
use crate::kernel::crossing::FarFolder;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::{FolderId, ServiceId};
use crate::{params, record};
use uuid::Uuid;

/// Joins the folder from which something crossed with the one in which it is taken up. Nothing is ever joined by likeness.
pub fn join(change: &mut Change, far: &FarFolder, (own, service): (FolderId, ServiceId)) -> Result<(), Failure> {
    const JOIN: &str = "
        insert into folder_join (id, folder_id, service_id, far_folder_id, far_service_id, joined_at, joined_by)
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (folder_id, far_folder_id) do nothing";
    let id: Uuid = change.new_id();
    let (at, by) = (change.at(), change.by());
    change.run(JOIN, params![id, far.id(), far.service(), own, service, at, by]).map(drop)
}

record! {
    /// A service in which the same person has a folder that something joined with this one.
    pub struct Joined {
        pub service_id: ServiceId,
        pub service: String,
        pub mark: String,
        pub joined_at: i64,
    }
}

/// The services joined with this folder until the day shown; never their folders.
pub fn joined(folder: &Folder) -> Result<Vec<Joined>, Failure> {
    const JOINED: &str = "
        select v.id as service_id, v.name as service, v.mark as mark, min(j.joined_at) as joined_at
          from folder_join j
          join service v on v.id = case when j.folder_id = $1 then j.far_service_id else j.service_id end
         where (j.folder_id = $1 or j.far_folder_id = $1) and j.joined_at <= $2
         group by v.id, v.name, v.mark, v.position
         order by v.position, v.id";
    Ok(folder.db().all(JOINED, params![folder.id(), folder.as_of()])?)
}
