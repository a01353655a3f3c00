//! Which cases lose their key worker with somebody who leaves (D26): their ids, nothing else.

use crate::kernel::failure::Failure;
use crate::kernel::house::House;
use crate::kernel::id::{FolderId, ServiceId, WorkerId};
use crate::{params, record};

record! {
    pub struct Left {
        pub folder_id: FolderId,
        pub service_id: ServiceId,
    }
}

/// The folders whose key worker he is at a moment.
pub fn held_by(house: &House, worker: WorkerId, at: i64) -> Result<Vec<Left>, Failure> {
    const HELD: &str = "
        select k.folder_id as folder_id, f.service_id as service_id
          from key_worker_assignment k join client_folder f on f.id = k.folder_id
         where k.worker_id = $1 and k.from_at <= $2 and (k.until_at is null or k.until_at > $2)";
    Ok(house.db().all(HELD, params![worker, at])?)
}
