//! How things are explained to the person, as the negotiation says it.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::{params, record};

record! {
    pub struct Explained {
        /// Empty for Czech.
        pub language: String,
        pub helped_by: String,
    }
}

/// Of the newest negotiation; none while nothing of it is written.
pub fn how(folder: &Folder) -> Result<Option<Explained>, Failure> {
    const HOW: &str = "
        select n.language as language, n.helped_by as helped_by
          from intake_negotiation n
         where n.folder_id = $1 and n.recorded_at <= $2 and (n.replaced_at is null or n.replaced_at > $2)
         order by n.recorded_at desc limit 1";
    Ok(folder.db().first(HOW, params![folder.id(), folder.as_of()])?)
}
