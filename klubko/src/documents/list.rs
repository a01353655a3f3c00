//! The documents of a folder, those that were struck out among them.

use super::store::{self, Attachment};
use super::strike::may_strike;
use crate::folders::{self, FolderHead};
use crate::kernel::answer::{Answer, Response};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::{bytes, moment};
use crate::kernel::messages_cs::InCzech;
use crate::kernel::page::Page;
use crate::kernel::visit::Visit;
use askama::Template;
use rules::access::Act;

#[derive(Template)]
#[template(path = "documents/list.html")]
struct List<'v> {
    page: Page<'v>,
    folder: FolderHead,
    rows: Vec<Row>,
    /// Empty when the viewer may not add.
    new: String,
    agreement: String,
}

/// A document, ready to print.
struct Row {
    title: String,
    about: String,
    note: String,
    /// Empty when the viewer may not take it out of the house.
    href: String,
    struck: String,
    strike: String,
}

pub fn page(visit: &Visit) -> Answer {
    let folder = Folder::open(visit)?;
    let rows = store::all(&folder)?.into_iter().map(|one| row(&folder, one)).collect::<Result<_, Failure>>()?;
    let may_add = !folder.is_past() && folder.may(Act::AddAttachment);
    Response::page(&List {
        page: Page::of(visit),
        folder: folders::head(visit, &folder, "documents")?,
        rows,
        new: if may_add { folder.path("/attachments/new") } else { String::new() },
        agreement: folder.path("/agreement"),
    })
}

/// The address of its bytes, for whoever may have them.
pub(super) fn file(folder: &Folder, one: &Attachment) -> String {
    let may = folder.may(Act::DownloadAttachment);
    if may { folder.path(&format!("/attachments/{}/file", one.id)) } else { String::new() }
}

fn row(folder: &Folder, one: Attachment) -> Result<Row, Failure> {
    let path = |page: &str| folder.path(&format!("/attachments/{}{page}", one.id));
    let size = bytes(one.size.unsigned_abs());
    let struck = match (&one.struck_reason, one.struck_at, &one.struck_by) {
        (Some(reason), Some(at), Some(by)) => format!("Přeškrtnuto {}, {by}: {reason}", moment(at)),
        _ => String::new(),
    };
    Ok(Row {
        strike: if may_strike(folder, &one)? { path("/strike-out") } else { String::new() },
        href: file(folder, &one),
        about: format!(
            "{}, {size} · {} · {}, {}",
            one.file_type.cs(),
            one.name,
            moment(one.recorded_at),
            one.recorded_by
        ),
        title: one.title,
        note: one.note,
        struck,
    })
}
