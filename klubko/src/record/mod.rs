//! What was done with a client, in the order of time: writing it down in seconds, reading it, correcting it (R-141,
//!
//!
//! For everybody who works with clients; a peer mentor reads and writes his own notes only. A record is corrected by
//! a new version, added to, or struck out and still readable; nothing is ever overwritten.

mod chosen;
mod entry;
mod goals;
mod pages;
mod step;
mod store;
mod typed;

use crate::kernel::caseload::Caseload;
use crate::kernel::change::Change;
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::id::ActivityId;
use crate::kernel::route::Route;
use rules::access::Act;
use rules::record_text::RecordText;

pub use crate::activity::{VisitCounter, visit_counter};
use pages::{correct, one, period, period_paper, pick, strike, timeline, write};
pub use store::pick::Found as RecentClient;
pub use store::read::Row as WrittenRecord;

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::PickClient, "/records/new", pick::page),
        Route::page(Act::WriteRecord, "/folders/{folder}/records/new", write::page),
        Route::form(Act::WriteRecord, "/folders/{folder}/records", write::save),
        Route::page(Act::SeeTimeline, "/folders/{folder}/timeline", timeline::page),
        Route::page(Act::PrintTimeline, "/folders/{folder}/timeline/period", period::page),
        Route::paper(Act::PrintTimeline, "/folders/{folder}/timeline.pdf", period_paper::print),
        Route::page(Act::SeeRecord, "/folders/{folder}/records/{activity}", one::page),
        Route::page(Act::CorrectRecord, "/folders/{folder}/records/{activity}/edit", correct::page),
        Route::form(Act::CorrectRecord, "/folders/{folder}/records/{activity}/edit", correct::save),
        Route::form(Act::CorrectRecord, "/folders/{folder}/records/{activity}/addendum", one::add),
        Route::page(Act::CorrectRecord, "/folders/{folder}/records/{activity}/strike-out", strike::page),
        Route::form(Act::CorrectRecord, "/folders/{folder}/records/{activity}/strike-out", strike::save),
    ]
}

/// All records of the folder as they are known on the day shown, the newest first; for a print.
pub fn all(folder: &Folder) -> Result<Vec<WrittenRecord>, Failure> {
    let (mut all, mut before) = (Vec::new(), store::read::Before::NOW);
    loop {
        let part = store::read::records(folder, before, "", None)?;
        let Some(last) = part.last() else { return Ok(all) };
        before = store::read::Before { at: last.starts_at, id: last.id.0 };
        all.extend(part);
    }
}

/// A record that says only what was agreed; its timed row is written by whoever calls.
pub fn write_agreed(
    change: &mut Change<'_>,
    folder: &Folder<'_>,
    activity: ActivityId,
    text: &str,
) -> Result<(), Failure> {
    let text = RecordText { agreement: text.to_owned(), ..RecordText::default() };
    store::write_text(change, folder.id(), (activity, 1), &text)
}

/// The six folders that the worker wrote into or opened last; a list for pages of his caseload.
pub fn recent(caseload: &Caseload, now: i64) -> Result<Vec<RecentClient>, Failure> {
    store::pick::recent(caseload, now)
}

/// Writes one unsorted text to an act of this folder that another part of it has begun.
pub fn write_course(change: &mut Change, folder: &Folder, activity: ActivityId, text: &str) -> Result<(), Failure> {
    let text = RecordText { course: text.to_owned(), ..RecordText::default() };
    store::write_text(change, folder.id(), (activity, 1), &text)
}

/// The chip of a stored record; none for what another part of the folder wrote.
fn chosen_of(row: &store::read::Row) -> Option<chosen::Chosen> {
    if row.told.is_some() {
        return None;
    }
    chosen::Chosen::of(row.kind, row.form, row.on_behalf_of_client)
}
