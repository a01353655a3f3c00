//! Who may open a folder now, and so may be given something to do in it.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::WorkerId;
use crate::{params, record};

record! {
    /// Somebody who may open the folder, and so may be given something in it.
    pub struct Somebody {
        pub id: WorkerId,
        pub title: String,
        pub given_name: String,
        pub family_name: String,
    }
}

/// The people of the folder: key worker, head, assigned workers, intake before there is a key worker. A task for
/// anybody else would be a task that nobody sees.
pub fn people_of(folder: &Folder) -> Result<Vec<Somebody>, Failure> {
    const PEOPLE: &str = "
        select w.id as id, w.title as title, w.given_name as given_name, w.family_name as family_name
          from worker w
          join client_folder f on f.id = $1
         where w.disabled_at is null
           and exists (select 1 from membership m where m.worker_id = w.id and m.service_id = f.service_id
                          and m.from_day <= $2 and (m.until_day is null or m.until_day >= $2)
                          and (m.position = 'head' or exists (select 1 from key_worker_assignment k
                                  where k.folder_id = f.id and k.worker_id = w.id and k.from_at <= $3
                                    and (k.until_at is null or k.until_at > $3))
                               or exists (select 1 from assignment a where a.folder_id = f.id and a.worker_id = w.id
                                    and a.ended_at is null and a.from_day <= $2
                                    and (a.until_day is null or a.until_day >= $2))
                               or ((m.is_intake or f.opened_by = w.id) and not exists (select 1
                                      from key_worker_assignment n where n.folder_id = f.id and n.from_at <= $3))))
           and not exists (select 1 from worker_exclusion x where x.folder_id = f.id and x.worker_id = w.id
                              and x.from_at <= $3 and (x.until_at is null or x.until_at > $3))
         order by w.name_order, w.id";
    Ok(folder.db().all(PEOPLE, params![folder.id(), folder.today(), folder.now()])?)
}
