//! Handing a document out. It is saved to the reader's disk and can do nothing where it is opened; its name says what it
//! is and from when, and nobody's name.

use super::store;
use crate::kernel::answer::{Answer, Response};
use crate::kernel::clock::day_of;
use crate::kernel::folder::Folder;
use crate::kernel::visit::Visit;

pub fn hand_out(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let one = store::one(&folder, visit.path("attachment")?)?;
    let bytes = folder.hand_out(one.id.into(), &one.digest)?;
    let name = format!("dokument-{}.{}", day_of(one.recorded_at), one.file_type.extension());
    Ok(Response::foreign(one.file_type.media_type(), name, bytes))
}
