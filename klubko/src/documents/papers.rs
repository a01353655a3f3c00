//! Photos of a signed paper, shown beside the consent or the text that was signed; the form that adds one.

use super::list::file;
use super::store::{self, Attachment};
use crate::kernel::failure::Failure;
use crate::kernel::folder::Folder;
use crate::kernel::format_cs::moment;
use crate::kernel::id::StatementId;
use rules::access::Act;

/// What belongs to one consent or signed text; `documents/papers.html` shows it.
pub struct Papers {
    pub belongs_to: String,
    pub lines: Vec<Line>,
    /// Empty when the viewer may not add.
    pub action: String,
    /// `consents`, or empty for the page of the text.
    pub from: &'static str,
    /// Tells the forms of one page apart for whoever hears them.
    pub about: String,
}

pub struct Line {
    pub title: String,
    pub href: String,
    pub added: String,
    pub is_struck: bool,
}

/// All papers of a folder by what they belong to, in one statement.
pub struct All<'f, 'v> {
    folder: &'f Folder<'v>,
    rows: Vec<Attachment>,
    may_see: bool,
}

pub fn papers<'f, 'v>(folder: &'f Folder<'v>) -> Result<All<'f, 'v>, Failure> {
    let may_see = folder.may(Act::SeeAttachments);
    let rows = if may_see { store::belonging(folder)? } else { Vec::new() };
    Ok(All { folder, rows, may_see })
}

impl All<'_, '_> {
    /// What belongs to one of them.
    pub fn of(&self, id: StatementId, from: &'static str, about: &str) -> Papers {
        let folder = self.folder;
        let may_add = self.may_see && !folder.is_past() && folder.may(Act::AddAttachment);
        Papers {
            belongs_to: id.to_string(),
            lines: self.rows.iter().filter(|one| one.belongs_to == Some(id)).map(|one| line(folder, one)).collect(),
            action: if may_add { folder.path("/attachments") } else { String::new() },
            from,
            about: about.to_owned(),
        }
    }
}

fn line(folder: &Folder, one: &Attachment) -> Line {
    Line {
        title: one.title.clone(),
        href: file(folder, one),
        added: format!("{}, {}", moment(one.recorded_at), one.recorded_by),
        is_struck: one.struck_reason.is_some(),
    }
}
