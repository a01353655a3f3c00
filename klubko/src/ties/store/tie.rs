//! How the viewer is tied to the folder after what was just written.

use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::visit::Visit;
use crate::{params, record, tie};
use rules::access::{Act, Tie, Verdict, decide};

record! { struct Tied { tie: Tie } }

/// Whether the page of an act will still open to the viewer; after a deed that may have ended his own tie.
pub fn still_may(visit: &Visit, folder: &Folder, act: Act) -> Result<bool, Failure> {
    const TIED: &str = concat!("select ", tie!(), " as tie from client_folder f where f.id = $7 and f.service_id = $1");
    let viewer = visit.viewer()?;
    let (head, intake) = (viewer.is_head(), viewer.is_on_intake());
    let who = params![folder.service(), viewer.worker(), visit.now(), visit.today(), head, intake, folder.id()];
    let tied: Option<Tied> = folder.db().first(TIED, who)?;
    let verdict = tied.map(|tied| decide(viewer.subject(), tied.tie, act));
    Ok(matches!(verdict, Some(Verdict::Granted { .. })))
}
