//! Entries as a client is told them: who saw or wrote into his folder; attempts that were refused saw nothing.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::{params, record};
use uuid::Uuid;

/// More rows than this make no paper; a shorter time does.
pub const MOST: usize = 2_000;

record! {
    pub struct Printed {
        pub at: i64,
        pub actor: Uuid,
        pub act: String,
        pub ground: String,
        /// None where the link to the worker was erased.
        pub worker: Option<String>,
    }
}

/// Everything between two moments, the oldest first; one entry more than a paper holds.
pub fn printed(folder: &Folder, from: i64, until: i64) -> Result<Vec<Printed>, Failure> {
    const PRINTED: &str = "
        select j.at as at, j.actor as actor, j.act as act, j.ground as ground,
               trim(w.title || ' ' || w.given_name || ' ' || w.family_name) as worker
          from folder_pseudonym y
          join journal j on j.person = y.pseudonym
          left join worker_pseudonym n on n.pseudonym = j.actor
          left join worker w on w.id = n.worker_id
         where y.folder_id = $1 and j.at >= $2 and j.at <= $3 and j.decision in ('granted', 'done')
         order by j.seq limit 2001";
    Ok(folder.db().all(PRINTED, params![folder.id(), from, until.min(folder.as_of())])?)
}
