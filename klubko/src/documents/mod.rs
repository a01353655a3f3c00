//! „Dokumenty“: what was brought into a folder, a photo of a signed paper, a scan, a note. For every worker of the
//! folder.
//!
//! A document is added and handed out through the folder's door, never shown inside a page and never deleted: it is struck
//! out with a reason and stays readable. Other rooms ask [`papers`] what belongs to a consent or to a signed text.

mod add;
mod file;
mod list;
mod papers;
mod shared;
mod store;
mod strike;

use crate::kernel::route::Route;
pub use papers::{All, Papers, papers};
use rules::access::Act;
pub use shared::{hand_out_shared, options};

pub fn routes() -> Vec<Route> {
    vec![
        Route::page(Act::SeeAttachments, "/folders/{folder}/attachments", list::page),
        Route::page(Act::AddAttachment, "/folders/{folder}/attachments/new", add::page),
        Route::upload(Act::AddAttachment, "/folders/{folder}/attachments", add::admit, add::add),
        Route::page(Act::DownloadAttachment, "/folders/{folder}/attachments/{attachment}/file", file::hand_out),
        Route::page(Act::StrikeOutAttachment, "/folders/{folder}/attachments/{attachment}/strike-out", strike::page),
        Route::form(Act::StrikeOutAttachment, "/folders/{folder}/attachments/{attachment}/strike-out", strike::save),
    ]
}
