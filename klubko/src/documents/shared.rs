//! One document of a folder as something that may be shared, and its handing out to whom it came.

use super::store;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock::day_of;
use crate::kernel::crossing::Crossing;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::date;

/// Documents that stand, for a field where one is chosen.
pub fn options(folder: &Folder) -> Result<Vec<(String, String)>, Failure> {
    let standing = store::all(folder)?.into_iter().filter(|one| one.struck_at.is_none());
    let named =
        |one: store::Attachment| (one.id.to_string(), format!("{} ({})", one.title, date(day_of(one.recorded_at))));
    Ok(standing.map(named).collect())
}

/// The document behind a shared item; one that was struck out is not handed out any more.
pub fn hand_out_shared(crossing: &Crossing) -> Answer {
    let id = crossing.attachment().ok_or(Failure::Absent)?;
    let one = store::shared(crossing, id)?.ok_or(Failure::Absent)?;
    let bytes = crossing.hand_out(id, &one.digest)?;
    let name = format!("dokument-{}.{}", day_of(crossing.shared_at()), one.file_type.extension());
    Ok(Response::foreign(one.file_type.media_type(), name, bytes))
}
